/**
 * What an SDK of ours weighs in a web page, beside two others for the same service: bundled by esbuild, minified, gzip.
 *
 *     npm run bundle
 *
 * Every compared program is run before its size counts. Exits with 1 where a budget is exceeded. Without the corpus
 * (`APIPAGE_CORPUS`, or `../shared`) the part that needs the pages of a large API says so and is skipped.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bundle, bundle, bundleEach } from "../generator/testing/bundle.ts";
import { corpusRoot, isCorpusThere, measuredSet, repositoryRoot } from "../generator/testing/corpus.ts";
import { writeSdk } from "../generator/testing/write-sdk.ts";
import { budget } from "./bundle/budget.ts";
import { competitorProgram, competitors, ourProgram, type Task, tasks } from "./bundle/programs.ts";
import { rehearse } from "./bundle/rehearse.ts";
import { plainFunction, readFunctions, type SdkFunction } from "./bundle/sdk-functions.ts";
import { type CoreSizes, coreSizes, type FunctionSizes, functionSizes } from "./bundle/sizes.ts";
import { count, textTable } from "./bundle/table.ts";
import { type Figure, figureTable, isStepBack } from "./figures.ts";

interface Measured {
  readonly title: string;
  readonly folder: string;
  readonly functions: readonly SdkFunction[];
  readonly first: SdkFunction;
  readonly core: CoreSizes;
  readonly sizes: FunctionSizes;
}

async function measure(title: string, docs: string, folder: string): Promise<Measured> {
  writeSdk(docs, folder);
  const functions = readFunctions(folder);
  const first = plainFunction(functions);
  const core = await coreSizes(folder, functions, first);
  return { title, folder, functions, first, core, sizes: await functionSizes(folder, functions, first) };
}

function aboveBudget({ each }: FunctionSizes): number {
  return [...each.values()].filter((bytes) => bytes > budget.furtherFunction).length;
}

function partsTable(all: readonly Measured[]): string {
  const row = (title: string, cell: (one: Measured) => string): string[] => [title, ...all.map(cell)];
  const kinds = all[0]?.core.kinds ?? [];
  return textTable([
    row("bytes, minified and gzip", ({ title }) => title),
    row("functions in the SDK", ({ functions }) => count(functions.length)),
    row("client alone", ({ core }) => count(core.client.gzip)),
    row("client and a plain function", ({ core }) => count(core.core.gzip)),
    ...kinds.map(({ kind }, at) =>
      row(`+ the first of kind: ${kind}`, ({ core }) => {
        const bytes = core.kinds[at]?.bytes;
        return bytes === undefined ? "none" : `+${count(bytes)}`;
      }),
    ),
    row("+ a further function, average", ({ sizes }) => `+${sizes.average.toFixed(1)}`),
    row("+ a further function, alone, largest", ({ sizes }) => `+${count(sizes.largest.bytes)}`),
    row("  which is", ({ sizes }) => sizes.largest.name),
    row(`functions above ${budget.furtherFunction}`, ({ sizes }) => count(aboveBudget(sizes))),
  ]);
}

/** Bytes of a bundle that do not come from modules of functions. */
function besidesFunctions({ inputs }: Bundle): number {
  return [...inputs].reduce((sum, [path, bytes]) => (path.includes("/operations/") ? sum : sum + bytes), 0);
}

async function growth(all: readonly Measured[], task: Task): Promise<string> {
  const rows: string[][] = [];
  for (const { title, folder, functions } of all) {
    const one = await bundle(ourProgram(functions, task), folder);
    const shared = besidesFunctions(one);
    rows.push([title, count(functions.length), count(shared), count(one.minified - shared), count(one.gzip)]);
  }
  const head = [`"${tasks[task]}"`, "functions", "shared code", "the function", "gzip"];
  return textTable([head, ...rows]);
}

interface Weight {
  readonly title: string;
  readonly task: Task;
  readonly minified: number;
  readonly gzip: number;
}

async function weigh(title: string, programs: ReadonlyMap<Task, string>, folder: string): Promise<Weight[]> {
  const bundles = await bundleEach(programs, folder);
  return [...programs.keys()].flatMap((task) => {
    const one = bundles.get(task);
    if (one === undefined) return [];
    rehearse(one.text, task);
    return [{ title, task, minified: one.minified, gzip: one.gzip }];
  });
}

function comparisonTable(weights: readonly Weight[]): string {
  const rows = weights.map(({ title, task, minified, gzip }) => {
    const ours = weights[0]?.title === title ? undefined : weights.find((one) => one.task === task);
    return [title, tasks[task], count(minified), count(gzip), ours ? `${(gzip / ours.gzip).toFixed(1)} x` : ""];
  });
  return textTable([["SDK", "program", "minified", "gzip", "to ours"], ...rows]);
}

async function compare({ folder, functions }: Measured): Promise<string> {
  const names = ["get-user", "list-messages"] as const;
  const ours = new Map(names.map((task) => [task, ourProgram(functions, task)] as const));
  const weights = await weigh("ours", ours, folder);
  for (const competitor of competitors) {
    const theirs = new Map(names.map((task) => [task, competitorProgram(competitor, task)] as const));
    weights.push(...(await weigh(competitor.title, theirs, competitor.folder)));
  }
  return comparisonTable(weights);
}

function figures({ title, core, sizes }: Measured): Figure[] {
  const isCeiling = true;
  const largest = { needed: budget.furtherFunction, reached: budget.longestFunction, measured: sizes.largest.bytes };
  return [
    {
      name: `client and a plain function, ${title}`,
      needed: budget.core,
      measured: core.core.gzip,
      unit: "",
      isCeiling,
    },
    { name: `largest further function, ${title}`, ...largest, unit: "", isCeiling },
  ];
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "apipage-bundle-"));
  try {
    const all = [await measure("docs-input", join(repositoryRoot, "docs-input"), join(folder, "small"))];
    if (isCorpusThere) all.push(await measure(measuredSet.name, measuredSet.docs, join(folder, "large")));
    const large = all[1];
    console.log(`${partsTable(all)}\n`);
    console.log(`The same program, whatever the size of the API:\n${await growth(all, "get-user")}\n`);
    if (large === undefined)
      console.log(`comparison: skipped, there is no corpus in ${corpusRoot} (set APIPAGE_CORPUS)\n`);
    else console.log(`Beside other SDKs for the same service:\n${await compare(large)}\n`);
    const budgets = all.flatMap(figures);
    console.log(figureTable(budgets));
    return budgets.some(isStepBack) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
