import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ValuePath } from "../conformance/contradictions.ts";
import { bodyOf, placeAt } from "./golden.fixture.ts";
import { createJsonPlaces } from "./json-place.ts";

const text = `{
  "title": "Tides",
  "shelf": { "room": "A",
    "topics": [ "art",
      { "name": "sea" } ]
  }
}`;

describe("places in a body", () => {
  const placeOf = createJsonPlaces(bodyOf(text, placeAt(10, 5, "api/book.md")));
  const at = (path: ValuePath): string => {
    const { page, line, column, endLine, endColumn } = placeOf(path);
    expect([page, endLine]).toEqual(["api/book.md", line]);
    // What stands there, as the page has it; of the first line it is not known how far it is indented.
    const shown = text.split("\n")[line - 10] ?? "";
    return line === 10 ? `${line}:${column}-${endColumn}` : shown.slice(column - 1, endColumn - 1);
  };

  it("are those of members with their names, and of items", () => {
    expect(at(["title"])).toBe('"title": "Tides"');
    expect(at(["shelf", "room"])).toBe('"room": "A"');
    expect(at(["shelf", "topics", 0])).toBe('"art"');
    expect(at(["shelf", "topics", 1])).toBe('{ "name": "sea" }');
    expect(at(["shelf", "topics", 1, "name"])).toBe('"name": "sea"');
  });

  it("end with the line in which they begin", () => {
    expect(at(["shelf"])).toBe('"shelf": { "room": "A",');
    expect(at([])).toBe("10:5-6");
  });

  it("are those of the nearest thing around what is not there", () => {
    expect(at(["shelf", "topics", 7])).toBe('"topics": [ "art",');
    expect(at(["shelf", "topics", "name"])).toBe('"topics": [ "art",');
    expect(at(["shelf", "size", "unit"])).toBe('"shelf": { "room": "A",');
    expect(at(["pages"])).toBe("10:5-6");
    expect(at([0])).toBe("10:5-6");
  });

  it("begin at the column of the body in its first line", () => {
    const first = createJsonPlaces(bodyOf('{ "a": 1 }', placeAt(3, 9)));
    expect(first(["a"])).toEqual({ page: "api/sample.md", line: 3, column: 11, endLine: 3, endColumn: 17 });
  });

  it("are that of the whole body where there is no JSON", () => {
    for (const body of ["", "   ", "// nothing"])
      expect(createJsonPlaces(bodyOf(body, placeAt(3)))(["a"])).toEqual(placeAt(3));
  });

  it("are found in what is JSON almost", () => {
    const places = createJsonPlaces(bodyOf('{\n  "a": 1, // one\n  "b": [1,],\n  "c": \n', placeAt(1)));
    expect(places(["b", 0])).toMatchObject({ line: 3, column: 9 });
    // What has no value is not there.
    expect(places(["c"])).toMatchObject({ line: 1, column: 1 });
  });
});

describe("places in any text", () => {
  const json = fc.jsonValue().map((value) => JSON.stringify(value, null, 2));
  const texts = fc.oneof(
    fc.string(),
    json,
    fc.tuple(json, fc.nat(200)).map(([all, end]) => all.slice(0, end)),
    fc.string({ unit: fc.constantFrom("{", "}", "[", "]", '"', ":", ",", "a", "\n", "/", "*", "\\", "1") }),
  );
  const paths = fc.array(fc.oneof(fc.string(), fc.integer({ min: -1, max: 9 }), fc.constantFrom("__proto__", "a")), {
    maxLength: 4,
  });

  it("are inside of its lines, whatever is asked for", () => {
    fc.assert(
      fc.property(texts, paths, (body, path) => {
        const whole = placeAt(10, 5);
        const place = createJsonPlaces(bodyOf(body, whole))(path);
        if (place.column === whole.column && place.endColumn === whole.endColumn && place.line === whole.line) return;
        const lines = body.split("\n");
        const index = place.line - whole.line;
        const line = lines[index];
        expect(line).toBeDefined();
        expect(place.endLine).toBe(place.line);
        const indent = index === 0 ? whole.column - 1 : 0;
        expect(place.column).toBeGreaterThan(indent);
        expect(place.endColumn).toBeGreaterThanOrEqual(place.column);
        expect(place.endColumn).toBeLessThanOrEqual((line ?? "").length + 1 + indent);
      }),
      { numRuns: 500 },
    );
  });

  it("show just the part that is asked for", () => {
    const part = fc.oneof(fc.integer(), fc.boolean(), fc.string());
    fc.assert(
      fc.property(fc.dictionary(fc.string(), part, { minKeys: 1 }), fc.nat(), (value, at) => {
        const body = JSON.stringify(value, null, 2);
        const [name, member] = Object.entries(value)[at % Object.keys(value).length] ?? ["", 0];
        const { line, column, endColumn } = createJsonPlaces(bodyOf(body, placeAt(1)))([name]);
        const shown = body.split("\n")[line - 1]?.slice(column - 1, endColumn - 1);
        expect(shown).toBe(`${JSON.stringify(name)}: ${JSON.stringify(member)}`);
      }),
    );
  });
});
