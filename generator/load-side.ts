/** One side of a comparison, wherever it comes from: a folder, a git revision, or a model that was written before. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Settings } from "./config/settings.ts";
import type { ApiModel } from "./model/api-model.ts";
import { ModelTextError, parseModel } from "./model/parse-model.ts";
import type { ProgressListener } from "./progress.ts";
import { readNamedFile } from "./read-named-file.ts";
import { RunError } from "./run-error.ts";
import { type DocsSet, openDocs } from "./source/docs-set.ts";
import { gitPlace, readGit } from "./source/git-docs.ts";

/** The model of the largest reference that this was measured on takes 34 MB. */
const maxModelBytes = 400 * 1024 * 1024;

function modelOf(text: string, shown: string): ApiModel {
  try {
    return parseModel(text);
  } catch (error) {
    if (!(error instanceof ModelTextError)) throw error;
    throw new RunError("unreadable", `cannot read "${shown}" as a model: ${error.message}`);
  }
}

export type SideKind = "folder" | "git" | "model";

export interface LoadedSide {
  readonly kind: SideKind;
  readonly model: ApiModel;
}

/**
 * Loads the model of a side. What lies on the disk wins over a git revision of the same spelling.
 *
 * @param side `docs/api`, `api.json`, `main:docs/api` or `HEAD~1:generated/api.json`
 * @param settings parser, synonyms, names and severities of the config; its folders do not matter
 */
export async function loadSide(
  side: string,
  cwd: string,
  settings: Settings,
  onProgress: ProgressListener,
): Promise<LoadedSide> {
  if (side.trim() === "")
    throw new RunError("usage", "a side is empty: name a folder, a git revision of one, or a model");
  if (side.startsWith("-")) throw new RunError("usage", `"${side}" begins with a dash: write ./${side} for a path`);
  const link = async (set: DocsSet): Promise<ApiModel> => {
    // The readers of pages bring a markdown parser along: not for models, which have been read before.
    const { linkDocsSet } = await import("./link-docs.ts");
    return linkDocsSet(set, { ...settings, docs: { path: set.root, shown: side }, only: [] }, onProgress).model;
  };
  const path = resolve(cwd, side);
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isDirectory())
    return { kind: "folder", model: await link(openDocs(path, side, settings.limits.pageBytes)) };
  if (status !== undefined) return { kind: "model", model: modelOf(readNamedFile(cwd, side, maxModelBytes), side) };
  const place = gitPlace(side);
  if (place === null)
    throw new RunError("unreadable", `there is no "${side}": name a folder, a model, or revision:folder for git`);
  const content = readGit(cwd, place, settings.limits.pageBytes);
  return content.kind === "folder"
    ? { kind: "git", model: await link(content.docs) }
    : { kind: "model", model: modelOf(content.text, side) };
}
