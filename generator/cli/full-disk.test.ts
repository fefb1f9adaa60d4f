/** A disk that has no room for the new output keeps the old one. A small file system in memory stands in for it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type ProcessResult, resultOf, startCli, useBuiltCli } from "../testing/built-cli.ts";
import { manyPages } from "../testing/many-pages.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const cli = useBuiltCli();
const pageCount = 10;
// What the file system gives room in.
const pageBytes = 4_096;
const diskBytes = 4 * 1024 * 1024;

function mount(folder: string): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", `size=${diskBytes}`, "tmpfs", folder]).status === 0;
}

function unmount(folder: string): void {
  spawnSync("umount", [folder]);
}

/** Only some users of some systems may mount anything. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "apipage-mount-"));
  const isMounted = mount(folder);
  if (isMounted) unmount(folder);
  rmdirSync(folder);
  return isMounted;
}

function smallDisk(cwd: string): string {
  const disk = join(cwd, "disk");
  mkdirSync(disk);
  mount(disk);
  onTestFinished(() => unmount(disk));
  return disk;
}

function freeBytes(disk: string): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}

function fill(disk: string, free: number): void {
  writeFileSync(join(disk, "filler"), Buffer.alloc(Math.max(0, freeBytes(disk) - free)));
}

function empty(disk: string): void {
  rmSync(join(disk, "filler"));
}

function docs(): Record<string, string> {
  const pages = ["one", "two"].flatMap((edition) =>
    Object.entries(manyPages(pageCount, edition)).map(([path, text]) => [`${edition}/${path}`, text]),
  );
  return Object.fromEntries(pages);
}

function generate(cwd: string, edition: string, out: string): Promise<ProcessResult> {
  return resultOf(startCli(cli, ["generate", "--docs", edition, "--out", out, "--quiet"], { cwd }));
}

const fine: ProcessResult = { end: 0, stdout: "", stderr: "" };
const refused: ProcessResult = {
  end: 3,
  stdout: "",
  stderr: 'apipage: cannot write to "disk/out": no space left on the disk\n',
};

test.skipIf(!canMount())(
  "a full disk keeps the old output, and the next run with room goes on",
  async () => {
    const cwd = tempFolder(docs());
    for (const edition of ["one", "two"]) await generate(cwd, edition, `whole-${edition}`);
    const [one = {}, two = {}] = ["one", "two"].map((edition) => filesIn(join(cwd, `whole-${edition}`)));
    const disk = smallDisk(cwd);
    expect(await generate(cwd, "one", "disk/out")).toEqual(fine);
    const changed = Object.entries(two).filter(([path, text]) => text !== one[path]);
    const needed = changed.reduce((sum, [, text]) => sum + pageBytes * Math.ceil(text.length / pageBytes), 0);
    for (const share of [0, 0.4, 0.9]) {
      fill(disk, share * needed);
      expect(await generate(cwd, "two", "disk/out"), String(share)).toEqual(refused);
      empty(disk);
      expect(filesIn(join(disk, "out"))).toEqual(one);
    }
    expect(await generate(cwd, "two", "disk/out")).toEqual(fine);
    expect(filesIn(join(disk, "out"))).toEqual(two);
  },
  120_000,
);

test.skipIf(!canMount())(
  "a first run that finds no room leaves nothing",
  async () => {
    const cwd = tempFolder(docs());
    const disk = smallDisk(cwd);
    fill(disk, 64 * 1024);
    expect(await generate(cwd, "one", "disk/out")).toEqual(refused);
    empty(disk);
    expect(readdirSync(disk)).toEqual([]);
    expect(await generate(cwd, "one", "disk/out")).toEqual(fine);
    expect(Object.keys(filesIn(join(disk, "out"))).length).toBeGreaterThan(pageCount);
  },
  120_000,
);
