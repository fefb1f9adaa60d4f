/** The documented examples put to the test: an SDK is generated aside, its goldens are compiled and run. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Settings } from "./config/settings.ts";
import { emitOptions } from "./emit-options.ts";
import { accountFor, type Failures, type GoldenAccount } from "./golden/account.ts";
import type { Golden } from "./golden/golden.ts";
import { createGoldenPlanner } from "./golden/plan-goldens.ts";
import { loadRunner, runnerTypes, runTests, type TestRun } from "./golden/run-tests.ts";
import { type TypeProblem, typeCheck } from "./golden/type-check.ts";
import { linkDocs } from "./link-docs.ts";
import type { ProgressListener } from "./progress.ts";
import { createModelView } from "./shapes/model-view.ts";

export interface GoldenRun {
  readonly account: GoldenAccount;
  /** What is wrong beyond single goldens: a file that does not compile, or cannot be run. */
  readonly problems: readonly string[];
  /** Tests that were run. */
  readonly tests: number;
}

/**
 * Runs the goldens of a docs folder. Nothing of it is left behind.
 *
 * @throws RunError where the pages cannot be read, or vitest is not there
 */
export async function runGoldens(settings: Settings, onProgress: ProgressListener = () => {}): Promise<GoldenRun> {
  await loadRunner();
  const linked = linkDocs(settings, onProgress);
  onProgress("emit", 0, 0);
  const view = createModelView(linked.model);
  const goldensOf = createGoldenPlanner(view, { isLenient: settings.nullability === "lenient" });
  const { functionNames, planFiles, textsOf } = await import("./emit/emit-model.ts");
  const options = { ...emitOptions(settings), golden: true, importExtension: ".js" } as const;
  const files = textsOf(planFiles(view, options, goldensOf));
  const goldens = linked.model.operations.flatMap(goldensOf);
  removeLeftOvers();
  const folder = mkdtempSync(join(tmpdir(), scratchPrefix));
  try {
    for (const { path, text } of files) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    const tests = files.map(({ path }) => path).filter((path) => path.endsWith(".test.ts"));
    onProgress("check", 0, 0);
    const problems = tests.length === 0 ? [] : typeCheck(folder, tests, runnerTypes());
    onProgress("run", 0, 0);
    const run = tests.length === 0 ? { outcomes: [], errors: [] } : await runTests(folder);
    const failureOf = failuresOf(run, problems, functionNames(linked.model));
    return {
      account: accountFor(linked.pages, linked.model, goldens, failureOf),
      problems: [...problems.filter(({ example }) => example === null).map(({ message }) => message), ...run.errors],
      tests: run.outcomes.length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const scratchPrefix = "apipage-golden-";

/** Older folders are those of runs that were killed. */
const oldest = 3_600_000;

/** Removes what killed runs have left behind; what cannot be removed is somebody else's. */
function removeLeftOvers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(scratchPrefix)) continue;
    const path = join(tmpdir(), name);
    try {
      if (Date.now() - statSync(path).mtimeMs > oldest) rmSync(path, { recursive: true, force: true });
    } catch {
      // Another run was faster, or another user's folder is in the way: neither matters here.
    }
  }
}

function failuresOf(
  { outcomes }: TestRun,
  problems: readonly TypeProblem[],
  names: ReadonlyMap<string, string>,
): Failures {
  const refused = new Map(
    problems.flatMap(({ group, example, message }) =>
      group === null || example === null ? [] : [[keyOf(group, example), message] as const],
    ),
  );
  // The code of a contradiction stands behind the title.
  const ran = new Map(
    outcomes.map(({ group, title, failure }) => [keyOf(group, title.replace(/ \[[^[\]]*\]$/, "")), failure]),
  );
  return (golden: Golden, message) => {
    const group = names.get(golden.owner.id);
    if (group === undefined) return undefined;
    const { name } = golden.example;
    const title = message === "request" ? `${name} sends` : `${name} reads ${message + 1}`;
    return refused.get(keyOf(group, name)) ?? ran.get(keyOf(group, title));
  };
}

function keyOf(group: string, title: string): string {
  return JSON.stringify([group, title]);
}
