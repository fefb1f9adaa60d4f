/** A generation in which something has changed: pages are linked, and what is not known is emitted, all in memory. */
import type { Settings } from "./config/settings.ts";
import { withSeverities } from "./config/severities.ts";
import { byPlace } from "./diagnostics/by-place.ts";
import { digest } from "./digest.ts";
import { createModelDigests, type ModelDigests } from "./emit/model-digests.ts";
import { emitOptions } from "./emit-options.ts";
import { type GenerationCache, outputFiles, seenIn } from "./generation-cache.ts";
import { goldenDiagnostics } from "./golden/golden-diagnostics.ts";
import { countMessages, type GoldenOutcome, outcomeOf } from "./golden/golden-outcome.ts";
import { createGoldenPlanner, type GoldenPlanner } from "./golden/plan-goldens.ts";
import { type LinkedDocs, linkDocs } from "./link-docs.ts";
import type { ApiModel } from "./model/api-model.ts";
import { type OutputFile, planOutput } from "./output/plan-output.ts";
import type { GenerationHooks, OpenedGeneration, PreparedGeneration } from "./prepare-generation.ts";
import { summarise } from "./report/summary.ts";
import { RunError } from "./run-error.ts";
import { surfaceChanges } from "./surface-changes.ts";

export interface LinkedGeneration extends PreparedGeneration {
  readonly linked: LinkedDocs;
}

async function planOutputFiles(
  model: ApiModel,
  goldensOf: GoldenPlanner,
  digests: ModelDigests,
  settings: Settings,
  cache: GenerationCache | null,
): Promise<readonly OutputFile[]> {
  const { templates } = settings;
  // The emitter brings a TypeScript compiler along: not for runs that end before they need it.
  const { planFiles } = await import("./emit/emit-model.ts");
  try {
    return outputFiles(planFiles(model, emitOptions(settings), goldensOf, digests), cache?.store ?? null);
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
  { operations }: ApiModel,
  goldensOf: GoldenPlanner,
  digests: ModelDigests,
  cache: GenerationCache | null,
): readonly GoldenOutcome[] {
  return operations.map((operation) => {
    if (cache === null) return outcomeOf(goldensOf(operation));
    const inputs = digest(digests.types, digests.outline, digests.calls, digests.operation(operation));
    const known = cache.store.outcomeOf(operation.id, inputs);
    if (known !== null) return known;
    const outcome = outcomeOf(goldensOf(operation));
    cache.store.addOutcome(operation.id, inputs, outcome);
    return outcome;
  });
}

/** Throws a `RunError`. */
export async function linkedGeneration(
  settings: Settings,
  { opened, cache }: OpenedGeneration,
  { onProgress = () => {}, force = false, lookOnly = false }: GenerationHooks,
): Promise<LinkedGeneration> {
  const linked = linkDocs(settings, onProgress, { opened });
  const { model, pages } = linked;
  onProgress("emit", 0, 0);
  const digests = createModelDigests(model);
  const goldensOf = createGoldenPlanner(model, { isLenient: settings.nullability === "lenient" });
  const outcomes = goldenOutcomes(model, goldensOf, digests, cache);
  const reasons = outcomes.flatMap((outcome) => outcome.reasons);
  const found = withSeverities(goldenDiagnostics(reasons, linked.diagnostics), settings.severities);
  const diagnostics = [...linked.diagnostics, ...found].sort(byPlace);
  const files = await planOutputFiles(model, goldensOf, digests, settings, cache);
  const plan = planOutput(settings.out, files, { force, lookOnly, seen: cache?.store.seenFiles() ?? new Map() });
  const summary = summarise({ ...linked, diagnostics, goldens: countMessages(outcomes, pages, model) });
  return {
    linked,
    summary,
    diagnostics,
    plan,
    surface: settings.only.length > 0 ? null : surfaceChanges(plan, model),
    keep: () => cache?.store.save({ key: cache.key, summary, diagnostics, files: seenIn(settings.out.path, files) }),
  };
}
