/**
 * A second process that watches the first one write, and finishes the work should that be killed: no signal handler can
 * do so, as nothing runs in a process after SIGKILL.
 */
import { spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";

/** First argument of the second process. */
export const guardArgument = "guard-output";

const triesMs = 20;
const maxTries = 500;

/**
 * Starts the second process. Where that is not possible, there is none: what it is for is done by the next run then.
 *
 * @returns ends it, when there is nothing left to watch over
 */
export function startGuard(folder: string): () => void {
  const [, script = ""] = process.argv;
  try {
    const guard = spawn(process.execPath, [...process.execArgv, script, guardArgument, folder], {
      // A group of its own: what is sent to the whole group of the first is not meant for it.
      detached: true,
      // The end of the pipe is the end of the first process, however that comes about.
      stdio: ["pipe", "ignore", "ignore"],
      windowsHide: true,
    });
    guard.on("error", () => {});
    guard.stdin.on("error", () => {});
    guard.unref();
    return () => {
      guard.kill("SIGKILL");
      guard.stdin.destroy();
    };
  } catch {
    return () => {};
  }
}

/** The second process: waits for the end of the first, and leaves a whole output folder behind. */
export async function guardOutput(folder: string): Promise<void> {
  for await (const _ of process.stdin);
  const { healOutput } = await import("../output/replace-output.ts");
  // The first process may hold its lock for a moment longer than the pipe.
  for (let tries = 0; tries < maxTries; tries += 1) {
    if (await healOutput({ path: folder, shown: folder })) return;
    await setTimeout(triesMs);
  }
}
