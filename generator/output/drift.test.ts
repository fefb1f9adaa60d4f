import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { findDrift, isDrift } from "./drift.ts";
import { manifestName } from "./manifest.ts";
import { outputFile, planOutput } from "./plan-output.ts";
import { replaceOutput } from "./replace-output.ts";

const first = { "a.ts": "A\n", "b.ts": "B\n", "c.ts": "C\n" };

function plan(path: string, files: Readonly<Record<string, string>>) {
  const list = Object.entries(files).map(([name, text]) => outputFile(name, text));
  return planOutput({ path, shown: "out" }, list, { force: false, lookOnly: true });
}

async function writtenFolder(): Promise<string> {
  const out = join(tempFolder(), "out");
  await replaceOutput(plan(out, first));
  return out;
}

test("an output that is as it should be has none", async () => {
  const drift = findDrift(plan(await writtenFolder(), first));
  expect(isDrift(drift)).toBe(false);
});

test("names what is new, changed and gone, with both texts", async () => {
  const drift = findDrift(plan(await writtenFolder(), { "a.ts": "A\n", "b.ts": "B2\n", "d.ts": "D\n" }));
  expect([drift.added, drift.changed, drift.removed]).toEqual([["d.ts"], ["b.ts"], ["c.ts"]]);
  expect(["b.ts", "c.ts", "d.ts"].map(drift.textsOf)).toEqual([
    { before: "B\n", after: "B2\n" },
    { before: "C\n", after: null },
    { before: null, after: "D\n" },
  ]);
});

test("an edit is drift, in a file that stays and in one that goes", async () => {
  const out = await writtenFolder();
  writeFileSync(join(out, "a.ts"), "edited\n");
  writeFileSync(join(out, "c.ts"), "edited\n");
  const drift = findDrift(plan(out, { "a.ts": "A\n", "b.ts": "B\n" }));
  expect([drift.changed, drift.removed]).toEqual([["a.ts"], ["c.ts"]]);
});

test("a checkout with other line ends is none", async () => {
  const out = await writtenFolder();
  for (const name of ["a.ts", manifestName]) {
    const text = name === "a.ts" ? "A\n" : plan(out, first).manifestFound;
    writeFileSync(join(out, name), text.replaceAll("\n", "\r\n"));
  }
  expect(isDrift(findDrift(plan(out, first)))).toBe(false);
});

test("a manifest that is out of date is drift by itself, and not named beside files", async () => {
  const out = await writtenFolder();
  rmSync(join(out, "c.ts"));
  const drift = findDrift(plan(out, { "a.ts": "A\n", "b.ts": "B\n" }));
  expect(drift.changed).toEqual([manifestName]);
  expect(drift.textsOf(manifestName).after).not.toContain("c.ts");
  expect(findDrift(plan(out, { "a.ts": "A2\n", "b.ts": "B\n" })).changed).toEqual(["a.ts"]);
});
