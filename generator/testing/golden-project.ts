/** An SDK with goldens in a folder of its own, to be changed, compiled and run. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { typeCheck } from "../golden/type-check.ts";
import { repositoryRoot } from "./corpus.ts";
import { writeSdk } from "./write-sdk.ts";

export interface GoldenProject {
  /** Changes a file; throws where the text that is to be replaced is not there, so that no change goes missing. */
  change(path: string, from: string, to: string): void;
  /** What fails: goldens that do not compile, `users.test.ts: getUser`, and tests by their titles. */
  failures(): GoldenFailures;
}

export interface GoldenFailures {
  /** `function example` of each golden that the compiler refuses. */
  readonly refused: readonly string[];
  /** Titles of the tests that fail. */
  readonly failed: readonly string[];
}

/** @param docs folder of pages, relative to the repository */
export function goldenProject(folder: string, docs = "docs-input"): GoldenProject {
  writeSdk(join(repositoryRoot, docs), folder, { golden: true });
  return {
    change(path, from, to) {
      const file = join(folder, path);
      const text = readFileSync(file, "utf8");
      if (!text.includes(from)) throw new Error(`There is no ${JSON.stringify(from)} in ${path}`);
      writeFileSync(
        file,
        text.replace(from, () => to),
      );
    },
    failures: () => ({ refused: refusedIn(folder), failed: failedIn(folder) }),
  };
}

function refusedIn(folder: string): readonly string[] {
  const goldens = [...new Set(testFiles(folder))];
  const types = join(repositoryRoot, "node_modules/vitest/dist/index.d.ts");
  const problems = typeCheck(folder, goldens, types);
  return [
    ...new Set(problems.map(({ group, example, message }) => (example === null ? message : `${group} ${example}`))),
  ];
}

function testFiles(folder: string): readonly string[] {
  const manifest = readFileSync(join(folder, "index.json"), "utf8");
  const { operations } = JSON.parse(manifest) as { operations: readonly { file: string | null }[] };
  return operations.flatMap(({ file }) =>
    file === null ? [] : [file.replace(/^operations\//, "golden/").replace(/\.ts$/, ".test.ts")],
  );
}

/** In a process of its own, as a test runner cannot run inside of itself. */
function failedIn(folder: string): readonly string[] {
  const report = join(folder, "report.json");
  const runner = join(repositoryRoot, "node_modules/vitest/vitest.mjs");
  const args = ["run", "--root", folder, "--no-isolate", "--reporter=json", `--outputFile=${report}`];
  const { PATH, HOME, TMPDIR } = process.env;
  // A runner that finds itself inside of another one does not run.
  const env = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined));
  const ended = spawnSync(process.execPath, [runner, ...args], { cwd: folder, env, encoding: "utf8" });
  if (ended.status === null || !existsSync(report))
    throw new Error(`The tests were not run: ${ended.stderr}${ended.stdout}`);
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  return testResults.flatMap(({ assertionResults, message }) => [
    ...(message === "" ? [] : [message]),
    ...assertionResults.filter(({ status }) => status !== "passed").map(({ fullName }) => fullName),
  ]);
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}
