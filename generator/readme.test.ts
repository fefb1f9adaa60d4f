/** README.md says what is so. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exitCodeMeanings, exitCodes } from "./cli/exit-codes.ts";
import { optionNames } from "./config/config-schema.ts";
import { diagnosticCodes } from "./diagnostics/codes.ts";
import { defaultLimits } from "./docs/limits.ts";
import { repositoryRoot } from "./testing/corpus.ts";
import { runCli } from "./testing/run-cli.ts";

function read(path: string): string {
  return readFileSync(join(repositoryRoot, path), "utf8");
}

const readme = read("README.md");

function section(title: string): string {
  return readme.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
}

test("every option of the config has a row, and there are no others", () => {
  const rows = [...section("Config").matchAll(/^\| `(\w+)` \|/gmu)].map(([, name]) => name);
  expect(rows).toEqual([...optionNames]);
});

test("every limit has a row with its default, and a code that there is", () => {
  const rows = [...section("Security").matchAll(/^\| `(\w+)` \| ([\d,]+) \| .+ \| `([\w-]+)` \|$/gmu)];
  expect(Object.fromEntries(rows.map(([, name, value = ""]) => [name, Number(value.replaceAll(",", ""))]))).toEqual(
    defaultLimits,
  );
  expect(rows.map(([, , , code = ""]) => code).filter((code) => !(code in diagnosticCodes))).toEqual([]);
});

test("every exit code has a row with its meaning", () => {
  const rows = [...section("What is reported, and when a run fails").matchAll(/^\| (\d) \| (.+) \|$/gmu)];
  const expected = Object.entries(exitCodes).map(([name, code]) => [
    String(code),
    exitCodeMeanings[name as keyof typeof exitCodes],
  ]);
  expect(rows.map(([, code, meaning]) => [code, meaning?.replaceAll("`", "")])).toEqual(expected);
});

test("every flag of every command has a row, and there are no others", async () => {
  const documented = new Set([...section("Flags").matchAll(/`(--[a-z-]+)/gu)].map(([, flag]) => flag));
  const helps = await Promise.all(
    ["generate", "diff", "explain", "golden", "inspect", "lint", "mock", "model", "permissions"].map((name) =>
      runCli([name, "--help"], { cwd: "/" }),
    ),
  );
  const flags = helps.flatMap(({ stdout }) =>
    [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu)].map(([, flag]) => flag),
  );
  expect([...new Set(flags)].filter((flag) => flag !== "--help").sort()).toEqual([...documented].sort());
});

describe("the page and its code", () => {
  const [page = "", code = ""] = ["markdown", "ts"].map(
    (language) => new RegExp(`^\`{3,4}${language}\\n([\\s\\S]+?)\\n\`{3,4}$`, "mu").exec(readme)?.[1] ?? "",
  );

  test.each([
    ["docs-input/api/invitation-resend.md", page],
    ["generated/operations/invitations.ts", code],
  ])("%s has every line of it, in that order", (path, excerpt) => {
    const lines = read(path).split("\n");
    let from = 0;
    for (const line of excerpt.split("\n").map((one) => one.replace(/ …$/u, ""))) {
      const at = lines.findIndex((one, index) => index >= from && one.startsWith(line));
      expect(at, line).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });
});

test("links lead to files of the repository", () => {
  const targets = [...readme.matchAll(/\]\((?!https?:|#|\.\.)([^)]+)\)/gu)].map(([, target = ""]) => target);
  expect(targets.filter((target) => !existsSync(join(repositoryRoot, target)))).toEqual([]);
});
