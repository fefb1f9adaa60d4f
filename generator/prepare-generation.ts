/**
 * Everything of a generation but the writing. Where nothing has changed since the last run, that is told at once: what
 * reads pages is loaded only where a text has changed, and what links them only where they are read differently.
 */
import type { Finish } from "./cache/generation-store.ts";
import type { Settings } from "./config/settings.ts";
import { filesOf, type GenerationCache, seenBefore } from "./generation-cache.ts";
import { type GenerationHooks, openGeneration, type PreparedGeneration } from "./open-generation.ts";
import { planOutput } from "./output/plan-output.ts";
import { isUpToDate } from "./output/write-output.ts";
import type { ReadDocs } from "./read-opened.ts";

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
function finishOfReadings(cache: GenerationCache | null, { readingsDigest }: ReadDocs): Finish | null {
  if (cache === null || readingsDigest === null) return null;
  return cache.store.finishOfReadings(cache.keyOfReadings(readingsDigest));
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
