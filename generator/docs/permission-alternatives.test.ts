import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAlternatives } from "./permission-alternatives.ts";
import { readPermissionCell } from "./permission-cell.ts";
import { timeOf } from "./reading.fixture.ts";

const shown = (text: string) => readPermissionCell(text).alternatives.map((each) => each.join(" + "));

describe("readAlternatives", () => {
  it.each<[string, string[]]>([
    ["A.R", ["A.R"]],
    ["A.R, B.R, C.R", ["A.R", "B.R", "C.R"]],
    ["A.R B.R; C.R*.", ["A.R", "B.R", "C.R"]],
    ["A.R\nB.R", ["A.R", "B.R"]],
    ["A.R or B.R", ["A.R", "B.R"]],
    ["A.R, B.R, or C.R", ["A.R", "B.R", "C.R"]],
    ["A.R and B.R", ["A.R + B.R"]],
    ["A.R and B.R, C.R and D.R and E.R, F.R", ["A.R + B.R", "C.R + D.R + E.R", "F.R"]],
    ["A.R and B.R C.R and D.R", ["A.R + B.R", "C.R + D.R"]],
    ["A.R plus B.R", ["A.R + B.R"]],
    ["A.R, B.R plus C.R", ["A.R + C.R", "B.R + C.R"]],
    ["One from A.R, B.R plus either C.R or D.R", ["A.R + C.R", "A.R + D.R", "B.R + C.R", "B.R + D.R"]],
    ["A.R + B.R", ["A.R + B.R"]],
    ["A.R and B.R, B.R and A.R, A.R and A.R", ["B.R + A.R", "A.R"]],
    ["A.R, Directory B.R", ["A.R", "B.R"]],
    ["Not supported.", []],
    ["For groups: A.R\nFor users: B.R", []],
    ["A.R for a message.\nB.R for a reply.", []],
    ["A.R\nAnd:\nIf in a group: B.R", []],
    ["A role or A.R (see below)", []],
  ])("%j", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it("marks the form that can be read in several ways", () => {
    const isOpen = (text: string) => readPermissionCell(text).isOpenList;
    expect(["A.R, B.R and C.R", "A.R, B.R, and C.R", "A.R, B.R, C.R and D.R"].map(isOpen)).toEqual([true, true, true]);
    expect(
      ["A.R and B.R", "A.R and B.R, C.R", "A.R, B.R", "A.R and B.R, C.R and D.R", "A.R, B.R plus C.R"].some(isOpen),
    ).toBe(false);
    expect(shown("A.R, B.R and C.R")).toEqual(["A.R", "B.R + C.R"]);
    expect(shown("A.R, B.R, and C.R")).toEqual(["A.R", "B.R", "C.R"]);
  });

  it("holds the permissions of the cell and no others, or nothing", () => {
    const word = fc.constantFrom("A.R", "B.R", "C.R", ",", "and", "or", "plus", "One from", "\n", "X", "if", "*");
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const { scopes, alternatives } = readPermissionCell(words.join(" "));
        if (alternatives.length > 0) expect(new Set(alternatives.flat())).toEqual(new Set(scopes));
        for (const alternative of alternatives) expect(new Set(alternative).size).toBe(alternative.length);
      }),
    );
  });

  it("does not multiply without end", () => {
    const many = Array.from({ length: 40 }, () => "A.R, B.R").join(" plus ");
    expect(timeOf(() => expect(shown(many)).toEqual([]))).toBeLessThan(1_000);
    expect(readAlternatives("", new Set())).toEqual({ alternatives: [], isOpenList: false });
  });
});
