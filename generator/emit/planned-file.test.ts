import { expect, test } from "vitest";
import type { FileContent } from "../file-content.ts";
import { createGoldenPlanner } from "../golden/plan-goldens.ts";
import type { ApiModel } from "../model/api-model.ts";
import { createModelView } from "../shapes/model-view.ts";
import { changedModels } from "./changed-models.fixture.ts";
import { planFiles } from "./emit-model.ts";
import { testOptions } from "./emitted.fixture.ts";
import { fullModel } from "./full-model.fixture.ts";
import { createModelDigests } from "./model-digests.ts";

interface Made {
  /** Digest of all that the file was made of. */
  readonly inputs: string;
  readonly looked: ReadonlySet<string>;
  readonly content: FileContent | null;
}

/** The files of a model that are kept, and how to tell whether one of before is of the same still. */
function plan(model: ApiModel) {
  const view = createModelView(model);
  const digests = createModelDigests(view);
  const files = planFiles(view, testOptions, createGoldenPlanner(view), digests);
  const costly = files.flatMap((file) => {
    const own = file.inputs();
    return own === null ? [] : [{ file, inputsWith: (looked: Iterable<string>) => digests.made(own, looked) }];
  });
  return { costly, watch: view.lookups.watch.bind(view.lookups) };
}

function makeAll(model: ApiModel): ReadonlyMap<string, Made> {
  const { costly, watch } = plan(model);
  return new Map(
    costly.map(({ file, inputsWith }) => {
      const { value, looked } = watch(file.content);
      return [file.path, { inputs: inputsWith(looked), looked, content: value }];
    }),
  );
}

test("a file whose text changes is made of other inputs, whatever of an operation or a type has changed", () => {
  const model = fullModel();
  const before = makeAll(model);
  const stale: string[] = [];
  let [count, kept] = [0, 0];
  for (const [place, changed] of changedModels(model)) {
    count++;
    for (const { file, inputsWith } of plan(changed).costly) {
      const made = before.get(file.path);
      if (made === undefined || inputsWith(made.looked) !== made.inputs) continue;
      kept++;
      if (file.content() !== made.content) stale.push(`${place}: ${file.path}`);
    }
  }
  expect(stale).toEqual([]);
  expect(count).toBeGreaterThan(100);
  expect(kept / count).toBeGreaterThan(before.size / 2);
});
