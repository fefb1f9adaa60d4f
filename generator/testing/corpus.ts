/** Real doc sets, which are not part of the repository: tests that need them say so and skip where they are absent. */
import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout. */
export const repositoryRoot = fileURLToPath(new URL("../../", import.meta.url));

/** Folder with `corpus/`, `seeds/`, `truth/` and `tools/`. */
export const corpusRoot = realPath(resolve(repositoryRoot, process.env.APIPAGE_CORPUS ?? "../shared"));

/** The scoring tools find out by their own path that they were started, which a link on the way would hide. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

export const isCorpusThere = existsSync(join(corpusRoot, "corpus"));

export interface CorpusSet {
  readonly name: string;
  readonly docs: string;
}

/** The set that the figures of `npm run fidelity` are about. */
export const measuredSet: CorpusSet = {
  name: "graph-v1.0-2021-07",
  docs: join(corpusRoot, "corpus/graph-v1.0-2021-07"),
};

export const corpusSets: readonly CorpusSet[] = [
  measuredSet,
  ...["graph-v1.0-2021-01", "graph-modern", "copilot-2026"].map((name) => ({
    name,
    docs: join(corpusRoot, "corpus", name),
  })),
  { name: "seeds", docs: join(corpusRoot, "seeds") },
];
