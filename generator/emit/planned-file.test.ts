import { expect, test } from "vitest";
import { createGoldenPlanner } from "../golden/plan-goldens.ts";
import type { ApiModel } from "../model/api-model.ts";
import { planFiles, textsOf } from "./emit-model.ts";
import { testOptions } from "./emitted.fixture.ts";
import { fullModel } from "./full-model.fixture.ts";
import type { PlannedFile } from "./planned-file.ts";

function textOf(file: PlannedFile): string | undefined {
  return textsOf([file])[0]?.text;
}

function plan(model: ApiModel): readonly PlannedFile[] {
  return planFiles(model, testOptions, createGoldenPlanner(model));
}

/** Texts that may be any text. */
const freeTexts: ReadonlySet<string> = new Set(["title", "description", "text", "code"]);

/** The changes of one fact of a value, a change for each place that has its own name: `headers.isRequired`. */
function* changesOf(value: unknown, place: string, seen: Set<string>): Generator<readonly [string, unknown]> {
  const isNew = !seen.has(place);
  if (Array.isArray(value)) {
    if (isNew && value.length > 0) {
      seen.add(place);
      yield [place, []];
    }
    for (const [index, item] of value.entries())
      for (const [where, changed] of changesOf(item, place, seen)) yield [where, value.with(index, changed)];
  } else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value))
      for (const [where, changed] of changesOf(member, `${place}.${key}`, seen))
        yield [where, { ...value, [key]: changed }];
  } else if (isNew && (typeof value === "boolean" || freeTexts.has(place.split(".").pop() ?? ""))) {
    seen.add(place);
    yield [place, typeof value === "boolean" ? !value : `${value ?? ""} changed`];
  }
}

function* changedModels(model: ApiModel): Generator<readonly [string, ApiModel]> {
  // Of each operation anew: the README for instance has one of them as its example.
  for (const [index, operation] of model.operations.entries())
    for (const [place, changed] of changesOf(operation, operation.name, new Set()))
      yield [place, { ...model, operations: model.operations.with(index, changed as typeof operation) }];
}

test("a file whose text changes is made of other inputs, whatever of an operation has changed", () => {
  const model = fullModel();
  const before = new Map<string, { readonly inputs: string | null; readonly text: string | undefined }>(
    plan(model).map((file) => [file.path, { inputs: file.inputs(), text: textOf(file) }]),
  );
  const stale: string[] = [];
  let count = 0;
  for (const [place, changed] of changedModels(model)) {
    count++;
    const same = plan(changed).filter(({ path, inputs }) => {
      const made = inputs();
      return made !== null && made === before.get(path)?.inputs;
    });
    for (const { path, text } of textsOf(same)) if (text !== before.get(path)?.text) stale.push(`${place}: ${path}`);
  }
  expect(stale).toEqual([]);
  expect(count).toBeGreaterThan(60);
});
