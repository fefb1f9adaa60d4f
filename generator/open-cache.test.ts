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

/** Generates into the project of a folder; tells what it had to do for that. */
async function generateIn(root: string, config: Config = {}) {
  const project = join(root, "project");
  const phases = new Set<string>();
  const prepared = await prepareGeneration(resolveSettings({ cacheDir: "../cache", ...config }, project, {}, project), {
    onProgress: (phase) => phases.add(phase),
  });
  await replaceOutput(prepared.plan);
  prepared.keep();
  const { diagnostics, summary, surface } = prepared;
  return { phases: [...phases], isUpToDate: isUpToDate(prepared.plan), diagnostics, summary, surface };
}

test("a page whose text says nothing else of the API is read, and that is all", async () => {
  const root = tempFolder(docs);
  const [path = "", text = ""] = Object.entries(docs).find(([name]) => name.endsWith("clock-list.md")) ?? [];
  const first = await generateIn(root);
  expect(first).toMatchObject({ phases: ["read", "link", "emit"], isUpToDate: false });
  const same = { ...first, isUpToDate: true, surface: [] };
  writeFileSync(join(root, path), `${text}\n<!-- Seen. -->\n`);
  expect(await generateIn(root)).toEqual({ ...same, phases: ["read"] });
  expect(await generateIn(root)).toEqual({ ...same, phases: [] });
  // Other places are another reading: the model has them.
  writeFileSync(join(root, path), text.replace(/^# /mu, "\n# "));
  expect(await generateIn(root)).toMatchObject({ phases: ["read", "link", "emit"], isUpToDate: false });
  // The same reading with other settings is another run.
  writeFileSync(join(root, path), text.replace(/^# /mu, "\n# ").concat("\n<!-- Again. -->\n"));
  expect(await generateIn(root, { nullability: "lenient" })).toMatchObject({ phases: ["read", "link", "emit"] });
});

test("a page more, a page less, or an edited output is no run of before, whatever the pages are read as", async () => {
  const root = tempFolder(docs);
  const [path = "", text = ""] = Object.entries(docs).find(([name]) => name.endsWith("clock-list.md")) ?? [];
  const first = await generateIn(root);
  const more = path.replace("clock-list", "clock-list-more");
  writeFileSync(join(root, more), "# Words alone\n");
  expect((await generateIn(root)).phases).toEqual(["read", "link", "emit"]);
  rmSync(join(root, more));
  expect((await generateIn(root)).phases).toEqual(["link", "emit"]);
  rmSync(join(root, "project/generated/client.ts"));
  writeFileSync(join(root, path), `${text}\n<!-- Seen. -->\n`);
  expect(await generateIn(root)).toMatchObject({ phases: ["read", "link", "emit"], isUpToDate: false });
  expect((await generateIn(root)).summary).toEqual(first.summary);
});

test.each([
  ["docs-input/cache", 'the cache folder lies in the docs folder "docs-input": name another one'],
  ["generated", 'the cache folder lies in the output folder "generated": name another one'],
])("%s is refused", (cacheDir, message) => {
  const root = tempFolder(docs);
  expect(() => link(root, { cacheDir })).toThrow(new RunError("usage", message));
  expect(filesIn(root)).toEqual(docs);
});
