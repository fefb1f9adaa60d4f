import { describe, expect, it } from "vitest";
import { jsonText, markdownCode, markdownText } from "./document-text.ts";

describe("markdown", () => {
  it.each([
    ["Get user", "Get user"],
    ["a | b\n# c", "a \\| b \\# c"],
    ["[x](javascript:y) <b> `c` *d*", "\\[x\\](javascript:y) \\<b\\> \\`c\\` \\*d\\*"],
    ["a\u202Eb", "a b"],
  ])("shows %j as text", (text, shown) => {
    expect(markdownText(text)).toBe(shown);
  });

  it.each([
    ["GET /a", "`GET /a`"],
    ["a|b", "`a\\|b`"],
    ["a`b``c", "```a`b``c```"],
    ["`a", "`` `a ``"],
  ])("shows %j as code", (text, shown) => {
    expect(markdownCode(text)).toBe(shown);
  });
});

describe("jsonText", () => {
  it("is JSON and JavaScript", () => {
    expect(jsonText('a"b\u2028')).toBe('"a\\"b\\u2028"');
    expect(jsonText(["a", "b"])).toBe('["a","b"]');
    expect(jsonText(null)).toBe("null");
  });
});
