/** What writing an SDK will change of the surface that the output folder has now. */
import { join } from "node:path";
import type { Change } from "./diff/change.ts";
import { diffModels } from "./diff/diff-models.ts";
import { isSameSurface } from "./diff/same-surface.ts";
import { everything, selectChanges } from "./diff/select-changes.ts";
import type { ModelText } from "./emit/api-json.ts";
import type { ApiModel } from "./model/api-model.ts";
import { ModelTextError } from "./model/parse-model.ts";
import { parseModelBeside } from "./model/parse-model-beside.ts";
import type { OutputPlan } from "./output/plan-output.ts";
import { readTextFile } from "./source/read-text.ts";

const modelName = "api.json";
const maxModelBytes = 400 * 1024 * 1024;

/**
 * The changes since the last run, wording left out; `null` where there is nothing to compare with: no model, one of another
 * version, or a damaged one. The summary is not what a run fails of.
 *
 * Has to be asked before the output is written.
 *
 * @param text of the model
 */
export function surfaceChanges(
  { folder, added, changed }: OutputPlan,
  model: ApiModel,
  text: ModelText,
): readonly Change[] | null {
  if (added.some(({ path }) => path === modelName)) return null;
  if (!changed.some(({ path }) => path === modelName)) return [];
  const file = readTextFile(join(folder, modelName), maxModelBytes);
  if (file.kind !== "text") return null;
  try {
    const old = parseModelBeside(file.text, text.entryOf);
    // Most changes of a page are of its wording.
    if (isSameSurface(old, model)) return [];
    return selectChanges(diffModels(old, model), { ...everything, docs: false });
  } catch (error) {
    if (error instanceof ModelTextError) return null;
    throw error;
  }
}
