/** What the package offers to programs. The command line is a thin layer over the same functions. */
export type { Config, EnumStyle, Limits, ParserChoice, SeveritySetting } from "./config/config.ts";
export { defineConfig } from "./config/config.ts";
export type { DiagnosticCode, Severity } from "./diagnostics/codes.ts";
export type { Diagnostic, RelatedPlace } from "./diagnostics/diagnostic.ts";
export type { Action, Area, Change, Direction, Level } from "./diff/change.ts";
export { diffModels } from "./diff/diff-models.ts";
export type { Page } from "./docs/page.ts";
export type { GenerateOptions, GenerateResult } from "./generate.ts";
export { generate } from "./generate.ts";
export type * from "./model/api-model.ts";
export { buildModel, type ModelSettings } from "./model/build-model.ts";
export { ModelTextError, parseModel } from "./model/parse-model.ts";
export type { Phase, ProgressListener } from "./progress.ts";
export { type ReadOptions, type ReadPages, readPages } from "./read-pages.ts";
export { RunError, type RunErrorKind } from "./run-error.ts";
