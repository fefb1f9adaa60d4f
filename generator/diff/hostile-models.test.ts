/** Models from files that nobody has made with care. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { ModelTextError, parseModel } from "../model/parse-model.ts";
import { diffModels } from "./diff-models.ts";
import { basePages, edited, modelFrom } from "./pages.fixture.ts";

const base = modelFrom(basePages);
const other = modelFrom(
  edited(basePages, {
    replace: [
      ["resources/clock.md", "|hands|Int32|Number of hands that it has.|\n", ""],
      ["api/clock-wind.md", "|reason|", "|cause|"],
      ["api/clock-list.md", "Clock.Read, Clock.ReadWrite", "Clock.ReadWrite"],
    ],
  }),
);
const text = JSON.stringify(base);

/** Where a value stands in the JSON: each of them can be put in the place of another. */
const spots = [...text.matchAll(/(?<=[:[,])(?:"(?:[^"\\]|\\.)*"(?!:)|true|false|null|-?\d+|\[\]|\{\})/gu)].map(
  ({ index, 0: value }) => ({ index, length: value.length }),
);

function damaged(changes: readonly (readonly [number, string])[]): string {
  let result = text;
  const wanted = changes.map(([at, value]) => ({ ...spots[at % spots.length], value }));
  for (const { index = 0, length = 0, value } of wanted.sort((a, b) => (b.index ?? 0) - (a.index ?? 0)))
    result = result.slice(0, index) + value + result.slice(index + length);
  return result;
}

const value = fc.oneof(
  fc.constantFrom(
    '"__proto__"',
    '"constructor"',
    '""',
    '"sample.time.clock"',
    '"sample.time.face"',
    "null",
    "[]",
    "{}",
  ),
  fc.constantFrom("true", "1e999", '[["a"]]', '{"kind":"object","id":"nowhere"}', '{"__proto__":1}'),
  fc.json({ maxDepth: 2 }),
);

it("are refused, or can be compared: nothing else comes of them", () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 4 }), (changes) => {
      let model: ReturnType<typeof parseModel>;
      try {
        model = parseModel(damaged(changes));
      } catch (error) {
        expect(error).toBeInstanceOf(ModelTextError);
        return;
      }
      compared += 1;
      expect(Array.isArray(diffModels(model, other)) && Array.isArray(diffModels(other, model))).toBe(true);
      expect(diffModels(model, model)).toEqual([]);
    }),
    // The first: an enum with two members of one name.
    {
      numRuns: 2000,
      examples: [[[1763422641, 1937666196].map((at) => [at, '"sample.time.face"'] as [number, string])]],
    },
  );
  expect(compared).toBeGreaterThan(20);
});

it("may have bases in circles, and names that objects have", () => {
  const circle = {
    ...base,
    types: base.types.map((type) => ({
      ...type,
      baseType: type.name === "device" ? "sample.time.clock" : type.baseType,
      properties: type.properties.map((property, at) => (at === 0 ? { ...property, name: "__proto__" } : property)),
    })),
  };
  const changes = diffModels(base, parseModel(JSON.stringify(circle)));
  expect(changes.find(({ path }) => path === "sample.time.maker/id")).toMatchObject({
    id: "property-renamed",
    new: { name: "__proto__", type: "String" },
  });
});
