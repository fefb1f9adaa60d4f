/** What is needed, and whether it was reached. */
import { type GrowthStep, growthRatio } from "./growth.ts";
import type { OursReport, State } from "./ours.ts";
import type { PeersReport } from "./peers.ts";

export interface Reports {
  readonly ours: OursReport | undefined;
  readonly peers: PeersReport | undefined;
  readonly growth: readonly GrowthStep[] | undefined;
}

export interface Target {
  readonly name: string;
  readonly bound: "<" | "<=" | ">=";
  readonly needed: number;
  readonly unit: "s" | "MB" | "x";
  /** Nothing where that part was left out, or there is no cache. */
  readonly measured: number | undefined;
}

export type Verdict = "met" | "missed" | "not measured";

export function verdictOn({ bound, needed, measured }: Target): Verdict {
  if (measured === undefined) return "not measured";
  const isMet = { "<": measured < needed, "<=": measured <= needed, ">=": measured >= needed }[bound];
  return isMet ? "met" : "missed";
}

/** Milliseconds. */
export function timePerOperation(seconds: number, operations: number): number {
  return (seconds * 1000) / operations;
}

const changedStates: readonly State[] = ["description", "parameter", "property"];

/** The slowest of the changes counts. */
function pageChanged(ours: OursReport | undefined): number | undefined {
  const seconds = changedStates.flatMap((state) => ours?.timings.get(state)?.seconds ?? []);
  return seconds.length === 0 ? undefined : Math.max(...seconds);
}

/** How many times the time per operation of the best peer that writes functions is ours. */
function advantage({ ours, peers }: Reports): number | undefined {
  const cold = ours?.timings.get("cold");
  const theirs = peers?.peers.filter(({ writes }) => writes === "functions").flatMap(({ measured }) => measured ?? []);
  if (ours === undefined || peers === undefined || cold === undefined || !theirs?.length) return undefined;
  const best = Math.min(...theirs.map(({ timing }) => timePerOperation(timing.seconds, peers.operations)));
  return best / timePerOperation(cold.seconds, ours.operations);
}

export function targetsOf(reports: Reports): Target[] {
  const { ours, growth } = reports;
  const cold = ours?.timings.get("cold");
  const all = growth?.at(-1);
  return [
    { name: "cold", bound: "<", needed: 4, unit: "s", measured: cold?.seconds },
    { name: "cold, peak memory", bound: "<", needed: 600, unit: "MB", measured: cold?.megabytes },
    { name: "one page changed, slowest", bound: "<", needed: 0.8, unit: "s", measured: pageChanged(ours) },
    { name: "nothing changed", bound: "<", needed: 0.35, unit: "s", measured: ours?.timings.get("unchanged")?.seconds },
    {
      name: "time per operation, best peer with functions to ours",
      bound: ">=",
      needed: 2,
      unit: "x",
      measured: advantage(reports),
    },
    {
      name: "time per page, all pages to 500",
      bound: "<=",
      needed: 1.1,
      unit: "x",
      measured: growth && all && growthRatio(all, growth),
    },
  ];
}
