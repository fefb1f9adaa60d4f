import { expect, test } from "vitest";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { findingsOf } from "./finding.ts";

function at(page: string, line: number) {
  return { page, line, column: 1, endLine: line, endColumn: 4 };
}

const invalid = (page: string, line: number, text: string) => diagnostic("type-cell-invalid", at(page, line), { text });

const identities = (...diagnostics: Parameters<typeof findingsOf>[0]) =>
  findingsOf(diagnostics).map(({ fingerprint }) => fingerprint);

test("a fingerprint stays where lines move and severities change, and is another for another page, message or code", () => {
  const [here] = identities(invalid("a.md", 3, "x"));
  expect(here).toMatch(/^[0-9a-f]{16}$/);
  expect(identities(invalid("a.md", 30, "x"))).toEqual([here]);
  expect(identities({ ...invalid("a.md", 3, "x"), severity: "note" })).toEqual([here]);
  const others = [
    identities(invalid("b.md", 3, "x")),
    identities(invalid("a.md", 3, "y")),
    identities({ ...invalid("a.md", 3, "x"), code: "row-unread" }),
    identities({ ...invalid("a.md", 3, "x"), place: null }),
  ].flat();
  expect(new Set([here, ...others]).size).toBe(5);
});

test("findings that are alike are told apart by their order", () => {
  const three = identities(invalid("a.md", 3, "x"), invalid("a.md", 5, "x"), invalid("a.md", 9, "x"));
  expect(new Set(three).size).toBe(3);
  expect(identities(invalid("a.md", 5, "x"), invalid("a.md", 9, "x"))).toEqual(three.slice(0, 2));
});

test("what several pages report of a file that they include is one finding", () => {
  expect(findingsOf([invalid("includes/a.md", 3, "x"), invalid("includes/a.md", 3, "x")])).toHaveLength(1);
});
