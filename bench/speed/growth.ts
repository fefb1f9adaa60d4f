/** How the time for a generation from nothing grows with the number of pages. */
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { measuredSet } from "../../generator/testing/corpus.ts";
import { shuffled } from "../../generator/testing/shuffled.ts";
import { createProject, generate, type OurTool, type Project } from "./our-tool.ts";
import { filesBelow, type OutputSize, outputSize } from "./output.ts";
import type { ProcessRun } from "./run-process.ts";
import { type Timing, timingOf } from "./timing.ts";

/** Numbers of pages; besides these, all that there are. */
const steps = [100, 500, 1000, 2000];

/** Time per page of all pages is compared with that of so many. */
export const growthBase = 500;

export interface GrowthStep {
  readonly pages: number;
  readonly output: OutputSize;
  readonly timing: Timing;
}

/** Each step has the pages of the one before it and more: resources and operations, as chance mixes them. */
function createSteps(folder: string): { pages: number; project: Project }[] {
  const pages = filesBelow(measuredSet.docs).map((path) => relative(measuredSet.docs, path));
  const mixed = shuffled(pages, 20_210_701);
  return [...steps, mixed.length].map((count) => {
    const docs = join(folder, `docs-${count}`);
    for (const page of mixed.slice(0, count)) {
      mkdirSync(dirname(join(docs, page)), { recursive: true });
      cpSync(join(measuredSet.docs, page), join(docs, page));
    }
    return { pages: count, project: createProject(join(folder, `project-${count}`), docs) };
  });
}

/** Measures in a folder that the caller removes; the sizes take turns, so that they have the same machine. */
export function measureGrowth(
  tool: OurTool,
  folder: string,
  rounds: number,
  say: (line: string) => void,
): GrowthStep[] {
  const sizes = createSteps(folder).map((step) => ({ ...step, runs: [] as ProcessRun[] }));
  say("growth: one run that does not count");
  for (const { project } of sizes.slice(-1)) generate(tool, project);
  for (let round = 1; round <= rounds; round++) {
    for (const { project, runs } of sizes) {
      rmSync(project.out, { recursive: true, force: true });
      rmSync(project.cache, { recursive: true, force: true });
      runs.push(generate(tool, project));
    }
    const said = sizes.map(({ pages, runs }) => `${pages} pages ${runs.at(-1)?.seconds.toFixed(2)} s`);
    say(`growth: round ${round} of ${rounds}: ${said.join(", ")}`);
  }
  return sizes.map(({ pages, project, runs }) => ({
    pages,
    output: outputSize(project.out),
    timing: timingOf(runs),
  }));
}

/** Time per page beside that at `growthBase` pages. */
export function growthRatio({ pages, timing }: GrowthStep, all: readonly GrowthStep[]): number {
  const base = all.find((step) => step.pages === growthBase);
  if (base === undefined) throw new Error(`nothing was measured at ${growthBase} pages`);
  return timing.seconds / pages / (base.timing.seconds / base.pages);
}
