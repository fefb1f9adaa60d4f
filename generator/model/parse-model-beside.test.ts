import { expect, test } from "vitest";
import { createModelText } from "../emit/api-json.ts";
import { fullModel } from "../emit/full-model.fixture.ts";
import type { ApiModel } from "./api-model.ts";
import { ModelTextError, parseModel } from "./parse-model.ts";
import { parseModelBeside } from "./parse-model-beside.ts";

function textOf(model: ApiModel): string {
  return Buffer.from(createModelText(model).bytes).toString();
}

function sorted(model: ApiModel): ApiModel {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  const { operations, types, enums } = model;
  return { ...model, operations: operations.toSorted(byId), types: types.toSorted(byId), enums: enums.toSorted(byId) };
}

const current = fullModel();
const { entryOf } = createModelText(current);

const [firstType, ...otherTypes] = current.types;
const [firstOperation, ...otherOperations] = current.operations;
const [firstEnum, ...otherEnums] = current.enums;
if (firstType === undefined || firstOperation === undefined || firstEnum === undefined)
  throw new Error("a model that lacks something");
const lastType = current.types.at(-1) ?? firstType;

const olds: Readonly<Record<string, ApiModel>> = {
  "the same": current,
  "the first of a list changed": { ...current, types: [{ ...firstType, description: 'Once "so".' }, ...otherTypes] },
  "the last of a list changed": { ...current, types: current.types.with(-1, { ...lastType, description: "é" }) },
  "two next to each other changed": {
    ...current,
    operations: current.operations.map((one, index) => (index < 2 ? { ...one, title: `${one.title}\n  }` } : one)),
  },
  "one of each list missing": {
    ...current,
    types: otherTypes,
    operations: otherOperations,
    enums: [...otherEnums, { ...firstEnum, id: "lib.more" }],
  },
  "all others": {
    ...current,
    types: current.types.map((one) => ({ ...one, name: `${one.name}X` })),
    operations: [],
    enums: [],
  },
  "other settings": { ...current, baseUrl: null, defaultNamespace: "other" },
};

test.each(Object.entries(olds))("a model with %s is read as it is", (_, old) => {
  const text = textOf(old);
  const found = parseModelBeside(text, entryOf);
  expect(sorted(found)).toEqual(sorted(parseModel(text)));
});

test("what another model has, too, is the same object", () => {
  const old = { ...current, types: [{ ...firstType, description: "Once." }, ...otherTypes] };
  const { types, operations, enums } = parseModelBeside(textOf(old), entryOf);
  expect(types.filter((type) => current.types.includes(type))).toHaveLength(otherTypes.length);
  expect(new Set([...operations, ...enums])).toEqual(new Set([...current.operations, ...current.enums]));
  for (const one of [...operations, ...enums]) expect([...current.operations, ...current.enums]).toContain(one);
});

test("a model that is written in another way is read whole", () => {
  const old = { ...current, types: otherTypes };
  for (const indent of [undefined, 1, 2, "\t"])
    expect(sorted(parseModelBeside(JSON.stringify(old, null, indent), entryOf))).toEqual(sorted(old));
});

test("what is damaged is no model", () => {
  const text = textOf(current);
  const middle = text.indexOf("\n  }") + 3;
  for (const damaged of ["", "{", text.slice(0, -3), text.slice(0, middle), text.replaceAll("\n  }", "\n  ")])
    expect(() => parseModelBeside(damaged, entryOf)).toThrow(ModelTextError);
  const other = text.replace(/"schema": \d+/u, '"schema": 99');
  expect(() => parseModelBeside(other, entryOf)).toThrow("its schema is 99");
});
