/** What is left of a run that is killed: the output before it, or the one after it, and nothing in between. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { contentHash, manifestName, manifestText } from "../output/manifest.ts";
import { isStagingName } from "../output/staging-folder.ts";
import { type ProcessResult, resultOf, startCli, useBuiltCli } from "../testing/built-cli.ts";
import { manyPages } from "../testing/many-pages.ts";
import { runCli } from "../testing/run-cli.ts";
import { shuffled } from "../testing/shuffled.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";
import { guardArgument } from "./guard.ts";

const cli = useBuiltCli();
const killCount = 50;
const pageCount = 30;
// About as long as it takes to write new files beside, and to move them.
const phaseMs = 20;
const settlingMs = 15_000;

type Edition = "one" | "two";

function isAnyStaging(folder: string): boolean {
  try {
    return readdirSync(folder).some(isStagingName);
  } catch {
    return false;
  }
}

function isMoving(folder: string): boolean {
  return readFileSync(join(folder, manifestName), "utf8").includes('"pending"');
}

/** Numbers from 0 to 1, evenly spread, in an order that looks random and is always the same. */
function spread(count: number, seed: number): number[] {
  const even = Array.from({ length: count }, (_, index) => (index + 0.5) / count);
  return shuffled(even, seed);
}

interface World {
  readonly cwd: string;
  /** The whole output of each edition, as one text. */
  readonly whole: Readonly<Record<Edition, string>>;
  /** How long a run takes. */
  readonly duration: number;
}

function contentOf(folder: string): string {
  return JSON.stringify(filesIn(folder));
}

async function createWorld(): Promise<World> {
  const pages = (["one", "two"] as const).flatMap((edition) =>
    Object.entries(manyPages(pageCount, edition)).map(([path, text]) => [`${edition}/${path}`, text]),
  );
  const cwd = tempFolder(Object.fromEntries(pages));
  const start = performance.now();
  for (const edition of ["one", "two"] as const) await resultOf(generate(cwd, edition, `whole-${edition}`));
  const duration = (performance.now() - start) / 2;
  return { cwd, whole: { one: contentOf(join(cwd, "whole-one")), two: contentOf(join(cwd, "whole-two")) }, duration };
}

function generate(cwd: string, edition: Edition | "none", out: string) {
  return startCli(cli, ["generate", "--docs", edition, "--out", out, "--quiet"], { cwd });
}

/** When a kill comes: at any time, while new files are written beside, or while they are moved into place. */
const phases = ["any", "beside", "moving"] as const;

interface Kill {
  readonly signal: "SIGKILL" | "SIGTERM";
  readonly phase: (typeof phases)[number];
  /** How far into that, from 0 to 1. */
  readonly share: number;
}

/** Starts a run and kills it. */
async function killedRun({ cwd, duration }: World, edition: Edition, kill: Kill): Promise<ProcessResult> {
  const child = generate(cwd, edition, "out");
  const result = resultOf(child);
  if (kill.phase !== "any") {
    const hasBegun = kill.phase === "beside" ? isAnyStaging : isMoving;
    while (child.exitCode === null && !hasBegun(join(cwd, "out"))) await pause(0);
    const end = performance.now() + (kill.share * phaseMs) / (kill.phase === "moving" ? 5 : 1);
    // A timer is not exact enough.
    while (performance.now() < end);
  } else await pause(kill.share * duration);
  child.kill(kill.signal);
  return await result;
}

/** Waits until nobody writes any more. */
async function settle(out: string): Promise<void> {
  const end = performance.now() + settlingMs;
  while (performance.now() < end && isAnyStaging(out)) await pause(10);
}

function killsOf(): Kill[] {
  return spread(killCount, 7).map((share, index) => ({
    signal: index % 2 === 0 ? "SIGKILL" : "SIGTERM",
    phase: phases[Math.floor(index / 2) % phases.length] ?? "any",
    share,
  }));
}

test.skipIf(process.platform === "win32")(
  "a run that is killed at any moment leaves the old output or the new one, and the next run goes on",
  async () => {
    const world = await createWorld();
    const out = join(world.cwd, "out");
    let [now, next]: [Edition, Edition] = ["one", "two"];
    await resultOf(generate(world.cwd, now, "out"));
    const found = { old: 0, new: 0 };
    for (const kill of killsOf()) {
      const { end, stderr } = await killedRun(world, next, kill);
      expect([0, kill.signal]).toContain(end);
      expect(stderr).toBe("");
      await settle(out);
      const left = contentOf(out);
      expect([world.whole.one, world.whole.two], JSON.stringify(kill)).toContain(left);
      found[left === world.whole[next] ? "new" : "old"] += 1;
      // The next one has to change every file once more.
      if (left === world.whole[next]) [now, next] = [next, now];
    }
    expect(found.old + found.new).toBe(killCount);
    // Otherwise all kills have come too early, or too late.
    expect(Math.min(found.old, found.new)).toBeGreaterThan(0);
    await resultOf(generate(world.cwd, next, "out"));
    expect(contentOf(out)).toBe(world.whole[next]);
  },
  600_000,
);

const staging = ".apipage-staging-abandoned-00000000";
const [oldHash, newHash] = ["old\n", "new\n"].map((text) => new Map([["a.ts", contentHash(text)]]));
const none = new Map<string, string>();

/** A folder with the output of a run that was killed before it could move anything. */
function halfDoneFolder(): string {
  return tempFolder({
    "out/a.ts": "old\n",
    [`out/${manifestName}`]: manifestText({ files: oldHash ?? none, pending: newHash ?? none }),
    [`out/${staging}/new/a.ts`]: "new\n",
  });
}

const done = { "a.ts": "new\n", [manifestName]: manifestText({ files: newHash ?? none, pending: none }) };

test("who watches over a run finishes its work as soon as it is gone, and not before", async () => {
  const cwd = halfDoneFolder();
  const watcher = startCli(cli, [guardArgument, join(cwd, "out")], { cwd, stdio: ["pipe", "pipe", "pipe"] });
  const result = resultOf(watcher);
  watcher.stdin?.write("still there");
  await pause(300);
  expect(filesIn(cwd)["out/a.ts"]).toBe("old\n");
  watcher.stdin?.end();
  expect(await result).toEqual({ end: 0, stdout: "", stderr: "" });
  expect(filesIn(join(cwd, "out"))).toEqual(done);
});

test("where nobody has watched, the next run does so, even one that has nothing to write; not one that only looks", async () => {
  const cwd = halfDoneFolder();
  const before = filesIn(cwd);
  for (const flag of ["--check", "--dry-run"]) {
    expect((await runCli(["generate", "--docs", "none", "--out", "out", flag], { cwd })).code).toBe(3);
    expect(filesIn(cwd)).toEqual(before);
  }
  expect((await runCli(["generate", "--docs", "none", "--out", "out"], { cwd })).code).toBe(3);
  expect(filesIn(join(cwd, "out"))).toEqual(done);
});
