/** What the figures were measured on. */
import { availableParallelism, cpus, loadavg, platform, totalmem } from "node:os";

export interface Machine {
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly gigabytes: number;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted a processor: during the last minute before what was measured, and the last one of it. */
  readonly loadBefore: number;
  readonly loadAfter: number;
}

/** 0 where the system does not say. */
export function currentLoad(): number {
  return loadavg()[0] ?? 0;
}

export function thisMachine(loadBefore: number): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    gigabytes: Math.round(totalmem() / 1024 ** 3),
    system: platform(),
    node: process.version,
    loadBefore,
    loadAfter: currentLoad(),
  };
}

// What is measured keeps one core busy, and a second one at times.
const restingLoad = 0.5;
const ownLoad = 2;

export function machineLine({ date, processor, cores, gigabytes, system, node, ...load }: Machine): string {
  const isBusy = load.loadBefore > restingLoad || load.loadAfter > ownLoad;
  const loads = `load ${load.loadBefore.toFixed(1)} before, ${load.loadAfter.toFixed(1)} after`;
  const remark = isBusy
    ? `\nOthers were at work (${loads}): times are too long, CPU s are nearer to what it takes.`
    : "";
  return `${date}, ${cores} cores (${processor}), ${gigabytes} GB, ${system}, Node.js ${node}.${remark}`;
}
