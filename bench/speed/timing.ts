/** What several runs of one program come to. */
import type { ProcessRun } from "./run-process.ts";

export interface Timing {
  /** Medians. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly fastest: number;
  readonly slowest: number;
}

/** The middle one, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error("there is no median of nothing");
  return (low + high) / 2;
}

export function timingOf(runs: readonly ProcessRun[]): Timing {
  const seconds = runs.map((run) => run.seconds);
  return {
    seconds: median(seconds),
    cpuSeconds: median(runs.map((run) => run.cpuSeconds)),
    megabytes: median(runs.map((run) => run.megabytes)),
    fastest: Math.min(...seconds),
    slowest: Math.max(...seconds),
  };
}
