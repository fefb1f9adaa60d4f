import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { watchPages } from "./watch-pages.ts";

async function watched(files: Readonly<Record<string, string>>) {
  const folder = tempFolder(files);
  let changes = 0;
  const watcher = await watchPages(folder, () => {
    changes += 1;
  });
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
