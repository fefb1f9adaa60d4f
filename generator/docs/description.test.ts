import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDescription } from "./description.ts";
import { paragraphTokens, timeOf, tokensFrom } from "./reading.fixture.ts";

const read = (cell: string) => readDescription(tokensFrom(cell));

describe("the text of a description", () => {
  it.each<[string, string | null]>([
    ["Brightness of the **lamp** in `lumen`.", "Brightness of the lamp in lumen."],
    ["One.<br><br>Two.", "One.\nTwo."],
    [". Possible values are: `dim`.", "Possible values are: dim."],
    ["", null],
    ["-", null],
    ["Not yet documented", null],
    ["Not yet documented.", null],
    ["**TODO: Add a description**", null],
    ["TODO: describe.", null],
    ["TODO: describe. The brightness.", "The brightness."],
    ["The brightness. TODO: say more.", "The brightness."],
    ["Tasks of the TODO list.", "Tasks of the TODO list."],
    ["The mode. Not yet documented in full.", "The mode. Not yet documented in full."],
    ["TBD", null],
    ["N/A", null],
    ["Inherited from [light](light.md)", null],
    ["Inherited from light.", null],
    ["The mode. Inherited from [light](light.md).", "The mode. Inherited from light."],
  ])("of %j is %j", (cell, text) => {
    expect(read(cell).text).toBe(text);
  });

  it("keeps what a page says to be code of any kind", () => {
    const hostile = "See `*/ X /*` and `${x}` <!-- y --> \\ end";
    expect(read(hostile).text).toBe("See */ X /* and ${x} \\ end");
  });
});

describe("a property is read-only", () => {
  it.each([
    ["Read-only.", true],
    ["Read-only", true],
    ["The id. Read-only. Nullable.", true],
    ["Read only.", true],
    ["Readonly.", true],
    ["Read-Only. Key.", true],
    ["Read-only, Not nullable", true],
    ["Read-only; contains the modes.", true],
    ["Read-only and nullable.", true],
    ["This property is read-only.", true],
    ["Once set, this property is read-only and cannot be changed.", true],
    ["This is a read-only attribute that is set by the lamp.", true],
    ["Key of the lamp. This is read-only and made automatically.", true],
    ["Optional and Read-only and for desk lamps only.", true],
    ["Not read-only.", false],
    ["It isn't read-only.", false],
    ["Read-only for lamps of the office.", false],
    ["Whether the lamp is in read-only mode.", false],
    ["The read-only replica.", false],
    ["The readonlyFlag of the lamp.", false],
    ["The brightness.", false],
  ])("%s %s", (cell, expected) => {
    expect(read(cell).isReadOnly).toBe(expected);
  });
});

describe("a property may be null", () => {
  it.each<[string, boolean | null]>([
    ["Nullable.", true],
    ["Read-only. Nullable.", true],
    ["Can be null.", true],
    ["May be `null`.", true],
    ["The value can be set to `null`.", true],
    ["The date, or null if it is off.", true],
    ["`null` until the lamp is on.", true],
    ["The default is `null`.", true],
    ["The default value is null.", true],
    ["Otherwise this property is null.", true],
    ["Not nullable.", false],
    ["Key. Not nullable. Read-only.", false],
    ["Non-nullable.", false],
    ["Cannot be null.", false],
    ["Must not be `null`.", false],
    ["It can’t be null.", false],
    ["Never null.", false],
    ["The brightness.", null],
    ["The nullability of it all.", null],
  ])("%s %s", (cell, expected) => {
    expect(read(cell).isNullable).toBe(expected);
  });
});

describe("how a property is returned", () => {
  it.each<[string, "default" | "onSelect" | null]>([
    ["Returned by default.", "default"],
    ["The id.<br><br>Returned by default. Supports `$filter`.", "default"],
    // trap 40
    ["The shade.<br><br>Returned only on `$select`.", "onSelect"],
    ["Returned only on `$select` for a single lamp. Example: [select](x.md).", "onSelect"],
    ["Returned only with `$select`.", "onSelect"],
    ["Returned only when it is named in `$select`.", "onSelect"],
    ["Requires `$select` to retrieve.", "onSelect"],
    ["Not returned by default. Get it with `$select`.", "onSelect"],
    ["Not returned by default.", null],
    ["Supports `$select`.", null],
    ["The brightness.", null],
  ])("%s %s", (cell, expected) => {
    expect(read(cell).returned).toBe(expected);
  });
});

describe("the query options of a property", () => {
  it.each<[string, readonly string[] | null]>([
    ["Supports `$filter`.", []],
    ["Supports $filter.", []],
    [
      "Supports `$filter` (`eq`, `ne`, `not`, `ge`, `le`, `in`, `startsWith`).",
      ["eq", "ne", "not", "ge", "le", "in", "startswith"],
    ],
    ["Supports `$filter` (`eq`, `NOT`).", ["eq", "not"]],
    ["Supports $filter (eq only).", ["eq"]],
    ["Supports `$select` and `$filter` (`contains` only).", ["contains"]],
    ["Supports `$filter` with `eq`.", ["eq"]],
    ["Supports `$filter` (`/$count eq 0`, `/$count ne 0`).", ["eq", "ne"]],
    ["Supports only `$filter`.", []],
    ["Does not support `$filter`.", null],
    ["Use `$filter` on it.", null],
    ["Supports `$select`. The `$filter` is another.", null],
  ])("%s: filter %j", (cell, expected) => {
    expect(read(cell).filter).toEqual(expected);
  });

  it.each([
    ["Supports `$filter`, `$orderby`, and `$search`.", true, true],
    ["Supports `$filter` (`eq`) and `$orderBy`.", true, false],
    ["Supports `$search`.", false, true],
    ["Supports `$select`. Sort with `$orderby`.", false, false],
    ["Does not support `$orderby`.", false, false],
  ])("%s: sort %s, search %s", (cell, isSortable, isSearchable) => {
    expect(read(cell)).toMatchObject({ isSortable, isSearchable });
  });
});

describe("where a property comes from", () => {
  it.each<[string, string | null, string | null]>([
    ["Inherited from [light](light.md)", "light", "light.md"],
    [
      "The id. Inherited from [light](../resources/light.md). Possible values are: `a`.",
      "light",
      "../resources/light.md",
    ],
    ["Inherited from [light entity](light.md).", "light", "light.md"],
    ["Inherited from the [light](light.md) entity.", "light", "light.md"],
    ["Inherited from **light**.", "light", null],
    ["Inherited from `contoso.crm.light`.", "contoso.crm.light", null],
    ["Inherited from light.", "light", null],
    ["Inherited from base type light.", "light", null],
    ["The id, inherited from contoso.crm.light, is a text.", "contoso.crm.light", null],
    ["Is it inherited from a group or set by hand?", null, null],
    ["If it is inherited from another lamp, the other's id.", null, null],
    ["Inherited from the", null, null],
    ["Inherited from", null, null],
    ["The brightness.", null, null],
  ])("%s: %s", (cell, name, link) => {
    expect(read(cell).inheritedFrom).toEqual(name === null ? null : { name, link });
  });
});

it("the list of values of a description is one of its facts", () => {
  expect(read("The mode. Possible values are: `dim`, `bright`.").values).toEqual({
    values: ["dim", "bright"],
    isPartial: false,
    isMultiple: false,
  });
  expect(read("The mode.").values).toBeNull();
});

describe("any description", () => {
  const piece = fc.constantFrom(
    "Read-only",
    "null",
    "Supports $filter (",
    "required",
    "TODO:",
    "Inherited from",
    "deprecated",
    "[a](b.md)",
    "`x`",
    "**",
    "<br>",
    ".",
    " ",
    "(",
    "\u202e",
    "\\",
  );

  it("is read without throwing, and its text has no line that is empty", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { text } = read(pieces.join(""));
        expect(text?.split("\n").includes("") ?? false).toBe(false);
        expect(text?.trim() ?? null).toBe(text);
      }),
    );
  });

  it.each([
    ["TODO:", ""],
    ["supports ", ""],
    ["returned only on ", ""],
    ["must be specified when ", ""],
    ["the api ", ""],
    ["replaces ", "deprecated"],
    [". ", "x"],
    [" ", "x"],
    ["null ", ""],
    ["(", "deprecated"],
    ["Inherited from ", ""],
    ["required ", ""],
    ["!", "a"],
  ])("of %j many times takes linear time", (part, end) => {
    const tokens = paragraphTokens(`a ${part.repeat(60_000 / part.length)}${end}`);
    expect(timeOf(() => readDescription(tokens))).toBeLessThan(1_000);
  });
});
