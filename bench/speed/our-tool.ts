/** Our generator, as users get it: the built program. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../generator/testing/corpus.ts";
import { type ProcessRun, runProcess } from "./run-process.ts";

export interface OurTool {
  readonly script: string;
  /** It can be told where to keep what it has read. */
  readonly hasCache: boolean;
}

/** Builds the program. Throws an `Error` with the compiler's words if that fails. */
export function buildOurTool(): OurTool {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", "build"], {
    cwd: repositoryRoot,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm run build failed\n${stdout}${stderr}`);
  const script = join(repositoryRoot, "dist/cli/main.js");
  return {
    script,
    hasCache: runProcess(script, ["generate", "--help"], repositoryRoot).stdout.includes("--cache-dir"),
  };
}

/** Folders of one generation. */
export interface Project {
  /** Has a package.json that names vitest, so that goldens are written. */
  readonly folder: string;
  readonly docs: string;
  readonly out: string;
  readonly cache: string;
}

export function createProject(folder: string, docs: string): Project {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module", "devDependencies": { "vitest": "4" } }\n');
  return { folder, docs, out: join(folder, "sdk"), cache: join(folder, "cache") };
}

export function generate({ script, hasCache }: OurTool, { folder, docs, out, cache }: Project): ProcessRun {
  const args = ["generate", "--docs", docs, "--out", out, ...(hasCache ? ["--cache-dir", cache] : [])];
  return runProcess(script, args, folder);
}

/** How many operations the generated SDK has. */
export function operationsIn({ out }: Project): number {
  const model = JSON.parse(readFileSync(join(out, "api.json"), "utf8")) as { operations: readonly unknown[] };
  return model.operations.length;
}
