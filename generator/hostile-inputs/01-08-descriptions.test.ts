/** Inputs 1 to 8 of README.md: text that goes into comments. */
import { expect, test } from "vitest";
import { lampPage, lampPath, type Sdk, sdkOf } from "./sdk-of.fixture.ts";

/** The SDK of a page whose property `a` has the description; the row is on line 9. */
function described(description: string): Sdk {
  return sdkOf({ [lampPath]: lampPage([`|a|String|${description}|`]) });
}

/** The interface `Lamp` with one property `a`, and the lines of its comment. */
function lampWith(...lines: readonly string[]): string {
  const comment =
    lines.length === 1 ? [`  /** ${lines[0]} */`] : ["  /**", ...lines.map((line) => `   * ${line}`), "   */"];
  return ["export interface Lamp {", ...comment, "  a: string;", "}"].join("\n");
}

test("#1 property description: the end of a comment", () => {
  // In code, as stars around a word are emphasis in markdown: without them, nothing of the sign would be left.
  const sdk = described("See `*/ X /*`");
  expect(sdk.declaration("Lamp")).toBe(lampWith("See *\\/ X /*"));
  expect(sdk.findings).toEqual([]);
});

test("#2 property description: no end of a comment forms again", () => {
  expect(described("a **//X").declaration("Lamp")).toBe(lampWith("a **\\//X"));
  expect(described("a `*` `/` b `**//` `*\\/`").declaration("Lamp")).toBe(lampWith("a * / b **\\// *\\/"));
});

test("#3 enum member description: a second line that is a brace", () => {
  const members = "### mode values\n\n|Member|Value|Description|\n|:---|:---|:---|\n|dim|0|one<br>}|";
  const sdk = sdkOf({ [lampPath]: lampPage(["|a|mode||"], members) });
  expect(sdk.declaration("Mode")).toBe(
    ["export enum Mode {", "  /**", "   * one", "   * }", "   */", '  dim = "dim",', "}"].join("\n"),
  );
  expect(sdk.findings).toEqual([]);
});

test("#4 description: separators of lines", () => {
  // They are new lines of the comment, each behind its star, rather than blanks: nothing of the text is glued.
  const sdk = described("p\u2028q\u2029r\u0085s\u000bt");
  expect(sdk.declaration("Lamp")).toBe(lampWith("p q r", "s t"));
  for (const text of sdk.files.values()) expect(text).not.toMatch(/[\r\u000b\u0085\u2028\u2029]/);
  // A lone CR ends a line of the page, and so the row.
  const cut = described("x\ry");
  expect(cut.declaration("Lamp")).toBe(
    ["export interface Lamp {", "  /** x */", "  a: string;", "  y: unknown;", "}"].join("\n"),
  );
  expect(cut.findings).toEqual(["type-cell-invalid resources/lamp.md:10:1"]);
});

test("#5 description: a backslash at the end", () => {
  expect(described("ends with `\\`").declaration("Lamp")).toBe(lampWith("ends with \\"));
  const page = lampPage(["|a|mode||"], "### mode values\n\n|Member|Description|\n|:---|:---|\n|`dim\\`|x|");
  const { model, declaration } = sdkOf({ [lampPath]: page });
  expect(model.enums[0]?.members.map(({ value }) => value)).toEqual(["dim\\"]);
  expect(declaration("Mode")).toContain('dim_ = "dim\\\\",');
});

test("#6 description: tags and links", () => {
  const sdk = described(
    "@deprecated x<br>@internal<br>{@link javascript:x} [this](javascript:alert(1)) [that](https://ok.example)",
  );
  expect(sdk.declaration("Lamp")).toBe(lampWith("\\@deprecated x", "\\@internal", "{\\@link javascript:x} this that"));
  expect(sdk.model.types[0]?.properties[0]?.deprecation).toBeNull();
  expect(sdk.findings).toEqual([]);
});

test("#7 description: what acts on tools that read comments", () => {
  const sdk = described("// @ts-ignore<br>//# sourceMappingURL=x<br>eslint-disable no-undef<br>@jsx h<br>#!/bin/sh");
  expect(sdk.declaration("Lamp")).toBe(
    lampWith("// \\@ ts-ignore", "//# sourceMapping URL=x", "`eslint-disable` no-undef", "\\@ jsx h", "#!/bin/sh"),
  );
});

test("#8 description: marks of direction and characters without width", () => {
  const sdk = described("a\u202Eb\u2066c\u200Bd\u2060e");
  expect(sdk.declaration("Lamp")).toBe(lampWith("abcde"));
  expect(sdk.findings).toEqual(["text-hidden resources/lamp.md:9:12"]);
  for (const text of sdk.files.values()) expect(text).not.toMatch(/[\u200B\u202E\u2060\u2066]/);
});
