import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../../generator/testing/temp-folder.ts";
import { runProcess } from "./run-process.ts";

test("memory is that of the program, not that of who starts it", () => {
  const folder = tempFolder({
    "small.js": "console.log(process.argv[2])",
    "large.js": "globalThis.kept = Buffer.alloc(200 * 1024 * 1024, 1)",
  });
  const mine = Buffer.alloc(250 * 1024 * 1024, 1);
  const small = runProcess(join(folder, "small.js"), ["said"], folder);
  const large = runProcess(join(folder, "large.js"), [], folder);
  expect(mine.length).toBeGreaterThan(0);
  expect(small.stdout).toBe("said\n");
  expect(small.megabytes).toBeGreaterThan(20);
  expect(small.megabytes).toBeLessThan(150);
  expect(large.megabytes - small.megabytes).toBeGreaterThan(190);
  expect(large.megabytes - small.megabytes).toBeLessThan(250);
});

test("what a program has started counts as well", () => {
  const folder = tempFolder({
    "parent.js": 'require("node:child_process").spawnSync(process.execPath, ["child.js"])',
    "child.js": "globalThis.kept = Buffer.alloc(200 * 1024 * 1024, 1)",
  });
  expect(runProcess(join(folder, "parent.js"), [], folder).megabytes).toBeGreaterThan(220);
});

test("a program that fails is no figure", () => {
  const folder = tempFolder({ "fails.js": 'console.error("no such page"); process.exit(3)' });
  expect(() => runProcess(join(folder, "fails.js"), [], folder)).toThrow("ended with 3: no such page");
});
