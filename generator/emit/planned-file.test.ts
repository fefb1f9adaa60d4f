import { expect, test } from "vitest";
import { createGoldenPlanner } from "../golden/plan-goldens.ts";
import type { ApiModel } from "../model/api-model.ts";
import { createModelView } from "../shapes/model-view.ts";
import { planFiles } from "./emit-model.ts";
import { testOptions } from "./emitted.fixture.ts";
import { fullModel } from "./full-model.fixture.ts";
import { createModelDigests } from "./model-digests.ts";
import type { FileContent } from "./planned-file.ts";

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
    if (isNew && /\.(?:of|type)$/.test(place)) {
      seen.add(place);
      yield [place, { kind: "unknown" }];
    }
    for (const [key, member] of Object.entries(value))
      for (const [where, changed] of changesOf(member, `${place}.${key}`, seen))
        yield [where, { ...value, [key]: changed }];
  } else if (isNew && (typeof value === "boolean" || freeTexts.has(place.split(".").pop() ?? ""))) {
    seen.add(place);
    yield [place, typeof value === "boolean" ? !value : `${value ?? ""} changed`];
  } else if (isNew && value !== null && /\.(?:baseType|isNullable|number)$/.test(place)) {
    seen.add(place);
    yield [place, null];
  }
}

/** An entry as one of a list, changed in one place after the other. */
function* changedLists<T extends object>(list: readonly T[], nameOf: (entry: T) => string) {
  // Of each entry anew: the README for instance has one of the operations as its example.
  for (const [index, entry] of list.entries())
    for (const [place, changed] of changesOf(entry, nameOf(entry), new Set()))
      yield [place, list.with(index, changed as T)] as const;
}

function* changedModels(model: ApiModel): Generator<readonly [string, ApiModel]> {
  for (const [place, operations] of changedLists(model.operations, ({ name }) => name))
    yield [place, { ...model, operations }];
  for (const [place, types] of changedLists(model.types, ({ id }) => id)) yield [place, { ...model, types }];
  for (const [place, enums] of changedLists(model.enums, ({ id }) => id)) yield [place, { ...model, enums }];
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
