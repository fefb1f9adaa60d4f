import { describe, expect, test } from "vitest";
import { path } from "./examples.fixture.ts";
import { matchArguments, matchPieces, readCall } from "./path-segments.ts";
import { type CallArgument, segmentTemplate, type TemplatePiece } from "./template-segments.ts";

function piecesOf(template: string): readonly TemplatePiece[] {
  const [segment] = segmentTemplate(path(template)).segments;
  return segment?.kind === "pieces" ? segment.pieces : [];
}

function argumentsOf(template: string): readonly CallArgument[] {
  const [segment] = segmentTemplate(path(template)).segments;
  return segment?.kind === "call" ? segment.arguments : [];
}

test.each([
  ["/{id}", "7", ["7"]],
  ["/{id}", "it's(7)", ["it's(7)"]],
  ["/{id}:", "7:", ["7"]],
  ["/{id}:", "19:abc:", ["19:abc"]],
  ["/{id}:", "İ:", ["İ"]],
  ["/{id}:", "7", null],
  ["/{id}:", ":", null],
  ["/code={code}", "CODE=7", ["7"]],
  ["/code={code}", "code=", null],
  ["/code={code}", "name=7", null],
  ["/{a}-{b}", "x-y-z", ["x", "y-z"]],
  ["/{a}{b}", "xy", null],
])("%s takes %s", (template, segment, captures) => {
  expect(matchPieces(piecesOf(template), segment)).toEqual(captures);
});

describe("functions", () => {
  test.each([
    ["find(a=1)", "find", [["a", "1"]]],
    [
      "find( a = 1 , b='x, y' )",
      "find",
      [
        ["a", "1"],
        ["b", "'x, y'"],
      ],
    ],
    ["find('x=y')", "find", [[null, "'x=y'"]]],
    ["find(a={b,c})", "find", [["a", "{b,c}"]]],
    ["find(a%20=1)", "find", [["a", "1"]]],
    ["find()", "find", []],
  ])("%s", (segment, name, written) => {
    expect(readCall(segment)).toEqual({ name, arguments: written.map(([key, text]) => ({ name: key, text })) });
  });

  test.each(["find", "(a)", "find(a", "find(a)b"])("%s is none", (segment) => {
    expect(readCall(segment)).toBeNull();
  });

  function match(template: string, segment: string): unknown {
    const call = readCall(segment);
    const found = call && matchArguments(argumentsOf(template), call);
    return found && [found.captures, found.isReordered, found.isComplete];
  }

  test("are matched by the names of their arguments", () => {
    const template = "/f(a={=a},b={'b'})";
    expect(match(template, "f(a=1,b='2')")).toEqual([["1", "'2'"], false, true]);
    expect(match(template, "f(B='2',A=1)")).toEqual([["1", "'2'"], true, true]);
    expect(match(template, "f(b='2')")).toEqual([[null, "'2'"], false, false]);
    expect(match(template, "f(b='2',c=3)")).toEqual([[null, "'2'"], false, false]);
    expect(match(template, "f()")).toEqual([[null, null], false, false]);
    expect(match(template, "f(c=1)")).toBeNull();
    expect(match(template, "f(a=,b='2')")).toBeNull();
  });

  test("need no names where there is only one argument, or the template has none", () => {
    expect(match("/f(a={=a})", "f(7)")).toEqual([["7"], false, true]);
    expect(match("/f({'a'})", "f('7')")).toEqual([["'7'"], false, true]);
    expect(match("/f({'a'})", "f(a='7')")).toEqual([["'7'"], false, true]);
    expect(match("/f({=a},{=b})", "f(1,2)")).toEqual([["1", "2"], false, true]);
    expect(match("/f(a={=a},b={=b})", "f(1,2)")).toBeNull();
    expect(match("/f(a={=a})", "f(b=7)")).toBeNull();
  });

  test("may leave out the name of an enum type", () => {
    expect(match("/f(kind=lib.kind{'kind'})", "f(kind=lib.Kind'red')")).toEqual([["'red'"], false, true]);
    expect(match("/f(kind=lib.kind{'kind'})", "f(kind='red')")).toEqual([["'red'"], false, true]);
  });
});
