/** What a generation begins with, what it can be told, and what it comes to before something is written. */
import { existsSync } from "node:fs";
import type { CacheFiles } from "./cache/cache-folder.ts";
import type { Settings } from "./config/settings.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Change } from "./diff/change.ts";
import type { EmitOptions } from "./emit/emit-model.ts";
import { emitOptions } from "./emit-options.ts";
import { type GenerationCache, openGenerationCache } from "./generation-cache.ts";
import { type OpenedDocs, openDocsWithCache } from "./open-docs.ts";
import { checkOutputPlace } from "./output/output-place.ts";
import type { OutputPlan } from "./output/plan-output.ts";
import type { ProgressListener } from "./progress.ts";
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
