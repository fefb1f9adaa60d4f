/** How long `generate` takes on the pages of a large API: from nothing, and when little or nothing has changed. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measuredSet } from "../../generator/testing/corpus.ts";
import { createProject, generate, type OurTool, operationsIn, type Project } from "./our-tool.ts";
import { filesBelow, isSaidIn, type OutputSize, outputDigest, outputSize } from "./output.ts";
import { withComment, withRow, withSentence } from "./page-change.ts";
import type { ProcessRun } from "./run-process.ts";
import { type Timing, timingOf } from "./timing.ts";

/** In what state the folders are when a run begins. */
export type State = "cold" | "warm" | "unchanged" | "metadata" | "description" | "parameter" | "property";

export interface OursReport {
  readonly pages: number;
  readonly operations: number;
  readonly output: OutputSize;
  /** Cold alone where there is no cache. */
  readonly timings: ReadonlyMap<State, Timing>;
}

interface PageChange {
  readonly state: State;
  readonly page: string;
  /** The changed text; `word` is in it. */
  readonly change: (text: string, word: string) => string;
  /** Whether the word has to come out in the SDK. */
  readonly isSaid: boolean;
}

// Pages of which much depends: others are no slower.
const pageChanges: readonly PageChange[] = [
  { state: "metadata", page: "api/user-get.md", change: withComment, isSaid: false },
  {
    state: "description",
    page: "api/user-get.md",
    change: (text, word) => withSentence(text, `It has been ${word}.`),
    isSaid: true,
  },
  {
    state: "parameter",
    page: "api/user-list-calendarview.md",
    change: (text, word) => withRow(text, "## Query parameters", `|${word}|String|How it is shown. Optional.|`),
    isSaid: true,
  },
  {
    state: "property",
    page: "resources/user.md",
    change: (text, word) => withRow(text, "## Properties", `|${word}|String|How it is shown.|`),
    isSaid: true,
  },
];

/** Throws where what a run should have done has not come about: its time would mean nothing. */
function demand(isSo: boolean, complaint: string): void {
  if (!isSo) throw new Error(complaint);
}

/**
 * One round through all states, each from the one before it. `word` is a new one each time: what a cache has from an
 * earlier round is of no help then.
 */
function measureRound(tool: OurTool, project: Project, word: string): Map<State, ProcessRun> {
  const { docs, out, cache } = project;
  const empty = (folder: string): void => rmSync(folder, { recursive: true, force: true });
  empty(out);
  empty(cache);
  const runs = new Map<State, ProcessRun>([["cold", generate(tool, project)]]);
  if (!tool.hasCache) return runs;
  const whole = outputDigest(out);
  empty(out);
  runs.set("warm", generate(tool, project));
  demand(outputDigest(out) === whole, "the output with a cache is not the one without");
  runs.set("unchanged", generate(tool, project));
  demand(outputDigest(out) === whole, "the output has changed and no page had");
  const originals = new Map<string, string>();
  for (const { state, page, change, isSaid } of pageChanges) {
    const path = join(docs, page);
    const text = readFileSync(path, "utf8");
    originals.set(path, originals.get(path) ?? text);
    writeFileSync(path, change(text, word));
    runs.set(state, generate(tool, project));
    demand(isSaidIn(out, word) === isSaid, `the output has not what it should of the changed ${state} of ${page}`);
  }
  for (const [path, text] of originals) writeFileSync(path, text);
  generate(tool, project);
  demand(outputDigest(out) === whole, "the output after changes that were taken back is not the one before them");
  return runs;
}

/** Measures in a folder that the caller removes. `say` is told how far it is. */
export function measureOurs(tool: OurTool, folder: string, rounds: number, say: (line: string) => void): OursReport {
  const docs = join(folder, "docs");
  mkdirSync(folder, { recursive: true });
  cpSync(measuredSet.docs, docs, { recursive: true });
  const project = createProject(join(folder, "project"), docs);
  say("ours: one run that does not count");
  generate(tool, project);
  const operations = operationsIn(project);
  const output = outputSize(project.out);
  const all: Map<State, ProcessRun>[] = [];
  for (let round = 1; round <= rounds; round++) {
    const runs = measureRound(tool, project, `seenInRound${round}`);
    const said = [...runs].map(([state, { seconds }]) => `${state} ${seconds.toFixed(2)} s`);
    say(`ours: round ${round} of ${rounds}: ${said.join(", ")}`);
    all.push(runs);
  }
  const states = [...(all[0]?.keys() ?? [])];
  const runsOf = (state: State): ProcessRun[] => all.flatMap((runs) => runs.get(state) ?? []);
  return {
    pages: filesBelow(docs).filter((path) => path.endsWith(".md")).length,
    operations,
    output,
    timings: new Map(states.map((state) => [state, timingOf(runsOf(state))])),
  };
}
