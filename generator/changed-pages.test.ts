/**
 * What a run makes with the cache of the run before is, byte for byte, what a run from nothing makes: whatever has changed
 * in between. A page, a row, an example, an included file, an option.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { damaged } from "../bench/fuzz/mutations.ts";
import { createRandom, type Random } from "../bench/fuzz/random.ts";
import type { Config } from "./config/config.ts";
import { resolveSettings } from "./config/settings.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { manifestName, manifestText } from "./output/manifest.ts";
import { replaceOutput } from "./output/replace-output.ts";
import { prepareGeneration } from "./prepare-generation.ts";
import { RunError } from "./run-error.ts";
import { corpusSets, isCorpusThere, measuredSet, repositoryRoot } from "./testing/corpus.ts";
import { filesIn, tempFolder } from "./testing/temp-folder.ts";

type Pages = Readonly<Record<string, string>>;

/** A docs folder and the options of its runs. */
interface State {
  readonly pages: Pages;
  readonly options: Config;
}

type Change = (state: State, random: Random, start: State) => State;

function onPage(pick: (path: string) => boolean, change: (text: string, random: Random) => string): Change {
  return ({ pages, options }, random) => {
    // Not every page has what is to be changed.
    for (let tries = 0; tries < 20; tries++) {
      const path = random.pick(Object.keys(pages).filter(pick));
      if (path === undefined) break;
      const text = pages[path] ?? "";
      const changed = change(text, random);
      if (changed !== text) return { options, pages: { ...pages, [path]: changed } };
    }
    return { options, pages };
  };
}

/** Changes one of the lines that fit; none where none does. */
function line(pattern: RegExp, change: (line: string, random: Random) => string) {
  return (text: string, random: Random): string => {
    const lines = text.split("\n");
    const at = random.pick([...lines.keys()].filter((index) => pattern.test(lines[index] ?? "")));
    if (at === undefined) return text;
    lines[at] = change(lines[at] ?? "", random);
    return lines.join("\n");
  };
}

const any = (): boolean => true;
const isResource = (path: string): boolean => path.includes("resources/");
const isOperation = (path: string): boolean => path.includes("api/");
const row = /^\| ?[`A-Za-z@]+ ?\|.+\|/u;
const typedRow =
  /^(\| ?\w+ ?\| ?)(String|Int32|Boolean|DateTimeOffset|String collection|\[\w+\]\([^)]+\)(?: collection)?)( ?\|)/u;
const types = ["String", "Int32", "Boolean", "DateTimeOffset", "String collection", "Collection(Int32)", "Edm.Binary"];

function option(change: (random: Random) => Config): Change {
  return ({ pages, options }, random) => ({ pages, options: { ...options, ...change(random) } });
}

const changes: Readonly<Record<string, Change>> = {
  "a description": onPage(
    any,
    line(/^[A-Z][^|#`{}]+\.$/u, (text, random) => `${text} Edition ${random.below(100)}.`),
  ),
  "the description of a row": onPage(
    any,
    line(row, (text, random) => text.replace(/ ?\|$/u, ` Edition ${random.below(100)}. |`)),
  ),
  "a row added": onPage(
    any,
    line(row, (text, random) => `${text}\n${text.replace(/\w+/u, `extra${random.below(5)}`)}`),
  ),
  "a row removed": onPage(
    any,
    line(row, () => ""),
  ),
  "the type of a property": onPage(
    isResource,
    line(typedRow, (text, random) => text.replace(typedRow, `$1${random.pick(types)}$3`)),
  ),
  "a property that holds another type": onPage(
    isResource,
    line(typedRow, (text, random) => {
      const name = random.pick(["message", "user", "team", "notebook", "invitation", "task"]);
      return `${text}\n|more${random.below(5)}|[${name}](${name}.md)|More.|`;
    }),
  ),
  "a type that derives from another": onPage(
    isResource,
    line(/^# /u, (text, random) => `${text}\n\nInherits from [${random.pick(["entity", "user"])}](entity.md).`),
  ),
  "a namespace": onPage(
    isResource,
    line(/^Namespace: /u, (text, random) => `${text}.part${random.below(3)}`),
  ),
  "a title": onPage(
    any,
    line(/^# /u, (text, random) => text.replace(/(\w+)(?= |$)/u, `$1${random.below(10)}`)),
  ),
  "a deprecation": onPage(
    any,
    line(/^# /u, (text) => `${text}\n\n> [!CAUTION]\n> This is deprecated and will be removed.`),
  ),
  "an example": onPage(
    isOperation,
    line(/^ +"[^"]+": /u, (text, random) => text.replace(/: "[^"]*"|: \d+/u, `: "edition ${random.below(100)}"`)),
  ),
  "a member of an example": onPage(
    isOperation,
    line(/^ +"[^"]+": .+,$/u, (text, random) => `${text}\n  "more${random.below(9)}": ${random.below(9)},`),
  ),
  "the path of a request": onPage(
    isOperation,
    line(/^(?:GET|POST|PATCH|PUT|DELETE) \S+$/u, (text, random) => text.replace(/\/(\w+)/u, `/$1${random.below(3)}`)),
  ),
  "a second path": onPage(
    isOperation,
    line(
      /^(?:GET|POST|PATCH|PUT|DELETE) \/\w+/u,
      (text, random) => `${text}\n${text.replace("/", `/other${random.below(3)}/`)}`,
    ),
  ),
  "a permission": onPage(any, (text, random) =>
    text.replace(/\b(User|Team|Mail|Notes)\.Read\b/u, `$1.Read${random.below(9)}`),
  ),
  "the type of an answer": onPage(
    isOperation,
    line(/`2\d\d.*\[\w+\]\(/u, (text, random) => {
      const name = random.pick(["message", "user", "team", "notebook", "attachment", "calendar"]);
      return text.replace(/\[\w+\]\([^)]+\)/u, `[${name}](../resources/${name}.md)`);
    }),
  ),
  "an included file": onPage(
    (path) => path.includes("includes/"),
    (text, random) => {
      const changed = line(row, (one) => one.replace(/\.(Read|Write)\w*/u, `.Other${random.below(9)}`))(text, random);
      return changed === text ? `${text}\nEdition ${random.below(100)}.\n` : changed;
    },
  ),
  "a member of an enum": onPage(
    (path) => path.includes("enums"),
    line(row, (text, random) => `${text}\n${text.replace(/\w+/u, `member${random.below(9)}`)}`),
  ),
  "a page added": ({ pages, options }, random) => {
    const path = random.pick(Object.keys(pages)) ?? "";
    const name = `more${random.below(9)}`;
    const text = (pages[path] ?? "").replace(/^# (\w+)/mu, `# ${name}`);
    return { options, pages: { ...pages, [path.replace(/\.md$/u, `-${name}.md`)]: text } };
  },
  "a page removed": ({ pages, options }, random) => {
    const gone = random.pick(Object.keys(pages));
    return { options, pages: Object.fromEntries(Object.entries(pages).filter(([path]) => path !== gone)) };
  },
  "a page moved": ({ pages, options }, random) => {
    const from = random.pick(Object.keys(pages));
    const to = from?.replace(/\.md$/u, `-moved${random.below(9)}.md`) ?? "";
    return {
      options,
      pages: Object.fromEntries(Object.entries(pages).map(([path, text]) => [path === from ? to : path, text])),
    };
  },
  "what is no part of the API": onPage(any, (text, random) =>
    /^author:/mu.test(text)
      ? text.replace(/^author:.*/mu, `author: edition${random.below(100)}`)
      : `${text}\n<!-- Edition ${random.below(100)} -->\n`,
  ),
  "a page damaged": onPage(any, (text, random) => damaged(text, random).text),
  "line ends": onPage(any, (text) => text.replaceAll("\n", "\r\n")),
  "all changed back": ({ options }, _, start) => ({ options, pages: start.pages }),
  "one page changed back": ({ pages, options }, random, start) => {
    const path = random.pick(Object.keys(pages).filter((one) => pages[one] !== start.pages[one]));
    if (path === undefined) return { pages, options };
    const { [path]: _, ...others } = pages;
    const before = start.pages[path];
    return { options, pages: before === undefined ? others : { ...others, [path]: before } };
  },
  nullability: option((random) => ({ nullability: random.chance(0.5) ? "lenient" : "documented" })),
  "the style of enums": option((random) => ({ enumStyle: random.pick(["enum", "const", "union"] as const) ?? "enum" })),
  "links to pages": option((random) => ({ pageUrl: `https://docs.example.com/${random.below(3)}/{path}` })),
  "goldens or not": option((random) => ({ golden: random.chance(0.7) })),
  "a part or the whole": option((random) => ({
    only: random.pick([[], [], ["**/user*", "**/team*"], ["**/api/**"]]) ?? [],
  })),
  "a severity": option((random) => ({
    diagnostics: { "type-unresolved": random.pick(["error", "note", "off"] as const) ?? "error" },
  })),
  "a default namespace": option((random) => ({
    defaultNamespace: random.pick(["microsoft.graph", "sample.other"]) ?? "",
  })),
};

/** Small pages that have to do with each other. */
function corpusPages(): Pages {
  if (!isCorpusThere) return {};
  const seeds = filesIn(corpusSets.find(({ name }) => name === "seeds")?.docs ?? "");
  const chosen = ["api", "resources"].flatMap((folder) =>
    readdirSync(join(measuredSet.docs, folder))
      .filter((name) => /^(?:calendar|timeoff)/u.test(name))
      .map((name) => `${folder}/${name}`),
  );
  return {
    ...Object.fromEntries(Object.entries(seeds).map(([path, text]) => [`seeds/${path}`, text])),
    ...Object.fromEntries(chosen.map((path) => [path, readFileSync(join(measuredSet.docs, path), "utf8")])),
  };
}

function writePages(folder: string, before: Pages, now: Pages): void {
  for (const path of Object.keys(before)) if (now[path] === undefined) rmSync(join(folder, path), { force: true });
  for (const [path, text] of Object.entries(now)) {
    if (before[path] === text && existsSync(join(folder, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

interface Outcome {
  readonly files: Readonly<Record<string, string>>;
  readonly summary: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** Generates into a folder with the cache. */
async function warmRun(project: string, options: Config): Promise<Outcome | string> {
  const settings = resolveSettings({ ...options, docs: "docs", out: "sdk", cacheDir: "cache" }, project, {}, project);
  try {
    const run = await prepareGeneration(settings);
    await replaceOutput(run.plan);
    run.keep();
    return { files: filesIn(join(project, "sdk")), summary: run.summary, diagnostics: run.diagnostics };
  } catch (error) {
    if (error instanceof RunError) return error.message;
    throw error;
  }
}

/** What a run without any cache would write. */
async function coldRun(project: string, options: Config): Promise<Outcome | string> {
  const settings = resolveSettings({ ...options, docs: "docs", out: "none", cacheDir: false }, project, {}, project);
  try {
    const { plan, summary, diagnostics } = await prepareGeneration(settings);
    const files = Object.fromEntries(plan.files.map(({ path, content }) => [path, Buffer.from(content).toString()]));
    return { files: { ...files, [manifestName]: manifestText(plan.manifest) }, summary, diagnostics };
  } catch (error) {
    if (error instanceof RunError) return error.message;
    throw error;
  }
}

/** Short where the two are the same, and telling where they are not. */
function difference(warm: Outcome | string, cold: Outcome | string): unknown {
  if (typeof warm === "string" || typeof cold === "string") return warm === cold ? "none" : { warm, cold };
  const paths = new Set([...Object.keys(warm.files), ...Object.keys(cold.files)]);
  const files = [...paths].filter((path) => warm.files[path] !== cold.files[path]);
  const others = (["summary", "diagnostics"] as const).filter(
    (name) => JSON.stringify(warm[name]) !== JSON.stringify(cold[name]),
  );
  if (files.length + others.length === 0) return "none";
  const without = (some: Outcome, other: Outcome): readonly Diagnostic[] =>
    some.diagnostics.filter((one) => !other.diagnostics.some((same) => isDeepStrictEqual(one, same)));
  return { files, others, warmOnly: without(warm, cold), coldOnly: without(cold, warm) };
}

async function checkWalk(pages: Pages, seed: number, kinds: readonly string[]): Promise<void> {
  const project = tempFolder();
  const docs = join(project, "docs");
  // However slow the machine is: a page that takes too long is left out, and not kept.
  const start: State = { pages, options: { golden: true, limits: { pageSeconds: 3_600 } } };
  const random = createRandom(seed);
  let state = start;
  writePages(docs, {}, state.pages);
  expect(difference(await warmRun(project, state.options), await coldRun(project, state.options))).toBe("none");
  const done: string[] = [];
  for (const kind of kinds) {
    const before = state.pages;
    state = changes[kind]?.(state, random, start) ?? state;
    writePages(docs, before, state.pages);
    const touched = Object.keys(state.pages).filter((path) => state.pages[path] !== before[path]);
    done.push(`${kind}: ${touched.join(", ")}`);
    const found = difference(await warmRun(project, state.options), await coldRun(project, state.options));
    expect({ seed, done, found }).toEqual({ seed, done, found: "none" });
  }
}

const samplePages = filesIn(join(repositoryRoot, "docs-input"));
const kinds = Object.keys(changes);

/** Every kind once, in an order that the seed decides, and some of them again. */
function walkOf(seed: number): readonly string[] {
  const random = createRandom(seed);
  const order = kinds.map((kind) => ({ kind, key: random.below(1_000_000) })).sort((a, b) => a.key - b.key);
  return order.map(({ kind }) => kind);
}

// One more seed is one more walk: APIPAGE_WALKS=1..500 is for a night.
const seeds = (process.env.APIPAGE_WALKS ?? "1").split("..").map(Number);
const [first = 1, last = first] = seeds;
const walks = Array.from({ length: last - first + 1 }, (_, index) => first + index);

test.each(walks)(
  "the sample pages, walk %i",
  async (seed) => {
    await checkWalk(samplePages, seed, walkOf(seed));
  },
  120_000,
);

test.skipIf(!isCorpusThere).each(walks)(
  "pages of a real reference, walk %i",
  async (seed) => {
    await checkWalk(corpusPages(), seed + 1_000, walkOf(seed + 1_000));
  },
  240_000,
);
