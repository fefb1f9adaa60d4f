/** Bundles programs as web applications do, to see what of an SDK ends up in them. */
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";

export interface Bundle {
  /** Minified, one ES module. */
  readonly text: string;
  /** Bytes as they are, and as they travel. */
  readonly minified: number;
  readonly gzip: number;
  /** Bytes in the bundle by the file that they come from, those of which nothing is left over excluded. */
  readonly inputs: ReadonlyMap<string, number>;
}

const scheme = "program:";

/** For browsers, with nothing set that an application would have to know about. */
const options: BuildOptions = {
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  treeShaking: true,
  legalComments: "none",
  metafile: true,
  write: false,
  outdir: "bundles",
  logLevel: "silent",
  // None of the project around the folder.
  tsconfigRaw: "{}",
};

/**
 * Bundles programs one by one, each for itself; files that they have in common are read only once.
 *
 * @param programs source texts by name
 * @param folder what their relative imports are relative to; packages are looked for from here
 * @returns bundles by name
 * @throws Error of esbuild if something cannot be parsed or found
 */
export async function bundleEach(
  programs: ReadonlyMap<string, string>,
  folder: string,
): Promise<ReadonlyMap<string, Bundle>> {
  const names = [...programs.keys()];
  const texts: Plugin = {
    name: "programs",
    setup({ onResolve, onLoad }) {
      // Without flags, as the bundler is written in another language.
      onResolve({ filter: /^program:/ }, ({ path }) => ({ path: path.slice(scheme.length), namespace: "program" }));
      onLoad({ filter: /^/, namespace: "program" }, ({ path }) => ({
        contents: programs.get(names[Number(path)] ?? "") ?? "",
        loader: "ts",
        resolveDir: folder,
      }));
    },
  };
  const entryPoints = names.map((_, index) => ({ in: `${scheme}${index}`, out: String(index) }));
  const { outputFiles = [], metafile } = await build({ ...options, entryPoints, plugins: [texts] });
  const bundles = new Map<string, Bundle>();
  for (const { path, text, contents } of outputFiles) {
    const index = Number(/(\d+)\.js$/u.exec(path)?.[1]);
    const gzip = gzipSync(contents, { level: 9 }).length;
    bundles.set(names[index] ?? "", { text, minified: contents.length, gzip, inputs: inputsOf(metafile, index) });
  }
  return bundles;
}

/** Bundles one program. */
export async function bundle(program: string, folder: string): Promise<Bundle> {
  const bundles = await bundleEach(new Map([["", program]]), folder);
  const only = bundles.get("");
  if (only === undefined) throw new Error("The bundler has given nothing");
  return only;
}

function inputsOf(metafile: Metafile | undefined, index: number): ReadonlyMap<string, number> {
  const output = Object.entries(metafile?.outputs ?? {}).find(([path]) => path.endsWith(`/${index}.js`))?.[1];
  const inputs = Object.entries(output?.inputs ?? {}).map(
    ([path, { bytesInOutput }]) => [path, bytesInOutput] as const,
  );
  return new Map(inputs.filter(([, bytes]) => bytes > 0));
}
