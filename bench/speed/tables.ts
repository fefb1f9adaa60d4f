/** The figures as text. */
import { count, textTable } from "../bundle/table.ts";
import { type GrowthStep, growthBase, growthRatio } from "./growth.ts";
import type { OursReport, State } from "./ours.ts";
import type { OutputSize } from "./output.ts";
import type { PeerReport, PeersReport } from "./peers.ts";
import { type Target, timePerOperation, verdictOn } from "./targets.ts";
import type { Timing } from "./timing.ts";

const timingTitles = ["seconds", "fastest", "slowest", "CPU s", "peak MB"];

function timingCells({ seconds, fastest, slowest, cpuSeconds, megabytes }: Timing): string[] {
  return [...[seconds, fastest, slowest, cpuSeconds].map((value) => value.toFixed(2)), count(megabytes)];
}

const outputTitles = ["files", "MB out"];

function outputCells({ files, bytes }: OutputSize): string[] {
  return [count(files), (bytes / 1e6).toFixed(1)];
}

const stateTitles: Readonly<Record<State, string>> = {
  cold: "cold: no cache, no output",
  warm: "warm: no output",
  unchanged: "nothing changed",
  metadata: "a page changed, nothing of the API",
  description: "a description changed",
  parameter: "a query parameter added",
  property: "a property added",
};

const states: readonly State[] = ["cold", "warm", "description", "parameter", "property", "metadata", "unchanged"];

export function oursTable({ output, timings }: OursReport): string {
  const rows = states.map((state) => {
    const timing = timings.get(state);
    const cells = timing ? [...timingCells(timing), ...outputCells(output)] : ["no cache", "", "", "", "", "", ""];
    return [stateTitles[state], ...cells];
  });
  return textTable([["generate", ...timingTitles, ...outputTitles], ...rows]);
}

export function growthTable(growth: readonly GrowthStep[]): string {
  const rows = growth.map((step) => [
    count(step.pages),
    ...timingCells(step.timing),
    ...outputCells(step.output),
    ((step.timing.seconds * 1000) / step.pages).toFixed(2),
    `${growthRatio(step, growth).toFixed(2)} x`,
  ]);
  return textTable([["pages", ...timingTitles, ...outputTitles, "ms a page", `to ${growthBase}`], ...rows]);
}

function peerRow({ name, version, writes, measured }: PeerReport, operations: number, ours?: number): string[] {
  const title = [`${name} ${version}`, writes];
  if (measured === undefined) return [...title, "failed", "", "", "", "", "", "", "", ""];
  const each = timePerOperation(measured.timing.seconds, operations);
  const ratio = ours === undefined ? "" : `${(each / ours).toFixed(2)} x`;
  return [...title, ...timingCells(measured.timing), ...outputCells(measured.output), each.toFixed(2), ratio];
}

/** Ours on top where it was measured, in the same run. */
export function peersTable({ operations, peers }: PeersReport, ours: OursReport | undefined): string {
  const cold = ours?.timings.get("cold");
  const each = ours && cold ? timePerOperation(cold.seconds, ours.operations) : undefined;
  const own =
    ours && cold && each !== undefined
      ? [["ours, cold", "functions", ...timingCells(cold), ...outputCells(ours.output), each.toFixed(2), "1.00 x"]]
      : [];
  return textTable([
    ["generator", "writes", ...timingTitles, ...outputTitles, "ms an operation", "to ours"],
    ...own,
    ...peers.map((peer) => peerRow(peer, operations, each)),
  ]);
}

export function targetsTable(targets: readonly Target[]): string {
  const amount = (value: number, unit: string): string => `${unit === "MB" ? count(value) : value.toFixed(2)} ${unit}`;
  return textTable([
    ["figure", "needed", "measured", ""],
    ...targets.map((target) => [
      target.name,
      `${target.bound} ${target.needed} ${target.unit}`,
      target.measured === undefined ? "-" : amount(target.measured, target.unit),
      verdictOn(target),
    ]),
  ]);
}
