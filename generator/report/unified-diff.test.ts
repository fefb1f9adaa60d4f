import { expect, test } from "vitest";
import { diffLimits, type FileDifference, unifiedDiff } from "./unified-diff.ts";

function diff(files: readonly FileDifference[], color = false): string[] {
  return unifiedDiff(files, files.length, color).split("\n");
}

function numbered(count: number, word = "line"): string {
  return Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join("");
}

test("a change has three lines around it, and the numbers that patch needs", () => {
  const before = numbered(20);
  const after = before.replace("line 9\n", "line nine\nand more\n");
  expect(diff([{ path: "out/a.ts", before, after }])).toEqual([
    "--- out/a.ts",
    "+++ out/a.ts",
    "@@ -7,7 +7,8 @@",
    " line 6",
    " line 7",
    " line 8",
    "-line 9",
    "+line nine",
    "+and more",
    " line 10",
    " line 11",
    " line 12",
  ]);
});

test("files that come and go are shown whole", () => {
  expect(
    diff([
      { path: "new.ts", before: null, after: "a\nb\n" },
      { path: "old.ts", before: "a", after: null },
      { path: "empty.ts", before: null, after: "" },
    ]),
  ).toEqual([
    "--- /dev/null",
    "+++ new.ts",
    "@@ -0,0 +1,2 @@",
    "+a",
    "+b",
    "--- old.ts",
    "+++ /dev/null",
    "@@ -1,1 +0,0 @@",
    "-a",
    "\\ No newline at end of file",
    "--- /dev/null",
    "+++ empty.ts",
  ]);
});

test("no file, no text", () => {
  expect(unifiedDiff([], 0, true)).toBe("");
});

test("a long file is cut, and what is left out is counted", () => {
  const lines = diff([{ path: "a.ts", before: null, after: numbered(1_000) }]);
  expect(lines.length).toBe(2 + diffLimits.linesPerFile + 1);
  expect(lines.at(-1)).toBe("… 881 more lines of this file");
});

test("many files are cut, the rest is counted and not even read", () => {
  let read = 0;
  function* files() {
    for (; read < 1_000; read += 1) yield { path: `${read}.ts`, before: "a\n", after: "b\n" };
  }
  const lines = unifiedDiff(files(), 1_000, false).split("\n");
  expect(lines.length).toBe(diffLimits.lines + 1);
  expect(lines.at(-1)).toBe("… and 900 more files");
  expect(read).toBe(100);
});

test("a file with too many changes says how many, in no time", () => {
  const before = numbered(200_000);
  const after = before.replaceAll("line", "text");
  const start = performance.now();
  expect(diff([{ path: "api.json", before, after: `${after}line 7\n` }])).toEqual([
    "--- api.json",
    "+++ api.json",
    "… at least 399999 lines changed, too large to show",
  ]);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test("one change in a large file is found", () => {
  const before = numbered(300_000);
  expect(diff([{ path: "api.json", before, after: before.replace("line 250000\n", "") }])).toContain("-line 250000");
});

test("what texts contain does not act on the terminal, nor on a build service", () => {
  const after = "\u001b[2Jgone\n\ttabs\tstay\n::error::x\n##vso[task]\r\n";
  expect(diff([{ path: "a\u001b[1mb", before: "::set-output\n", after: `::set-output\n${after}` }])).toEqual([
    "--- a\u{fffd}[1mb",
    "+++ a\u{fffd}[1mb",
    "@@ -1,1 +1,5 @@",
    " ./::set-output",
    "+\u{fffd}[2Jgone",
    "+\ttabs\tstay",
    "+./::error::x",
    "+# #vso[task]\u{fffd}",
  ]);
});

test("colours, where they are wanted", () => {
  const lines = diff([{ path: "a.ts", before: "a\n", after: "b\n" }], true);
  expect(lines.slice(2)).toEqual([
    "\u001b[36m@@ -1,1 +1,1 @@\u001b[39m",
    "\u001b[31m-a\u001b[39m",
    "\u001b[32m+b\u001b[39m",
  ]);
});
