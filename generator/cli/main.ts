#!/usr/bin/env node
/** The executable. */
import { guardArgument, guardOutput, startGuard } from "./guard.ts";
import { stopSignal } from "./stop-signal.ts";
import { uninterrupted } from "./uninterrupted.ts";

async function main(args: readonly string[]): Promise<number> {
  const { run } = await import("./run.ts");
  return await run(args, {
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    uninterrupted,
    guard: startGuard,
    stopped: stopSignal,
  });
}

// The reader of a pipe may close it early (`| head`): that is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const [first, ...others] = process.argv.slice(2);
// Set rather than exit(): what is still in the pipe gets written.
if (first === guardArgument) await guardOutput(others[0] ?? "");
else process.exitCode = await main(process.argv.slice(2));
