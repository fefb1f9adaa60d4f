/** The rules of the house that a machine can check. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const generator = fileURLToPath(new URL(".", import.meta.url));

const sources = readdirSync(generator, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.startsWith("testing/"))
  .sort()
  .map((path) => ({ path, folder: dirname(path), text: readFileSync(join(generator, path), "utf8") }));

/** Folders that a file imports from, for their values: types alone bind nothing. */
function foldersUsed({ path, text }: { path: string; text: string }): string[] {
  const imports = text.matchAll(/^(?:import|export) (?!type )[^;]*?from "(\.[^"]+)";$/gmu);
  return [...imports].map(([, target = ""]) => posix.dirname(posix.join(posix.dirname(path), target)));
}

// Arrows point one way: what each folder may import from, besides itself and the files at the top of generator/.
const mayUse: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  docs: ["diagnostics"],
  model: ["diagnostics", "docs"],
  examples: ["docs", "model"],
  shapes: ["model"],
  conformance: ["model", "shapes"],
  golden: ["conformance", "diagnostics", "docs", "examples", "model", "shapes"],
  emit: ["diagnostics", "docs", "examples", "golden", "model", "shapes"],
  mock: ["docs", "examples", "model"],
  source: ["diagnostics", "docs"],
  cache: ["diagnostics", "docs", "output"],
  config: ["diagnostics", "docs"],
  diff: ["diagnostics", "diff/rules", "emit", "model"],
  "diff/rules": ["diff", "model"],
  "diff-report": ["diff", "emit", "report"],
  output: [],
  remark: ["config", "diagnostics", "docs", "report", "source"],
  report: ["diagnostics", "emit"],
  lint: ["diagnostics"],
  "lint-report": ["diagnostics", "lint", "report"],
  cli: ["cache", "config", "diagnostics", "diff", "diff-report", "report", "output", "source"],
};

describe.each(Object.entries(mayUse))("generator/%s", (folder, allowed) => {
  test(`imports from ${allowed.join(", ") || "no other folder"} only`, () => {
    const own = sources.filter((source) => source.folder === folder);
    const used = new Set(own.flatMap(foldersUsed));
    expect([...used].filter((one) => one !== folder && one !== "." && !allowed.includes(one))).toEqual([]);
  });
});

// Needs a reason.
const processFiles: Readonly<Record<string, string>> = {
  "output/process-mark.ts": "a lock names the process that holds it",
};

test("nothing below cli touches the process or the console without a reason", () => {
  const below = sources.filter(({ folder, path }) => folder !== "cli" && processFiles[path] === undefined);
  const touching = below.filter(({ text }) =>
    // What version this is, and what time it has taken, may be asked: that changes nothing.
    /\bprocess\.(?!versions\b|cpuUsage\b)|\bconsole\.|node:process/u.test(
      text.replace(/^ *(?:\*|\/\/|\/\*).*$/gmu, ""),
    ),
  );
  expect(touching.map(({ path }) => path)).toEqual([]);
});

// Over 400 lines needs a reason.
const longFiles: Readonly<Record<string, string>> = {
  "docs/path-grammar.ts": "one grammar, written down as a whole",
  "model/api-model.ts": "one description of the model, for who reads it as JSON",
};

test("no file is over 400 lines without a reason", () => {
  const long = sources.filter(({ text }) => text.split("\n").length > 400).map(({ path }) => path);
  expect(long.filter((path) => longFiles[path] === undefined)).toEqual([]);
});
