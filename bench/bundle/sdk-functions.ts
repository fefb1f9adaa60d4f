/** The functions of a written SDK, as its `index.json` lists them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface SdkFunction {
  readonly name: string;
  /** Relative to the SDK, ends in `.js` as in imports. */
  readonly module: string;
  /** The page that documents it. */
  readonly page: string;
  readonly method: string;
  readonly paths: readonly string[];
  /** The function of the runtime code that makes it, for example `jsonOperation`. */
  readonly maker: string;
  /** Whether it needs no further runtime code for its arguments. */
  readonly isPlain: boolean;
}

interface Index {
  readonly operations: readonly {
    readonly page: string;
    readonly function: string;
    readonly file: string;
    readonly method: string;
    readonly paths: readonly string[];
  }[];
}

/** All functions in the order of the index. */
export function readFunctions(sdk: string): readonly SdkFunction[] {
  const { operations }: Index = JSON.parse(readFileSync(join(sdk, "index.json"), "utf8"));
  const folder = join(sdk, "operations");
  const made = new Map(readdirSync(folder).flatMap((file) => functionsIn(join(folder, file))));
  return operations.map(({ page, function: name, file, method, paths }) => {
    const { maker = "", isPlain = false } = made.get(name) ?? {};
    return { name, page, module: `./${file.replace(/\.ts$/u, ".js")}`, method, paths, maker, isPlain };
  });
}

function functionsIn(path: string): readonly (readonly [name: string, Pick<SdkFunction, "maker" | "isPlain">])[] {
  const made = readFileSync(path, "utf8").matchAll(
    /\/\*@__PURE__\*\/ (?<maker>\w+)\(\{\s*name: "(?<name>[^"]+)"(?<rest>[\s\S]*?)\n\s*\}\);/gu,
  );
  return [...made].map(({ groups: { name = "", maker = "", rest = "" } = {} }) => [
    name,
    { maker, isPlain: !/^\s*encode: /mu.test(rest) },
  ]);
}

/** The first function that gets one object and is plain. */
export function plainFunction(functions: readonly SdkFunction[]): SdkFunction {
  const found = functions.find(
    ({ method, maker, isPlain }) => method === "GET" && maker === "jsonOperation" && isPlain,
  );
  if (found === undefined) throw new Error("No plain function");
  return found;
}

/**
 * The function for a request, whatever it is called and however the parameters of its path are. Of several, it is the
 * one with the fewest paths: functions with many serve any resource.
 *
 * @throws Error if there is none
 */
export function functionFor(functions: readonly SdkFunction[], method: string, path: string): SdkFunction {
  const plain = (text: string): string => text.replaceAll(/\{[^}]*\}/gu, "{}");
  const found = functions
    .filter((one) => one.method === method && one.paths.map(plain).includes(plain(path)))
    .sort((a, b) => a.paths.length - b.paths.length)[0];
  if (found === undefined) throw new Error(`No function for ${method} ${path}`);
  return found;
}
