import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "./limits.ts";
import type { TypeExpression } from "./page.ts";
import { cellFrom, contextFor, findings, timeOf } from "./reading.fixture.ts";
import { readTypeCell, typeExpressionText, typeFromLink, typeFromText } from "./type-cell.ts";

/** A type in short: `String`, `<ns.lamp>[] @lamp.md`, `a | b`. */
function short(type: TypeExpression | null): string {
  if (type === null) return "blank";
  const link = type.link === null ? "" : ` @${type.link}`;
  const many = type.isCollection ? "[]" : "";
  if (type.kind === "alternatives") return type.alternatives.map(short).join(" | ");
  if (type.kind === "primitive") return `${type.primitive}${many}${link}`;
  if (type.kind === "named")
    return `<${type.namespace === null ? "" : `${type.namespace}:`}${type.name}>${many}${link}`;
  return `${type.kind}${many}`;
}

function read(cell: string, definitions = "") {
  const context = contextFor();
  const type = readTypeCell(cellFrom(cell, definitions), context);
  return { type, text: short(type), codes: context.diagnostics.map(({ code }) => code) };
}

describe("a type cell", () => {
  it.each<[string, string]>([
    ["String", "String"],
    ["string", "String"],
    ["Edm.String", "String"],
    ["`Edm.String`", "String"],
    ["`String`", "String"],
    ["**String**", "String"],
    ["String collection", "String[]"],
    ["String Collection", "String[]"],
    ["Guid collection", "Guid[]"],
    ["GUID collection", "Guid[]"],
    ["Int64", "Int64"],
    ["Stream", "Stream"],
    ["DateTime", "DateTimeOffset"],
    ["Timestamp", "DateTimeOffset"],
    ["Url", "String"],
    ["Object", "Untyped"],
    ["[lamp](lamp.md)", "<lamp> @lamp.md"],
    ["[lamp](../resources/lamp.md#modes)", "<lamp> @../resources/lamp.md#modes"],
    ["[lamp](lamp.md) collection", "<lamp>[] @lamp.md"],
    ["[lamp](lamp.md)collection", "<lamp>[] @lamp.md"],
    ["[lamp collection](lamp.md)", "<lamp>[] @lamp.md"],
    ["[contoso.crm.lamp collection](lamp.md)", "<contoso.crm:lamp>[] @lamp.md"],
    ["[`lamp`](lamp.md)", "<lamp> @lamp.md"],
    ["**[lamp](lamp.md)**", "<lamp> @lamp.md"],
    ["urgency", "<urgency>"],
    ["urgency collection", "<urgency>[]"],
    ["**urgency**", "<urgency>"],
    ["`urgency`", "<urgency>"],
    ["contoso.crm.lamp", "<contoso.crm:lamp>"],
    ["contoso.crm.lamp collection", "<contoso.crm:lamp>[]"],
    ["#contoso.crm.lamp", "<contoso.crm:lamp>"],
    ["Collection(String)", "String[]"],
    ["Collection(Edm.String)", "String[]"],
    ["`Collection(Edm.Int32)`", "Int32[]"],
    ["Collection(contoso.crm.lamp)", "<contoso.crm:lamp>[]"],
    ["Collection([lamp](lamp.md))", "<lamp>[] @lamp.md"],
    ["[Collection(lamp)](lamp.md)", "<lamp>[] @lamp.md"],
    ["collection of lamp", "<lamp>[]"],
    ["array of [lamp](lamp.md) objects", "<lamp>[] @lamp.md"],
    ["String array", "String[]"],
    ["String\\[]", "String[]"],
    ["Collection&lt;String&gt;", "String[]"],
    ["[timestamp](lamp.md)", "DateTimeOffset @lamp.md"],
    ["string (timestamp)", "String"],
    ["String (enum)", "String"],
    ["String (optional)", "String"],
    ["(Optional) String", "String"],
    ["String (url)", "String"],
    ["[lamp](lamp.md) (optional)", "<lamp> @lamp.md"],
    ["Int32 (0-100) collection", "Int32[]"],
    ["String, nullable", "String"],
    ["urgency (read-only)", "<urgency>"],
    ["[lamp](lamp.md) resource", "<lamp> @lamp.md"],
    ["[lamp](lamp.md) object", "<lamp> @lamp.md"],
    ["error object", "<error>"],
    ["JSON object", "Untyped"],
    ["Untyped JSON object", "Untyped"],
    ["[lamp](lamp.md) or [shade](shade.md)", "<lamp> @lamp.md | <shade> @shade.md"],
    ["[lamp](lamp.md) or [shade](shade.md) collection", "<lamp> @lamp.md | <shade>[] @shade.md"],
    ["string/number", "String | Double"],
    ["string \\| number", "String | Double"],
    ["Enumeration", "enumeration"],
    ["Enumeration collection", "enumeration[]"],
    ["Collection(Enumeration)", "enumeration[]"],
    ["String.", "String"],
    ["", "blank"],
    ["  ", "blank"],
    // trap 37
    ["[Json](json.md)", "<Json> @json.md"],
    ["Json", "<Json>"],
    // trap 35
    ["shadeCollection", "<shadeCollection>"],
    ["integerSpan", "<integerSpan>"],
    ["internalNote", "<internalNote>"],
    ["lamp_v2", "<lamp_v2>"],
    // trap 39: prose as the text of a link, which only its target can name
    ["[Dimmer of the lamp](dimmer.md)", "<Dimmer of the lamp> @dimmer.md"],
    ["[Dimmer of the lamp](dimmer.md) collection", "<Dimmer of the lamp>[] @dimmer.md"],
    // trap 36: the pipe after the type is missing
    ["[lamp](lamp.md) collection. Holds the lamps.", "<lamp>[] @lamp.md"],
  ])("of %j is %s", (cell, expected) => {
    expect(read(cell)).toMatchObject({ text: expected, codes: [] });
  });

  it.each([
    ["[lamp][]", "[lamp]: lamp.md", "<lamp> @lamp.md"],
    ["[lamp][ref] collection", "[ref]: lamp.md", "<lamp>[] @lamp.md"],
    ["Collection([lamp][ref])", "[ref]: lamp.md", "<lamp>[] @lamp.md"],
    ["[lamp][ref] resource", "[ref]: lamp.md", "<lamp> @lamp.md"],
  ])("of the reference %s is %s with its target", (cell, definition, expected) => {
    expect(read(cell, definition)).toMatchObject({ text: expected, codes: [] });
  });

  it.each([
    // trap 34
    ["[lamp](lamp.md", "<lamp> @lamp.md", "lamp"],
    ["stream of pictures", "Stream", "Stream"],
    ["[lamp](lamp.md) as they come", "<lamp> @lamp.md", "lamp"],
    ["contoso.crm.lamp or so on", "<contoso.crm:lamp> | <so>", "lamp or so"],
  ])("of %j is read as far as it is one", (cell, expected, shown) => {
    const context = contextFor();
    expect(short(readTypeCell(cellFrom(cell), context))).toBe(expected);
    expect(findings(context.diagnostics)).toEqual([`type-cell-repaired 3:1-3:${cell.length + 2}`]);
    expect(context.diagnostics[0]?.message).toBe(`Type \`${cellFrom(cell).text}\` read as \`${shown}\``);
  });

  it.each([
    "The requested type of lamp",
    "Location header",
    "No Content",
    "GET /lamps/{id}",
    "POST /lamps",
    "** Unknown Type contoso.crm.lamp ** collection",
    "(optional)",
    "collection",
    "Collection()",
    "Collection(Collection(String))",
    "or String",
    "{ }",
    "?",
  ])("of %j is prose, and reported", (cell) => {
    const context = contextFor();
    const type = readTypeCell(cellFrom(cell), context);
    expect(type).toMatchObject({ kind: "unreadable", name: "", link: null, isCollection: false, text: cell });
    expect(findings(context.diagnostics)).toEqual([`type-cell-invalid 3:1-3:${cell.length + 2}`]);
    expect(context.diagnostics[0]?.message).toBe(`Unexpected type \`${cell}\`, expected a type name`);
  });

  it("keeps the text and the place of the cell", () => {
    expect(read("[lamp](lamp.md)  collection").type).toMatchObject({
      text: "lamp collection",
      place: { page: "resources/lamp.md", line: 3, column: 1 },
    });
  });

  it("that is too long is not read", () => {
    expect(read("x".repeat(defaultLimits.typeLength)).codes).toEqual([]);
    expect(read("x".repeat(defaultLimits.typeLength + 1))).toMatchObject({
      text: "unreadable",
      codes: ["type-cell-invalid"],
    });
  });

  it("does not take names of JavaScript objects for types that it knows", () => {
    expect(read("constructor").text).toBe("<constructor>");
    expect(read("`__proto__` collection").text).toBe("<__proto__>[]");
  });

  it("with code in it is no type", () => {
    for (const cell of ["string } ; X ; interface E { z: 1", "string = evil", "String `${x}`", "String\\\\x"])
      expect(read(cell)).toEqual({ type: expect.anything(), text: "unreadable", codes: ["type-cell-invalid"] });
  });
});

describe("a type outside of tables", () => {
  const place = { page: "resources/lamp.md", line: 7, column: 1, endLine: 7, endColumn: 9 };

  it("may be the text of an annotation", () => {
    const context = contextFor();
    expect(short(typeFromText(" Collection(contoso.crm.lamp) ", place, context))).toBe("<contoso.crm:lamp>[]");
    expect(short(typeFromText("Edm.Stream", place, context))).toBe("Stream");
    expect(typeFromText("  ", place, context)).toBeNull();
  });

  it("may be a link in prose", () => {
    expect(short(typeFromLink({ text: "lamp", url: "lamp.md" }, place, contextFor()))).toBe("<lamp> @lamp.md");
  });

  it("is shown in words in messages", () => {
    const text = (cell: string): string => {
      const { type } = read(cell);
      return type ? typeExpressionText(type) : "";
    };
    expect(text("String collection")).toBe("String collection");
    expect(text("[lamp](lamp.md) or string")).toBe("lamp or String");
    expect(text("The requested type")).toBe("The requested type");
  });
});

describe("any text in a type cell", () => {
  const word = fc.constantFrom(
    "Collection",
    "collection",
    "(",
    ")",
    "String",
    "or",
    "/",
    "of",
    "[lamp](lamp.md)",
    "`",
    "**",
    ".",
    "[]",
    "<",
    "Edm.",
    "#",
    ",",
    "array",
    "\u202e",
    "é",
  );

  it("is read or reported", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom("", " "), (words, gap) => {
        const text = words.join(gap);
        const context = contextFor();
        const type = typeFromText(text, { page: "p.md", line: 1, column: 1, endLine: 1, endColumn: 1 }, context);
        expect(type === null).toBe(text.trim() === "");
        if (type?.kind === "unreadable") expect(context.diagnostics).toHaveLength(1);
      }),
    );
  });

  it("takes linear time", () => {
    for (const piece of ["(", "[", "a ", " ", "Collection(", "collection ", "."]) {
      const text = piece.repeat(60_000);
      const place = { page: "p.md", line: 1, column: 1, endLine: 1, endColumn: 1 };
      expect(timeOf(() => typeFromText(text, place, contextFor()))).toBeLessThan(300);
      expect(timeOf(() => typeFromText(text.slice(0, defaultLimits.typeLength), place, contextFor()))).toBeLessThan(
        300,
      );
    }
  });
});
