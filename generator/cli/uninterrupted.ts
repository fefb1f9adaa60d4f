/** Keeps signals from cutting a piece of work in two. */
import { setImmediate } from "node:timers/promises";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs synchronous work to its end. A signal that arrives meanwhile acts as it would have, only afterwards: before and
 * after the work there is no handler, so that Ctrl-C ends the process at once.
 */
export async function uninterrupted<T>(work: () => T): Promise<T> {
  let received: NodeJS.Signals | null = null;
  const remember = (signal: NodeJS.Signals): void => {
    received = signal;
  };
  for (const signal of signals) process.on(signal, remember);
  try {
    return work();
  } finally {
    // Handlers are called by the event loop: two rounds, as a signal may come in at the end of the first.
    await setImmediate();
    await setImmediate();
    for (const signal of signals) process.off(signal, remember);
    if (received !== null) process.kill(process.pid, received);
  }
}
