/** The main job: a folder of pages in, an SDK out. */
import { resolve } from "node:path";
import type { Config } from "./config/config.ts";
import { resolveSettings } from "./config/settings.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Page } from "./docs/page.ts";
import { linkedGeneration } from "./linked-generation.ts";
import type { ApiModel } from "./model/api-model.ts";
import { openGeneration } from "./open-generation.ts";
import { healOutput, replaceOutput } from "./output/replace-output.ts";
import type { ProgressListener } from "./progress.ts";

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
  const hooks = {
    keepsPages: true,
    ...(force === undefined ? {} : { force }),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
  const settings = resolveSettings(config, cwd, {}, cwd);
  await healOutput(settings.out);
  const {
    pages,
    model,
    diagnostics,
    plan: prepared,
    keep,
  } = await linkedGeneration(settings, openGeneration(settings, hooks), hooks);
  onProgress?.("write", 0, 0);
  const plan = await replaceOutput(prepared);
  keep();
  const written = [...plan.added, ...plan.changed].map(({ path }) => path).sort();
  return { pages, model, diagnostics, written, unchanged: plan.unchanged, removed: plan.removed };
}
