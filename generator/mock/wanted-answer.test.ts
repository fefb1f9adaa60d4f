import { expect, test } from "vitest";
import { wantedAnswer } from "./wanted-answer.ts";

const wanted = (prefer: string) => wantedAnswer(new Headers({ prefer }));

test.each([
  ["example=getAll", { example: "getAll", code: null }],
  ['Example="getAll"', { example: "getAll", code: null }],
  ["code=404", { example: null, code: 404 }],
  ["return=representation, code=201, example=x", { example: "x", code: 201 }],
  ["return=minimal", { example: null, code: null }],
  ["code", { example: null, code: null }],
  ["what even; is this,,, =", { example: null, code: null }],
])("%s", (prefer, expected) => {
  expect(wanted(prefer)).toEqual(expected);
});

test("no header", () => {
  expect(wantedAnswer(new Headers())).toEqual({ example: null, code: null });
});

test.each(["code=99", "code=600", "code=101", "code=abc", "code=2000"])("%s is no status of an answer", (prefer) => {
  expect(wanted(prefer)).toEqual({
    problem: `Unexpected ${prefer} in Prefer, expected a status from 200 to 599`,
  });
});
