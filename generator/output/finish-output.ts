/** Finishes what a killed run began: it had all new files on the disk, and was moving them. */
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FolderSetting } from "../config/settings.ts";
import { FolderView, type Found } from "./folder-view.ts";
import { contentHash, type Manifest, manifestName, parseManifest } from "./manifest.ts";
import { stagingNamesIn } from "./staging-folder.ts";
import { moveIntoPlace, newFilesName, removeFiles, replaceManifest } from "./write-output.ts";

interface Rest {
  /** Paths by the folder that holds their new content. */
  readonly moves: ReadonlyMap<string, string[]>;
  readonly removals: readonly string[];
}

function hashOf(found: Found): string | null {
  return found.kind === "file" ? contentHash(found.text) : null;
}

/**
 * What is missing; `null` where it cannot be completed, as new content is missing, or somebody has changed a file since.
 *
 * @param sources folders that may hold new content, relative to the output folder
 */
function findRest({ files, pending }: Manifest, sources: readonly string[], view: FolderView): Rest | null {
  const moves = new Map<string, string[]>();
  const removals: string[] = [];
  for (const path of new Set([...files.keys(), ...pending.keys()])) {
    const found = view.find(path);
    const [now, old, wanted] = [hashOf(found), files.get(path), pending.get(path)];
    if (found.kind !== "absent" && now === wanted) continue;
    if (found.kind === "other" || (now !== null && now !== old)) return null;
    if (wanted === undefined) {
      if (now !== null) removals.push(path);
      continue;
    }
    // The content decides: whose folder it lies in makes no difference.
    const source = sources.find((folder) => hashOf(view.find(`${folder}/${path}`)) === wanted);
    if (source === undefined) return null;
    moves.set(source, [...(moves.get(source) ?? []), path]);
  }
  return { moves, removals };
}

/**
 * Completes the output folder to what the killed run wanted, where that is possible, and removes what such runs left
 * behind. Where it is not possible, the manifest goes on naming both contents, and the next output replaces either.
 *
 * Only for who holds the lock of the folder. System errors come through.
 *
 * @param staging an own empty folder on the same disk
 */
export function finishOutput(out: FolderSetting, staging: string): void {
  const { dead } = stagingNamesIn(out.path);
  const view = new FolderView(out);
  const found = view.find(manifestName);
  const manifest = found.kind === "file" ? parseManifest(found.text) : null;
  if (manifest !== null && manifest.pending.size > 0) {
    const sources = dead.map((name) => `${name}/${newFilesName}`);
    const rest = findRest(manifest, sources, view);
    if (rest !== null) {
      for (const [source, paths] of rest.moves) {
        for (const path of paths) mkdirSync(join(out.path, dirname(path)), { recursive: true });
        moveIntoPlace(join(out.path, source), out.path, paths);
      }
      removeFiles(out.path, rest.removals);
      replaceManifest(staging, out.path, { files: manifest.pending, pending: new Map() });
    }
  }
  for (const name of dead) rmSync(join(out.path, name), { recursive: true, force: true });
}
