/**
 * How fast `generate` is, from nothing and after small changes, how its time grows with the pages, and how fast other
 * generators are on the same machine.
 *
 *     npm run bench
 *
 * Every program runs by itself, several times, and its median counts; figures are compared within one run only. Exits
 * with 0 whatever they are, with 1 under `--strict` where one is missed. Without the corpus (`APIPAGE_CORPUS`, or
 * `../shared`), and where the peers cannot be installed, that part says so and is skipped.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpusRoot, isCorpusThere, measuredSet } from "../generator/testing/corpus.ts";
import { count } from "./bundle/table.ts";
import { measureGrowth } from "./speed/growth.ts";
import { currentLoad, type Machine, machineLine, thisMachine } from "./speed/machine.ts";
import { type Options, readOptions, usage } from "./speed/options.ts";
import { buildOurTool } from "./speed/our-tool.ts";
import { measureOurs } from "./speed/ours.ts";
import { installPeers, measurePeers, type PeersReport } from "./speed/peers.ts";
import { growthTable, oursTable, peersTable, targetsTable } from "./speed/tables.ts";
import { type Reports, targetsOf, verdictOn } from "./speed/targets.ts";

/** For who waits: it takes minutes. */
function say(line: string): void {
  console.error(line);
}

function peersReport(folder: string, rounds: number): PeersReport | undefined {
  try {
    installPeers(say);
  } catch (error) {
    say(`peers: skipped, ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  return measurePeers(folder, rounds, say);
}

function measure({ runs, only }: Options, folder: string): Reports {
  const wantsPages = only.has("ours") || only.has("growth");
  if (wantsPages && !isCorpusThere) {
    say(`ours and growth: skipped, there is no corpus in ${corpusRoot} (set APIPAGE_CORPUS)`);
  }
  const tool = wantsPages && isCorpusThere ? buildOurTool() : undefined;
  return {
    ours: tool && only.has("ours") ? measureOurs(tool, join(folder, "ours"), runs, say) : undefined,
    peers: only.has("peers") ? peersReport(join(folder, "peers"), runs) : undefined,
    growth: tool && only.has("growth") ? measureGrowth(tool, join(folder, "growth"), runs, say) : undefined,
  };
}

function asText(reports: Reports, machine: Machine, runs: number): string {
  const { ours, peers, growth } = reports;
  const parts = [`${runs === 1 ? "One run" : `Medians of ${runs} runs`} of whole processes. ${machineLine(machine)}`];
  if (ours !== undefined) {
    const set = `${measuredSet.name}, ${count(ours.pages)} pages, ${count(ours.operations)} operations`;
    parts.push(`Ours on ${set}, goldens written:\n${oursTable(ours)}`);
  }
  if (peers !== undefined) {
    const operations = `${count(peers.operations)} operations`;
    const remarks = peers.peers.flatMap(({ name, unmetEngine, failure }) => [
      ...(unmetEngine === undefined ? [] : [`\n${name} asks for Node.js ${unmetEngine}, and was run all the same`]),
      ...(failure === undefined ? [] : [`\n${name} ${failure}`]),
    ]);
    parts.push(`Others on ${peers.description}, ${operations}:\n${peersTable(peers, ours)}${remarks.join("")}`);
  }
  if (growth !== undefined)
    parts.push(`Ours, cold, by number of pages of ${measuredSet.name}:\n${growthTable(growth)}`);
  return [...parts, targetsTable(targetsOf(reports))].join("\n\n");
}

function asJson(reports: Reports, machine: Machine, runs: number): string {
  const { ours, peers, growth } = reports;
  const targets = targetsOf(reports).map((target) => ({ ...target, verdict: verdictOn(target) }));
  const own = ours && { ...ours, timings: Object.fromEntries(ours.timings) };
  return JSON.stringify({ machine, runs, set: measuredSet.name, ours: own, peers, growth, targets }, null, 2);
}

function main(): number {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    say(`bench: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const { runs, isJson, isStrict, isHelp } = options;
  if (isHelp) {
    console.log(usage);
    return 0;
  }
  const loadBefore = currentLoad();
  const folder = mkdtempSync(join(tmpdir(), "apipage-bench-"));
  try {
    const reports = measure(options, folder);
    console.log((isJson ? asJson : asText)(reports, thisMachine(loadBefore), runs));
    const isReached = targetsOf(reports).every((target) => verdictOn(target) === "met");
    return isStrict && !isReached ? 1 : 0;
  } catch (error) {
    say(`bench: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = main();
