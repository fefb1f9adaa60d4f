import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { basePages, edited } from "./diff/pages.fixture.ts";
import { runCli } from "./testing/run-cli.ts";
import { tempFolder } from "./testing/temp-folder.ts";

function write(cwd: string, pages: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(pages)) writeFileSync(join(cwd, "docs-input", path), text);
}

function setUp(): string {
  return tempFolder(Object.fromEntries(Object.entries(basePages).map(([path, text]) => [`docs-input/${path}`, text])));
}

const nextPages = edited(basePages, {
  replace: [
    ["resources/clock.md", "Number of hands that it has.", "Number of hands that it has. Required."],
    ["api/clock-list.md", "`$top` and `$filter`", "`$top`, `$skip` and `$filter`"],
  ],
});

function surfaceOf(stdout: string): string[] {
  const lines = stdout.split("\n");
  const at = lines.findIndex((line) => line.startsWith("Surface"));
  return at < 0
    ? []
    : lines.slice(
        at,
        lines.findIndex((line) => line.startsWith("Files")),
      );
}

test("the summary says what has changed since the last run", async () => {
  const cwd = setUp();
  expect(surfaceOf((await runCli(["generate"], { cwd })).stdout)).toEqual([]);
  expect(surfaceOf((await runCli(["generate"], { cwd })).stdout)).toEqual([
    "Surface  has not changed since the last run",
  ]);
  write(cwd, nextPages);
  expect(surfaceOf((await runCli(["generate"], { cwd })).stdout)).toEqual([
    "Surface  1 breaking, 0 warnings, 1 info since the last run",
    "  breaking property sample.time.clock/hands is required now",
    "  info     GET /clocks supports $skip now",
  ]);
});

test("programs get the counts and what is grave", async () => {
  const cwd = setUp();
  await runCli(["generate", "-q"], { cwd });
  write(cwd, nextPages);
  const { stdout } = await runCli(["generate", "--format", "json"], { cwd });
  expect(JSON.parse(stdout).surface).toMatchObject({
    counts: { breaking: 1, warning: 0, info: 1 },
    grave: [{ id: "property-became-required" }],
  });
});

test.each([
  ["damaged", (text: string) => text.slice(0, 400)],
  ["of another version", (text: string) => text.replace(/"schema": 1/u, '"schema": 99')],
])("a model that is %s is passed over", async (_, damage) => {
  const cwd = setUp();
  await runCli(["generate", "-q"], { cwd });
  const path = join(cwd, "generated/api.json");
  writeFileSync(path, damage(readFileSync(path, "utf8")));
  write(cwd, nextPages);
  const { code, stdout } = await runCli(["generate", "--force"], { cwd });
  expect([code, surfaceOf(stdout)]).toEqual([0, []]);
});

test("of a part nothing is said: what was left out has not gone", async () => {
  const cwd = setUp();
  await runCli(["generate", "-q"], { cwd });
  const { stdout } = await runCli(["generate", "--only", "api/clock-get.md"], { cwd });
  expect(surfaceOf(stdout)).toEqual([]);
});
