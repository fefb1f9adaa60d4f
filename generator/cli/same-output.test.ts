/** The same pages give the same bytes, wherever and however they are read. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { resultOf, startCli, useBuiltCli } from "../testing/built-cli.ts";
import { corpusSets, measuredSet, repositoryRoot } from "../testing/corpus.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const cli = useBuiltCli();

type Pages = Readonly<Record<string, string>>;

function corpusPages(): Pages {
  const seeds = corpusSets.find(({ name }) => name === "seeds")?.docs ?? "";
  // Long tables, many examples, inheritance, functions, what is repaired: enough of everything.
  const chosen = [
    "api/user-list.md",
    "api/event-get.md",
    "api/message-delta.md",
    "resources/event.md",
    "resources/user.md",
  ];
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

// Each row is one process. Whatever may not change the output belongs here.
const variations: Readonly<Record<string, Variation>> = {
  "folders listed in another order": { node: shuffle, env: { SHUFFLE_SEED: "1" } },
  "folders listed in yet another order": { node: shuffle, env: { SHUFFLE_SEED: "20" } },
  "a Turkish locale, in the far east": { env: { LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" } },
  "a Swedish locale, in a time zone with half hours": { env: { LC_ALL: "sv_SE.UTF-8", TZ: "America/St_Johns" } },
  "no locale": { env: { LANG: "C", LC_ALL: "C", TZ: "UTC" } },
  "the parser remark": { config: { parser: "remark" } },
  "CRLF line ends": { pages: withEach((text) => text.replaceAll("\n", "\r\n")) },
  "byte order marks": { pages: withEach((text) => `\u{feff}${text}`) },
  "another place, with a long name": { place: "Größe & Maß/a b/c/d/e/f" },
  "another current folder": { from: "docs/api" },
  "a mask for new files": { node: ["--import", strictMask] },
};

/** The SDK of the pages, every byte of it. */
async function outputOf({ pages: read = pages, env, node = [], config = {}, place = "", from = "" }: Variation) {
  const project = join(tempFolder(), place);
  write(join(project, "docs"), read);
  write(project, { "apipage.config.json": JSON.stringify({ docs: "docs", out: "sdk", golden: true, ...config }) });
  const cwd = join(project, from);
  const args = ["generate", "--quiet", "--config", join(project, "apipage.config.json")];
  const result = await resultOf(startCli(cli, args, { cwd, env: { ...process.env, ...env } }, node));
  return { ...result, files: filesIn(join(project, "sdk")) };
}

let usual: Awaited<ReturnType<typeof outputOf>>;

test("the usual output is one", async () => {
  usual = await outputOf({});
  expect(usual.end).toBe(0);
  expect(Object.keys(usual.files).length).toBeGreaterThan(50);
});

test.each(Object.entries(variations))("%s", async (_, variation) => {
  const { files, end, stderr } = await outputOf(variation);
  expect({ end, stderr }).toEqual({ end: 0, stderr: usual.stderr });
  expect(Object.keys(files)).toEqual(Object.keys(usual.files));
  const differing = Object.keys(files).filter((path) => files[path] !== usual.files[path]);
  expect(differing).toEqual([]);
});
