/** A set of damaged pages on its whole way: read, linked, emitted, compiled, and its goldens run. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseParser } from "../../generator/choose-parser.ts";
import type { Page } from "../../generator/docs/page.ts";
import { createPageReader } from "../../generator/docs/read-page.ts";
import { createVocabulary } from "../../generator/docs/synonyms.ts";
import { type EmittedFile, emitModel } from "../../generator/emit/emit-model.ts";
import { runnerTypes, runTests } from "../../generator/golden/run-tests.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { inspectOutput } from "../../generator/testing/output-problems.ts";
import { compilerPath, typeCheck, writeProject } from "../../generator/testing/type-check.ts";

export interface SetOutcome {
  /** One line each, with the page where it is known. */
  readonly failures: readonly string[];
  readonly slowest: { readonly page: string; readonly milliseconds: number };
  readonly tests: number;
}

/**
 * @param texts pages by path
 * @param limit milliseconds of the processor that the reading of one page may take
 * @param isKept whether the output stays where it was compiled, and is named as a failure
 */
export async function runSet(texts: ReadonlyMap<string, string>, limit: number, isKept: boolean): Promise<SetOutcome> {
  const { pages, failures, slowest } = readAll(texts, limit);
  const outcome = { failures, slowest, tests: 0 };
  let files: readonly EmittedFile[];
  try {
    const { model } = buildModel(pages);
    files = emitModel(model, { enumStyle: "enum", toolVersion: "0.0.0" });
  } catch (error) {
    failures.push(`crash: ${stackOf(error)}`);
    return outcome;
  }
  failures.push(
    ...inspectOutput(files)
      .problems.slice(0, 20)
      .map((problem) => `output: ${problem}`),
  );
  const folder = mkdtempSync(join(tmpdir(), "apipage-fuzz-"));
  try {
    writeProject(folder, files);
    failures.push(...typeErrorsOf(folder));
    const { outcomes, errors } = await runTests(folder);
    failures.push(...errors.map((error) => `golden: ${error}`));
    for (const { group, title, failure } of outcomes)
      if (failure !== null)
        failures.push(`golden: ${group}, ${title}: ${failure.split("\n", 1)[0]}${pageOf(files, group)}`);
    return { ...outcome, tests: outcomes.length };
  } finally {
    if (isKept) failures.push(`kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

function readAll(texts: ReadonlyMap<string, string>, limit: number) {
  const read = createPageReader({
    parser: chooseParser("auto"),
    vocabulary: createVocabulary(),
    lookup: (path) => texts.get(path),
  });
  const pages: Page[] = [];
  const failures: string[] = [];
  let slowest = { page: "", milliseconds: 0 };
  for (const [path, text] of texts) {
    // Of the processor, as the clock counts what else the machine does.
    const start = process.cpuUsage();
    try {
      const { page, diagnostics } = read(path, text);
      if (page !== null) pages.push(page);
      const failed = diagnostics.find(({ code }) => code === "page-failed");
      if (failed !== undefined) failures.push(`crash: ${path}: ${failed.message}`);
    } catch (error) {
      failures.push(`crash: ${path}: ${stackOf(error)}`);
    }
    const { user, system } = process.cpuUsage(start);
    const milliseconds = (user + system) / 1000;
    if (milliseconds > slowest.milliseconds) slowest = { page: path, milliseconds };
    if (milliseconds > limit) failures.push(`slow: ${path}: ${milliseconds.toFixed(0)} ms`);
  }
  return { pages, failures, slowest };
}

function stackOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return stack.split("\n").slice(0, 5).join(" | ");
}

/** What the native compiler says: of the code by every strict option, of the goldens by those that they are run with. */
function typeErrorsOf(folder: string): string[] {
  const config = join(folder, "tsconfig.golden.json");
  const compilerOptions = {
    ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ skipLibCheck: true, target: "ES2022", lib: ["ES2022", "DOM", "DOM.Iterable", "DOM.AsyncIterable"], types: [] },
    ...{ module: "ESNext", moduleResolution: "Bundler", paths: { vitest: [runnerTypes()] } },
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, include: ["golden/*.ts"] }));
  const args = [compilerPath("7"), "-p", config, "--pretty", "false"];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const said = [typeCheck(folder, "7"), stdout, stderr].join("\n");
  return said
    .split("\n")
    .filter((line) => /^\S/.test(line))
    .map(
      (line) =>
        `types: ${line.replace(`${folder}/`, "").replace(/^(?:\.\.\/)+\S*?apipage-fuzz-\w+\//, "")}${pageAt(folder, line)}`,
    );
}

/** The page that a line of the output names next above it. */
function pageAt(folder: string, message: string): string {
  const [, path, line] = /([\w-]+\/[\w.-]+\.ts)\((\d+),/.exec(message) ?? [];
  if (path === undefined) return "";
  const above = readFileSync(join(folder, path), "utf8").split("\n").slice(0, Number(line));
  const found = above.reverse().find((text) => pageIn(text) !== null);
  return found === undefined ? "" : ` (${pageIn(found)})`;
}

function pageIn(line: string): string | null {
  return /^ *(?:\/\/ |\* Documented in `)([^ `]+\.md)/.exec(line)?.[1] ?? null;
}

function pageOf(files: readonly EmittedFile[], group: string): string {
  const text = files.find(({ path, text }) => path.endsWith(".test.ts") && text.includes(`describe("${group}"`))?.text;
  const lines = text?.slice(text.indexOf(`describe("${group}"`)).split("\n") ?? [];
  const found = lines.find((line) => pageIn(line) !== null);
  return found === undefined ? "" : ` (${pageIn(found)})`;
}
