/** Runs a program once and measures it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ProcessRun {
  /** From start to end of the whole process. */
  readonly seconds: number;
  /** Of all processors together; that of a process and the Node.js processes that it has started. */
  readonly cpuSeconds: number;
  /** The most that was resident; the sum where the program has started further Node.js processes. */
  readonly megabytes: number;
  readonly stdout: string;
}

interface Needs {
  readonly kilobytes: number;
  readonly cpuMicroseconds: number;
}

const preload = new URL("./peak-memory.js", import.meta.url).href;

/** The last lines of what a program has said, for a message. */
function lastWords(text: string): string {
  return text.trim().split("\n").slice(-5).join("\n");
}

function needsIn(folder: string): Needs[] {
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Needs);
}

/**
 * Runs a script with the running Node.js, without a terminal, as a build does.
 *
 * Throws an `Error` with the program's last words if it fails.
 */
export function runProcess(script: string, args: readonly string[], cwd: string): ProcessRun {
  const folder = mkdtempSync(join(tmpdir(), "apipage-needs-"));
  try {
    const start = performance.now();
    const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [script, ...args], {
      cwd,
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
      env: {
        ...process.env,
        NODE_OPTIONS: `--import ${preload}`,
        APIPAGE_BENCH_NEEDS: folder,
        CI: "1",
        NO_COLOR: "1",
        DO_NOT_TRACK: "1",
      },
    });
    const seconds = (performance.now() - start) / 1000;
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`ended with ${signal ?? status}: ${lastWords(`${stdout}\n${stderr}`)}`);
    const needs = needsIn(folder);
    const sum = (of: (one: Needs) => number): number => needs.reduce((all, one) => all + of(one), 0);
    return {
      seconds,
      cpuSeconds: sum((one) => one.cpuMicroseconds) / 1_000_000,
      megabytes: sum((one) => one.kilobytes) / 1024,
      stdout,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
