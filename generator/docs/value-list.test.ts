import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeOf, tokensFrom } from "./reading.fixture.ts";
import { readValueList } from "./value-list.ts";

/** Values joined by commas; `~` in front of a partial list, `*` of one whose values combine. */
function read(description: string): string | null {
  const list = readValueList(tokensFrom(description));
  return list && `${list.isPartial ? "~" : ""}${list.isMultiple ? "*" : ""}${list.values.join(",")}`;
}

describe("a list of values", () => {
  it.each([
    // The wordings of 2021.
    ["Possible values are: `dim`, `bright`."],
    ["Possible values are `dim`, and `bright`."],
    ["The possible values are: `dim`, `bright`."],
    ["The possible values are `dim` and `bright`."],
    ["Possible values: `dim`, `bright`"],
    ["Supported values are `dim` or `bright`."],
    ["The supported values are: `dim`, `bright`."],
    ["Possible values include: `dim`, `bright`."],
    ["Possible values for mode are: `dim`, `bright`."],
    ["The supported values for **mode** are: `dim` , `bright`."],
    ["Possible values of the mode property: `dim`, `bright`."],
    ["Possible values can be `dim` or `bright`."],
    ["Allowed values: `dim`, `bright`."],
    ["Permitted values are `dim`, `bright`."],
    ["Valid values: `dim`, `bright`."],
    ["The possible value(s) are `dim`, `bright`."],
    ["The supported values for {mode_value} are: _dim_ and _bright_."],
    ["The possible value is `dim` or `bright`."],
    ["The possible value are `dim`, `bright`."],
    ["Current possible values: `dim`, `bright`."],
    ["Use one of the following valid string values: `dim`, `bright`."],
    ["Can be one of the following values: `dim`, `bright`."],
    ["The value can be one of the following: `dim`, `bright`."],
    ["The property can have the following values: `dim`, `bright`."],
    // The phrase marked, linked, or the list in other marks.
    ["**Possible values are:** `dim`, `bright`."],
    ["The [possible values](modes.md) are: `dim`, `bright`."],
    ["Possible values are: *dim*, *bright*."],
    ["Possible values are: _dim_, _bright_."],
    ["Possible values are: **dim**, *bright*."],
    ["Possible values are: [dim](a.md), [bright](b.md)."],
    ["Possible values are: *dim, bright*."],
    ["Possible values are: `dim, bright`."],
    ['Possible values are: `"dim"`, `"bright"`.'],
    // Without marks.
    ["Possible values are: dim, bright."],
    ["Possible values are dim and bright."],
    ['Possible values: "dim" or "bright".'],
    ["The supported values for mode are dim and bright."],
    // Separators.
    ["Possible values: `dim` / `bright`."],
    ["Possible values: `dim` \\| `bright`."],
    ["Possible values: `dim`; `bright`."],
    ["Possible values: `dim` and/or `bright`."],
    ["Possible values are:`dim`,`bright`."],
    // Remarks and explanations between the values.
    ["Possible values: `dim` (the default), `bright`."],
    ["Possible values: `dim` (*the default*), `bright` (see [modes](a.md))."],
    ["Possible values: `dim` for the night, or `bright` for the day."],
    // On lines of their own.
    ["Possible values are:<br>`dim`<br>`bright`"],
    ["Possible values are:</br>`dim` — For the night. Saves power. </br> `bright` — For the day."],
    ["Possible values are: <ul><li>`dim`: For the night.</li><li>`bright`: For the day.</li></ul>"],
    ["Possible values are: <li>dim</li><li>bright -- For the day.</li>"],
    ['Possible values:<br/>"dim" - For the night.<br/>"bright" - For the day (or not).'],
    ["Possible values are:<br>- `dim`<br>- `bright`"],
    // trap 42
    [
      "Can be set to one of the following values: <table><tr><th>Value</th><th>Description</th></tr><tr><td>dim</td><td>For the night.</td></tr><tr><td>bright</td><td>For the day.</td></tr></table>",
    ],
    // Weak wordings, before backticks.
    ["Can be `dim` or `bright`."],
    ["Must be one of `dim` or `bright`"],
    ["Either `dim` or `bright`."],
    ["One of `dim`, `bright`."],
    ["The value is either `dim` or `bright`."],
    ["Can be set to `dim` or `bright`."],
    ["The values are `dim`, `bright`."],
    // A sentence before, and others after.
    ["The mode. If it is not set, the possible values are `dim` and `bright`. The default is `dim`."],
    ["The mode.<br><br>Possible values are: `dim`, `bright`. See `modes` for more."],
  ])("%s", (description) => {
    expect(read(description)).toBe("dim,bright");
  });

  it.each([
    ["Possible values are: `dim`.", "dim"],
    ["Possible value: `dim` - the light is low.", "dim"],
    ["Possible values are: `South Wing`, `East Wing`.", "South Wing,East Wing"],
    ["Possible values are: `urn:lamp:dim`, `1d`, `@x`.", "urn:lamp:dim,1d,@x"],
    ["Possible values are: `dim`, `bright`, `unknownFutureValue`.", "dim,bright,unknownFutureValue"],
    // The modern wording for members that come later.
    [
      "The possible values are: `dim`, `unknownFutureValue`. Use the `Prefer: include-unknown-enum-members` request header to get the following value in this [evolvable enum](/x#y): `bright`.",
      "dim,unknownFutureValue,bright",
    ],
    [
      "The possible values are: `dim`, `unknownFutureValue`, `late`. You must use the `Prefer: include-unknown-enum-members` request header to get the following value(s) in this [evolvable enum](/x): `bright` , `dark`.",
      "dim,unknownFutureValue,late,bright,dark",
    ],
    [
      "The possible values are: `dim`, `unknownFutureValue`. Use the header to get the following members in this evolvable enum: `bright`.",
      "dim,unknownFutureValue,bright",
    ],
    ["Possible values are: `dim`, `dim`, `bright`.", "dim,bright"],
    ["Possible values are: `dim`, etc.", "~dim"],
    ["Possible values include `dim`, `bright`, and more.", "~dim,bright"],
    ["Possible values are, for example, `dim`.", null],
    ["Example values include `dim` and `bright`.", "~dim,bright"],
    // Words of other sentences do not make the list partial.
    ["For lamps such as this. Possible values are: `dim`, `bright`. For example, `dim` saves power.", "dim,bright"],
    ["Lamps, shades, etc. Possible values are: `dim`, `bright`.", "dim,bright"],
    ["Possible values: `dim` for lamps (e.g. this), or `bright`.", "dim,bright"],
    ["Possible values are:<br>dim: Low.<br>bright: High.<br>Any other kind: As you like.", "~dim,bright"],
    ["Possible values are:<br>`dim`<br>`bright`<br>Note that it is dark: See *lamps*.", "~dim,bright"],
    ["Possible values are:<br>`dim`<br>`bright`<br>Returned by default.", "dim,bright"],
    // Values that combine.
    ["An enumeration of flags. Possible values are: `dim`, `bright`.", "*dim,bright"],
    ["Multi-valued. Possible values are: `dim`, `bright`.", "*dim,bright"],
    ["One or more of: `dim`, `bright`.", "*dim,bright"],
    ["Any combination of the possible values: `dim`, `bright`.", "*dim,bright"],
    ["Possible values are: `dim`, `bright`. Multiple values can be given as a comma-separated list.", "*dim,bright"],
    ["The flag of the lamp. Possible values are: `dim`, `bright`.", "dim,bright"],
    ["The combination of mode and lamp is unique. Possible values are: `dim`, `bright`.", "dim,bright"],
  ])("%s: %s", (description, expected) => {
    expect(read(description)).toBe(expected);
  });

  it.each([
    ["Text without values."],
    ["See `dim` and `bright`."],
    // trap 32
    ["Length of the password. Valid values 4 to 16"],
    ["Valid values `4` to `16`."],
    ["Possible values are `1` - `16`"],
    ["Possible values are described in the following table."],
    ["Valid values are described [here](#modes)."],
    ["Possible values are listed in *modes*. The default is `dim`."],
    ["Valid values for this property are defined by making a *ModeList* [setting](a.md) value."],
    // What a value must not be.
    ["Cannot begin with x or be one of the following values: `dim`, `bright`."],
    ["Must not be one of `dim`, `bright`."],
    ["It can't be one of the following values: `dim`, `bright`."],
    // What another property is.
    ["When **kind** is set to `dim` or `bright`, the lamp is on."],
    ["If the mode is either `dim` or `bright`, nothing happens"],
    // One word after a weak phrase is an example.
    ["Set to `true`."],
    ["Can be `null`."],
    // Query options, calls and sentences are code too.
    ["Supports `$filter` (`eq`, `ne`)."],
    ["Allowed values are 5 or 1000."],
    [""],
  ])("is not in: %s", (description) => {
    expect(read(description)).toBeNull();
  });

  it("ends where the next sentence begins", () => {
    expect(read("Possible values are: `dim`, `bright`. `Prefer` is a header.")).toBe("dim,bright");
  });

  it("ends where other marks begin", () => {
    expect(read("Possible values are: `dim`, `bright`, **required**.")).toBe("dim,bright");
  });

  it("keeps the names of JavaScript objects", () => {
    expect(read("Possible values are: `__proto__`, `constructor`.")).toBe("__proto__,constructor");
  });
});

describe("any description", () => {
  const piece = fc.constantFrom(
    "Possible values are: ",
    "one of ",
    "`dim`",
    "`bright`",
    "*x*",
    "**y**",
    "[z](z.md)",
    ", ",
    " and ",
    "<br>",
    ". ",
    "(",
    ")",
    "-",
    "4",
    " to ",
    "$filter",
    "<td>",
    "</td>",
    '"',
  );

  it("is read to the values it has", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const list = readValueList(tokensFrom(pieces.join("")));
        expect(new Set(list?.values).size).toBe(list?.values.length ?? 0);
        for (const value of list?.values ?? []) expect(value.trim()).toBe(value);
      }),
    );
  });

  it.each([
    ["spaces", `Possible values are${" ".repeat(60_000)}x`],
    ["spaces before a colon", `possible values${" ".repeat(60_000)}x values:`],
    ["commas", `Possible values: a${",".repeat(60_000)}x`],
    ["commas after a value", `Possible values: \`a\`${", ".repeat(30_000)}x`],
    ["words", `Possible values: ${"a and ".repeat(20_000)}`],
    ["phrases", "possible values ".repeat(5_000)],
    ["open parentheses", `Possible values: \`a\` ${"(".repeat(60_000)}`],
    ["values", `Possible values: ${"`a`, ".repeat(10_000)}`],
    ["lines", `Possible values:${"<br>`a`".repeat(5_000)}`],
    ["breaks", `Possible values:${"<br>".repeat(10_000)}x`],
    ["breaks after phrases", "possible values:<br>".repeat(3_000)],
  ])("with many %s takes linear time", (_, description) => {
    const tokens = tokensFrom(description);
    expect(timeOf(() => readValueList(tokens))).toBeLessThan(1_000);
  });
});
