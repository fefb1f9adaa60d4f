import { expect, test } from "vitest";
import { createParser } from "./docs/parser.ts";
import { createPageReader } from "./docs/read-page.ts";
import { createVocabulary } from "./docs/synonyms.ts";
import type { ApiModel } from "./model/api-model.ts";
import { buildModel } from "./model/build-model.ts";
import { narrowModel } from "./narrow-model.ts";
import { samplePages } from "./testing/sample-pages.ts";

function modelOf(texts: Readonly<Record<string, string>>): ApiModel {
  const parser = createParser("remark");
  if (parser === null) throw new Error("remark is always there");
  const read = createPageReader({ parser, vocabulary: createVocabulary(), lookup: () => undefined });
  const pages = Object.entries(texts).map(([path, text]) => read(path, text).page);
  return buildModel(pages.filter((page) => page !== null)).model;
}

function ids({ operations, types, enums }: ApiModel) {
  const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  return { operations: idsOf(operations), types: idsOf(types), enums: idsOf(enums) };
}

const whole = modelOf(samplePages);

test("an operation brings the types of its response, and all that these refer to", () => {
  const narrowed = narrowModel(whole, (page) => page === "api/clock-list.md");
  expect(ids(narrowed)).toEqual({
    operations: ["api/clock-list"],
    types: ["sample.time.clock", "sample.time.face"],
    enums: ["sample.time.clockMood"],
  });
});

test("what nothing needs is left out", () => {
  expect(ids(narrowModel(whole, (page) => page === "api/face-get.md"))).toEqual({
    operations: ["api/face-get"],
    types: ["sample.time.face"],
    enums: [],
  });
});

test("a type page brings its own type without any operation", () => {
  expect(ids(narrowModel(whole, (page) => page === "resources/face.md"))).toEqual({
    operations: [],
    types: ["sample.time.face"],
    enums: [],
  });
});

test("what is kept is the same as in the whole", () => {
  const narrowed = narrowModel(whole, (page) => page.startsWith("api/clock"));
  for (const type of narrowed.types) expect(whole.types).toContain(type);
  for (const operation of narrowed.operations) expect(whole.operations).toContain(operation);
  expect(narrowModel(whole, () => true)).toEqual(whole);
});

test("base types come along, and circles of types end", () => {
  const row = (name: string, type: string): string => `|${name}|${type}|Text.|`;
  const page = (name: string, base: string, rows: readonly string[]): string =>
    `# ${name} resource type\n\nNamespace: s\n\nInherits from [${base}](${base}.md).\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n${rows.join("\n")}\n`;
  const model = modelOf({
    "resources/base.md": page("base", "none", [row("next", "[leaf](leaf.md)")]),
    "resources/leaf.md": page("leaf", "base", [row("up", "[base](base.md) collection"), row("name", "String")]),
    "resources/other.md": page("other", "base", [row("name", "String")]),
  });
  expect(ids(narrowModel(model, (path) => path === "resources/leaf.md")).types).toEqual(["s.base", "s.leaf"]);
});
