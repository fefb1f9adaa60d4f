/** Finds the code of a consumer: which files, without looking into them. */
import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { RunError } from "../run-error.ts";
import { systemCode, systemReason } from "../system-reason.ts";

export interface SourceFiles {
  /** Real paths, in code unit order. */
  readonly files: readonly string[];
  /** Real paths of the folders that were named; of a file, the folder that it is in. */
  readonly folders: readonly string[];
  /** How many files there are by extension whose code is inside of something else. */
  readonly embedded: ReadonlyMap<string, number>;
  /** Symbolic links that were left out, to folders and to code. */
  readonly links: readonly string[];
}

const codeExtensions: ReadonlySet<string> = new Set([".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"]);
const embeddingExtensions: ReadonlySet<string> = new Set([".vue", ".svelte", ".astro"]);

function isCode(name: string): boolean {
  return codeExtensions.has(extname(name)) && !/\.d\.[cm]?ts$/u.test(name);
}

// Nobody's own code, or none that runs.
function isSkippedFolder(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function isWorthANote(link: string): boolean {
  return !isSkippedFolder(link) && (extname(link) === "" || isCode(link));
}

/**
 * Lists the code of folders, all levels, and of files. Symbolic links below a folder are not followed: they may lead out
 * of it, or round in circles.
 *
 * @param paths absolute, with the words in which messages name them
 * @throws RunError if one of the paths is not there, or cannot be listed.
 */
export function listSourceFiles(paths: readonly { readonly path: string; readonly shown: string }[]): SourceFiles {
  const files = new Set<string>();
  const folders = new Set<string>();
  const embedded = new Map<string, number>();
  const links: string[] = [];
  for (const { path, shown } of paths) {
    try {
      const real = realpathSync(path);
      if (!statSync(real).isDirectory()) {
        if (!lstatSync(real).isFile() || !isCode(real))
          throw new RunError("usage", `"${shown}" is neither a folder nor a file of code: name one with --used`);
        files.add(real);
        folders.add(dirname(real));
        continue;
      }
      folders.add(real);
      addFolder(real, files, embedded, links);
    } catch (error) {
      if (error instanceof RunError) throw error;
      if (systemCode(error) === "ENOENT")
        throw new RunError("unreadable", `there is no "${shown}": name the folder of your code with --used`);
      throw new RunError("unreadable", `cannot read "${shown}": ${systemReason(error)}`);
    }
  }
  return { files: [...files].sort(), folders: [...folders], embedded, links: links.sort() };
}

function addFolder(root: string, files: Set<string>, embedded: Map<string, number>, links: string[]): void {
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const extension = extname(entry.name);
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name)) waiting.push(path);
      } else if (entry.isFile() && isCode(entry.name)) files.add(path);
      else if (entry.isSymbolicLink() && isWorthANote(entry.name)) links.push(path);
      else if (entry.isFile() && embeddingExtensions.has(extension))
        embedded.set(extension, (embedded.get(extension) ?? 0) + 1);
    }
  }
}
