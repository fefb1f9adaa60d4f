import { expect, test } from "vitest";
import { operationsIn, type PeerReport, unmetEngine } from "./peers.ts";
import { growthTable, oursTable, peersTable, targetsTable } from "./tables.ts";
import { type Reports, targetsOf, verdictOn } from "./targets.ts";
import type { Timing } from "./timing.ts";

function timing(seconds: number, megabytes = 100): Timing {
  return { seconds, cpuSeconds: seconds, megabytes, fastest: seconds, slowest: seconds };
}

const output = { files: 1200, bytes: 2_500_000 };

function peer(name: string, writes: PeerReport["writes"], seconds?: number): PeerReport {
  const measured = seconds === undefined ? undefined : { timing: timing(seconds), output };
  const failure = seconds === undefined ? "ended with 1: no" : undefined;
  return { name, version: "1.0.0", writes, unmetEngine: undefined, measured, failure };
}

const reports: Reports = {
  ours: {
    pages: 3000,
    operations: 2000,
    output,
    timings: new Map([
      ["cold", timing(4, 599)],
      ["warm", timing(2)],
      ["unchanged", timing(0.34)],
      ["description", timing(0.5)],
      ["parameter", timing(0.9)],
      ["property", timing(0.6)],
    ]),
  },
  peers: {
    description: "an API",
    operations: 1000,
    peers: [
      peer("slow", "functions", 5),
      peer("best", "functions", 4),
      peer("types", "types", 1),
      peer("bad", "functions"),
    ],
  },
  growth: [
    { pages: 500, output, timing: timing(1) },
    { pages: 1000, output, timing: timing(2.2) },
  ],
};

test("each figure has its verdict: at a bound, by the slowest change, beside the best peer with functions", () => {
  expect(targetsOf(reports).map((target) => [target.measured, verdictOn(target)])).toEqual([
    [4, "missed"],
    [599, "met"],
    [0.9, "missed"],
    [0.34, "met"],
    [2, "met"],
    [1.1, "met"],
  ]);
});

test("what was left out is not measured", () => {
  const none = targetsOf({ ours: undefined, peers: undefined, growth: undefined });
  expect(new Set(none.map(verdictOn))).toEqual(new Set(["not measured"]));
  const failing = { ...reports, peers: { description: "", operations: 1, peers: [peer("bad", "functions")] } };
  expect(targetsOf(failing)[4]?.measured).toBeUndefined();
});

test("without a cache there is one row", () => {
  const ours = { pages: 1, operations: 1, output, timings: new Map([["cold", timing(4)] as const]) };
  expect(
    oursTable(ours)
      .split("\n")
      .filter((line) => line.endsWith("no cache")),
  ).toHaveLength(6);
});

test("tables", () => {
  expect(peersTable(reports.peers ?? { description: "", operations: 1, peers: [] }, reports.ours)).toBe(
    [
      "generator       writes  seconds  fastest  slowest  CPU s  peak MB  files  MB out  ms an operation  to ours",
      "ours, cold   functions     4.00     4.00     4.00   4.00      599  1,200     2.5             2.00   1.00 x",
      "slow 1.0.0   functions     5.00     5.00     5.00   5.00      100  1,200     2.5             5.00   2.50 x",
      "best 1.0.0   functions     4.00     4.00     4.00   4.00      100  1,200     2.5             4.00   2.00 x",
      "types 1.0.0      types     1.00     1.00     1.00   1.00      100  1,200     2.5             1.00   0.50 x",
      "bad 1.0.0    functions   failed",
    ].join("\n"),
  );
  expect(growthTable(reports.growth ?? [])).toBe(
    [
      "pages  seconds  fastest  slowest  CPU s  peak MB  files  MB out  ms a page  to 500",
      "500       1.00     1.00     1.00   1.00      100  1,200     2.5       2.00  1.00 x",
      "1,000     2.20     2.20     2.20   2.20      100  1,200     2.5       2.20  1.10 x",
    ].join("\n"),
  );
  expect(targetsTable(targetsOf({ ...reports, growth: undefined }).slice(-2))).toBe(
    [
      "figure                                                  needed  measured",
      "time per operation, best peer with functions to ours    >= 2 x    2.00 x           met",
      "time per page, all pages to 500                       <= 1.1 x         -  not measured",
    ].join("\n"),
  );
});

test("operations are what paths have by method", () => {
  const paths = { "/a": { get: {}, post: {}, parameters: [] }, "/b": { summary: "", delete: {} } };
  expect(operationsIn({ paths })).toBe(3);
});

test("an engine is unmet below its lower bound alone", () => {
  expect(unmetEngine(">=22.18.0", "20.20.2")).toBe(">=22.18.0");
  expect(unmetEngine(">=20.9.0", "20.20.2")).toBeUndefined();
  expect(unmetEngine(undefined, "20.20.2")).toBeUndefined();
});
