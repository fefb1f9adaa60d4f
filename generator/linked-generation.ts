/** A generation in which something has changed: pages are linked, and what is not known is emitted, all in memory. */
import type { Settings } from "./config/settings.ts";
import { withSeverities } from "./config/severities.ts";
import { byPlace } from "./diagnostics/by-place.ts";
import { digest } from "./digest.ts";
import type { Page } from "./docs/page.ts";
import { createModelDigests, type ModelDigests } from "./emit/model-digests.ts";
import { type GenerationCache, outputFiles, seenBefore, seenIn } from "./generation-cache.ts";
import { goldenDiagnostics } from "./golden/golden-diagnostics.ts";
import { countMessages, type GoldenOutcome, outcomeOf } from "./golden/golden-outcome.ts";
import { type LeftOutMessages, leftOutMessages } from "./golden/left-out.ts";
import { createGoldenPlanner, type GoldenPlanner } from "./golden/plan-goldens.ts";
import { type LinkedDocs, linkDocs } from "./link-docs.ts";
import type { ApiModel } from "./model/api-model.ts";
import type { GenerationHooks, OpenedGeneration, PreparedGeneration } from "./open-generation.ts";
import { type OutputFile, planOutput } from "./output/plan-output.ts";
import { type ReadDocs, readOpened } from "./read-opened.ts";
import { findingCounts, modelCounts, type PageCounts, pageCounts, type Summary } from "./report/summary.ts";
import { RunError } from "./run-error.ts";
import { createModelView, type ModelView } from "./shapes/model-view.ts";
import { surfaceChanges } from "./surface-changes.ts";

export interface LinkedGeneration extends PreparedGeneration {
  readonly model: ApiModel;
  /** Empty unless they were to be kept. */
  readonly pages: readonly Page[];
}

async function planOutputFiles(
  view: ModelView,
  goldensOf: GoldenPlanner,
  digests: ModelDigests,
  { templates }: Settings,
  { cache, options }: OpenedGeneration,
): Promise<readonly OutputFile[]> {
  // The emitter brings a TypeScript compiler along: not for runs that end before they need it.
  const { planFiles } = await import("./emit/emit-model.ts");
  try {
    const planned = planFiles(view, options, goldensOf, digests);
    return outputFiles(planned, cache?.store ?? null, digests, view.lookups);
  } catch (error) {
    // Without templates of the user's, it is a bug.
    if (templates === null || !(error instanceof Error)) throw error;
    throw new RunError(
      "usage",
      `cannot emit with the templates in "${templates.shown}": ${error.message.split("\n", 1)[0]}`,
    );
  }
}

/** What is known of the goldens of each operation: of those that are as they were, from the last run. */
function goldenOutcomes(
  { model: { operations }, lookups }: ModelView,
  goldensOf: GoldenPlanner,
  digests: ModelDigests,
  cache: GenerationCache | null,
): readonly GoldenOutcome[] {
  return operations.map((operation) => {
    if (cache === null) return outcomeOf(goldensOf(operation));
    const { outcomes } = cache.store;
    const inputs = digest(digests.structure, digests.operation(operation));
    const make = (looked: Iterable<string>): string => digests.made(inputs, looked);
    const known = outcomes.find(operation.id, make);
    if (known !== undefined) return known;
    const { value, looked } = lookups.watch(() => outcomeOf(goldensOf(operation)));
    outcomes.add(operation.id, looked, make, value);
    return value;
  });
}

/** What is needed of the pages once they are linked. */
interface Linking extends Pick<LinkedDocs, "model" | "diagnostics"> {
  readonly counts: PageCounts;
  readonly leftOut: LeftOutMessages;
  /** `null` where nobody wants them: they take more memory than all that is made of them. */
  readonly pages: readonly Page[] | null;
}

function link(
  settings: Settings,
  docs: ReadDocs,
  { onProgress = () => {}, keepsPages = false }: GenerationHooks,
): Linking {
  const { model, diagnostics, pages, includedFiles } = linkDocs(settings, onProgress, { docs });
  onProgress("emit", 0, 0);
  const counts = pageCounts(pages, includedFiles);
  return { model, diagnostics, counts, leftOut: leftOutMessages(pages, model), pages: keepsPages ? pages : null };
}

/** Throws a `RunError`. */
export async function linkedGeneration(
  settings: Settings,
  opened: OpenedGeneration,
  hooks: GenerationHooks,
  docs: ReadDocs = readOpened(opened.opened, settings, hooks.onProgress ?? (() => {})),
): Promise<LinkedGeneration> {
  const { force = false, lookOnly = false } = hooks;
  const { cache } = opened;
  const { readingsDigest } = docs;
  const linked = link(settings, docs, hooks);
  const { model } = linked;
  const view = createModelView(model);
  const digests = createModelDigests(view);
  const goldensOf = createGoldenPlanner(view, { isLenient: settings.nullability === "lenient" });
  const outcomes = goldenOutcomes(view, goldensOf, digests, cache);
  const reasons = outcomes.flatMap((outcome) => outcome.reasons);
  const found = withSeverities(goldenDiagnostics(reasons, linked.diagnostics), settings.severities);
  const diagnostics = [...linked.diagnostics, ...found].sort(byPlace);
  const files = await planOutputFiles(view, goldensOf, digests, settings, opened);
  const plan = planOutput(settings.out, files, { force, lookOnly, seen: seenBefore(cache) });
  const summary: Summary = {
    pages: linked.counts,
    ...modelCounts(model),
    goldens: countMessages(outcomes, linked.leftOut),
    ...findingCounts(diagnostics),
  };
  return {
    model,
    pages: linked.pages ?? [],
    summary,
    diagnostics,
    plan,
    surface: settings.only.length > 0 ? null : surfaceChanges(plan, model, digests.text),
    keep: () =>
      cache?.store.save({
        key: cache.key,
        readingsKey: readingsDigest === null ? null : cache.keyOfReadings(readingsDigest),
        summary,
        diagnostics,
        files: seenIn(settings.out.path, files),
      }),
  };
}
