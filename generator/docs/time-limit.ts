/** A limit on the time of work that cannot be trusted to end. */
import { createContext, runInContext } from "node:vm";

/** Steps run together for about so long: each limit costs a thread. */
const sliceSeconds = 1;

/**
 * Runs steps one after the other. One that takes longer than the limit is ended, and `onTimeout` told of it, before the
 * next begins. Only code in JavaScript can be ended, regular expressions included; native code is waited for.
 *
 * @param step must leave nothing half done that a later step would need: it may be ended anywhere
 * @param seconds limit of each step
 */
export function runLimited<Item>(
  items: readonly Item[],
  step: (item: Item) => void,
  onTimeout: (item: Item) => void,
  seconds: number,
): void {
  let next = 0;
  const sliceTime = Math.min(sliceSeconds, seconds) * 1000;
  const slice = (): void => {
    const end = performance.now() + sliceTime;
    for (; next < items.length && performance.now() < end; next++) step(items[next] as Item);
  };
  const context = createContext({ slice });
  while (next < items.length) {
    try {
      // At the end of its slice a step that has just begun still has the whole limit.
      runInContext("slice()", context, { timeout: Math.ceil(sliceTime + seconds * 1000) });
    } catch (error) {
      if (!isTimeout(error)) throw error;
      onTimeout(items[next] as Item);
      next++;
    }
  }
}

/** The error is one of the context, which has an `Error` of its own. */
function isTimeout(error: unknown): boolean {
  const isObject = typeof error === "object" && error !== null;
  return isObject && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
