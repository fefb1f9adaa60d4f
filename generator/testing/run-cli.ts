/** Runs the command line inside the test's process, and keeps what it prints. */
import { Writable } from "node:stream";
import type { CliIo, CliStream } from "../cli/io.ts";
import { run } from "../cli/run.ts";

class Capture extends Writable {
  text = "";

  override _write(chunk: Buffer | string, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliWorld {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Both streams pretend to be a terminal. */
  readonly isTerminal?: boolean;
  readonly uninterrupted?: CliIo["uninterrupted"];
  /** When commands that go on for ever end; at once if left out. */
  readonly stopped?: CliIo["stopped"];
}

function stream(isTerminal: boolean): { capture: Capture; stream: CliStream } {
  const capture = new Capture();
  return { capture, stream: Object.assign(capture, isTerminal ? { isTTY: true, columns: 100 } : {}) };
}

/** @example await runCli(["generate", "--docs", "docs"], { cwd: folder }) */
export async function runCli(args: readonly string[], world: CliWorld): Promise<CliResult> {
  const { cwd, env = {}, isTerminal = false, uninterrupted = async (work) => work(), stopped = async () => {} } = world;
  const stdout = stream(isTerminal);
  const stderr = stream(isTerminal);
  const io: CliIo = {
    cwd,
    env,
    stdout: stdout.stream,
    stderr: stderr.stream,
    uninterrupted,
    guard: () => () => {},
    stopped,
  };
  const code = await run(args, io);
  return { code, stdout: stdout.capture.text, stderr: stderr.capture.text };
}
