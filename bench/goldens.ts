/**
 * Puts the examples of real doc sets to the test, and prints how many hold: `npm run goldens`.
 *
 * Exits with 1 where a figure is worse than needed, or than what was reached before.
 */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveSettings } from "../generator/config/settings.ts";
import type { MessageCounts } from "../generator/golden/account.ts";
import { type GoldenRun, runGoldens } from "../generator/run-goldens.ts";
import { corpusRoot, corpusSets, isCorpusThere, measuredSet, repositoryRoot } from "../generator/testing/corpus.ts";
import { type Figure, figureTable, isStepBack } from "./figures.ts";

/** Messages in the measured set by a survey that looked for them without reading the pages. */
const surveyed = { requests: 2500, responses: 2509 };

interface TimedRun extends GoldenRun {
  /** Seconds for compiling and running, without what a generation takes. */
  readonly seconds: number;
}

async function timedRun(docs: string): Promise<TimedRun> {
  const settings = resolveSettings({ docs, out: join(tmpdir(), "none") }, repositoryRoot, {}, repositoryRoot);
  let start = 0;
  const run = await runGoldens(settings, (phase) => {
    if (phase === "check") start = performance.now();
  });
  return { ...run, seconds: start === 0 ? 0 : (performance.now() - start) / 1000 };
}

/** Cut, not rounded. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part / whole) * 1000) / 10;
}

function figuresOf({ account, problems, tests }: TimedRun): Figure[] {
  const { requests, responses, byCode } = account;
  return [
    { name: "requests found", needed: 98, measured: percent(requests.found, surveyed.requests), unit: "%" },
    { name: "responses found", needed: 98, measured: percent(responses.found, surveyed.responses), unit: "%" },
    { name: "requests that hold", needed: 95, measured: percent(requests.passing, requests.found), unit: "%" },
    { name: "responses that hold", needed: 88, measured: percent(responses.passing, responses.found), unit: "%" },
    {
      name: "goldens that fail",
      needed: 0,
      measured: (byCode.get("golden-failed") ?? 0) + problems.length,
      unit: "",
      isCeiling: true,
    },
    { name: "tests", needed: 4900, measured: tests, unit: "" },
  ];
}

function setLine(name: string, { account, seconds, tests }: TimedRun): string {
  const counts = ({ found, passing, listed }: MessageCounts): string => `${found} = ${passing} + ${listed}`;
  const codes = [...account.byCode].map(([code, count]) => `${code} ${count}`).join(", ");
  return [
    `${name}: requests ${counts(account.requests)}, responses ${counts(account.responses)} (found = passing + listed)`,
    `  ${tests} tests, compiled and run in ${seconds.toFixed(1)} s; ${account.foreign} requests to other hosts`,
    ...(codes === "" ? [] : [`  listed: ${codes}`]),
  ].join("\n");
}

async function main(): Promise<number> {
  if (!isCorpusThere) {
    console.log(`goldens: skipped, there is no corpus in ${corpusRoot} (set APIPAGE_CORPUS)`);
    return 0;
  }
  let figures: Figure[] = [];
  let failed = 0;
  for (const { name, docs } of corpusSets) {
    const run = await timedRun(docs);
    console.log(setLine(name, run));
    if (name === measuredSet.name) figures = figuresOf(run);
    failed += (run.account.byCode.get("golden-failed") ?? 0) + run.problems.length;
    for (const problem of run.problems.slice(0, 5)) console.log(`  ${problem}`);
  }
  console.log(`\n${measuredSet.name}\n${figureTable(figures)}`);
  return failed > 0 || figures.some(isStepBack) ? 1 : 0;
}

process.exitCode = await main();
