/**
 * Damages the pages of a real doc set, and looks for what must not come of it: `npm run fuzz -- --pages 20000 --seed 1`.
 *
 * Whole sets are damaged, read, linked, emitted, compiled, and their goldens are run. Exits with 1 where a page is a
 * crash or takes too long, where the output has more in it than it should or does not compile, or where a golden fails.
 * The same seed damages in the same way; a failure names the set and, where it is known, the page:
 * `--set 3 --only api/user-get.md` damages just the pages whose path begins like that, `--show` prints them, `--keep` leaves the
 * output.
 */
import { parseArgs } from "node:util";
import { openDocs } from "../generator/source/docs-set.ts";
import { corpusRoot, isCorpusThere, measuredSet } from "../generator/testing/corpus.ts";
import { damaged } from "./fuzz/mutations.ts";
import { createRandom, seedOf } from "./fuzz/random.ts";
import { runSet } from "./fuzz/run-set.ts";

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    limit: { type: "string", default: "2000" },
    set: { type: "string" },
    only: { type: "string", multiple: true },
    keep: { type: "boolean", default: false },
    show: { type: "boolean", default: false },
  },
});

function whole(name: "pages" | "seed" | "limit"): number {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} has to be a whole number`);
  return number;
}

const [wanted, seed, limit] = [whole("pages"), whole("seed"), whole("limit")];
const only = values.only ?? [];

/** The pages of a set, damaged by the seed, the number of the set and their path. */
function damagedSet(texts: ReadonlyMap<string, string>, set: number): ReadonlyMap<string, string> {
  return new Map(
    [...texts].map(([path, text]): [string, string] => {
      if (only.length > 0 && !only.some((start) => path.startsWith(start))) return [path, text];
      const result = damaged(text, createRandom(seedOf(seed + set * 7919, path)));
      if (values.show) console.log(`${path}: ${result.kinds.join(", ")}\n${result.text}\n`);
      return [path, result.text];
    }),
  );
}

async function main(): Promise<number> {
  if (!isCorpusThere) {
    console.log(`fuzz: skipped, there is no corpus in ${corpusRoot} (set APIPAGE_CORPUS)`);
    return 0;
  }
  const { texts } = openDocs(measuredSet.docs);
  const sets = values.set === undefined ? Math.ceil(wanted / texts.size) : 1;
  let failed = 0;
  for (let i = 0; i < sets; i++) {
    const set = values.set === undefined ? i : Number(values.set);
    const start = performance.now();
    const { failures, slowest, tests } = await runSet(damagedSet(texts, set), limit, values.keep);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `seed ${seed}, set ${set}: ${texts.size} pages, ${tests} tests of goldens, ${failures.length} failures in ${seconds} s; ` +
        `slowest page ${slowest.milliseconds.toFixed(0)} ms (${slowest.page})`,
    );
    for (const failure of failures.slice(0, 40)) console.log(`  ${failure}`);
    failed += failures.length;
  }
  console.log(`${sets * texts.size} pages, ${failed} failures; again with --seed ${seed} --set N --only PAGE`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main();
