/** Checks options as they come from a remark configuration, which is JSON or YAML mostly. */
import { z } from "zod";
import { checkKeys } from "../config/check-config.ts";
import { configSchema } from "../config/config-schema.ts";
import type { RemarkOptions } from "./options.ts";

const schema = configSchema
  .pick({ docs: true, synonyms: true, diagnostics: true })
  .extend({ config: z.string().min(1).exactOptional() }) satisfies z.ZodType<RemarkOptions>;

/** The value as options; a `RunError` of kind `usage` says what is wrong with it. */
export function checkOptions(value: unknown): RemarkOptions {
  return checkKeys(value, "apipage/remark", { schema, whole: "the options have to be an object" });
}
