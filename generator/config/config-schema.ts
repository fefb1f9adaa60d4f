/** The shape of a config file, for checking at run time. `Config` documents each key. */
import { z } from "zod";
import { type DiagnosticCode, diagnosticCodes } from "../diagnostics/codes.ts";
import { defaultLimits, type Limits } from "../docs/limits.ts";
import { createVocabulary } from "../docs/synonyms.ts";
import type { Config } from "./config.ts";

const text = z.string().min(1);
const words = z.array(text);
const identifier = z.string().regex(/^[A-Za-z_$][\w$]*$/u);
const builtIn = createVocabulary();

// Each name has at least one built-in word, so the values of a table are all its names.
function wordsBy<Name extends string>(table: ReadonlyMap<string, Name>) {
  return z.partialRecord(z.enum([...new Set(table.values())].sort()), words);
}

const count = z.int().positive();

// What nests is walked by functions that call themselves: the stack has an end.
const deepest = { jsonDepth: 500, frontMatterDepth: 200, includeDepth: 50, nesting: 1_000, indentation: 2_000 };

const limitNames = Object.keys(defaultLimits) as (keyof Limits)[];

const limits = z.strictObject(
  Object.fromEntries(
    limitNames.map((name) => [name, (name in deepest ? count.max(Reflect.get(deepest, name)) : count).exactOptional()]),
  ) as Record<keyof Limits, z.ZodExactOptional<z.ZodInt>>,
);

export const configSchema = z.strictObject({
  docs: text.exactOptional(),
  out: text.exactOptional(),
  only: words.exactOptional(),
  enumStyle: z.enum(["enum", "const", "union"]).exactOptional(),
  golden: z.boolean().exactOptional(),
  importExtension: z.enum([".js", ".ts", ""]).exactOptional(),
  nullability: z.enum(["documented", "lenient"]).exactOptional(),
  pageUrl: z.url({ protocol: /^https?$/u }).exactOptional(),
  docsVersion: text.exactOptional(),
  templates: text.exactOptional(),
  parser: z.enum(["auto", "remark", "satteri"]).exactOptional(),
  cacheDir: z.union([text, z.literal(false)]).exactOptional(),
  synonyms: z
    .strictObject({
      sections: wordsBy(builtIn.sections).exactOptional(),
      columns: wordsBy(builtIn.columns).exactOptional(),
      primitives: wordsBy(builtIn.primitives).exactOptional(),
    })
    .exactOptional(),
  names: z.record(text, identifier).exactOptional(),
  baseUrl: z.url({ protocol: /^https?$/u }).exactOptional(),
  defaultNamespace: text.exactOptional(),
  limits: limits.exactOptional(),
  diagnostics: z
    // Object.keys forgets the names; the table is ours and has no others.
    .partialRecord(
      z.enum(Object.keys(diagnosticCodes) as DiagnosticCode[]),
      z.enum(["off", "note", "warning", "error"]),
    )
    .exactOptional(),
}) satisfies z.ZodType<Config>;

/** All option names, for messages and for the test that README.md has them all. */
export const optionNames: readonly string[] = Object.keys(configSchema.shape);
