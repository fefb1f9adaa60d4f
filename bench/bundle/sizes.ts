/** What each part of an SDK adds to a bundle. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Bundle, bundleEach } from "../../generator/testing/bundle.ts";
import type { SdkFunction } from "./sdk-functions.ts";

/** A program that holds the client and some functions of an SDK, and does nothing with them. */
export function programHolding(functions: readonly SdkFunction[], more: readonly string[] = []): string {
  const imports = functions.map(({ name, module }) => `import { ${name} } from "${module}";`);
  const held = ["createClient", ...functions.map(({ name }) => name), ...more.map((_, index) => `more${index}`)];
  return [
    'import { createClient } from "./client.js";',
    ...imports,
    ...more.map((module, index) => `import * as more${index} from "${module}";`),
    `globalThis.held = [${held.join(", ")}];`,
  ].join("\n");
}

export interface FunctionSizes {
  /** Bytes after gzip that each function but the first one adds, by name. */
  readonly each: ReadonlyMap<string, number>;
  readonly largest: { readonly name: string; readonly bytes: number };
  /** Of all functions together, divided by their number: repetitions between functions are packed, as in a program. */
  readonly average: number;
}

/**
 * Measures every function by itself, on top of a program that holds all runtime code and a first function: what a
 * further function costs a program that has functions of its kind. There is next to nothing for gzip to repeat, so the
 * numbers are about the most that a function can cost.
 */
export async function functionSizes(
  sdk: string,
  functions: readonly SdkFunction[],
  first: SdkFunction,
): Promise<FunctionSizes> {
  const runtime = readdirSync(join(sdk, "runtime")).map((name) => `./runtime/${name.replace(/\.ts$/u, ".js")}`);
  const further = functions.filter((one) => one !== first);
  const programs = new Map(further.map((one) => [one.name, programHolding([first, one], runtime)]));
  const bundles = await bundleEach(
    new Map([...programs, ["", programHolding([first], runtime)], ["*", programHolding(functions, runtime)]]),
    sdk,
  );
  const base = bundleOf(bundles, "").gzip;
  const each = new Map(further.map(({ name }) => [name, bundleOf(bundles, name).gzip - base]));
  const largest = [...each].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
  return {
    each,
    largest: { name: largest[0], bytes: largest[1] },
    average: (bundleOf(bundles, "*").gzip - base) / further.length,
  };
}

/** Of each kind of function the first one in an SDK, and what else of the SDK can be held. */
const kinds: readonly {
  readonly kind: string;
  readonly isOne?: (candidate: SdkFunction) => boolean;
  readonly module?: string;
}[] = [
  { kind: "get", isOne: ({ method, maker }) => method === "GET" && maker === "jsonOperation" },
  { kind: "list", isOne: ({ maker }) => maker === "listOperation" },
  { kind: "update with a body", isOne: ({ method, maker }) => method === "PATCH" && maker === "jsonOperation" },
  { kind: "delete", isOne: ({ method, maker }) => method === "DELETE" && maker === "voidOperation" },
  { kind: "content", isOne: ({ maker }) => maker === "contentOperation" },
  { kind: "delta", isOne: ({ maker }) => maker === "deltaOperation" },
  { kind: "long-running", isOne: ({ maker }) => maker === "longRunningOperation" },
  { kind: "batch", module: "./runtime/batch.js" },
];

export interface KindSize {
  readonly kind: string;
  /** Bytes after gzip that the first function of the kind adds with its runtime code; absent where there is none. */
  readonly bytes?: number;
}

export interface CoreSizes {
  readonly client: Bundle;
  /** The client with the given function. */
  readonly core: Bundle;
  /** On top of the core. */
  readonly kinds: readonly KindSize[];
}

/** Measures the client, the client with a first function, and what the first function of each kind adds to that. */
export async function coreSizes(
  sdk: string,
  functions: readonly SdkFunction[],
  first: SdkFunction,
): Promise<CoreSizes> {
  const rest = functions.filter((one) => one !== first);
  const programs = new Map([
    ["client", programHolding([])],
    ["core", programHolding([first])],
  ]);
  for (const { kind, isOne, module = "" } of kinds) {
    const found = isOne && rest.find(isOne);
    if (found) programs.set(`kind ${kind}`, programHolding([first, found]));
    if (existsSync(join(sdk, module.replace(/\.js$/u, ".ts"))) && module !== "")
      programs.set(`kind ${kind}`, programHolding([first], [module]));
  }
  const bundles = await bundleEach(programs, sdk);
  const core = bundleOf(bundles, "core");
  return {
    client: bundleOf(bundles, "client"),
    core,
    kinds: kinds.map(({ kind }) => {
      const held = bundles.get(`kind ${kind}`);
      return held === undefined ? { kind } : { kind, bytes: held.gzip - core.gzip };
    }),
  };
}

function bundleOf(bundles: ReadonlyMap<string, Bundle>, name: string): Bundle {
  const found = bundles.get(name);
  if (found === undefined) throw new Error(`There is no bundle ${name}`);
  return found;
}
