/** Carries out an {@link OutputPlan}: new files are written beside, then moved into place. */
import { mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { RunError } from "../run-error.ts";
import { systemReason } from "../system-reason.ts";
import { makeFolder } from "./make-folder.ts";
import { type Manifest, manifestName, manifestText } from "./manifest.ts";
import { type OutputFile, type OutputPlan, stagingPrefix } from "./plan-output.ts";

/** True where the output folder is already what the plan wants. */
export function isUpToDate(plan: OutputPlan): boolean {
  return plan.added.length + plan.changed.length + plan.removed.length === 0 && plan.isManifestCurrent;
}

function stage(staging: string, files: readonly OutputFile[]): void {
  for (const [index, { text }] of files.entries()) writeFileSync(join(staging, String(index)), text);
}

function moveIntoPlace(staging: string, folder: string, files: readonly OutputFile[]): void {
  for (const parent of new Set(files.map(({ path }) => dirname(path)))) makeFolder(join(folder, parent));
  for (const [index, { path }] of files.entries()) renameSync(join(staging, String(index)), join(folder, path));
}

function replaceManifest(staging: string, folder: string, manifest: Manifest): void {
  const beside = join(staging, "manifest");
  writeFileSync(beside, manifestText(manifest));
  renameSync(beside, join(folder, manifestName));
}

function removeFiles(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    rmSync(join(folder, path), { force: true });
    for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
      if (readdirSync(join(folder, parent)).length > 0) break;
      rmdirSync(join(folder, parent));
    }
  }
}

/**
 * Writes what the plan says. Until all new text is on the disk, nothing of the old output is touched: a full disk
 * leaves it as it was. Should the run be ended while files are being moved, the manifest names both the old and the new
 * content as ours, and the next run finishes the work.
 *
 * Runs without a pause, so that a signal handler cannot come in between. Throws a {@link RunError} of kind `unreadable`
 * where the system refuses.
 */
export function writeOutput(plan: OutputPlan): void {
  const { folder, manifest, leftovers } = plan;
  const files = [...plan.added, ...plan.changed];
  let staging: string | null = null;
  try {
    for (const name of leftovers) rmSync(join(folder, name), { recursive: true, force: true });
    if (isUpToDate(plan)) return;
    const created = makeFolder(folder);
    try {
      staging = mkdtempSync(join(folder, stagingPrefix));
      stage(staging, files);
    } catch (error) {
      // The folder is new and holds nothing but what we failed to write.
      if (created !== undefined) rmSync(created, { recursive: true, force: true });
      throw error;
    }
    replaceManifest(staging, folder, { files: plan.current, pending: manifest.files });
    moveIntoPlace(staging, folder, files);
    removeFiles(folder, plan.removed);
    replaceManifest(staging, folder, manifest);
  } catch (error) {
    throw new RunError("unreadable", `cannot write to "${plan.shown}": ${systemReason(error)}`);
  } finally {
    if (staging !== null) rmSync(staging, { recursive: true, force: true });
  }
}
