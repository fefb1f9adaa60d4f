import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CacheMemory } from "./cache/cache-memory.ts";
import type { Config } from "./config/config.ts";
import { resolveSettings } from "./config/settings.ts";
import { linkDocs } from "./link-docs.ts";
import { replaceOutput } from "./output/replace-output.ts";
import { isUpToDate } from "./output/write-output.ts";
import { prepareGeneration } from "./prepare-generation.ts";
import { RunError } from "./run-error.ts";
import { samplePagesIn } from "./testing/sample-pages.ts";
import { filesIn, tempFolder } from "./testing/temp-folder.ts";

const docs = samplePagesIn("project/docs-input");

/** Reads the pages of a folder with the settings of its `project`. */
function link(root: string, config: Config = {}) {
  const project = join(root, "project");
  const { isSelected: _, ...linked } = linkDocs(resolveSettings(config, project, {}, project));
  return linked;
}

function cacheFiles(folder: string): string[] {
  return readdirSync(folder).map((name) => name.replace(/-[\w-]{16}\.bin$/u, ""));
}

test("the cache lies in the nearest node_modules above the output, and changes nothing", () => {
  const root = tempFolder(docs);
  mkdirSync(join(root, "node_modules"));
  const first = link(root);
  const cache = join(root, "node_modules/.cache/apipage");
  expect(cacheFiles(cache)).toEqual(["pages"]);
  const second = link(root);
  expect(second).toEqual(first);
  rmSync(cache, { recursive: true });
  expect(link(root, { cacheDir: false })).toEqual(first);
  expect(filesIn(join(root, "node_modules"))).toEqual({});
});

test("a page that has changed is read again", () => {
  const root = tempFolder(docs);
  const config = { cacheDir: "../cache" };
  link(root, config);
  const [path = "", text = ""] = Object.entries(docs).find(([name]) => name.endsWith("clock-list.md")) ?? [];
  writeFileSync(join(root, path), text.replace(/^# .*$/mu, "# Another title"));
  const titles = link(root, config).model.operations.map(({ title }) => title);
  expect(titles).toContain("Another title");
  expect(cacheFiles(join(root, "cache"))).toEqual(["pages"]);
});

test("without node_modules nothing is kept", () => {
  const root = tempFolder(docs);
  link(root);
  expect(filesIn(root)).toEqual(docs);
});

test("without node_modules, a process that runs again keeps in memory what it has read", async () => {
  const root = tempFolder(docs);
  const project = join(root, "project");
  const memory = new CacheMemory();
  const run = async (cacheFallback: CacheMemory) => {
    let emissions = 0;
    const prepared = await prepareGeneration(resolveSettings({ cacheDir: false }, project, {}, project), {
      cacheFallback,
      onProgress: (phase) => {
        if (phase === "emit") emissions += 1;
      },
    });
    await replaceOutput(prepared.plan);
    prepared.keep();
    return { emissions, diagnostics: prepared.diagnostics, isUpToDate: isUpToDate(prepared.plan) };
  };
  const first = await run(memory);
  expect(first).toMatchObject({ emissions: 1, isUpToDate: false });
  expect(await run(memory)).toEqual({ ...first, emissions: 0, isUpToDate: true });
  expect(await run(new CacheMemory())).toEqual({ ...first, emissions: 1, isUpToDate: true });
});

test.each([
  ["docs-input/cache", 'the cache folder lies in the docs folder "docs-input": name another one'],
  ["generated", 'the cache folder lies in the output folder "generated": name another one'],
])("%s is refused", (cacheDir, message) => {
  const root = tempFolder(docs);
  expect(() => link(root, { cacheDir })).toThrow(new RunError("usage", message));
  expect(filesIn(root)).toEqual(docs);
});
