import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { createPageLookup } from "./page-lookup.ts";

test("serves pages inside the folder, and nothing else", () => {
  const base = tempFolder({ "docs/includes/a.md": "A", "docs/secret.txt": "S", "outside/b.md": "B" });
  const root = join(base, "docs");
  symlinkSync(join(base, "outside"), join(root, "linked"));
  symlinkSync(join(base, "outside/b.md"), join(root, "b.md"));
  const lookup = createPageLookup(root);
  expect(lookup("includes/a.md")).toBe("A");
  expect(lookup("includes/none.md")).toBeUndefined();
  expect(lookup("secret.txt")).toBeUndefined();
  expect(lookup("../outside/b.md")).toBeUndefined();
  expect(lookup("linked/b.md")).toBeUndefined();
  expect(lookup("b.md")).toBeUndefined();
  expect(lookup("includes/a\0.md")).toBeUndefined();
});
