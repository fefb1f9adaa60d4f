import { lstatSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { resultOf, startCli, useBuiltCli } from "../testing/built-cli.ts";
import { type CliWorld, runCli } from "../testing/run-cli.ts";
import { samplePagesIn } from "../testing/sample-pages.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const docs = samplePagesIn("docs-input");
const clock = "docs-input/resources/clock.md";
const cli = useBuiltCli();

/** A folder with pages and their SDK, where one page has changed since and another is gone. */
async function driftedFolder(): Promise<string> {
  const cwd = tempFolder(docs);
  await runCli(["generate"], { cwd });
  writeFileSync(join(cwd, clock), (docs[clock] ?? "").replace("Name of the clock.", "What it is called."));
  return cwd;
}

/** Everything below a folder with its times: whatever touches a file or a folder shows. */
function traces(folder: string): string[] {
  const paths = [".", ...readdirSync(folder, { recursive: true, encoding: "utf8" })];
  return paths.sort().map((path) => {
    const { mtimeMs, ctimeMs, size } = lstatSync(join(folder, path));
    return `${path} ${mtimeMs} ${ctimeMs} ${size}`;
  });
}

async function checked(args: readonly string[], world: CliWorld) {
  const before = traces(world.cwd);
  const result = await runCli(["generate", ...args], world);
  expect(traces(world.cwd)).toEqual(before);
  return result;
}

test("--check of an output that is as it should be: one line, exit code 0", async () => {
  const cwd = tempFolder(docs);
  await runCli(["generate"], { cwd });
  const count = Object.keys(filesIn(join(cwd, "generated"))).length - 1;
  expect(await checked(["--check"], { cwd })).toEqual({
    code: 0,
    stdout: `"generated" is up to date (${count} files)\n`,
    stderr: "",
  });
  expect(await checked(["--check", "--quiet"], { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("--check prints what would change, and exits with 1", async () => {
  const cwd = await driftedFolder();
  const { code, stdout, stderr } = await checked(["--check"], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain(`--- generated/models/all.ts
+++ generated/models/all.ts
@@ -4,7 +4,7 @@
 export interface Clock {
   /** Identifier. Read-only. */
   readonly id: string;
-  /** Name of the clock. */
+  /** What it is called. */
   label: string;
   /** What the clock looks like. */
   face: Face;
`);
  expect(stderr).toBe(
    'apipage: "generated" is not up to date: 0 new, 3 changed, 0 removed; --check=names lists the files, apipage generate writes them\n',
  );
});

test("--check=names prints names, and so does the JSON report", async () => {
  const cwd = await driftedFolder();
  const names = ["api.json", "info.ts", "models/all.ts"];
  const { code, stdout, stderr } = await checked(["--check=names"], { cwd });
  expect([code, stdout]).toEqual([1, names.map((name) => `changed  generated/${name}\n`).join("")]);
  expect(stderr).toBe(
    'apipage: "generated" is not up to date: 0 new, 3 changed, 0 removed; apipage generate writes them\n',
  );
  const json = await checked(["--check", "--format", "json"], { cwd });
  const report = JSON.parse(json.stdout);
  expect([json.code, json.stderr, report.written]).toEqual([1, "", false]);
  expect(report.check).toEqual({ added: [], changed: names, removed: [] });
});

test("--check without an output folder: everything is new, and the folder is not made", async () => {
  const cwd = tempFolder(docs);
  const { code, stdout } = await checked(["--check=names"], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain("added    generated/api.json\n");
});

test("an edited file is drift under --check, a conflict under --dry-run", async () => {
  const cwd = tempFolder(docs);
  await runCli(["generate"], { cwd });
  writeFileSync(join(cwd, "generated/info.ts"), "edited\n");
  const check = await checked(["--check"], { cwd });
  expect(check.code).toBe(1);
  expect(check.stdout).toContain("--- generated/info.ts\n+++ generated/info.ts\n");
  expect(check.stdout).toContain("\n-edited\n");
  const dry = await checked(["--dry-run"], { cwd });
  expect([dry.code, dry.stdout]).toEqual([1, ""]);
  expect(dry.stderr).toContain('"generated/info.ts" was edited since it was written');
});

test("what a page contains does not act on the terminal that shows the difference", async () => {
  const cwd = tempFolder(docs);
  await runCli(["generate"], { cwd });
  writeFileSync(join(cwd, "generated/info.ts"), "\u001b]8;;https://example.com\u0007x\n");
  const { stdout } = await checked(["--check"], { cwd });
  expect(stdout).toContain("-\u{fffd}]8;;https://example.com\u{fffd}x\n");
  expect(stdout).not.toContain("\u001b");
});

test.each([
  [[], {}, false],
  [["--color"], {}, true],
  [[], { FORCE_COLOR: "1" }, true],
  [["--no-color"], { FORCE_COLOR: "1" }, false],
  [[], { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
])("colour of the difference with %j and %j: %s", async (flags, env, isColoured) => {
  const { stdout } = await checked(["--check", ...flags], { cwd: await driftedFolder(), env });
  expect(stdout.includes("\u001b[")).toBe(isColoured);
});

test.each([
  [["--check=names", "--force"], "option '--check [form]' cannot be used with option '--force'"],
  [["--check", "--dry-run"], "option '--check [form]' cannot be used with option '--dry-run'"],
  [["--check=all"], "option '--check [form]' argument 'all' is invalid. Allowed choices are diff, names."],
])("%j is a wrong use", async (flags, message) => {
  const { code, stderr } = await checked(flags, { cwd: tempFolder(docs) });
  expect([code, stderr]).toEqual([2, `apipage: ${message} (--help lists what there is)\n`]);
});

test("--check and --dry-run fail as a run does", async () => {
  for (const flag of ["--check", "--dry-run"]) {
    const foreign = await checked([flag], { cwd: tempFolder({ ...docs, "generated/mine.txt": "mine" }) });
    expect([foreign.code, foreign.stdout]).toEqual([2, ""]);
    expect(foreign.stderr).toContain('the output folder "generated" holds files that are not ours');
    expect((await checked([flag], { cwd: tempFolder() })).code).toBe(3);
  }
});

test("--dry-run says what a run would do", async () => {
  const cwd = tempFolder(docs);
  const dry = await checked(["--dry-run"], { cwd });
  const json = await checked(["--dry-run", "--format", "json"], { cwd });
  const run = await runCli(["generate"], { cwd });
  const note = ": a dry run, nothing was written";
  expect(dry).toEqual({ ...run, stdout: run.stdout.replace(/\n$/u, `${note}\n`) });
  expect(JSON.parse(json.stdout)).toMatchObject({ written: false, files: { changed: 0, removed: 0 } });
  expect((await checked(["--dry-run", "--force"], { cwd: await driftedFolder() })).stdout).toContain("3 changed");
});

// The process itself refuses every attempt to open anything for writing.
const permissionFlag = ["--permission", "--experimental-permission"].find((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

test("neither opens anything for writing", async () => {
  const cwd = await driftedFolder();
  const nodeFlags = [permissionFlag ?? "", "--allow-fs-read=*", "--allow-addons", "--no-warnings"];
  const run = (...args: string[]) => resultOf(startCli(cli, ["generate", ...args], { cwd }, nodeFlags));
  const [dry, check, real] = [await run("--dry-run"), await run("--check=names"), await run()];
  expect([dry.end, dry.stderr]).toEqual([0, ""]);
  expect([check.end, check.stdout.split("\n").length]).toEqual([1, 4]);
  // The proof that it would have been noticed.
  expect(real.end).not.toBe(0);
}, 60_000);
