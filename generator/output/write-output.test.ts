import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RunError } from "../run-error.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";
import { contentHash, manifestName, manifestText } from "./manifest.ts";
import { type OutputFile, planOutput } from "./plan-output.ts";
import { isUpToDate, writeOutput } from "./write-output.ts";

function outputFiles(files: Readonly<Record<string, string>>): OutputFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

function plan(folder: string, files: Readonly<Record<string, string>>, force = false) {
  return planOutput({ path: folder, shown: "out" }, outputFiles(files), { force });
}

function write(folder: string, files: Readonly<Record<string, string>>, force = false) {
  const made = plan(folder, files, force);
  writeOutput(made);
  return made;
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

test("makes the folder, writes all files and a manifest of them, and leaves nothing else", () => {
  const out = join(tempFolder(), "src/api");
  write(out, first);
  expect(contentOf(out)).toEqual(first);
  const files = new Map(Object.entries(first).map(([path, text]) => [path, contentHash(text)]));
  expect(filesIn(out)[manifestName]).toBe(manifestText({ files, pending: new Map() }));
  expect(readdirSync(out).sort()).toEqual([manifestName, "api.json", "models"]);
});

test("a second run with the same files touches nothing", () => {
  const out = join(tempFolder(), "out");
  write(out, first);
  const long = new Date(1_000_000);
  for (const path of [...Object.keys(first), manifestName]) utimesSync(join(out, path), long, long);
  const again = write(out, first);
  expect(isUpToDate(again)).toBe(true);
  expect(again.unchanged).toEqual(Object.keys(first));
  for (const path of [...Object.keys(first), manifestName]) expect(statSync(join(out, path)).mtime).toEqual(long);
});

test("touches only what changed, and removes what is no longer there with the folders it leaves empty", () => {
  const out = join(tempFolder(), "out");
  write(out, { ...first, "golden/deep/x.test.ts": "X\n" });
  const long = new Date(1_000_000);
  utimesSync(join(out, "models/a.ts"), long, long);
  const second = write(out, { "models/a.ts": "A\n", "models/b.ts": "B2\n", "models/c.ts": "C\n" });
  expect(paths(second.added)).toEqual(["models/c.ts"]);
  expect(paths(second.changed)).toEqual(["models/b.ts"]);
  expect(second.removed).toEqual(["api.json", "golden/deep/x.test.ts"]);
  expect(contentOf(out)).toEqual({ "models/a.ts": "A\n", "models/b.ts": "B2\n", "models/c.ts": "C\n" });
  expect(statSync(join(out, "models/a.ts")).mtime).toEqual(long);
  expect(readdirSync(out).sort()).toEqual([manifestName, "models"]);
});

test("never removes or changes a file of someone else", () => {
  const out = join(tempFolder(), "out");
  write(out, { "models/a.ts": "A\n", "golden/a.ts": "G\n" });
  writeFileSync(join(out, "notes.txt"), "mine");
  writeFileSync(join(out, "golden/mine.ts"), "mine");
  write(out, { "models/a.ts": "A2\n" });
  expect(contentOf(out)).toEqual({ "golden/mine.ts": "mine", "models/a.ts": "A2\n", "notes.txt": "mine" });
});

test("a folder with files and no manifest is refused, an empty one is not", () => {
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

test("--force takes such a folder over and leaves what it does not write", () => {
  const out = tempFolder({ "package.json": "{}", "api.json": "other" });
  const made = write(out, first, true);
  expect(contentOf(out)).toEqual({ ...first, "package.json": "{}" });
  expect(made.lost).toEqual(["api.json"]);
});

test("a damaged manifest is refused", () => {
  const out = tempFolder({ [manifestName]: "<<<<<<< HEAD", "api.json": "{}\n" });
  expect(() => plan(out, first)).toThrow(`the output folder "out" has a damaged ${manifestName}: `);
});

test("an edited file of ours is neither overwritten nor removed", () => {
  const out = join(tempFolder(), "out");
  write(out, first);
  writeFileSync(join(out, "models/a.ts"), "edited\n");
  const message =
    '"out/models/a.ts" was edited since it was written: move the edits elsewhere, or pass --force to lose them; nothing was written';
  expect(() => plan(out, { ...first, "models/a.ts": "A2\n" })).toThrow(new RunError("conflict", message));
  expect(() => plan(out, { "api.json": "{}\n" })).toThrow(new RunError("conflict", message));
  expect(write(out, { "api.json": "{}\n" }, true).lost).toEqual(["models/a.ts"]);
  expect(contentOf(out)).toEqual({ "api.json": "{}\n" });
});

test("several edits are counted", () => {
  const out = join(tempFolder(), "out");
  write(out, first);
  for (const path of Object.keys(first)) writeFileSync(join(out, path), "edited\n");
  expect(() => plan(out, { "api.json": "new\n" })).toThrow('"out/api.json" (and 2 more) was edited');
});

test("a file that was checked out with other line ends counts as unedited", () => {
  const out = join(tempFolder(), "out");
  write(out, first);
  writeFileSync(join(out, "models/a.ts"), "A\r\n");
  expect(paths(write(out, first).changed)).toEqual(["models/a.ts"]);
  expect(contentOf(out)).toEqual(first);
});

test("a file that was deleted is written again", () => {
  const out = join(tempFolder(), "out");
  write(out, first);
  rmSync(join(out, "models"), { recursive: true });
  expect(paths(write(out, first).added)).toEqual(["models/a.ts", "models/b.ts"]);
});

test("something of someone else's in the way is a conflict", () => {
  const out = join(tempFolder(), "out");
  write(out, { "api.json": "{}\n" });
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
])("%s is not followed, not even with --force", (_, path, what) => {
  const outside = tempFolder({ "a.ts": "outside" });
  const out = join(tempFolder(), "out");
  write(out, first);
  rmSync(join(out, path), { recursive: true });
  symlinkSync(path === "models" ? outside : join(outside, "a.ts"), join(out, path));
  expect(() => plan(out, { ...first, "models/a.ts": "A2\n" }, true)).toThrow(
    `cannot be written, ${what}: move that away`,
  );
  expect(filesIn(outside)).toEqual({ "a.ts": "outside" });
});

test("a stale file that became a link or a folder is not removed", () => {
  const outside = tempFolder({ "a.ts": "A\n" });
  const out = join(tempFolder(), "out");
  write(out, first);
  rmSync(join(out, "models"), { recursive: true });
  symlinkSync(outside, join(out, "models"));
  expect(write(out, { "api.json": "{}\n" }).removed).toEqual([]);
  expect(filesIn(outside)).toEqual({ "a.ts": "A\n" });
});

test("a run that was killed while files were moved is finished by the next one", () => {
  const out = join(tempFolder(), "out");
  write(out, first);
  const next = { ...first, "models/a.ts": "A2\n", "models/b.ts": "B2\n" };
  const half = plan(out, next);
  // What such a run leaves: a manifest that names both, one file moved, one not, and the folder of the new files.
  writeFileSync(join(out, manifestName), manifestText({ files: half.current, pending: half.manifest.files }));
  writeFileSync(join(out, "models/a.ts"), "A2\n");
  mkdirSync(join(out, ".apipage-staging-x1"));
  writeFileSync(join(out, ".apipage-staging-x1/1"), "B2\n");
  const third = { ...first, "models/a.ts": "A3\n", "models/b.ts": "B3\n" };
  write(out, third);
  expect(contentOf(out)).toEqual(third);
  expect(readdirSync(out)).not.toContain(".apipage-staging-x1");
});

test("a first run that was killed early is no obstacle", () => {
  const out = tempFolder({ ".apipage-staging-x1/0": "half" });
  write(out, first);
  expect(contentOf(out)).toEqual(first);
});

test.skipIf(process.getuid?.() === 0)("a folder that cannot be written to is said so, and nothing has changed", () => {
  const out = join(tempFolder(), "out");
  write(out, first);
  chmodSync(out, 0o500);
  const act = () => write(out, { ...first, "models/a.ts": "A2\n" });
  expect(act).toThrow(new RunError("unreadable", 'cannot write to "out": permission denied'));
  chmodSync(out, 0o700);
  expect(contentOf(out)).toEqual(first);
});

test.each(["../x.ts", "/x.ts", "a/.hidden", "nul.ts"])("the path %s from the emitter is a bug, not a file", (path) => {
  expect(() => plan(tempFolder(), { [path]: "" })).toThrow(`Unexpected output path: ${JSON.stringify(path)}`);
});

test("two paths that some systems take for one are a bug", () => {
  expect(() => plan(tempFolder(), { "models/a.ts": "", "models/A.ts": "" })).toThrow(
    'Two output files share the path "models/A.ts"',
  );
});
