/** Waiting between two tries. */

/** The platform's timers count in 32 bits, and fire at once beyond. */
const longestTimer = 2 ** 31 - 1;

/**
 * Waits.
 *
 * @param ms milliseconds; more than 24 days are cut to that
 * @throws the reason of the signal as soon as it is aborted; the timer is gone then.
 */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener("abort", stop);
        resolve();
      },
      Math.min(ms, longestTimer),
    );
    signal?.addEventListener("abort", stop, { once: true });
  });
}
