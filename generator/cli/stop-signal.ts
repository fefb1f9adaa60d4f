/** Waits until somebody wants the program to end. */

const signals = ["SIGINT", "SIGTERM"] as const;

/** Resolves at the first Ctrl-C, or request to terminate. The next one ends the process at once, as it always does. */
export async function stopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      for (const signal of signals) process.off(signal, stop);
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  });
}
