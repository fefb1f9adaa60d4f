import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { preferencesInText, readPreferences } from "./preference-grammar.ts";
import { timeOf } from "./reading.fixture.ts";

const shown = (preferences: ReturnType<typeof readPreferences>) =>
  preferences.map(({ token, form, value }) => [token, form, value]);

describe("readPreferences", () => {
  it.each([
    ["respond-async", [["respond-async", "none", null]]],
    ["return=minimal", [["return", "word", "minimal"]]],
    ['widget.zone="Middle, East"', [["widget.zone", "quoted", "Middle, East"]]],
    ["widget.size = {size}", [["widget.size", "placeholder", null]]],
    [
      "odata.maxpagesize=2, skip-lock,wait=10;quick",
      [
        ["odata.maxpagesize", "number", "2"],
        ["skip-lock", "none", null],
        ["wait", "number", "10"],
      ],
    ],
    ["", []],
  ])("reads %j", (text, expected) => {
    expect(shown(readPreferences(text))).toEqual(expected);
  });

  it.each(["one of the values below", "{Time zone}", "return=minimal, and more", 'size="large', "$top=5"])(
    "reads nothing of %j",
    (text) => {
      expect(readPreferences(text)).toEqual([]);
    },
  );
});

it("finds preferences with a value in running text", () => {
  expect(shown(preferencesInText("return=minimal. Optional."))).toEqual([["return", "word", "minimal"]]);
  expect(shown(preferencesInText("Optional, odata.maxpagesize={x}. See `$top=5` and [a](b?c)."))).toEqual([
    ["odata.maxpagesize", "placeholder", null],
  ]);
  expect(shown(preferencesInText('As in widget.zone="Here and there".'))).toEqual([
    ["widget.zone", "quoted", "Here and there"],
  ]);
});

it("takes any text, in time", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "-", ".", "=", '"', ",", ";", "{", "}", " ", "é") }), (text) => {
      for (const { token } of [...readPreferences(text), ...preferencesInText(text)]) expect(token).toMatch(/^a/);
    }),
  );
  for (const part of ["a", "a=", 'a="', "a={", "a-", "."])
    expect(timeOf(() => preferencesInText(part.repeat(100_000)))).toBeLessThan(2_000);
});
