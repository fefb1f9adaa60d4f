/**
 * Whether lint is of use on real pages, or noise: what it finds on real doc sets, by code, and beside what a survey of the
 * pages counted.
 *
 *     npm run lint:figures [-- --sample N] [-- --seed N]
 *
 * `--sample` prints that many errors of the measured set, to be looked at by hand: others for another seed. Exits with 1
 * where there are more errors than one for 50 pages.
 */
import { parseArgs } from "node:util";
import { resolveSettings } from "../generator/config/settings.ts";
import { type LintedDocs, lintDocs } from "../generator/lint-docs.ts";
import { readDocsSet } from "../generator/read-pages.ts";
import { findingCounts } from "../generator/report/summary.ts";
import { openDocs } from "../generator/source/docs-set.ts";
import {
  type CorpusSet,
  corpusRoot,
  corpusSets,
  isCorpusThere,
  measuredSet,
  repositoryRoot,
} from "../generator/testing/corpus.ts";
import { shuffled } from "../generator/testing/shuffled.ts";
import { type Figure, figureTable, isStepBack } from "./figures.ts";
import { tolerances, toleranceTable } from "./tolerances.ts";

function lint({ docs }: CorpusSet): LintedDocs {
  return lintDocs(resolveSettings({ docs }, repositoryRoot, {}, repositoryRoot));
}

function counted({ findings }: LintedDocs) {
  return findingCounts(findings.map(({ diagnostic }) => diagnostic));
}

/** Rounded up to hundredths: 1.001 is more than 1. */
function errorsPer50Pages(linted: LintedDocs): number {
  const rate = (counted(linted).findings.error * 50) / linted.pageCounts.all;
  return Math.ceil(rate * 100 - 1e-9) / 100;
}

function setLines(name: string, linted: LintedDocs): string[] {
  const { findings, codes } = counted(linted);
  const { error, warning, note } = findings;
  return [
    `${name}: ${linted.pageCounts.all} pages, ${error} errors (${errorsPer50Pages(linted)} for 50 pages), ${warning} warnings, ${note} notes`,
    ...codes.map(
      ({ code, severity, count }) => `  ${severity.padEnd(8)} ${code.padEnd(26)} ${String(count).padStart(5)}`,
    ),
  ];
}

function toleranceLines({ docs }: CorpusSet, { findings }: LintedDocs): string[] {
  const set = openDocs(docs);
  const { pages } = readDocsSet(set, {});
  const known = new Set(tolerances.flatMap(({ codes }) => codes));
  const others = new Set(findings.map(({ diagnostic }) => diagnostic.code).filter((code) => !known.has(code)));
  return [toleranceTable({ pages, texts: set.texts, findings }), `not in the survey: ${[...others].sort().join(", ")}`];
}

function sampleLines({ findings }: LintedDocs, size: number, seed: number): string[] {
  const errors = findings.filter(({ diagnostic }) => diagnostic.severity === "error");
  const sample = shuffled(errors, seed).slice(0, size);
  return [
    `${sample.length} of ${errors.length} errors, seed ${seed}`,
    ...sample.map(({ diagnostic: { code, message, place } }) => `  ${place?.page}:${place?.line} ${code}: ${message}`),
  ];
}

function main(): number {
  const options = { sample: { type: "string", default: "0" }, seed: { type: "string", default: "1" } } as const;
  const { values } = parseArgs({ options });
  if (!isCorpusThere) {
    console.log(`lint:figures: skipped, there is no corpus in ${corpusRoot} (set APIPAGE_CORPUS)`);
    return 0;
  }
  let figures: Figure[] = [];
  for (const set of corpusSets) {
    const linted = lint(set);
    console.log(`${setLines(set.name, linted).join("\n")}\n`);
    if (set !== measuredSet) continue;
    figures = [
      { name: "errors for 50 pages", needed: 1, measured: errorsPer50Pages(linted), unit: "", isCeiling: true },
    ];
    console.log(`${toleranceLines(set, linted).join("\n")}\n`);
    if (values.sample !== "0")
      console.log(`${sampleLines(linted, Number(values.sample), Number(values.seed)).join("\n")}\n`);
  }
  console.log(`${measuredSet.name}\n${figureTable(figures)}`);
  return figures.some(isStepBack) ? 1 : 0;
}

process.exitCode = main();
