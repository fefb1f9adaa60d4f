import { expect, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { samplePagesIn } from "../testing/sample-pages.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";
import { toolVersion } from "../tool-version.ts";

test("--version prints the version", async () => {
  expect(await runCli(["--version"], { cwd: "/" })).toEqual({ code: 0, stdout: `${toolVersion()}\n`, stderr: "" });
});

test.each([
  [["--help"]],
  [["help"]],
  [["generate", "--help"]],
  [["inspect", "-h"]],
  [["help", "model"]],
  [["help", "permissions"]],
])("%j prints help with an example to the standard output", async (args) => {
  const { code, stdout, stderr } = await runCli(args, { cwd: "/" });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: apipage/);
  expect(stdout).toMatch(/Examples?:\n {2}apipage /);
  expect(stderr).toBe("");
});

test("the help lists every exit code", async () => {
  const { stdout } = await runCli(["--help"], { cwd: "/" });
  expect([...stdout.matchAll(/^ {2}(\d) {2}/gmu)].map(([, code]) => code)).toEqual(["0", "1", "2", "3", "4"]);
});

test("without a command the help goes to the error output", async () => {
  const { code, stdout, stderr } = await runCli([], { cwd: "/" });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^Usage: apipage/);
});

test.each([
  [["genrate"], "apipage: unknown command 'genrate', did you mean generate? (--help lists what there is)\n"],
  [
    ["generate", "--dosc", "x"],
    "apipage: unknown option '--dosc', did you mean --docs? (--help lists what there is)\n",
  ],
  [["generate", "--zzz"], "apipage: unknown option '--zzz' (--help lists what there is)\n"],
  [
    ["generate", "extra"],
    "apipage: too many arguments for 'generate'. Expected 0 arguments but got 1. (--help lists what there is)\n",
  ],
  [["generate", "--docs"], "apipage: option '--docs <dir>' argument missing (--help lists what there is)\n"],
  [
    ["generate", "--only", "--docs", "docs-input"],
    "apipage: option '--only <pattern...>' argument missing (--help lists what there is)\n",
  ],
  [
    ["generate", "--docs", "--out", "x"],
    "apipage: option '--docs <dir>' argument missing (--help lists what there is)\n",
  ],
  [["model", "--out", "-q"], "apipage: option '--out <file>' argument missing (--help lists what there is)\n"],
  [["generate", "--docs", ""], "apipage: --docs is empty: name a folder\n"],
  [
    ["generate", "--format", "xml"],
    "apipage: option '--format <format>' argument 'xml' is invalid. Allowed choices are pretty, json. (--help lists what there is)\n",
  ],
  [["inspect"], "apipage: missing required argument 'page' (--help lists what there is)\n"],
  [["model"], "apipage: required option '--out <file>' not specified (--help lists what there is)\n"],
  [["generate", "--config", "none.ts"], 'apipage: there is no config file "none.ts"\n'],
  [["generate", "--config=gh:a/b"], 'apipage: there is no config file "gh:a/b"\n'],
  [
    ["generate", "--only", "apis/"],
    'apipage: --only "apis/" matches no page of "docs-input": give a glob or the beginning of a path\n',
  ],
  [
    ["generate", "--out", "docs-input"],
    'apipage: cannot write to "docs-input": it is the docs folder; name another folder with --out\n',
  ],
  [
    ["generate", "--out", "/"],
    'apipage: cannot write to "/": it is the root of the file system; name another folder with --out\n',
  ],
  [
    ["generate", "--out", "."],
    'apipage: cannot write to ".": the docs folder lies inside it; name another folder with --out\n',
  ],
])("%j is a wrong use: one line, exit code 2, nothing written", async (args, line) => {
  const cwd = tempFolder(samplePagesIn("docs-input"));
  expect(await runCli(args, { cwd })).toEqual({ code: 2, stdout: "", stderr: line });
  expect(filesIn(cwd)).toEqual(samplePagesIn("docs-input"));
});

test.each([
  ["a missing folder", {}, 'apipage: there is no docs folder "docs": name the folder with --docs\n'],
  ["a file", { docs: "" }, 'apipage: "docs" is not a folder: name the folder of all pages with --docs\n'],
  [
    "a folder without pages",
    { "docs/a.txt": "" },
    'apipage: the docs folder "docs" holds no .md page among its files (1): name the folder of the pages with --docs\n',
  ],
  [
    "a page that is not UTF-8",
    { "docs/a.md": "# a", "docs/b.md": Uint8Array.from([0x0a, 0xe4]) },
    "apipage: b.md:2: Unexpected bytes, expected UTF-8 text: nothing was written; mend the file, or set " +
      'diagnostics: { "file-not-utf8": "warning" } in the config to go on without it\n',
  ],
])("%s cannot be read: one line, exit code 3, nothing written", async (_, files, line) => {
  for (const args of [["generate"], ["model", "--out", "api.json"]]) {
    const cwd = tempFolder(files);
    expect(await runCli([...args, "--docs", "docs"], { cwd })).toEqual({ code: 3, stdout: "", stderr: line });
    expect(Object.keys(filesIn(cwd))).toEqual(Object.keys(files));
  }
});

test("a wrong config is one line, exit code 2", async () => {
  const cwd = tempFolder({ "apipage.config.json": '{ "enumStlye": "const" }', "docs-input/a.md": "" });
  expect(await runCli(["generate"], { cwd })).toEqual({
    code: 2,
    stdout: "",
    stderr: 'apipage: apipage.config.json: unknown key "enumStlye", did you mean "enumStyle"?\n',
  });
});

test("what a name contains does not act on the terminal", async () => {
  const { stderr } = await runCli(["generate", "--docs", "a\u001b[2Jb"], { cwd: tempFolder() });
  expect(stderr).toBe('apipage: there is no docs folder "a\u{fffd}[2Jb": name the folder with --docs\n');
});

test("a name that no file can have is no bug", async () => {
  expect(await runCli(["generate", "--docs", "a\0"], { cwd: tempFolder() })).toEqual({
    code: 3,
    stdout: "",
    stderr: 'apipage: cannot read the docs folder "a\u{fffd}": the name is not valid\n',
  });
});

test("a bug says so and where it is, exit code 4", async () => {
  const cwd = tempFolder(samplePagesIn("docs-input"));
  const { code, stdout, stderr } = await runCli(["generate"], {
    cwd,
    uninterrupted: () => Promise.reject(new TypeError("Cannot read properties of undefined")),
  });
  expect([code, stdout]).toEqual([4, ""]);
  expect(stderr).toMatch(
    /^apipage: this is a bug in apipage, please report it with the lines below\nTypeError: Cannot read properties of undefined\n {4}at /,
  );
});
