/** One run of `apipage generate`, up to what is printed of it. */
import type { CacheFiles } from "../cache/cache-folder.ts";
import type { Settings } from "../config/settings.ts";
import type { PreparedGeneration } from "../open-generation.ts";
import { type GenerateFlags, isLookOnly } from "./generate-flags.ts";
import type { CliIo } from "./io.ts";
import { createProgress } from "./progress-bar.ts";

export interface OnceOptions {
  /** Whether a progress bar is shown, on a terminal. */
  readonly showsProgress: boolean;
  /** Where what is kept goes if no folder is to hold it; nowhere if left out. */
  readonly cacheFallback?: CacheFiles;
}

/** Reads the pages and writes the SDK, unless the flags say to look only. Throws a `RunError`. */
export async function generateOnce(
  settings: Settings,
  flags: GenerateFlags,
  io: CliIo,
  { showsProgress, ...cache }: OnceOptions,
): Promise<PreparedGeneration> {
  const [{ prepareGeneration }, { healOutput, replaceOutput }] = await Promise.all([
    import("../prepare-generation.ts"),
    import("../output/replace-output.ts"),
  ]);
  const progress = createProgress(io.stderr, showsProgress);
  try {
    if (!isLookOnly(flags)) await healOutput(settings.out, io);
    const run = await prepareGeneration(settings, {
      ...cache,
      onProgress: progress.listener,
      force: flags.force ?? false,
      lookOnly: flags.check !== undefined,
      keepsNothing: isLookOnly(flags),
    });
    if (isLookOnly(flags)) return run;
    progress.listener("write", 0, 0);
    const plan = await replaceOutput(run.plan, io);
    run.keep();
    return { ...run, plan };
  } finally {
    progress.stop();
  }
}
