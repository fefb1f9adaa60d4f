import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { watchInputs } from "./watch-inputs.ts";

async function watched(files: Readonly<Record<string, string>>) {
  const folder = tempFolder(files);
  let changes = 0;
  const watcher = await watchInputs(
    { docs: folder, base: folder },
    {
      onChange: () => {
        changes += 1;
      },
    },
  );
  onTestFinished(() => watcher.close());
  return { folder, changes: () => changes };
}

/** Longer than changes that come together are apart. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 400));

test("pages that are changed, added and removed, on any level", async () => {
  const { folder, changes } = await watched({ "a.md": "1", "api/b.md": "1" });
  writeFileSync(join(folder, "a.md"), "2");
  await expect.poll(changes).toBe(1);
  mkdirSync(join(folder, "new"));
  writeFileSync(join(folder, "new/c.md"), "1");
  await expect.poll(changes).toBe(2);
  rmSync(join(folder, "api/b.md"));
  await expect.poll(changes).toBe(3);
});

test("a docs folder that vanishes with the folder around it, and comes back", async () => {
  const base = tempFolder({ "docs/api/a.md": "1" });
  const seen: string[][] = [];
  const watcher = await watchInputs(
    { docs: join(base, "docs/api"), base },
    { onChange: (paths) => seen.push([...paths].map((path) => relative(base, path).split(sep).join("/"))) },
  );
  onTestFinished(() => watcher.close());
  renameSync(join(base, "docs"), join(base, "away"));
  await expect.poll(() => seen).toHaveLength(1);
  expect(seen[0]).toContain("docs/api/a.md");
  renameSync(join(base, "away"), join(base, "docs"));
  await expect.poll(() => seen.slice(1)).toEqual([["docs/api/a.md"]]);
  writeFileSync(join(base, "docs/api/a.md"), "2");
  await expect.poll(() => seen.slice(2)).toEqual([["docs/api/a.md"]]);
});

test("files that are not there yet, other folders, and nothing below those that do not count", async () => {
  const base = tempFolder({ "docs/a.md": "1", "templates/readme.md.hbs": "1", "templates/out/b.ts": "1" });
  const seen = new Set<string>();
  const watcher = await watchInputs(
    {
      docs: join(base, "docs"),
      folders: [join(base, "templates")],
      files: [join(base, "config.json")],
      except: [join(base, "templates/out")],
      base,
    },
    {
      onChange: (paths) => {
        for (const path of paths) seen.add(relative(base, path).split(sep).join("/"));
      },
    },
  );
  onTestFinished(() => watcher.close());
  for (const path of ["templates/out/b.ts", "templates/out/c.ts", "other.json", "docs/image.png"])
    writeFileSync(join(base, path), "2");
  for (const path of ["templates/readme.md.hbs", "config.json"]) writeFileSync(join(base, path), "2");
  await settled();
  expect([...seen].sort()).toEqual(["config.json", "templates/readme.md.hbs"]);
});

test("many changes at once are one", async () => {
  const { folder, changes } = await watched({});
  for (let index = 0; index < 30; index++) writeFileSync(join(folder, `page${index}.md`), "1");
  await expect.poll(changes).toBe(1);
  await settled();
  expect(changes()).toBe(1);
});

test("other files, and folders in which no page ever is, do not matter", async () => {
  const { folder, changes } = await watched({ ".git/a.md": "1", "node_modules/b/c.md": "1", "image.png": "1" });
  for (const path of [".git/a.md", "node_modules/b/c.md", "image.png", "notes.txt"])
    writeFileSync(join(folder, path), "2");
  mkdirSync(join(folder, "empty"));
  await settled();
  expect(changes()).toBe(0);
});
