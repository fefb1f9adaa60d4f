/** How long other generators take on the OpenAPI description of a large API, each through its command line. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type OutputSize, outputSize } from "./output.ts";
import { type ProcessRun, runProcess } from "./run-process.ts";
import { type Timing, timingOf } from "./timing.ts";

interface Peer {
  readonly package: string;
  readonly writes: "functions" | "types";
  /** Arguments for a description and an empty folder for the output. */
  readonly args: (description: string, out: string) => string[];
}

const peers: readonly Peer[] = [
  {
    package: "oazapfts",
    writes: "functions",
    args: (description, out) => [description, join(out, "api.ts")],
  },
  {
    package: "orval",
    writes: "functions",
    args: (description, out) => ["--input", description, "--output", join(out, "api.ts"), "--client", "fetch"],
  },
  {
    package: "@hey-api/openapi-ts",
    writes: "functions",
    args: (description, out) => ["-i", description, "-o", out],
  },
  {
    package: "openapi-typescript",
    writes: "types",
    args: (description, out) => [description, "-o", join(out, "api.d.ts")],
  },
];

export interface PeerReport {
  readonly name: string;
  readonly version: string;
  readonly writes: Peer["writes"];
  /** The range of Node.js versions that it asks for, where the running one is older: it was run all the same. */
  readonly unmetEngine: string | undefined;
  readonly measured: { readonly timing: Timing; readonly output: OutputSize } | undefined;
  /** Why nothing was measured. */
  readonly failure: string | undefined;
}

export interface PeersReport {
  readonly description: string;
  readonly operations: number;
  readonly peers: readonly PeerReport[];
}

/** A package of its own: the peers and all that they need are much more than what apipage needs. */
const home = fileURLToPath(new URL("../peers/", import.meta.url));
const modules = join(home, "node_modules");

/** Whether all that package.json names lies there in that version. */
function isInstalled(): boolean {
  const { dependencies } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
    dependencies: Readonly<Record<string, string>>;
  };
  return Object.entries(dependencies).every(
    ([name, version]) => existsSync(join(modules, name)) && manifestOf(name).version === version,
  );
}

/** Installs the peers where they are not yet. Throws an `Error` that says what to do if that fails. */
export function installPeers(say: (line: string) => void): void {
  if (isInstalled()) return;
  say("peers: npm ci --prefix bench/peers");
  const { status, stderr, error } = spawnSync(
    "npm",
    ["ci", "--ignore-scripts", "--loglevel", "error", "--prefix", home],
    {
      cwd: home,
      encoding: "utf8",
      shell: process.platform === "win32",
    },
  );
  if (status === 0) return;
  const [code = `npm ended with ${status}`] = /(?<=^npm error code )\S+/mu.exec(stderr) ?? [];
  throw new Error(
    `the peers cannot be installed (${error?.message ?? code}): run "npm ci --prefix bench/peers" with a network, or leave them out with --only ours --only growth`,
  );
}

interface Manifest {
  readonly version: string;
  readonly bin: string | Readonly<Record<string, string>>;
  readonly engines?: { readonly node?: string };
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")) as Manifest;
}

function scriptOf(name: string, { bin }: Manifest): string {
  const path = typeof bin === "string" ? bin : Object.values(bin)[0];
  if (path === undefined) throw new Error(`${name} has no command`);
  return join(modules, name, path);
}

/** The range if it is a lower bound that the version is below. */
export function unmetEngine(range: string | undefined, version: string): string | undefined {
  const [, lowest] = /^>=\s*([\d.]+)$/u.exec(range ?? "") ?? [];
  return lowest !== undefined && version.localeCompare(lowest, "en", { numeric: true }) < 0 ? range : undefined;
}

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** How many operations a description documents. */
export function operationsIn(description: { paths: Readonly<Record<string, object>> }): number {
  return Object.values(description.paths)
    .flatMap((path) => Object.keys(path))
    .filter((key) => methods.has(key)).length;
}

interface Contender extends Peer {
  readonly script: string;
  readonly manifest: Manifest;
  readonly runs: ProcessRun[];
  output?: OutputSize;
  failure?: string;
}

function runOnce(contender: Contender, description: string, folder: string, round: number): string {
  const out = join(folder, `${contender.package.replaceAll("/", "-")}-${round}`);
  mkdirSync(out, { recursive: true });
  try {
    const run = runProcess(contender.script, contender.args(description, out), folder);
    contender.output = outputSize(out);
    if (contender.output.bytes === 0) throw new Error("has written nothing");
    if (round > 0) contender.runs.push(run);
    return `${contender.package} ${run.seconds.toFixed(2)} s`;
  } catch (error) {
    contender.failure = error instanceof Error ? error.message : String(error);
    return `${contender.package} failed`;
  }
}

/**
 * Measures in a folder that the caller removes; the tools take turns, so that they have the same machine. A tool that
 * fails is left out from there on, and the report says why.
 */
export function measurePeers(folder: string, rounds: number, say: (line: string) => void): PeersReport {
  mkdirSync(folder, { recursive: true });
  const name = "@octokit/openapi";
  const description = join(modules, name, "generated/api.github.com.json");
  const contenders = peers.map((peer): Contender => {
    const manifest = manifestOf(peer.package);
    return { ...peer, manifest, script: scriptOf(peer.package, manifest), runs: [] };
  });
  for (let round = 0; round <= rounds; round++) {
    const said = contenders
      .filter(({ failure }) => failure === undefined)
      .map((contender) => runOnce(contender, description, folder, round));
    say(`peers: ${round === 0 ? "a round that does not count" : `round ${round} of ${rounds}`}: ${said.join(", ")}`);
  }
  return {
    description: `${name} ${manifestOf(name).version}, api.github.com.json`,
    operations: operationsIn(JSON.parse(readFileSync(description, "utf8"))),
    peers: contenders.map(({ package: own, writes, manifest, runs, output, failure }) => ({
      name: own,
      version: manifest.version,
      writes,
      unmetEngine: unmetEngine(manifest.engines?.node, process.versions.node),
      measured: failure === undefined && output !== undefined ? { timing: timingOf(runs), output } : undefined,
      failure,
    })),
  };
}
