import { expect, test } from "vitest";
import { neutralJson } from "./neutral-json.ts";

test.each([
  ["plain text", '"plain text"\n'],
  ["two\nlines", '"two\\nlines"\n'],
  ["\u001b[31m\u009b2J", '"\\u001b[31m\\u009b2J"\n'],
  ["\u202ea\u{e0041}", '"\\u202ea\\udb40\\udc41"\n'],
  ["##vso[task.setvariable]x", '"#\\u0023vso[task.setvariable]x"\n'],
  ["###[error]x", '"##\\u0023[error]x"\n'],
  ["## heading", '"## heading"\n'],
])("%j", (text, expected) => {
  expect(neutralJson(text)).toBe(expected);
  expect(JSON.parse(neutralJson(text))).toBe(text);
});

test("objects stand in lines", () => {
  expect(neutralJson({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
});
