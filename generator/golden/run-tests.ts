/** Runs goldens, by the test runner that they are written for. */
import { fileURLToPath } from "node:url";
import type { Vitest } from "vitest/node";
import { RunError } from "../run-error.ts";

/** What came of a test: `null` where it holds, else why it does not. */
export interface TestOutcome {
  /** Name of the function. */
  readonly group: string;
  /** Of the example, with what is tested of it. */
  readonly title: string;
  readonly failure: string | null;
}

export interface TestRun {
  readonly outcomes: readonly TestOutcome[];
  /** Why files could not be run at all. */
  readonly errors: readonly string[];
}

/** Throws a `RunError` where vitest is not installed: only this needs it. */
export async function loadRunner(): Promise<typeof import("vitest/node")> {
  try {
    return await import("vitest/node");
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new RunError("usage", "goldens are run by vitest, which is not installed: npm install --save-dev vitest");
  }
}

/** The file with the types of vitest, for the compiler. */
export function runnerTypes(): string {
  return fileURLToPath(import.meta.resolve("vitest")).replace(/\.js$/, ".d.ts");
}

/**
 * Runs the tests of a folder. No config of the project around it is read: it is the examples that are on trial.
 *
 * @param folder of the SDK
 */
export async function runTests(folder: string): Promise<TestRun> {
  const { startVitest } = await loadRunner();
  const vitest = await startVitest(
    "test",
    [],
    {
      root: folder,
      config: false,
      watch: false,
      include: ["golden/**/*.test.ts"],
      // One process for many small files: starting afresh for each takes longer than all the tests.
      isolate: false,
      passWithNoTests: true,
      reporters: [{}],
    },
    { cacheDir: `${folder}/.cache`, logLevel: "silent" },
  );
  try {
    return readRun(vitest);
  } finally {
    await vitest.close();
  }
}

function readRun(vitest: Vitest): TestRun {
  const modules = vitest.state.getTestModules();
  return {
    outcomes: modules.flatMap((module) =>
      [...module.children.allTests()].map((test): TestOutcome => {
        const { state, errors } = test.result();
        const group = test.parent.type === "suite" ? test.parent.name : "";
        return { group, title: test.name, failure: state === "passed" ? null : (errors?.[0]?.message ?? state) };
      }),
    ),
    errors: modules.flatMap((module) => module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`)),
  };
}
