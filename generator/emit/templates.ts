/** The files in `templates/`: the one place of the emission that reads from the disk. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { templatesFolder } from "../templates-folder.ts";

export interface Templates {
  /** Handlebars, for `README.md`. */
  readonly readme: string;
  /** Handlebars, for `index.json`. */
  readonly index: string;
  /** Handlebars, for the files of `golden/`. */
  readonly golden: string;
  /** TypeScript files of the runtime by name, sorted, without tests. */
  readonly runtime: ReadonlyMap<string, string>;
  /** TypeScript files that goldens are made with, likewise. */
  readonly goldenHelpers: ReadonlyMap<string, string>;
}

const runtimeFolder = "runtime";

/**
 * Reads the templates. A file in the folder `overrides` stands in for the one of the same name; further files in its
 * `runtime/` are added to the runtime.
 *
 * @throws the error of the file system if a folder or file cannot be read.
 */
export function loadTemplates(overrides?: string): Templates {
  const own = templatesFolder();
  const folders = overrides === undefined ? [own] : [overrides, own];
  const read = (name: string): string => {
    const folder = folders.find((one) => existsSync(join(one, name))) ?? own;
    return readFileSync(join(folder, name), "utf8").replace(/\r\n?/g, "\n");
  };
  const filesOf = (folder: string): ReadonlyMap<string, string> => {
    const names = new Set(folders.flatMap((one) => sourceFiles(join(one, folder))));
    return new Map([...names].sort().map((name) => [name, read(join(folder, name))]));
  };
  return {
    readme: read("readme.md.hbs"),
    index: read("index.json.hbs"),
    golden: read("golden.test.ts.hbs"),
    runtime: filesOf(runtimeFolder),
    goldenHelpers: filesOf("golden"),
  };
}

function sourceFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^[a-z0-9-]+\.ts$/.test(name));
}
