/**
 * How long compilers take to check the SDK of a whole large API, and what they need for it.
 *
 *     npm run bench:tsc
 *
 * Generates the SDK from the pages of the corpus and checks it under all strict flags with each compiler that consumers
 * may have. Exits with 1 if one finds errors or takes too long. Without the corpus (`APIPAGE_CORPUS`, or `../shared`) it
 * says so in one line and exits with 0.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpusRoot, isCorpusThere, measuredSet } from "../generator/testing/corpus.ts";
import { type CompilerVersion, compilerPath, writeTsconfig } from "../generator/testing/type-check.ts";
import { writeSdk } from "../generator/testing/write-sdk.ts";
import { count, textTable } from "./bundle/table.ts";

/** Seconds that a check may take on a small machine; the oldest compiler is measured only. */
const limits: Readonly<Record<CompilerVersion, number>> = { "5.4": Number.POSITIVE_INFINITY, "5.9": 30, "7": 10 };

const versions: readonly CompilerVersion[] = ["5.4", "5.9", "7"];

interface Check {
  readonly version: CompilerVersion;
  readonly errors: readonly string[];
  /** What `--extendedDiagnostics` prints, by its labels. */
  readonly said: ReadonlyMap<string, string>;
  /** From start to end of the process. */
  readonly seconds: number;
}

function check(folder: string, version: CompilerVersion): Check {
  const args = [compilerPath(version), "-p", writeTsconfig(folder, version), "--pretty", "false"];
  const start = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [...args, "--extendedDiagnostics"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  const seconds = (performance.now() - start) / 1000;
  const lines = `${stdout}${stderr}`.split("\n");
  const said = lines.flatMap((line) => {
    const [, label = "", value = ""] = /^([A-Z][^:()]*):\s+(\S+)$/u.exec(line) ?? [];
    return label === "" ? [] : [[label, value] as const];
  });
  const errors = lines.filter((line) => /\berror TS\d+/u.test(line));
  return { version, errors, said: new Map(said), seconds };
}

/** What is shown, by the labels of the compilers. */
const rows: readonly (readonly [title: string, label: string])[] = [
  ["check time", "Check time"],
  ["total time", "Total time"],
  ["memory", "Memory used"],
  ["types", "Types"],
  ["instantiations", "Instantiations"],
  ["symbols", "Symbols"],
];

function shown(value: string | undefined): string {
  if (value === undefined) return "-";
  const kilobytes = /^(\d+)K$/u.exec(value)?.[1];
  if (kilobytes !== undefined) return `${count(Number(kilobytes) / 1024)} MB`;
  return /^\d+$/u.test(value) ? count(Number(value)) : value;
}

function table(checks: readonly Check[]): string {
  return textTable([
    ["", ...checks.map(({ version }) => `TypeScript ${version}`)],
    ...rows.map(([title, label]) => [title, ...checks.map(({ said }) => shown(said.get(label)))]),
    ["whole process", ...checks.map(({ seconds }) => `${seconds.toFixed(1)}s`)],
    ["errors", ...checks.map(({ errors }) => count(errors.length))],
  ]);
}

function sizeOf(folder: string): { files: number; bytes: number } {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  return { files: paths.length, bytes: paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0) };
}

function main(): number {
  if (!isCorpusThere) {
    console.log(`bench:tsc: skipped, there is no corpus in ${corpusRoot} (set APIPAGE_CORPUS)`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), "apipage-tsc-"));
  try {
    const { types, enums, operations } = writeSdk(measuredSet.docs, folder);
    const { files, bytes } = sizeOf(folder);
    const things = `${count(types.length)} types, ${count(enums.length)} enums, ${count(operations.length)} operations`;
    console.log(`${measuredSet.name}: ${things} in ${files} files, ${(bytes / 1024 / 1024).toFixed(1)} MB\n`);
    const checks = versions.map((version) => check(folder, version));
    console.log(table(checks));
    const shownErrors = checks.flatMap(({ version, errors }) =>
      errors.slice(0, 5).map((line) => `${version}: ${line}`),
    );
    const slow = checks.filter(({ version, seconds }) => seconds > limits[version]);
    const complaints = slow.map(({ version }) => `TypeScript ${version} took more than ${limits[version]} seconds`);
    console.log([...shownErrors, ...complaints].map((line) => `\n${line}`).join(""));
    return shownErrors.length > 0 || slow.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = main();
