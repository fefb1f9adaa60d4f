import { expect, test } from "vitest";
import { nearestWord } from "./nearest-word.ts";

const known = ["docs", "out", "only", "enumStyle", "templates", "names"];

test.each([
  ["enumStlye", "enumStyle"],
  ["enumstyle", "enumStyle"],
  ["doc", "docs"],
  ["dosc", "docs"],
  ["name", "names"],
  ["template", "templates"],
  ["output", null],
  ["parallel", null],
  ["x", null],
  ["", null],
  ["e".repeat(1000), null],
])("%s -> %s", (word, expected) => {
  expect(nearestWord(word, known)).toBe(expected);
});
