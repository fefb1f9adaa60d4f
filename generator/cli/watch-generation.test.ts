/** `apipage generate --watch`, as a process that goes on while pages are written. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { generate } from "../generate.ts";
import { startCli, useBuiltCli } from "../testing/built-cli.ts";
import { manyPages } from "../testing/many-pages.ts";
import { runCli } from "../testing/run-cli.ts";
import { clockPage, facePage, getClockPage, samplePagesIn } from "../testing/sample-pages.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const cli = useBuiltCli();
const docs = samplePagesIn("docs-input");
const clock = "docs-input/resources/clock.md";
const tornRow = facePage.replace("|hands|Int32|", "||Int32|");

interface Watching {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** Starts it, and waits until it prints something that fits. */
async function start(cwd: string, flags: readonly string[], until: RegExp): Promise<Watching> {
  const child = startCli(cli, ["generate", "--watch", ...flags], { cwd });
  onTestFinished(() => void child.kill("SIGKILL"));
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.setEncoding("utf8").on("data", (chunk: string) => {
      texts[name] += chunk;
    });
  await expect.poll(() => texts.stdout + texts.stderr, { timeout: 15_000 }).toMatch(until);
  return { child, stdout: () => texts.stdout, stderr: () => texts.stderr };
}

const begun = /^Watching docs-input for changes, until Ctrl-C$/m;

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<readonly unknown[]> {
  const exit = once(child, "exit");
  child.kill(signal);
  return exit;
}

/** The lines of all runs but the first, without times. */
function rounds(stdout: string): string[] {
  const lines = stdout.split(begun)[1]?.trim().split("\n") ?? [];
  return lines.map((line) => line.replace(/^\d\d:\d\d:\d\d /u, "").replace(/ \(\d+ ms\)$/u, ""));
}

/** What a run from nothing makes of the pages that lie there now. */
async function coldOutput(cwd: string, options: Parameters<typeof generate>[0] = {}): Promise<Record<string, string>> {
  const out = join(tempFolder(), "out");
  await generate({ cwd, docs: "docs-input", ...options, out, cacheDir: false });
  return filesIn(out);
}

const output = (cwd: string): Record<string, string> => filesIn(join(cwd, "generated"));

async function untilOutputIs(cwd: string, expected: Record<string, string>): Promise<void> {
  await expect.poll(() => output(cwd), { timeout: 15_000 }).toEqual(expected);
}

test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM"] as const)(
  "runs again after a change, and %s ends it with 0",
  async (signal) => {
    const cwd = tempFolder(docs);
    const { child, stdout, stderr } = await start(cwd, [], begun);
    expect(stdout()).toMatch(/^Files {4}\d+ new, 0 changed, 0 unchanged, 0 removed in generated$/m);
    expect(output(cwd)).toEqual(await coldOutput(cwd));
    writeFileSync(join(cwd, clock), clockPage.replace("|label|String|", "|label|Int32|"));
    await expect.poll(stdout).toMatch(/ ms\)\n$/);
    writeFileSync(join(cwd, "docs-input/resources/face.md"), tornRow);
    writeFileSync(join(cwd, "docs-input/about.md"), "# About\n");
    await expect.poll(stdout).toMatch(/ 2 files: .+ ms\)\n$/);
    expect(rounds(stdout())).toEqual([
      "resources/clock.md: 0 new, 3 changed, 0 removed in generated; API: 1 breaking, 0 warnings, 0 info",
      "2 files: 0 new, 3 changed, 0 removed in generated; API: 1 breaking, 0 warnings, 0 info; findings: 2 new, 0 gone",
    ]);
    expect(output(cwd)).toEqual(await coldOutput(cwd));
    expect(stderr()).toMatch(/row-unread/);
    expect(await end(child, signal)).toEqual([0, null]);
  },
);

test("goes on whatever a page looks like while it is saved, and the next change heals", async () => {
  const cwd = tempFolder(docs);
  const { child, stderr, stdout } = await start(cwd, [], begun);
  const expected = output(cwd);
  const page = join(cwd, clock);
  const said = async (pattern: RegExp): Promise<void> => expect.poll(stderr, { timeout: 10_000 }).toMatch(pattern);

  writeFileSync(page, Buffer.from([0xff, 0xfe, 0x00, 0xff]));
  await said(/^apipage: resources\/clock\.md:1: [^\n]+\n$/);
  expect(output(cwd)).toEqual(expected);
  for (const torn of ["", clockPage.slice(0, 180), clockPage.slice(0, clockPage.indexOf("face.md"))]) {
    writeFileSync(page, torn);
    await untilOutputIs(cwd, await coldOutput(cwd));
    writeFileSync(page, clockPage);
    await untilOutputIs(cwd, expected);
  }
  rmSync(page);
  await untilOutputIs(cwd, await coldOutput(cwd));
  writeFileSync(page, clockPage);
  await untilOutputIs(cwd, expected);

  renameSync(join(cwd, "docs-input"), join(cwd, "away"));
  await said(/^apipage: there is no docs folder "docs-input": name the folder with --docs$/m);
  expect(output(cwd)).toEqual(expected);
  const before = rounds(stdout()).length;
  renameSync(join(cwd, "away"), join(cwd, "docs-input"));
  await expect.poll(() => rounds(stdout()).length, { timeout: 10_000 }).toBeGreaterThan(before);
  writeFileSync(page, clockPage.replace("on a wall", "on a tower"));
  await untilOutputIs(cwd, await coldOutput(cwd));
  expect(JSON.stringify(output(cwd))).toContain("on a tower");
  expect(child.exitCode).toBe(null);
});

test("takes a changed config, and other templates", async () => {
  const config = (options: object): string => JSON.stringify({ docs: "docs-input", ...options });
  const cwd = tempFolder({ ...docs, "mine/notes.txt": "" });
  const { stderr } = await start(cwd, [], begun);
  const file = join(cwd, "apipage.config.json");
  writeFileSync(file, config({ importExtension: ".ts" }));
  await untilOutputIs(cwd, await coldOutput(cwd, { importExtension: ".ts" }));
  writeFileSync(file, config({ importExtension: "ts" }));
  await expect.poll(stderr).toMatch(/^apipage: apipage\.config\.json: "importExtension" has to be [^\n]+\n$/);
  writeFileSync(file, config({ templates: "mine" }));
  await untilOutputIs(cwd, await coldOutput(cwd));
  writeFileSync(join(cwd, "mine/readme.md.hbs"), "# Ours\n");
  await expect.poll(() => output(cwd)["README.md"], { timeout: 10_000 }).toBe("# Ours\n");
  rmSync(file);
  await untilOutputIs(cwd, await coldOutput(cwd));
});

test("an edit in the output is kept and said, and no reason to end", async () => {
  const cwd = tempFolder(docs);
  const { stderr, stdout } = await start(cwd, [], begun);
  const file = join(cwd, "generated/client.ts");
  const text = output(cwd)["client.ts"] ?? "";
  writeFileSync(file, "edited");
  writeFileSync(join(cwd, clock), clockPage.replace("on a wall", "on a tower"));
  await expect.poll(stderr).not.toBe("");
  expect(stderr()).toBe(
    'apipage: "generated/client.ts" was edited since it was written: move the edits elsewhere, or pass --force to lose them; nothing was written\n',
  );
  expect(output(cwd)["client.ts"]).toBe("edited");
  writeFileSync(file, text);
  writeFileSync(join(cwd, clock), clockPage.replace("on a wall", "on a church"));
  await untilOutputIs(cwd, await coldOutput(cwd));
  // What the runs have written was no change by itself.
  expect(rounds(stdout())).toHaveLength(1);
});

test("a page that cannot be read at the beginning is said, --quiet prints nothing else", async () => {
  const cwd = tempFolder({ ...docs, [clock]: Buffer.from([0xff]) });
  const { stderr, stdout } = await start(cwd, ["--quiet"], /clock\.md/);
  writeFileSync(join(cwd, clock), clockPage);
  await untilOutputIs(cwd, await coldOutput(cwd));
  writeFileSync(join(cwd, "docs-input/resources/face.md"), tornRow);
  await expect.poll(stderr).toMatch(/error Unexpected row .+ row-unread/);
  expect([stdout(), stderr().match(/\n/g)?.length]).toEqual(["", 6]);
});

test("a thousand pages that change all the time: one run after the other, and the last one has all", async () => {
  const under = (pages: Record<string, string>) =>
    Object.fromEntries(Object.entries(pages).map(([path, text]) => [`docs-input/${path}`, text]));
  const count = 500;
  const cwd = tempFolder(under(manyPages(count, "0")));
  const { stdout, stderr } = await start(cwd, [], begun);
  mkdirSync(join(cwd, "docs-input/new"));
  for (let step = 1; step <= 15; step++) {
    for (const [path, text] of Object.entries(under(manyPages(5, `${step}`)))) writeFileSync(join(cwd, path), text);
    writeFileSync(
      join(cwd, `docs-input/new/page${step}-get.md`),
      getClockPage.replaceAll("/clocks/", `/clocks${step}/`),
    );
    rmSync(join(cwd, `docs-input/api/clock${count - step}-get.md`));
    // Longer than changes that belong together, shorter than a run.
    await new Promise((resolve) => setTimeout(resolve, step % 3 === 0 ? 150 : 20));
  }
  await untilOutputIs(cwd, await coldOutput(cwd));
  // A page may be removed after it was listed, and before it was read.
  const failures = stderr().match(/^apipage: .*$/gm) ?? [];
  expect(failures.filter((line) => !line.includes(": Cannot read the file: no such file: "))).toEqual([]);
  expect(rounds(stdout()).length).toBeLessThan(15);
}, 60_000);

describe("in this process", () => {
  test("--strict does not fail it, and nothing is kept where no folder is to hold it", async () => {
    const cwd = tempFolder({ ...docs, "docs-input/resources/face.md": tornRow });
    mkdirSync(join(cwd, "node_modules"));
    const { code, stdout } = await runCli(["generate", "--watch", "--strict", "--no-cache"], { cwd });
    expect([code, stdout.endsWith("Watching docs-input for changes, until Ctrl-C\n")]).toEqual([0, true]);
    expect(filesIn(join(cwd, "node_modules"))).toEqual({});
  });

  test.each([
    [["--check"], 2, "option '--watch' cannot be used with option '--check [form]' (--help lists what there is)"],
    [["--dry-run"], 2, "option '--watch' cannot be used with option '--dry-run' (--help lists what there is)"],
    [["--format", "json"], 2, "--watch has no --format json: leave out one of the two"],
    [
      ["--out", "docs-input/a"],
      2,
      'cannot write to "docs-input/a": it lies inside the docs folder; name another folder with --out',
    ],
    [["--config", "none.json"], 2, 'there is no config file "none.json"'],
    [["--docs", "none"], 3, 'there is no docs folder "none": name the folder with --docs'],
  ])("%j ends it at once", async (flags, code, message) => {
    const result = await runCli(["generate", "--watch", ...flags], { cwd: tempFolder(docs) });
    expect(result).toEqual({ code, stdout: "", stderr: `apipage: ${message}\n` });
  });
});
