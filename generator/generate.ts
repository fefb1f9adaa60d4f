/** The main job: a folder of pages in, an SDK out. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Config } from "./config/config.ts";
import { hasTestRunner } from "./config/consumer-package.ts";
import { enumStyleFor } from "./config/consumer-tsconfig.ts";
import { resolveSettings, type Settings } from "./config/settings.ts";
import { withSeverities } from "./config/severities.ts";
import { byPlace } from "./diagnostics/by-place.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Change } from "./diff/change.ts";
import type { Page } from "./docs/page.ts";
import type { EmitOptions } from "./emit/emit-model.ts";
import { goldenDiagnostics } from "./golden/golden-diagnostics.ts";
import { countMessages, outcomeOf } from "./golden/golden-outcome.ts";
import { createGoldenPlanner, type GoldenPlanner } from "./golden/plan-goldens.ts";
import { type LinkedDocs, linkDocs } from "./link-docs.ts";
import type { ApiModel } from "./model/api-model.ts";
import { checkOutputPlace } from "./output/output-place.ts";
import { type OutputFile, type OutputPlan, planOutput } from "./output/plan-output.ts";
import { healOutput, replaceOutput } from "./output/replace-output.ts";
import type { ProgressListener } from "./progress.ts";
import type { Summary } from "./report/summary.ts";
import { RunError } from "./run-error.ts";
import { docsRoot } from "./source/docs-set.ts";
import { surfaceChanges } from "./surface-changes.ts";
import { toolVersion } from "./tool-version.ts";

export interface GenerationHooks {
  readonly onProgress?: ProgressListener;
  /** Write into a folder that is not ours, and over edits. Default: false. */
  readonly force?: boolean;
  /** Nothing will be written: edits in the output folder are no reason to refuse. Default: false. */
  readonly lookOnly?: boolean;
}

export interface PreparedGeneration extends LinkedDocs {
  /** The documented messages, counted. */
  readonly goldens: Summary["goldens"];
  readonly files: readonly OutputFile[];
  readonly plan: OutputPlan;
  /** What has changed in the API since the last run; `null` where that cannot be told, or only a part is generated. */
  readonly surface: readonly Change[] | null;
}

/** The options of the emitter that the settings and the project around the output folder lead to. */
export function emitOptions(settings: Settings): EmitOptions {
  const { enumStyle, golden, importExtension, nullability, pageUrl, docsVersion, templates, out } = settings;
  return {
    enumStyle: enumStyle ?? enumStyleFor(out.path),
    golden: golden ?? hasTestRunner(out.path),
    importExtension,
    nullability,
    toolVersion: toolVersion(),
    ...(pageUrl === null ? {} : { pageUrl }),
    ...(docsVersion === null ? {} : { docsVersion }),
    ...(templates === null ? {} : { templatesDir: templates.path }),
  };
}

async function emitFiles(
  model: ApiModel,
  goldensOf: GoldenPlanner,
  settings: Settings,
): Promise<readonly OutputFile[]> {
  const { templates } = settings;
  if (templates !== null && !existsSync(templates.path))
    throw new RunError("usage", `there is no folder "${templates.shown}", named as templates in the config`);
  // The emitter brings a TypeScript compiler along: not for runs that end before they need it.
  const { planFiles, textsOf } = await import("./emit/emit-model.ts");
  try {
    return textsOf(planFiles(model, emitOptions(settings), goldensOf));
  } catch (error) {
    // Without templates of the user's, it is a bug.
    if (templates === null || !(error instanceof Error)) throw error;
    throw new RunError(
      "usage",
      `cannot emit with the templates in "${templates.shown}": ${error.message.split("\n", 1)[0]}`,
    );
  }
}

/**
 * Everything but the writing: whatever is wrong with the input, the settings or the output folder has been said when
 * this returns. Throws a `RunError`.
 */
export async function prepareGeneration(settings: Settings, hooks: GenerationHooks = {}): Promise<PreparedGeneration> {
  const { onProgress = () => {}, force = false, lookOnly = false } = hooks;
  checkOutputPlace(settings.out, docsRoot(settings.docs.path, settings.docs.shown));
  const linked = linkDocs(settings, onProgress);
  onProgress("emit", 0, 0);
  const goldensOf = createGoldenPlanner(linked.model, { isLenient: settings.nullability === "lenient" });
  const outcomes = linked.model.operations.map((operation) => outcomeOf(goldensOf(operation)));
  const reasons = outcomes.flatMap((outcome) => outcome.reasons);
  const found = withSeverities(goldenDiagnostics(reasons, linked.diagnostics), settings.severities);
  const files = await emitFiles(linked.model, goldensOf, settings);
  const plan = planOutput(settings.out, files, { force, lookOnly });
  return {
    ...linked,
    diagnostics: [...linked.diagnostics, ...found].sort(byPlace),
    goldens: countMessages(outcomes, linked.pages, linked.model),
    files,
    plan,
    surface: settings.only.length > 0 ? null : surfaceChanges(plan, linked.model),
  };
}

export interface GenerateOptions extends Config {
  /** What relative paths are relative to. Default: the current folder. */
  readonly cwd?: string;
  readonly force?: boolean;
  readonly onProgress?: ProgressListener;
}

export interface GenerateResult {
  readonly pages: readonly Page[];
  readonly model: ApiModel;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths within the output folder, by what happened to them. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Generates an SDK. The options are those of a config file; no config file is read. What the pages say wrong is in
 * `diagnostics`; a `RunError` is thrown where the input cannot be read or the output folder cannot be written to, and
 * then nothing was written.
 *
 * @example const { diagnostics } = await generate({ docs: "docs", out: "src/api" });
 */
export async function generate(options: GenerateOptions = {}): Promise<GenerateResult> {
  const { cwd = resolve("."), force, onProgress, ...config } = options;
  const hooks = { ...(force === undefined ? {} : { force }), ...(onProgress === undefined ? {} : { onProgress }) };
  const settings = resolveSettings(config, cwd, {}, cwd);
  await healOutput(settings.out);
  const { pages, model, diagnostics, plan: prepared } = await prepareGeneration(settings, hooks);
  onProgress?.("write", 0, 0);
  const plan = await replaceOutput(prepared);
  const written = [...plan.added, ...plan.changed].map(({ path }) => path).sort();
  return { pages, model, diagnostics, written, unchanged: plan.unchanged, removed: plan.removed };
}
