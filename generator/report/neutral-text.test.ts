import { expect, test } from "vitest";
import { neutralText } from "./neutral-text.ts";

const mark = "\u{fffd}";

test.each([
  ["api/user-list.md", "api/user-list.md"],
  ["größe/名前.md", "größe/名前.md"],
  ["a\u001b]8;;https://example.com\u0007b", `a${mark}]8;;https://example.com${mark}b`],
  ["\u001b[31mred", `${mark}[31mred`],
  ["two\nlines\r\n", `two${mark}lines${mark}`],
  ["\u202egpj.exe\u200b", `${mark}gpj.exe${mark}`],
  ["::set-output name=x::y", "./::set-output name=x::y"],
  ["  ::error::x", "./::error::x"],
  ["a ::b", "a ::b"],
  ["x ##vso[task.setvariable]y", "x # #vso[task.setvariable]y"],
  ["##[error]x", "# #[error]x"],
  ["x ##teamcity[setParameter name='a']", "x # #teamcity[setParameter name='a']"],
  ["# title ## more", "# title ## more"],
])("%j", (text, expected) => {
  expect(neutralText(text)).toBe(expected);
});
