import { spawn } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { RunError } from "../run-error.ts";
import { resultOf } from "../testing/built-cli.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";
import { contentHash, manifestName, manifestText } from "./manifest.ts";
import { type OutputFile, outputFile, planOutput } from "./plan-output.ts";
import { healOutput, replaceOutput } from "./replace-output.ts";
import { newStagingName } from "./staging-folder.ts";
import { isUpToDate } from "./write-output.ts";

function outputFiles(files: Readonly<Record<string, string>>): OutputFile[] {
  return Object.entries(files).map(([path, text]) => outputFile(path, text));
}

function plan(folder: string, files: Readonly<Record<string, string>>, force = false) {
  return planOutput({ path: folder, shown: "out" }, outputFiles(files), { force });
}

function write(folder: string, files: Readonly<Record<string, string>>, force = false) {
  return replaceOutput(plan(folder, files, force));
}

/** All files but the manifest. */
function contentOf(folder: string): Record<string, string> {
  const { [manifestName]: _, ...rest } = filesIn(folder);
  return rest;
}

function paths(files: readonly OutputFile[]): string[] {
  return files.map(({ path }) => path);
}

const first = { "api.json": "{}\n", "models/a.ts": "A\n", "models/b.ts": "B\n" };

test("makes the folder, writes all files and a manifest of them, and leaves nothing else", async () => {
  const out = join(tempFolder(), "src/api");
  await write(out, first);
  expect(contentOf(out)).toEqual(first);
  const files = new Map(Object.entries(first).map(([path, text]) => [path, contentHash(text)]));
  expect(filesIn(out)[manifestName]).toBe(manifestText({ files, pending: new Map() }));
  expect(readdirSync(out).sort()).toEqual([manifestName, "api.json", "models"]);
});

test("a second run with the same files touches nothing", async () => {
  const out = join(tempFolder(), "out");
  await write(out, first);
  const long = new Date(1_000_000);
  for (const path of [...Object.keys(first), manifestName]) utimesSync(join(out, path), long, long);
  const again = await write(out, first);
  expect(isUpToDate(again)).toBe(true);
  expect(again.unchanged).toEqual(Object.keys(first));
  for (const path of [...Object.keys(first), manifestName]) expect(statSync(join(out, path)).mtime).toEqual(long);
});

test("touches only what changed, and removes what is no longer there with the folders it leaves empty", async () => {
  const out = join(tempFolder(), "out");
  await write(out, { ...first, "golden/deep/x.test.ts": "X\n" });
  const long = new Date(1_000_000);
  utimesSync(join(out, "models/a.ts"), long, long);
  const second = await write(out, { "models/a.ts": "A\n", "models/b.ts": "B2\n", "models/c.ts": "C\n" });
  expect(paths(second.added)).toEqual(["models/c.ts"]);
  expect(paths(second.changed)).toEqual(["models/b.ts"]);
  expect(second.removed).toEqual(["api.json", "golden/deep/x.test.ts"]);
  expect(contentOf(out)).toEqual({ "models/a.ts": "A\n", "models/b.ts": "B2\n", "models/c.ts": "C\n" });
  expect(statSync(join(out, "models/a.ts")).mtime).toEqual(long);
  expect(readdirSync(out).sort()).toEqual([manifestName, "models"]);
});

test("never removes or changes a file of someone else", async () => {
  const out = join(tempFolder(), "out");
  await write(out, { "models/a.ts": "A\n", "golden/a.ts": "G\n" });
  writeFileSync(join(out, "notes.txt"), "mine");
  writeFileSync(join(out, "golden/mine.ts"), "mine");
  await write(out, { "models/a.ts": "A2\n" });
  expect(contentOf(out)).toEqual({ "golden/mine.ts": "mine", "models/a.ts": "A2\n", "notes.txt": "mine" });
});

test("a folder with files and no manifest is refused, an empty one is not", async () => {
  const out = tempFolder({ "package.json": "{}" });
  expect(() => plan(out, first)).toThrow(
    new RunError(
      "usage",
      'the output folder "out" holds files that are not ours: name an empty folder with --out, or pass --force to write there all the same',
    ),
  );
  expect(contentOf(out)).toEqual({ "package.json": "{}" });
  expect(() => plan(tempFolder(), first)).not.toThrow();
});

test("--force takes such a folder over and leaves what it does not write", async () => {
  const out = tempFolder({ "package.json": "{}", "api.json": "other" });
  const made = await write(out, first, true);
  expect(contentOf(out)).toEqual({ ...first, "package.json": "{}" });
  expect(made.lost).toEqual(["api.json"]);
});

test("a damaged manifest is refused", async () => {
  const out = tempFolder({ [manifestName]: "<<<<<<< HEAD", "api.json": "{}\n" });
  expect(() => plan(out, first)).toThrow(`the output folder "out" has a damaged ${manifestName}: `);
});

test("an edited file of ours is neither overwritten nor removed", async () => {
  const out = join(tempFolder(), "out");
  await write(out, first);
  writeFileSync(join(out, "models/a.ts"), "edited\n");
  const message =
    '"out/models/a.ts" was edited since it was written: move the edits elsewhere, or pass --force to lose them; nothing was written';
  expect(() => plan(out, { ...first, "models/a.ts": "A2\n" })).toThrow(new RunError("conflict", message));
  expect(() => plan(out, { "api.json": "{}\n" })).toThrow(new RunError("conflict", message));
  expect((await write(out, { "api.json": "{}\n" }, true)).lost).toEqual(["models/a.ts"]);
  expect(contentOf(out)).toEqual({ "api.json": "{}\n" });
});

test("several edits are counted", async () => {
  const out = join(tempFolder(), "out");
  await write(out, first);
  for (const path of Object.keys(first)) writeFileSync(join(out, path), "edited\n");
  expect(() => plan(out, { "api.json": "new\n" })).toThrow('"out/api.json" (and 2 more) was edited');
});

test("a file that was checked out with other line ends counts as unedited", async () => {
  const out = join(tempFolder(), "out");
  await write(out, first);
  writeFileSync(join(out, "models/a.ts"), "A\r\n");
  expect(paths((await write(out, first)).changed)).toEqual(["models/a.ts"]);
  expect(contentOf(out)).toEqual(first);
});

test("a file that was deleted is written again", async () => {
  const out = join(tempFolder(), "out");
  await write(out, first);
  rmSync(join(out, "models"), { recursive: true });
  expect(paths((await write(out, first)).added)).toEqual(["models/a.ts", "models/b.ts"]);
});

test("something of someone else's in the way is a conflict", async () => {
  const out = join(tempFolder(), "out");
  await write(out, { "api.json": "{}\n" });
  mkdirSync(join(out, "models"));
  writeFileSync(join(out, "models/a.ts"), "mine");
  expect(() => plan(out, first)).toThrow(
    new RunError(
      "conflict",
      '"out/models/a.ts" is in the way and not ours: move it away, or pass --force to overwrite it; nothing was written',
    ),
  );
});

test.each([
  ["a link in place of a file", "models/a.ts", '"models/a.ts" is not a regular file'],
  ["a link in place of a folder", "models", '"models" is not a folder'],
])("%s is not followed, not even with --force", async (_, path, what) => {
  const outside = tempFolder({ "a.ts": "outside" });
  const out = join(tempFolder(), "out");
  await write(out, first);
  rmSync(join(out, path), { recursive: true });
  symlinkSync(path === "models" ? outside : join(outside, "a.ts"), join(out, path));
  expect(() => plan(out, { ...first, "models/a.ts": "A2\n" }, true)).toThrow(
    `cannot be written, ${what}: move that away`,
  );
  expect(filesIn(outside)).toEqual({ "a.ts": "outside" });
});

test("a stale file that became a link or a folder is not removed", async () => {
  const outside = tempFolder({ "a.ts": "A\n" });
  const out = join(tempFolder(), "out");
  await write(out, first);
  rmSync(join(out, "models"), { recursive: true });
  symlinkSync(outside, join(out, "models"));
  expect((await write(out, { "api.json": "{}\n" })).removed).toEqual([]);
  expect(filesIn(outside)).toEqual({ "a.ts": "A\n" });
});

/** What a run leaves that was killed while it moved files: one file moved, one not, one not removed. */
function halfMoved(staging: string): string {
  const old = { ...first, "api.json": "old\n" };
  const files = new Map(Object.entries(old).map(([path, text]) => [path, contentHash(text)]));
  const pending = new Map([
    ["models/a.ts", contentHash("A2\n")],
    ["models/b.ts", contentHash("B2\n")],
    ["deep/new/c.ts", contentHash("C2\n")],
  ]);
  return join(
    tempFolder({
      ...Object.fromEntries(Object.entries(old).map(([path, text]) => [`out/${path}`, text])),
      "out/models/a.ts": "A2\n",
      [`out/${manifestName}`]: manifestText({ files, pending }),
      [`out/${staging}/new/models/b.ts`]: "B2\n",
      [`out/${staging}/new/deep/new/c.ts`]: "C2\n",
    }),
    "out",
  );
}

const wanted = { "deep/new/c.ts": "C2\n", "models/a.ts": "A2\n", "models/b.ts": "B2\n" };
const killed = ".apipage-staging-999999999-1-00000000-0000abcd";
// As on another machine: nobody has touched it for a while.
const long = new Date(1_000_000);

function halfMovedLongAgo(): string {
  const out = halfMoved(killed);
  utimesSync(join(out, killed), long, long);
  return out;
}

test("what a killed run was moving is moved by the next one, before it does anything else", async () => {
  const out = halfMovedLongAgo();
  await healOutput({ path: out, shown: "out" });
  expect(contentOf(out)).toEqual(wanted);
  expect(readdirSync(out).sort()).toEqual([manifestName, "deep", "models"]);
  expect(isUpToDate(plan(out, wanted))).toBe(true);
});

test("it is replaced by a run that wants something else", async () => {
  const out = halfMovedLongAgo();
  const third = { ...first, "models/a.ts": "A3\n", "models/b.ts": "B3\n" };
  await write(out, third);
  expect(contentOf(out)).toEqual(third);
  expect(readdirSync(out).sort()).toEqual([manifestName, "api.json", "models"]);
});

test.each([
  ["a file was edited since", "models/b.ts", "edited\n"],
  ["new content is not what was written", `${killed}/new/models/b.ts`, "B3\n"],
])("where %s, nothing is moved, and what is ours stays ours", async (_, path, text) => {
  const out = halfMoved(killed);
  writeFileSync(join(out, path), text);
  utimesSync(join(out, killed), long, long);
  const before = filesIn(out);
  await healOutput({ path: out, shown: "out" });
  const kept = Object.entries(before).filter(([name]) => !name.startsWith(killed));
  expect(filesIn(out)).toEqual(Object.fromEntries(kept));
  await write(out, first, true);
  expect(contentOf(out)).toEqual(first);
});

test("a link in the folder of new files is not followed", async () => {
  const outside = tempFolder({ "b.ts": "B2\n" });
  const out = halfMoved(killed);
  rmSync(join(out, killed, "new/models"), { recursive: true });
  symlinkSync(outside, join(out, killed, "new/models"));
  utimesSync(join(out, killed), long, long);
  await healOutput({ path: out, shown: "out" });
  expect(filesIn(outside)).toEqual({ "b.ts": "B2\n" });
  expect(contentOf(out)["models/b.ts"]).toBe("B\n");
});

test("where nobody was killed, nothing is touched, not even an empty or missing folder", async () => {
  const out = join(tempFolder(), "out");
  await healOutput({ path: out, shown: "out" });
  expect(filesIn(join(out, ".."))).toEqual({});
  await write(out, first);
  utimesSync(out, long, long);
  await healOutput({ path: out, shown: "out" });
  expect(statSync(out).mtimeMs).toBe(long.getTime());
});

test("a first run that was killed early is no obstacle", async () => {
  const parent = tempFolder({ [`${killed}/half.ts`]: "half" });
  utimesSync(join(parent, killed), long, long);
  await write(join(parent, "out"), first);
  expect(readdirSync(parent)).toEqual(["out"]);
  expect(contentOf(join(parent, "out"))).toEqual(first);
});

test("a folder that others have made and filled meanwhile is looked at again", async () => {
  const out = join(tempFolder(), "out");
  const made = plan(out, { ...first, "models/a.ts": "A2\n" });
  await write(out, first);
  expect(paths((await replaceOutput(made)).changed)).toEqual(["models/a.ts"]);
  const other = join(tempFolder(), "out");
  const late = plan(other, first);
  mkdirSync(other);
  writeFileSync(join(other, "mine.txt"), "mine");
  await expect(replaceOutput(late)).rejects.toThrow("holds files that are not ours");
  expect(filesIn(other)).toEqual({ "mine.txt": "mine" });
});

test("a plan that another run has overtaken is made again", async () => {
  const out = join(tempFolder(), "out");
  await write(out, first);
  const made = plan(out, { "models/a.ts": "A2\n" });
  await write(out, { "models/a.ts": "A3\n", "models/z.ts": "Z\n" });
  expect((await replaceOutput(made)).removed).toEqual(["models/z.ts"]);
  expect(contentOf(out)).toEqual({ "models/a.ts": "A2\n" });
});

test("two runs of one process take turns", async () => {
  const out = join(tempFolder(), "out");
  await write(out, first);
  const texts = ["1\n", "2\n", "3\n"];
  await Promise.all(texts.map((text) => write(out, { "models/a.ts": text })));
  expect(texts).toContain(contentOf(out)["models/a.ts"]);
  expect(isUpToDate(plan(out, contentOf(out)))).toBe(true);
});

test("processes that write to one folder without a pause get in nobody's way", async () => {
  const out = join(tempFolder(), "out");
  const rounds = 40;
  const script = fileURLToPath(new URL("../testing/output-rival.ts", import.meta.url));
  const start = (name: string) =>
    spawn(process.execPath, ["--import", import.meta.resolve("tsx"), script, out, name, String(rounds)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
  const results = await Promise.all(["one", "two"].map((name) => resultOf(start(name))));
  expect(results).toEqual(results.map(() => ({ end: 0, stdout: "", stderr: "" })));
  const left = contentOf(out);
  expect(["one 39\n", "two 39\n"]).toContain(left["models/0.ts"]);
  expect(new Set(Object.values(left)).size).toBe(1);
  expect(Object.keys(left).length).toBe(10 + ((rounds - 1) % 3));
  expect(readdirSync(out).sort()).toEqual([manifestName, "models"]);
}, 60_000);

test("another process that does not come to an end is waited for, then named; a killed one is in nobody's way", async () => {
  const out = join(tempFolder(), "out");
  await write(out, first);
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  onTestFinished(() => void other.kill("SIGKILL"));
  const ended = new Promise((resolve) => other.on("exit", resolve));
  const lock = newStagingName().replace(/-\d+-\d+-/u, `-${other.pid}-0-`);
  mkdirSync(join(out, lock));
  const act = () => replaceOutput(plan(out, { "models/a.ts": "A2\n" }), { patienceMs: 120 });
  await expect(act()).rejects.toThrow(
    new RunError(
      "unreadable",
      `another run (process ${other.pid}) is writing to "out": wait for its end, then run this again; if there is none, remove "out/${lock}"`,
    ),
  );
  expect(contentOf(out)).toEqual(first);
  other.kill("SIGKILL");
  await ended;
  await act();
  expect(readdirSync(out).sort()).toEqual([manifestName, "models"]);
  expect(contentOf(out)).toEqual({ "models/a.ts": "A2\n" });
});

test("a new file that cannot get its place takes the others back", async () => {
  const out = join(tempFolder(), "out");
  await write(out, first);
  const before = filesIn(out);
  const next = plan(out, { ...first, "models/a.ts": "A2\n", "models/c.ts": "C\n", "new/d.ts": "D\n", "z.ts": "Z\n" });
  // Comes between the plan and the writing.
  mkdirSync(join(out, "z.ts"));
  await expect(replaceOutput(next)).rejects.toThrow(
    new RunError("unreadable", 'cannot write to "out": it is a folder'),
  );
  expect(filesIn(out)).toEqual(before);
  expect(readdirSync(out).sort()).toEqual([manifestName, "api.json", "models", "z.ts"]);
});

test("a file that cannot be replaced in the middle of it all leaves the rest for the next run", async () => {
  const out = join(tempFolder(), "out");
  await write(out, first);
  const next = { "api.json": "{2}\n", "models/a.ts": "A2\n", "models/b.ts": "B2\n" };
  const made = plan(out, next);
  rmSync(join(out, "models/a.ts"));
  mkdirSync(join(out, "models/a.ts"));
  await expect(replaceOutput(made)).rejects.toThrow(
    'cannot write to "out": it is a folder; some files are new and some are old, run this again to go on',
  );
  expect(filesIn(out)["models/b.ts"]).toBe("B\n");
  rmdirSync(join(out, "models/a.ts"));
  await healOutput({ path: out, shown: "out" });
  expect(contentOf(out)).toEqual(next);
  expect(isUpToDate(plan(out, next))).toBe(true);
});

test.skipIf(process.getuid?.() === 0).each([".", "models"])(
  "a folder that cannot be written to is said so, and nothing has changed: %s",
  async (path) => {
    const out = join(tempFolder(), "out");
    await write(out, first);
    const before = filesIn(out);
    chmodSync(join(out, path), 0o500);
    await expect(write(out, { "api.json": "{2}\n", "models/a.ts": "A2\n" })).rejects.toThrow(
      new RunError("unreadable", 'cannot write to "out": permission denied'),
    );
    chmodSync(join(out, path), 0o700);
    expect(filesIn(out)).toEqual(before);
    expect(readdirSync(out).sort()).toEqual([manifestName, "api.json", "models"]);
  },
);

test.each(["../x.ts", "/x.ts", "a/.hidden", "nul.ts"])("the path %s from the emitter is a bug, not a file", (path) => {
  expect(() => plan(tempFolder(), { [path]: "" })).toThrow(`Unexpected output path: ${JSON.stringify(path)}`);
});

test("two paths that some systems take for one are a bug", async () => {
  expect(() => plan(tempFolder(), { "models/a.ts": "", "models/A.ts": "" })).toThrow(
    'Two output files share the path "models/A.ts"',
  );
});
