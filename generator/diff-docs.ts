/** Two versions of the docs in, a report on what lies between them out. */
import { resolve } from "node:path";
import type { Settings } from "./config/settings.ts";
import { versionAdvice } from "./diff/advice.ts";
import { type Baseline, judge } from "./diff/baseline.ts";
import type { Change } from "./diff/change.ts";
import { diffModels } from "./diff/diff-models.ts";
import { everything, type Selection, selectChanges } from "./diff/select-changes.ts";
import type { DiffReport, DiffSide } from "./diff-report/report.ts";
import { folderPrefix } from "./folder-prefix.ts";
import { loadSide, type SideKind } from "./load-side.ts";
import type { ProgressListener } from "./progress.ts";
import { gitPlace } from "./source/git-docs.ts";
import { toolVersion } from "./tool-version.ts";

export interface DiffDocsOptions {
  readonly old: string;
  readonly new: string;
  readonly cwd: string;
  readonly settings: Settings;
  readonly selection: Selection;
  readonly baseline: Baseline;
  readonly onProgress?: ProgressListener;
}

export interface DiffDocsResult {
  readonly report: DiffReport;
  /** All that was found, whatever was selected and accepted. */
  readonly all: readonly Change[];
}

/** What makes a path that the user has of the path of a page; pages of a model lie nobody knows where. */
function pagePrefix(side: string, kind: SideKind, cwd: string): string {
  if (kind === "model") return "";
  if (kind === "git") {
    const path = gitPlace(side)?.path ?? "";
    return path === "" ? "" : `${path}/`;
  }
  return folderPrefix(cwd, resolve(cwd, side));
}

/** Compares two sides. Throws a `RunError` where one of them cannot be read. */
export async function diffDocs(options: DiffDocsOptions): Promise<DiffDocsResult> {
  const { cwd, settings, selection, baseline, onProgress = () => {} } = options;
  const old = await loadSide(options.old, cwd, settings, onProgress);
  const current = await loadSide(options.new, cwd, settings, onProgress);
  const all = diffModels(old.model, current.model);
  const { open, accepted, stale } = judge(all, baseline);
  const changes = selectChanges(open, selection);
  const wording =
    selection.docs || selection.areas.length > 0 ? [] : selectChanges(open, { ...selection, areas: ["docs"] });
  const sideOf = (shown: string, kind: SideKind): DiffSide => ({ shown, prefix: pagePrefix(shown, kind, cwd) });
  return {
    all,
    report: {
      old: sideOf(options.old, old.kind),
      new: sideOf(options.new, current.kind),
      changes,
      advice: versionAdvice(open),
      hiddenDocs: wording.length,
      filtered:
        selectChanges(open, { ...everything, docs: selection.docs || selection.areas.includes("docs") }).length -
        changes.length,
      accepted,
      stale,
      toolVersion: toolVersion(),
    },
  };
}
