/** The only way from text of a page to a path of the output. Part of the text module: see `text.ts`. */

declare const fileNameBrand: unique symbol;
declare const pathBrand: unique symbol;

/** A name without extension that is a file name on every system. */
export type FileName = string & { readonly [fileNameBrand]: true };

/** Path of an output file relative to the output folder, with forward slashes. */
export type OutputPath = string & { readonly [pathBrand]: true };

export type OutputFolder = "examples" | "golden" | "models" | "operations" | "runtime" | "selections";

const maxLength = 80;

/** Names that Windows keeps for devices whatever their extension, and what module resolution looks for. */
const reservedNames = /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/;

/**
 * Makes a file name of any text: lower-case letters, digits and `_` stay, everything else becomes one `-`. Total, but
 * not one to one: who makes files of it puts what shares a name into one file.
 */
export function fileName(text: string): FileName {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, "");
  return (name === "" || reservedNames.test(name) ? `${name}_` : name) as FileName;
}

/** The path of a TypeScript file in a folder of the output. */
export function outputPath(folder: OutputFolder, name: FileName): OutputPath {
  return `${folder}/${name}.ts` as OutputPath;
}

/** The path of one part of a file that has become too long. A dot stands in no file name, so that none is the same. */
export function partPath(folder: OutputFolder, name: FileName, part: FileName): OutputPath {
  return `${folder}/${name}.${part}.ts` as OutputPath;
}

/** The path of the same file in another folder. */
export function pathInFolder(folder: OutputFolder, path: OutputPath): OutputPath {
  return `${folder}/${path.slice(path.lastIndexOf("/") + 1)}` as OutputPath;
}

/** The path of the tests of a file of functions. */
export function testPath(path: OutputPath): OutputPath {
  return pathInFolder("golden", path).replace(/\.ts$/, ".test.ts") as OutputPath;
}

type FixedPath =
  | "README.md"
  | "index.json"
  | "api.json"
  | "client.ts"
  | "info.ts"
  | "permissions.ts"
  | "testing.ts"
  | "examples/index.ts"
  | "models/index.ts"
  | "selections/index.ts";

/** Files with a fixed name: the literal types keep text of a page away. */
export function fixedPath(path: FixedPath): OutputPath {
  return path as string as OutputPath;
}

export type ImportExtension = ".js" | ".ts" | "";

/** How one output file names another one in an import. */
export function importSpecifier(from: OutputPath, to: OutputPath, extension: ImportExtension): string {
  const [folder, sameFolder] = [
    to.includes("/") ? to.slice(0, to.indexOf("/")) : "",
    from.startsWith(to.slice(0, to.indexOf("/") + 1)),
  ];
  const target = to.replace(/\.ts$/, extension);
  if (!from.includes("/")) return `./${target}`;
  return folder !== "" && sameFolder ? `./${target.slice(folder.length + 1)}` : `../${target}`;
}
