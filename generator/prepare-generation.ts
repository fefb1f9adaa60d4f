/**
 * Everything of a generation but the writing. Where nothing has changed since the last run, that is told at once: what
 * reads pages is loaded only where a text has changed, and what links them only where they are read differently.
 */
import { existsSync } from "node:fs";
import type { CacheFiles } from "./cache/cache-folder.ts";
import type { Finish } from "./cache/generation-store.ts";
import type { Settings } from "./config/settings.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Change } from "./diff/change.ts";
import type { EmitOptions } from "./emit/emit-model.ts";
import { emitOptions } from "./emit-options.ts";
import { filesOf, type GenerationCache, openGenerationCache, seenBefore } from "./generation-cache.ts";
import { type OpenedDocs, openDocsWithCache } from "./open-docs.ts";
import { checkOutputPlace } from "./output/output-place.ts";
import { type OutputPlan, planOutput } from "./output/plan-output.ts";
import { isUpToDate } from "./output/write-output.ts";
import type { ProgressListener } from "./progress.ts";
import type { ReadDocs } from "./read-opened.ts";
import type { Summary } from "./report/summary.ts";
import { RunError } from "./run-error.ts";
import { docsRoot } from "./source/docs-set.ts";

export interface GenerationHooks {
  readonly onProgress?: ProgressListener;
  /** Write into a folder that is not ours, and over edits. Default: false. */
  readonly force?: boolean;
  /** Nothing will be written: edits in the output folder are no reason to refuse. Default: false. */
  readonly lookOnly?: boolean;
  /** Give the pages back, too. Default: false. */
  readonly keepsPages?: boolean;
  /** Nothing is written to the cache either. Default: false. */
  readonly keepsNothing?: boolean;
  /** Where what is kept goes if no folder is to hold it. Default: nowhere. */
  readonly cacheFallback?: CacheFiles;
}

/** What a run has found, and what it would write. */
export interface PreparedGeneration {
  readonly summary: Summary;
  /** With the severities of the config, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly plan: OutputPlan;
  /** What has changed in the API since the last run; `null` where that cannot be told, or only a part is generated. */
  readonly surface: readonly Change[] | null;
  /** Keeps what was made for the next run; to be called when the output folder is as planned. */
  readonly keep: () => void;
}

/** What a generation begins with. */
export interface OpenedGeneration {
  readonly opened: OpenedDocs;
  readonly cache: GenerationCache | null;
  readonly options: EmitOptions;
}

/** Opens the docs folder and the cache. Throws a `RunError` where settings and folders do not go together. */
export function openGeneration(
  settings: Settings,
  { keepsNothing = false, cacheFallback }: GenerationHooks,
): OpenedGeneration {
  const { templates } = settings;
  checkOutputPlace(settings.out, docsRoot(settings.docs.path, settings.docs.shown));
  if (templates !== null && !existsSync(templates.path))
    throw new RunError("usage", `there is no folder "${templates.shown}", named as templates in the config`);
  const opened = openDocsWithCache(settings, { isReadOnly: keepsNothing, fallback: cacheFallback ?? null });
  const options = emitOptions(settings);
  return { opened, cache: openGenerationCache(opened, settings, options), options };
}

/** What a run has ended with that was about the same, if the output folder is as that run left it. */
function unchangedGeneration(
  settings: Settings,
  cache: GenerationCache | null,
  finish: Finish | null,
  { force = false, lookOnly = false }: GenerationHooks,
): Omit<PreparedGeneration, "keep"> | null {
  if (finish === null) return null;
  const plan = planOutput(settings.out, filesOf(finish), {
    force,
    lookOnly,
    seen: seenBefore(cache),
  });
  if (!isUpToDate(plan)) return null;
  const { summary, diagnostics } = finish;
  return { summary, diagnostics, plan, surface: settings.only.length > 0 ? null : [] };
}

/** The end of the last run, if all pages are read as they were then: what has changed of them says nothing of the API. */
function finishOfReadings(cache: GenerationCache | null, { store }: ReadDocs): Finish | null {
  const readings = store?.digestOfReadings() ?? null;
  return cache === null || readings === null ? null : cache.store.finishOfReadings(cache.keyOfReadings(readings));
}

/**
 * Everything but the writing: whatever is wrong with the input, the settings or the output folder has been said when
 * this returns. Where nothing has changed since the last run, nothing is read but that. Throws a `RunError`.
 */
export async function prepareGeneration(settings: Settings, hooks: GenerationHooks = {}): Promise<PreparedGeneration> {
  const opened = openGeneration(settings, hooks);
  const { cache } = opened;
  const finish = cache?.store.finishOf(cache.key) ?? null;
  const unchanged = unchangedGeneration(settings, cache, finish, hooks);
  if (unchanged !== null) return { ...unchanged, keep: () => {} };
  const { readOpened } = await import("./read-opened.ts");
  const docs = readOpened(opened.opened, settings, hooks.onProgress ?? (() => {}));
  const same = unchangedGeneration(settings, cache, finishOfReadings(cache, docs), hooks);
  if (same !== null) return { ...same, keep: () => cache?.store.renew(cache.key) };
  const { linkedGeneration } = await import("./linked-generation.ts");
  return linkedGeneration(settings, opened, hooks, docs);
}
