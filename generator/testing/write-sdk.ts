/** Writes the SDK of a folder of pages where a test or a benchmark wants it. */
import { type EmitOptions, emitModel } from "../emit/emit-model.ts";
import type { ApiModel } from "../model/api-model.ts";
import { buildModel } from "../model/build-model.ts";
import { readPages } from "../read-pages.ts";
import { writeProject } from "./type-check.ts";

/**
 * Reads the pages and writes their SDK into an empty folder, as a package of ES modules.
 *
 * @returns the model that it was made of
 */
export function writeSdk(docs: string, folder: string, options: Partial<EmitOptions> = {}): ApiModel {
  const { model } = buildModel(readPages({ docs }).pages);
  writeProject(folder, emitModel(model, { enumStyle: "enum", golden: false, toolVersion: "0.0.0", ...options }));
  return model;
}
