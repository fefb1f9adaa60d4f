/** The same pages give the same bytes, wherever and however they are read. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { CacheFolder } from "../cache/cache-folder.ts";
import { resultOf, startCli, useBuiltCli } from "../testing/built-cli.ts";
import { corpusSets, measuredSet, repositoryRoot } from "../testing/corpus.ts";
import { runCli } from "../testing/run-cli.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const cli = useBuiltCli();

type Pages = Readonly<Record<string, string>>;

function corpusPages(): Pages {
  const seeds = corpusSets.find(({ name }) => name === "seeds")?.docs ?? "";
  // Long tables, many examples, inheritance, functions, what is repaired: enough of everything.
  const chosen = ["api/user-list.md", "api/message-delta.md", "resources/user.md"];
  const paths = chosen
    .map((path) => [path, join(measuredSet.docs, path)] as const)
    .filter(([, path]) => existsSync(path));
  return {
    ...Object.fromEntries(Object.entries(filesIn(seeds)).map(([path, text]) => [`seeds/${path}`, text])),
    ...Object.fromEntries(paths.map(([path, full]) => [`corpus/${path}`, readFileSync(full, "utf8")])),
  };
}

/** The pages of the repository, and real ones where they are there. */
const pages: Pages = { ...filesIn(join(repositoryRoot, "docs-input")), ...corpusPages() };

function withEach(change: (text: string) => string): Pages {
  return Object.fromEntries(Object.entries(pages).map(([path, text]) => [path, change(text)]));
}

function write(folder: string, files: Pages): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

interface Variation {
  readonly pages?: Pages;
  readonly env?: Readonly<Record<string, string>>;
  /** Flags of Node.js. */
  readonly node?: readonly string[];
  readonly config?: Readonly<Record<string, unknown>>;
  /** Where the project lies, in a new folder. */
  readonly place?: string;
  /** Where the command is called, in the project. */
  readonly from?: string;
}

const shuffle = [
  "--import",
  import.meta.resolve("tsx"),
  "--import",
  import.meta.resolve("../testing/shuffle-folders.ts"),
];
const strictMask = `data:text/javascript,process.umask(${0o077})`;

// Whatever may not change the output belongs here. What a process is born with takes one, which has several of them.
const processes: Readonly<Record<string, Variation>> = {
  "no locale": { env: { LANG: "C", LC_ALL: "C", TZ: "UTC" } },
  "folders listed in another order, a Turkish locale, in the far east, another current folder": {
    node: shuffle,
    env: { SHUFFLE_SEED: "1", LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" },
    from: "docs/api",
  },
  "folders listed in yet another order, a Swedish locale, in a time zone with half hours, a mask for new files": {
    node: [...shuffle, "--import", strictMask],
    env: { SHUFFLE_SEED: "20", LC_ALL: "sv_SE.UTF-8", TZ: "America/St_Johns" },
  },
};

const variations: Readonly<Record<string, Variation>> = {
  "the parser remark": { config: { parser: "remark" } },
  "CRLF line ends": { pages: withEach((text) => text.replaceAll("\n", "\r\n")) },
  "byte order marks": { pages: withEach((text) => `\u{feff}${text}`) },
  "another place, with a long name": { place: "Größe & Maß/a b/c/d/e/f" },
};

interface Output {
  readonly end: unknown;
  readonly stderr: string;
  /** The SDK of the pages, every byte of it. */
  readonly files: Readonly<Record<string, string>>;
}

/** A project with these pages, in a new folder. */
function project({ pages: read = pages, config = {}, place = "" }: Variation): string {
  const folder = join(tempFolder(), place);
  write(join(folder, "docs"), read);
  write(folder, { "apipage.config.json": JSON.stringify({ docs: "docs", out: "sdk", golden: true, ...config }) });
  return folder;
}

async function outputIn(folder: string): Promise<Output> {
  const { code, stderr } = await runCli(["generate", "--quiet"], { cwd: folder });
  return { end: code, stderr, files: filesIn(join(folder, "sdk")) };
}

async function outputOfProcess(variation: Variation): Promise<Output> {
  const { env, node = [], from = "" } = variation;
  const folder = project(variation);
  const args = ["generate", "--quiet", "--config", join(folder, "apipage.config.json")];
  const options = { cwd: join(folder, from), env: { ...process.env, ...env } };
  const { end, stderr } = await resultOf(startCli(cli, args, options, node));
  return { end, stderr, files: filesIn(join(folder, "sdk")) };
}

let usual: Output;

test("the usual output is one", async () => {
  usual = await outputIn(project({}));
  expect(usual.end).toBe(0);
  expect(Object.keys(usual.files).length).toBeGreaterThan(50);
});

function expectUsual({ files, end, stderr }: Output): void {
  expect({ end, stderr }).toEqual({ end: 0, stderr: usual.stderr });
  expect(Object.keys(files)).toEqual(Object.keys(usual.files));
  const differing = Object.keys(files).filter((path) => files[path] !== usual.files[path]);
  expect(differing).toEqual([]);
}

test.each(Object.entries(processes))("%s", async (_, variation) => {
  expectUsual(await outputOfProcess(variation));
});

test.each(Object.entries(variations))("%s", async (_, variation) => {
  expectUsual(await outputIn(project(variation)));
});

type CacheChange = (content: Buffer) => Buffer;

/** As if another version had left the cache: whoever takes it has other titles, and no files. */
function ofAnotherVersion(folder: string): void {
  const cache = new CacheFolder(join(folder, "cache"));
  for (const name of readdirSync(join(folder, "cache"))) {
    const text = Buffer.from(cache.read(name) ?? []).toString("latin1");
    if (name.startsWith("pages-")) {
      const other = text.replace(/"maker":"./u, '"maker":"-').replaceAll('"title":', '"tilte":');
      cache.write(name, [Buffer.from(other, "latin1")]);
      continue;
    }
    const content = JSON.parse(text);
    const files = content.files.map(([path, inputs]: readonly string[]) => [path, inputs, null]);
    const other = { ...content, maker: "-", files, finish: { ...content.finish, key: "" } };
    cache.write(name, [Buffer.from(JSON.stringify(other))]);
  }
}

function damagedFiles(folder: string, change: CacheChange): void {
  for (const name of readdirSync(join(folder, "cache"))) {
    const path = join(folder, "cache", name);
    writeFileSync(path, change(readFileSync(path)));
  }
}

/** What happens to a project between the run that fills its cache and the one that counts. */
const cacheStories: Readonly<Record<string, (folder: string) => Promise<void> | void>> = {
  "a warm cache": () => {},
  "a warm cache without the output": (folder) => rmSync(join(folder, "sdk"), { recursive: true }),
  "a warm cache with half of the output": (folder) => rmSync(join(folder, "sdk/operations"), { recursive: true }),
  "a cache that is corrupt": (folder) =>
    damagedFiles(folder, (bytes) => {
      const at = bytes.length >> 1;
      return Buffer.concat([bytes.subarray(0, at), Buffer.from("x"), bytes.subarray(at + 1)]);
    }),
  "a cache that is truncated": (folder) => damagedFiles(folder, (bytes) => bytes.subarray(0, bytes.length >> 1)),
  "a cache of another version": ofAnotherVersion,
  "a page that was changed and changed back": async (folder) => {
    const path = join(folder, "docs/resources/message.md");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("|String|", "|Int32|").replaceAll("message", "letter"));
    expect((await outputIn(folder)).files).not.toEqual(usual.files);
    writeFileSync(path, text);
  },
  "a page that was away": async (folder) => {
    const path = join(folder, "docs/resources/user.md");
    const text = readFileSync(path, "utf8");
    rmSync(path);
    expect((await outputIn(folder)).files).not.toEqual(usual.files);
    writeFileSync(path, text);
  },
};

/** A project after a run that has filled its cache. */
let filled: Pages;

test("a cache that is filled", async () => {
  const folder = project({ config: { cacheDir: "cache" } });
  expectUsual(await outputIn(folder));
  expect(readdirSync(join(folder, "cache"))).toHaveLength(2);
  filled = filesIn(folder);
});

test.each(Object.entries(cacheStories))("%s", async (_, happens) => {
  // A cache may be moved along with the checkout.
  const folder = tempFolder(filled);
  await happens(folder);
  expectUsual(await outputIn(folder));
});
