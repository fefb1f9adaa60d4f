import { describe, expect, test } from "vitest";
import { path } from "./examples.fixture.ts";
import { comparedWord, isQualified, segmentTemplate } from "./template-segments.ts";

/** A short form of the segments: words as they are, `{}` for parameters, functions with the names of their arguments. */
function forms(template: string): readonly string[] {
  return segmentTemplate(path(template)).segments.map((segment) => {
    if (segment.kind === "word") return segment.text;
    if (segment.kind === "call")
      return `${segment.name}(${segment.arguments.map(({ name, before }) => `${name}:${before}`).join()})`;
    const pieces = segment.pieces.map((piece) => (typeof piece === "string" ? piece : "{}")).join("");
    return segment.run === "one" ? pieces : `${pieces} ${segment.run}`;
  });
}

test.each([
  ["/things/{thingId}/parts", ["things", "{}", "parts"]],
  ["/things/code={code}", ["things", "code={}"]],
  ["/shelf/root:/{+path}:/items", ["shelf", "root:", "{}: colon", "items"]],
  ["/shelf/root:/{+path}", ["shelf", "root:", "{} rest"]],
  ["/shelf/root:/{+path}/{name}:", ["shelf", "root:", "{}", "{}:"]],
  ["/things/find(text={'text'},limit={=limit})", ["things", "find(text:,limit:)"]],
  ["/things/at({'address'})", ["things", "at(null:)"]],
  ["/zones(kind=lib.zone{'kind'})", ["zones(kind:lib.zone)"]],
  ["/things/find(a=1,b={=b})", ["things", "find(a=1,b={})"]],
  ["/things/{a}-{b}", ["things", "{}-{}"]],
  ["/", []],
  ["/things/", ["things"]],
])("%s", (template, expected) => {
  expect(forms(template)).toEqual(expected);
});

test("says what belongs to the comparison and to the captures", () => {
  const { uses, words, fixedLength } = segmentTemplate(path("/things/{thingId}/find(q={'q'})"));
  expect(uses).toEqual([
    { parameter: "thingId", encoding: "segment" },
    { parameter: "q", encoding: "quoted" },
  ]);
  expect(words).toEqual(["things", "find"]);
  expect(fixedLength).toBe("/things/".length + "/find(q=".length + ")".length);
});

describe("fixed segments", () => {
  test.each([
    ["Things", "things"],
    ["things()", "things"],
    ["sample.lib.thing", "thing"],
    ["Sample.Lib.thing()", "thing"],
    ["sample.lib.inner.thing", "inner.thing"],
    ["sample.library", "sample.library"],
    ["th%69ngs", "things"],
    ["sample.lib.", "sample.lib."],
  ])("%s counts as %s", (text, compared) => {
    expect(comparedWord(text, "sample.lib")).toBe(compared);
  });

  test("without a namespace nothing is qualified", () => {
    expect(comparedWord("a.b", "")).toBe("a.b");
    expect(isQualified("a.b", "")).toBe(false);
  });
});
