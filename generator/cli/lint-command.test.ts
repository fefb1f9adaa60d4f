import { readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { samplePagesIn } from "../testing/sample-pages.ts";
import { sarifProblems } from "../testing/sarif-schema.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const docs = samplePagesIn("docs");

/** A resource page with a row that has no name, an error, and rows of a type that is nowhere, warnings. */
function thing(...types: readonly string[]): string {
  const rows = types.map((type, index) => `|value${index}|${type}|A value.|`);
  return [
    "# thing resource type\n\nNamespace: sample.time\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|",
    ...rows,
    "||String|No name.|\n",
  ].join("\n");
}

const bad = { ...docs, "docs/resources/thing.md": thing("nothing", "nobody") };
const lint = (cwd: string, ...flags: string[]) => runCli(["lint", "--docs", "docs", ...flags], { cwd });

/** The numbers of a report: errors, warnings, what the baseline has, its stale entries. */
async function counts(cwd: string, ...flags: string[]): Promise<number[]> {
  const { code, stdout } = await lint(cwd, "--format", "json", ...flags);
  const { counts: found, known, stale } = JSON.parse(stdout);
  return [code, found.error, found.warning, known, stale.length];
}

test("lists errors and warnings by page, counts the rest, and exits with 1", async () => {
  const cwd = tempFolder({ ...bad, "docs/about.md": "# About\n\nText.\n" });
  const { code, stdout, stderr } = await lint(cwd);
  expect([code, stderr]).toEqual([1, ""]);
  expect(stdout).toMatchInlineSnapshot(`
    "docs/resources/thing.md
    9:8-9:16   warning The type \`nothing\` is on no page: \`unknown\` is emitted type-unresolved
    10:8-10:15 warning The type \`nobody\` is on no page: \`unknown\` is emitted type-unresolved
    11:1-11:19 error   Unexpected row \`String\`, expected a name in its first cell: it is not read row-unread

    3 messages (✖ 1 error, ⚠ 2 warnings)

    Pages    7: 3 api, 3 resource, 0 enum, 1 other
    Findings 1 error, 2 warnings, 1 note
      error    row-unread             1
      warning  type-unresolved        2
      note     page-no-reference      1
             --verbose lists the notes as well
    "
  `);
  expect(filesIn(cwd)).toEqual({ ...bad, "docs/about.md": "# About\n\nText.\n" });
});

test("pages without fault are no error, and no SDK is written", async () => {
  const cwd = tempFolder(docs);
  expect(await lint(cwd)).toEqual({
    code: 0,
    stdout: "Pages    5: 3 api, 2 resource, 0 enum, 0 other\nFindings 0 errors, 0 warnings, 0 notes\n",
    stderr: "",
  });
  expect(filesIn(cwd)).toEqual(docs);
});

test("--quiet lists errors alone, --verbose notes as well", async () => {
  const cwd = tempFolder({ ...bad, "docs/about.md": "# About\n\nText.\n" });
  const quiet = await lint(cwd, "-q");
  expect(quiet.stdout).toMatch(/^docs\/resources\/thing\.md\n11:1-11:19 error .+ row-unread\n\n✖ 1 error\n$/u);
  const verbose = await lint(cwd, "--verbose");
  expect(verbose.stdout).toMatch(/^docs\/about\.md\n.+ info .+ page-no-reference$/mu);
  expect(verbose.stdout).not.toContain("--verbose");
});

test("--only tells of some pages", async () => {
  const cwd = tempFolder(bad);
  expect(await counts(cwd, "--only", "api/")).toEqual([0, 0, 0, 0, 0]);
  expect(await counts(cwd, "--only", "docs/resources/thing.md")).toEqual([1, 1, 2, 0, 0]);
  expect((await lint(cwd, "--only", "nothing/")).code).toBe(2);
});

test("severities are those of the config", async () => {
  const config = '{ "diagnostics": { "row-unread": "warning", "type-unresolved": "off" } }';
  expect(await counts(tempFolder({ ...bad, "apipage.config.json": config }))).toEqual([0, 0, 1, 0, 0]);
});

describe("--max-warnings", () => {
  const warned = { ...docs, "docs/resources/thing.md": thing("nothing", "nobody").replace("||String|No name.|\n", "") };

  test("fails where there are more, and says so", async () => {
    const cwd = tempFolder(warned);
    expect((await lint(cwd)).code).toBe(0);
    expect((await lint(cwd, "--max-warnings", "2")).code).toBe(0);
    const { code, stderr } = await lint(cwd, "--max-warnings", "1");
    expect([code, stderr]).toEqual([1, "apipage: too many warnings: 2, and --max-warnings allows 1\n"]);
    // Those that are not listed count all the same.
    expect((await lint(cwd, "--max-warnings", "1", "-q")).code).toBe(1);
  });

  test.each(["-1", "many", "1.5", ""])("%j is no number of warnings", async (text) => {
    const { code, stderr } = await lint(tempFolder(docs), `--max-warnings=${text}`);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^apipage: option '--max-warnings <number>' .+ expected a whole number, 0 or more/u);
  });
});

test("a page that cannot be read as text is a finding like others", async () => {
  const cwd = tempFolder({ ...docs, "docs/api/latin.md": Uint8Array.from([0x23, 0x0a, 0xe4]) });
  const { code, stdout } = await lint(cwd, "-q");
  expect(code).toBe(1);
  expect(stdout).toMatch(/^docs\/api\/latin\.md\n2:1-2:1 error .+ file-not-utf8$/mu);
});

describe("a baseline", () => {
  const flags = ["--baseline", "known.json"];

  test("keeps what is known out of report and exit code, until it changes", async () => {
    const cwd = tempFolder(bad);
    expect(await counts(cwd, ...flags, "--update-baseline")).toEqual([0, 0, 0, 3, 0]);
    expect(await counts(cwd, ...flags)).toEqual([0, 0, 0, 3, 0]);
    // Lines move; one more finding comes.
    writeFileSync(join(cwd, "docs/resources/thing.md"), thing("String", "nothing", "nobody", "nowhere"));
    expect(await counts(cwd, ...flags)).toEqual([0, 0, 1, 3, 0]);
    expect((await lint(cwd, ...flags)).stdout).toContain("Baseline 3 known\n");
  });

  test("keeps reasons when it is updated, and is not touched where nothing has changed", async () => {
    const cwd = tempFolder(bad);
    const path = join(cwd, "known.json");
    await lint(cwd, ...flags, "--update-baseline");
    const edited = JSON.parse(readFileSync(path, "utf8"));
    edited.known[0].reason = "the service says so";
    writeFileSync(path, `${JSON.stringify(edited, null, 2)}\n`);
    utimesSync(path, 1000, 1000);
    await lint(cwd, ...flags, "--update-baseline");
    expect(statSync(path).mtimeMs).toBe(1_000_000);
    writeFileSync(join(cwd, "docs/resources/thing.md"), thing("nothing", "nobody", "nowhere"));
    await lint(cwd, ...flags, "--update-baseline");
    const { known } = JSON.parse(readFileSync(path, "utf8"));
    expect(known).toHaveLength(4);
    expect(known).toContainEqual(edited.known[0]);
    expect(Object.keys(filesIn(cwd)).filter((name) => name.includes("known"))).toEqual(["known.json"]);
  });

  test("tells of stale entries: warnings, until an update takes them out", async () => {
    const cwd = tempFolder(bad);
    await lint(cwd, ...flags, "--update-baseline");
    writeFileSync(join(cwd, "docs/resources/thing.md"), thing("nothing"));
    expect(await counts(cwd, ...flags)).toEqual([0, 0, 0, 2, 1]);
    const pretty = await lint(cwd, ...flags);
    expect(pretty.stdout).toContain(
      "Stale    type-unresolved resources/thing.md is in the baseline and was not found: The type `nobody` is on no page: `unknown` is emitted\n         --update-baseline takes stale entries out\n",
    );
    const strict = await lint(cwd, ...flags, "--max-warnings", "0");
    expect([strict.code, strict.stderr]).toEqual([
      1,
      "apipage: too many warnings: 1 (1 of them stale entries of the baseline), and --max-warnings allows 0\n",
    ]);
    expect(await counts(cwd, ...flags, "--update-baseline")).toEqual([0, 0, 0, 2, 0]);
    expect((await lint(cwd, ...flags, "--max-warnings", "0")).code).toBe(0);
  });

  test("with --only says nothing of other pages, and leaves their entries", async () => {
    const cwd = tempFolder(bad);
    await lint(cwd, ...flags, "--update-baseline");
    const before = readFileSync(join(cwd, "known.json"), "utf8");
    expect(await counts(cwd, ...flags, "--only", "api/")).toEqual([0, 0, 0, 0, 0]);
    await lint(cwd, ...flags, "--only", "api/", "--update-baseline");
    expect(readFileSync(join(cwd, "known.json"), "utf8")).toBe(before);
  });

  test.each([
    [undefined, [], 3, 'there is no baseline "known.json": --update-baseline makes it'],
    [
      '{ "schema": 1, "known": [',
      [],
      2,
      '"known.json" is no baseline of lint: it is not JSON; mend it, or remove it and make it anew with --update-baseline',
    ],
    [
      '{ "schema": 1, "accepted": [] }',
      ["--update-baseline"],
      2,
      '"known.json" is no baseline of lint: known: Invalid input: expected array, received undefined; mend it, or remove it and make it anew with --update-baseline',
    ],
  ])("that is %j is one message", async (content, more, code, message) => {
    const files = content === undefined ? bad : { ...bad, "known.json": content };
    const cwd = tempFolder(files);
    expect(await lint(cwd, ...flags, ...more)).toEqual({ code, stdout: "", stderr: `apipage: ${message}\n` });
    expect(filesIn(cwd)).toEqual(files);
  });

  test("has to be named to be updated", async () => {
    expect(await lint(tempFolder(docs), "--update-baseline")).toEqual({
      code: 2,
      stdout: "",
      stderr: "apipage: --update-baseline needs --baseline: name the file that keeps what is known\n",
    });
  });
});

describe("hostile text of a page", () => {
  const evil = "\u001b]8;;https://evil.example\u0007 ::set-output name=a::b ##vso[task.x] %0A ]]> \u0001 &lt;b>";
  const pages = { ...docs, "docs/resources/thing.md": thing().replace("||String|", `|${evil}|String|`) };

  test.each(["pretty", "json", "sarif", "github", "junit"])("does nothing in %s", async (format) => {
    const { code, stdout } = await lint(tempFolder(pages), "--format", format, "--verbose");
    expect(code).toBe(1);
    expect(stdout).toContain("row-unread");
    const lines = stdout.split("\n");
    expect(lines.filter((line) => /\p{Cc}|##\w*\[/u.test(line))).toEqual([]);
    if (format === "github") expect(lines.filter((line) => line.includes("%0A"))).toEqual([]);
    const commands = lines.filter((line) => /^\s*::/u.test(line));
    expect(commands.filter((line) => !/^::(?:error|warning|notice) (?:file|title)=/u.test(line))).toEqual([]);
    if (format !== "github") expect(commands).toEqual([]);
    if (format === "sarif") expect(sarifProblems(stdout)).toEqual([]);
  });
});

test("--out writes what would be printed", async () => {
  const cwd = tempFolder(bad);
  const printed = await lint(cwd, "--format", "junit");
  expect(await lint(cwd, "--format", "junit", "--out", "reports/lint.xml")).toEqual({
    code: 1,
    stdout: "",
    stderr: "",
  });
  expect(filesIn(cwd)["reports/lint.xml"]).toBe(printed.stdout);
});

test("loads no TypeScript compiler, with and without a config file", () => {
  const generator = fileURLToPath(new URL("..", import.meta.url));
  // Of imports for later, those that a run of lint comes to.
  const entries = ["cli/lint-command.ts", "config/load-config.ts"];
  const seen = new Set(entries);
  const packages = new Set<string>();
  for (const path of seen) {
    const text = readFileSync(join(generator, path), "utf8");
    // Types alone bind nothing.
    const now = text.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?"([^"]+)";$/gmu);
    const later = entries.includes(path) ? text.matchAll(/\bimport\("([^"]+)"\)/gu) : [];
    for (const [, target = ""] of [...now, ...later])
      if (target.startsWith(".")) seen.add(posix.join(dirname(path), target));
      else packages.add(target);
  }
  expect([...seen]).toEqual(expect.arrayContaining(["link-docs.ts", "lint-report/sarif.ts", "index.ts"]));
  expect([...packages]).toEqual(expect.arrayContaining(["unified", "vfile-reporter", "zod"]));
  expect([...packages].filter((name) => /^(?:typescript|ts-morph|handlebars)/u.test(name))).toEqual([]);
});
