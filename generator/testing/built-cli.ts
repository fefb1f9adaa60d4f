/** The command line as a program of its own that starts fast, for tests that need many real processes. */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";
import { repositoryRoot } from "./corpus.ts";

export interface BuiltCli {
  /** The script to start. */
  readonly main: string;
}

/** Builds it before the tests of a file, and removes it after them. */
export function useBuiltCli(): BuiltCli {
  let folder = "";
  beforeAll(async () => {
    // Laid out as the package is, for what looks for other files of it.
    folder = realpathSync(mkdtempSync(join(tmpdir(), "apipage-cli-")));
    copyFileSync(join(repositoryRoot, "package.json"), join(folder, "package.json"));
    for (const name of ["node_modules", "templates"])
      symlinkSync(join(repositoryRoot, name), join(folder, name), "junction");
    await build({
      entryPoints: [join(repositoryRoot, "generator/cli/main.ts")],
      outdir: join(folder, "dist"),
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      packages: "external",
      logLevel: "silent",
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    get main() {
      return join(folder, "dist/main.js");
    },
  };
}

export interface ProcessResult {
  /** Exit code, or the signal that ended it. */
  readonly end: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a process prints until it ends. */
export async function resultOf(child: ChildProcess): Promise<ProcessResult> {
  const end = new Promise<ProcessResult["end"]>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? signal));
  });
  const [stdout, stderr] = await Promise.all(
    [child.stdout, child.stderr].map((stream) => (stream === null ? "" : text(stream))),
  );
  return { end: await end, stdout: stdout ?? "", stderr: stderr ?? "" };
}

/** @param nodeFlags flags of Node.js itself */
export function startCli(
  { main }: BuiltCli,
  args: readonly string[],
  options: SpawnOptions,
  nodeFlags: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, [...nodeFlags, main, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
}
