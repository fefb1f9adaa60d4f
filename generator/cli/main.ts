#!/usr/bin/env node
/** The executable. */
import { run } from "./run.ts";
import { stopSignal } from "./stop-signal.ts";
import { uninterrupted } from "./uninterrupted.ts";

// The reader of a pipe may close it early (`| head`): that is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Set rather than exit(): what is still in the pipe gets written.
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  uninterrupted,
  stopped: stopSignal,
});
