import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { basePages, edited } from "../diff/pages.fixture.ts";
import { runCli } from "../testing/run-cli.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const newPages = edited(basePages, {
  replace: [
    ["resources/clock.md", "|hands|Int32|Number of hands that it has.|\n", ""],
    ["resources/clock.md", '  "hands": 1024,\n', ""],
    ["resources/clock.md", "Name of the clock on the wall.", "What the clock is called."],
    ["resources/device.md", "Number on its back.", "Number on its back. Nullable."],
    ["api/clock-list.md", "`$top` and `$filter`", "`$top`, `$skip` and `$filter`"],
  ],
});

function inFolder(folder: string, pages: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(pages).map(([path, text]) => [`${folder}/${path}`, text]));
}

const versions = { ...inFolder("v1", basePages), ...inFolder("v2", newPages) };

const report = `clock
  breaking property sample.time.clock/hands is removed, was Int32
           property-removed · Clock · was at v1/resources/clock.md:19:1

clocks
  info     GET /clocks supports $skip now
           query-option-added · listClocks · v2/api/clock-list.md:24:1

device
  warning  property sample.time.device/serial can be null now
           property-became-nullable · Device · v2/resources/device.md:18:1

Changes  1 breaking, 1 warning, 1 info
Version  a new major version: 1 change breaks
Hidden   2 of wording and the like: --with-docs shows them
`;

async function ids(args: readonly string[], cwd: string): Promise<string[]> {
  const { stdout } = await runCli(["diff", "v1", "v2", "--format", "json", ...args], { cwd });
  return JSON.parse(stdout).changes.map(({ id }: { id: string }) => id);
}

test("compares two folders", async () => {
  const cwd = tempFolder(versions);
  expect(await runCli(["diff", "v1", "v2"], { cwd })).toEqual({ code: 0, stdout: report, stderr: "" });
  expect(filesIn(cwd)).toEqual(versions);
});

test("finds nothing between a folder and itself", async () => {
  const { code, stdout } = await runCli(["diff", "v1", "v1", "--with-docs", "--fail-on", "info"], {
    cwd: tempFolder(versions),
  });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "Changes  0 breaking, 0 warnings, 0 info\nVersion  no new version: nothing has changed\n",
  });
});

describe("a side", () => {
  test("may be a model, of apipage model or of an SDK", async () => {
    const cwd = tempFolder(versions);
    await runCli(["model", "--docs", "v1", "--out", "old.json", "-q"], { cwd });
    await runCli(["generate", "--docs", "v2", "--out", "sdk", "-q"], { cwd });
    const { code, stdout } = await runCli(["diff", "old.json", "sdk/api.json"], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: report.replaceAll(/v[12]\//gu, "") });
  });

  test("may be a folder or a model at a git revision", async () => {
    const cwd = tempFolder(inFolder("docs", basePages));
    await runCli(["model", "--docs", "docs", "--out", "api.json", "-q"], { cwd });
    const git = (...args: string[]): void => {
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd, stdio: "ignore" });
    };
    git("init", "-b", "main");
    git("add", "-A");
    git("commit", "-m", "one");
    for (const old of ["main:docs", "main:api.json"]) {
      const folder = tempFolder(inFolder("docs", newPages));
      const { code, stdout } = await runCli(["diff", old, join(folder, "docs"), "--level", "breaking"], { cwd });
      expect({ code, first: stdout.split("\n")[1] }).toEqual({
        code: 0,
        first: "  breaking property sample.time.clock/hands is removed, was Int32",
      });
    }
  });

  test.each([
    ["nowhere", 3, 'there is no "nowhere": name a folder, a model, or revision:folder for git'],
    ["-x:docs", 2, "unknown option '-x:docs' (--help lists what there is)"],
    ["", 2, "a side is empty: name a folder, a git revision of one, or a model"],
    ["cut.json", 3, 'cannot read "cut.json" as a model: it is not JSON, or was cut short'],
    [
      "other.json",
      3,
      'cannot read "other.json" as a model: its schema is 7, and this version reads 1: write it again with apipage model',
    ],
    ["hostile.json", 3, 'cannot read "hostile.json" as a model: it is no model: defaultNamespace is not a text'],
    [
      "empty",
      3,
      'the docs folder "empty" holds no .md page among its files (1): name the folder of the pages with --docs',
    ],
  ])("that is %j ends the run with %d", async (side, code, message) => {
    const cwd = tempFolder({
      ...versions,
      "cut.json": '{"schema":1,"types":[{"id":"a',
      "other.json": '{"schema":7}',
      "hostile.json": '{"schema":1,"__proto__":{"types":[]},"types":"\\u001b[31m"}',
      "empty/a.txt": "",
    });
    expect(await runCli(["diff", side, "v2"], { cwd })).toEqual({ code, stdout: "", stderr: `apipage: ${message}\n` });
  });

  test("that begins with a dash is refused by name behind --", async () => {
    const { code, stderr } = await runCli(["diff", "--", "-x:docs", "v2"], { cwd: tempFolder(versions) });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'apipage: "-x:docs" begins with a dash: write ./-x:docs for a path\n',
    });
  });

  test("with a page that is no text is refused: what it says would count as removed", async () => {
    const cwd = tempFolder({ ...versions, "v2/resources/face.md": Uint8Array.from([0xe4]) });
    const { code, stderr } = await runCli(["diff", "v1", "v2"], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain("resources/face.md:1: Unexpected bytes, expected UTF-8 text");
  });
});

test.each([
  ["breaking", 1],
  ["warning", 1],
])("--fail-on %s ends with %d, and the findings are printed", async (level, code) => {
  const result = await runCli(["diff", "v1", "v2", "--fail-on", level], { cwd: tempFolder(versions) });
  expect(result).toEqual({ code, stdout: report, stderr: "" });
});

test("--fail-on breaking passes where nothing breaks", async () => {
  const { code } = await runCli(["diff", "v1", "v2", "--fail-on", "breaking", "--type", "device"], {
    cwd: tempFolder(versions),
  });
  expect(code).toBe(0);
});

test.each([
  [["--type", "CLOCK"], ["property-removed"]],
  [["--type", "sample.time.device"], ["property-became-nullable"]],
  [["--path", "/clock"], ["query-option-added"]],
  [["--path", "/*s"], ["query-option-added"]],
  [["--path", "/face"], []],
  [
    ["--path", "/clocks", "--type", "device"],
    ["query-option-added", "property-became-nullable"],
  ],
  [["--area", "query"], ["query-option-added"]],
  [
    ["--area", "docs"],
    ["property-description-changed", "property-description-changed"],
  ],
  [
    ["--level", "warning"],
    ["property-removed", "property-became-nullable"],
  ],
  [
    ["--with-docs", "--type", "device"],
    ["property-became-nullable", "property-description-changed"],
  ],
])("%j selects", async (args, expected) => {
  expect(await ids(args, tempFolder(versions))).toEqual(expected);
});

test("a selection is said to be one, and does not change the advice", async () => {
  const { stdout } = await runCli(["diff", "v1", "v2", "--type", "device"], { cwd: tempFolder(versions) });
  expect(stdout.split("\n").slice(-5)).toEqual([
    "Changes  0 breaking, 1 warning, 0 info",
    "Version  a new major version: 1 change breaks",
    "Hidden   1 of wording and the like: --with-docs shows them",
    "Hidden   2 that were not asked for",
    "",
  ]);
});

describe("a baseline", () => {
  test("keeps what is accepted, with the reason, out of the report and of --fail-on", async () => {
    const cwd = tempFolder(versions);
    const accepted = ["diff", "v1", "v2", "--baseline", "base.json", "--fail-on", "breaking"];
    const first = await runCli([...accepted, "--level", "breaking", "--accept", "nobody used it"], { cwd });
    expect(first.code).toBe(0);
    expect(JSON.parse(filesIn(cwd)["base.json"] ?? "")).toEqual({
      schema: 1,
      accepted: [
        {
          fingerprint: "df426710c12163f6",
          id: "property-removed",
          path: "sample.time.clock/hands",
          reason: "nobody used it",
        },
      ],
    });
    const second = await runCli(accepted, { cwd });
    expect(second.code).toBe(0);
    expect(second.stdout).not.toContain("property-removed");
    expect(second.stdout.split("\n").slice(-5)).toEqual([
      "Changes  0 breaking, 1 warning, 1 info",
      "Version  a new minor version: nothing breaks for sure; a major version if one of the 1 warning does",
      "Hidden   2 of wording and the like: --with-docs shows them",
      "Baseline 1 accepted",
      "",
    ]);
    const stale = await runCli(["diff", "v1", "v1", "--baseline", "base.json"], { cwd });
    expect(stale.stdout.split("\n").at(-2)).toBe(
      'Stale    property-removed sample.time.clock/hands is in the baseline ("nobody used it") and not among the changes',
    );
    await runCli(["diff", "v1", "v1", "--baseline", "base.json", "--accept", "tidied up"], { cwd });
    expect(JSON.parse(filesIn(cwd)["base.json"] ?? "")).toEqual({ schema: 1, accepted: [] });
  });

  test.each([
    ["{", 2, '"base.json" is no baseline: it is not JSON'],
    [
      '{"schema":1,"accepted":[{"fingerprint":"df426710c12163f6","id":"a","path":"b","reason":" "}]}',
      2,
      '"base.json" is no baseline: accepted.0.reason: say why it is accepted',
    ],
    ['{"schema":2,"accepted":[]}', 2, '"base.json" is no baseline: schema: Invalid input: expected 1'],
  ])("%s is refused", async (text, code, message) => {
    const cwd = tempFolder({ ...versions, "base.json": text });
    const result = await runCli(["diff", "v1", "v2", "--baseline", "base.json"], { cwd });
    expect(result).toEqual({ code, stdout: "", stderr: `apipage: ${message}\n` });
  });

  test("that is missing is an error, and so is --accept without one or without a reason", async () => {
    const cwd = tempFolder(versions);
    const said = async (...args: string[]): Promise<[number, string]> => {
      const { code, stderr } = await runCli(["diff", "v1", "v2", ...args], { cwd });
      return [code, stderr];
    };
    expect((await said("--baseline", "none.json"))[0]).toBe(3);
    expect(await said("--accept", "so be it")).toEqual([
      2,
      "apipage: --accept needs --baseline: name the file that keeps what is accepted\n",
    ]);
    expect(await said("--baseline", "none.json", "--accept", " ")).toEqual([
      2,
      "apipage: --accept is empty: say why the changes are accepted\n",
    ]);
    expect(Object.keys(filesIn(cwd))).not.toContain("none.json");
  });
});

test("--changelog puts a dated section before the others", async () => {
  const cwd = tempFolder({ ...versions, "CHANGES.md": "# Changes\n\n## 2025-12-01\n\nOld.\n" });
  const { code } = await runCli(["diff", "v1", "v2", "--changelog", "CHANGES.md", "--date", "2026-01-31"], { cwd });
  expect(code).toBe(0);
  expect(filesIn(cwd)["CHANGES.md"]?.split("\n").slice(0, 9)).toEqual([
    "# Changes",
    "",
    "## 2026-01-31",
    "",
    "From `v1` to `v2`: 1 breaking, 1 warning, 1 info. A new **major** version: 1 change breaks.",
    "",
    "### Breaking",
    "",
    "#### clock",
  ]);
  expect(filesIn(cwd)["CHANGES.md"]).toMatch(/\n## 2025-12-01\n\nOld\.\n$/u);
});

test.each(["2026-13-01", "2026-02-30", "yesterday"])("--date %s is refused", async (date) => {
  const { code, stderr } = await runCli(["diff", "v1", "v2", "--date", date], { cwd: tempFolder(versions) });
  expect(code).toBe(2);
  expect(stderr).toContain("expected a date like 2026-01-31");
});

test.each(["json", "markdown", "html", "sarif", "github", "junit"])(
  "--format %s --out writes what it prints",
  async (format) => {
    const cwd = tempFolder(versions);
    const { stdout } = await runCli(["diff", "v1", "v2", "--format", format], { cwd });
    const toFile = await runCli(["diff", "v1", "v2", "--format", format, "--out", "a/report"], { cwd });
    expect(stdout).toContain("property-removed");
    expect(toFile).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(filesIn(cwd)["a/report"]).toBe(stdout);
  },
);
