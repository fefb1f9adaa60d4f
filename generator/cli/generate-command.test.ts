import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { samplePagesIn } from "../testing/sample-pages.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const docs = samplePagesIn("docs-input");
const tornRow =
  "# thing resource type\n\nNamespace: sample.time\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n||String|No name.|\n";

test("without flags: docs-input to generated, and a summary", async () => {
  const cwd = tempFolder(docs);
  const { code, stdout, stderr } = await runCli(["generate"], { cwd });
  const files = Object.keys(filesIn(join(cwd, "generated"))).filter((path) => !path.startsWith("."));
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("Pages    5: 3 api, 2 resource, 0 enum, 0 other\n");
  expect(stdout).toContain("Model    2 types, 1 enum, 3 operations, 0 examples\n");
  expect(stdout.endsWith(`Files    ${files.length} new, 0 changed, 0 unchanged, 0 removed in generated\n`)).toBe(true);
  const again = await runCli(["generate"], { cwd });
  expect(again.stdout.endsWith(`Files    generated is up to date (${files.length} files)\n`)).toBe(true);
});

test("flags win over the config, its paths are relative to it", async () => {
  const config = '{ "docs": "../docs-input", "out": "../a" }';
  const cwd = tempFolder({ ...docs, "settings/api.config.json": config });
  await runCli(["generate", "--config", "settings/api.config.json"], { cwd });
  await runCli(["generate", "--config", "settings/api.config.json", "--out", "b"], { cwd });
  expect(Object.keys(filesIn(join(cwd, "a")))).toEqual(Object.keys(filesIn(join(cwd, "b"))));
  expect(filesIn(join(cwd, "a"))["api.json"]).toBeDefined();
});

test("--only takes globs and beginnings of paths, also as the shell completes them", async () => {
  const cwd = tempFolder(docs);
  const functions = async (...only: string[]): Promise<string[]> => {
    await runCli(["generate", "--out", "out", "--only", ...only], { cwd });
    const model = JSON.parse(filesIn(join(cwd, "out"))["api.json"] ?? "");
    return model.operations.map(({ id }: { id: string }) => id);
  };
  expect(await functions("api/clock-list.md")).toEqual(["api/clock-list"]);
  expect(await functions("docs-input/api/clock-list.md")).toEqual(["api/clock-list"]);
  expect(await functions("api/clock-")).toEqual(["api/clock-get", "api/clock-list"]);
  expect(await functions("api/*-get.md")).toEqual(["api/clock-get", "api/face-get"]);
  expect(await functions("api/face", "api/clock-l*")).toEqual(["api/clock-list", "api/face-get"]);
});

test("what is wrong with pages is shown with its place and does not fail the run", async () => {
  const cwd = tempFolder({ ...docs, "docs-input/resources/thing.md": tornRow });
  const { code, stdout, stderr } = await runCli(["generate"], { cwd });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^resources\/thing\.md\n9:1-9:\d+ error Unexpected row .+ row-unread/);
  expect(stdout).toMatch(/^ {2}error {4}row-unread +1$/m);
});

test("--strict fails on errors, and writes all the same", async () => {
  const run = async (severity: string, ...flags: string[]): Promise<[number, boolean]> => {
    const config = `{ "diagnostics": { "row-unread": "${severity}" } }`;
    const cwd = tempFolder({ ...docs, "docs-input/resources/thing.md": tornRow, "apipage.config.json": config });
    const { code } = await runCli(["generate", ...flags], { cwd });
    return [code, filesIn(join(cwd, "generated"))["api.json"] !== undefined];
  };
  expect(await run("error", "--strict")).toEqual([1, true]);
  expect(await run("error")).toEqual([0, true]);
  expect(await run("warning", "--strict")).toEqual([0, true]);
});

test("--quiet prints errors and nothing else", async () => {
  const cwd = tempFolder({ ...docs, "docs-input/resources/thing.md": tornRow });
  const { stdout, stderr } = await runCli(["generate", "--quiet"], { cwd });
  expect(stdout).toBe("");
  expect(stderr).toContain("row-unread");
  writeFileSync(join(cwd, "apipage.config.json"), '{ "diagnostics": { "row-unread": "warning" } }');
  expect(await runCli(["generate", "-q"], { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("--verbose lists notes as well", async () => {
  const cwd = tempFolder({ ...docs, "docs-input/about.md": "# About\n\nText.\n" });
  const plain = await runCli(["generate"], { cwd });
  expect(plain.stderr).toBe("");
  expect(plain.stdout).toContain("--verbose lists them all");
  expect(plain.stdout).toContain("apipage explain CODE tells what one of them means");
  const verbose = await runCli(["generate", "--verbose"], { cwd });
  expect(verbose.stderr).toContain("page-no-reference");
  expect(verbose.stdout).not.toContain("--verbose lists them all");
});

test("--format json is one JSON text on the standard output", async () => {
  const cwd = tempFolder({ ...docs, "docs-input/resources/thing.md": tornRow });
  const { code, stdout, stderr } = await runCli(["generate", "--format", "json"], { cwd });
  const report = JSON.parse(stdout);
  expect([code, stderr]).toEqual([0, ""]);
  expect(report.schema).toBe(1);
  expect(report.summary.pages).toEqual({ all: 6, api: 3, resource: 3, enum: 0, prose: 0, included: 0 });
  expect(report.files.added).toBeGreaterThan(5);
  expect(report.diagnostics.find(({ code: one }: { code: string }) => one === "row-unread").place.page).toBe(
    "resources/thing.md",
  );
});

test("an edited file is a conflict: one line, exit code 1, nothing written", async () => {
  const cwd = tempFolder(docs);
  await runCli(["generate"], { cwd });
  writeFileSync(join(cwd, "generated/api.json"), "edited");
  const before = filesIn(cwd);
  expect(await runCli(["generate"], { cwd })).toEqual({
    code: 1,
    stdout: "",
    stderr:
      'apipage: "generated/api.json" was edited since it was written: move the edits elsewhere, or pass --force to lose them; nothing was written\n',
  });
  expect(filesIn(cwd)).toEqual(before);
  const forced = await runCli(["generate", "--force"], { cwd });
  expect(forced.code).toBe(0);
  expect(forced.stdout).toContain("overwritten by --force, and not written by apipage: api.json\n");
});

test("--force names the files of someone else that it overwrites, and leaves all others", async () => {
  const cwd = tempFolder({ ...docs, "generated/README.md": "mine", "generated/notes.txt": "mine" });
  const { code, stdout } = await runCli(["generate", "--force"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("overwritten by --force, and not written by apipage: README.md\n");
  expect(filesIn(cwd)["generated/notes.txt"]).toBe("mine");
});

test.each([
  [[], {}, false],
  [["--color"], {}, true],
  [["--color"], { NO_COLOR: "1" }, true],
  [[], { FORCE_COLOR: "1" }, true],
  [["--no-color"], { FORCE_COLOR: "1" }, false],
])("colour with %j and %j: %s", async (flags, env, isColoured) => {
  const cwd = tempFolder({ ...docs, "docs-input/resources/thing.md": tornRow });
  const { stdout, stderr } = await runCli(["generate", ...flags], { cwd, env });
  for (const text of [stdout, stderr]) expect(text.includes("\u001b[")).toBe(isColoured);
});

test("a terminal gets colours and a progress bar, NO_COLOR takes the colours away", async () => {
  const cwd = tempFolder(docs);
  const { stderr, stdout } = await runCli(["generate"], { cwd, isTerminal: true });
  expect(stderr).toContain("Reading");
  expect(stderr).toContain("/5 pages");
  expect(stdout).not.toContain("pages [");
  const quiet = await runCli(["generate", "--quiet"], { cwd, isTerminal: true });
  expect(quiet.stderr).toBe("");
  const plain = await runCli(["generate"], { cwd, isTerminal: true, env: { NO_COLOR: "1" } });
  expect(plain.stdout).not.toContain("\u001b[");
});
