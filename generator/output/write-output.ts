/** Carries out an {@link OutputPlan}: new files are written beside, then moved into place. */
import { accessSync, constants, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemCode } from "../system-reason.ts";
import { makeFolder } from "./make-folder.ts";
import { type Manifest, manifestName, manifestText } from "./manifest.ts";
import type { OutputFile, OutputPlan } from "./plan-output.ts";

/** Where new files lie in a staging folder, by the paths that they will have. */
export const newFilesName = "new";

/** True where the output folder is already what the plan wants. */
export function isUpToDate(plan: OutputPlan): boolean {
  return plan.added.length + plan.changed.length + plan.removed.length === 0 && plan.isManifestCurrent;
}

function makeParents(folder: string, paths: readonly string[]): void {
  for (const parent of new Set(paths.map(dirname))) makeFolder(join(folder, parent));
}

function writeFiles(folder: string, files: readonly OutputFile[]): void {
  makeParents(
    folder,
    files.map(({ path }) => path),
  );
  for (const { path, content } of files) writeFileSync(join(folder, path), content);
}

/** Removes the folders above a path that hold nothing, up to `root`, which stays. */
function removeEmptyParents(root: string, path: string): void {
  for (let parent = dirname(path); parent !== root && parent !== dirname(parent); parent = dirname(parent)) {
    try {
      rmdirSync(parent);
    } catch (error) {
      if (systemCode(error) !== "ENOENT") return;
    }
  }
}

/** Moves staged files to where they belong; the folders are there. */
export function moveIntoPlace(from: string, folder: string, paths: readonly string[]): void {
  for (const path of paths) renameSync(join(from, path), join(folder, path));
}

/** Removes files, with the folders that this leaves empty. */
export function removeFiles(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    rmSync(join(folder, path), { force: true });
    removeEmptyParents(folder, join(folder, path));
  }
}

/** @param staging folder for the new text until it is moved */
export function replaceManifest(staging: string, folder: string, manifest: Manifest): void {
  const beside = join(staging, "manifest");
  writeFileSync(beside, manifestText(manifest));
  renameSync(beside, join(folder, manifestName));
}

/** Everything that can go wrong while nothing has been touched yet: the folders to move to are there, and may be changed. */
function prepareFolders({ folder, added, changed, removed }: OutputPlan): void {
  makeParents(
    folder,
    added.map(({ path }) => path),
  );
  const parents = new Set([...added, ...changed].map(({ path }) => dirname(path)));
  for (const path of removed) parents.add(dirname(path));
  for (const parent of parents) accessSync(join(folder, parent), constants.W_OK);
}

/**
 * Writes what the plan says into a folder that is there.
 *
 * Until all new text is on the disk, nothing of the old output is touched: a full disk leaves it as it was. Then the
 * manifest names both the old and the new content as ours, the files are moved, and the manifest names the new ones.
 * Should the run be killed while files are moved, what is missing can be told from the manifest and taken from the
 * staging folder.
 *
 * Runs without a pause, so that a signal handler cannot come in between. System errors come through.
 *
 * @param staging an empty folder on the same disk; the caller removes it
 */
export function writeOutput(plan: OutputPlan, staging: string): void {
  const { folder, added, changed, removed, manifest } = plan;
  const from = join(staging, newFilesName);
  const previous = join(staging, "previous");
  const addedPaths = added.map(({ path }) => path);
  try {
    writeFiles(from, [...added, ...changed]);
    writeFileSync(previous, plan.manifestFound);
    writeFileSync(join(staging, "final"), manifestText(manifest));
    prepareFolders(plan);
    replaceManifest(staging, folder, { files: plan.current, pending: manifest.files });
  } catch (error) {
    for (const path of addedPaths) removeEmptyParents(folder, join(folder, path));
    throw error;
  }
  const moved: string[] = [];
  try {
    // New names need room in their folders, and may not get it; from then on nothing needs any.
    for (const path of addedPaths) {
      moveIntoPlace(from, folder, [path]);
      moved.push(path);
    }
  } catch (error) {
    removeFiles(folder, moved);
    for (const path of addedPaths) removeEmptyParents(folder, join(folder, path));
    if (plan.manifestFound === "") rmSync(join(folder, manifestName), { force: true });
    else renameSync(previous, join(folder, manifestName));
    throw error;
  }
  moveIntoPlace(
    from,
    folder,
    changed.map(({ path }) => path),
  );
  removeFiles(folder, removed);
  renameSync(join(staging, "final"), join(folder, manifestName));
}

/**
 * Writes what the plan says where there is no folder yet: all of it appears at once.
 *
 * @param staging path for a folder beside it, which is not there
 * @returns false where somebody else has made the folder meanwhile; nothing was written then
 */
export function writeNewFolder({ folder, files, manifest }: OutputPlan, staging: string): boolean {
  const created = makeFolder(dirname(folder));
  try {
    mkdirSync(staging);
    writeFiles(staging, files);
    writeFileSync(join(staging, manifestName), manifestText(manifest));
    renameSync(staging, folder);
    return true;
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    // Windows calls it a lack of permission.
    if (["ENOTEMPTY", "EEXIST", "EPERM"].includes(systemCode(error) ?? "") && isFilled(folder)) return false;
    if (created !== undefined) removeEmptyParents(dirname(created), folder);
    throw error;
  }
}

function isFilled(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}
