/** Checks what a config file gave, and says what is wrong with it in the words of the file. */
import type { z } from "zod";
import { RunError } from "../run-error.ts";
import type { Config } from "./config.ts";
import { configSchema } from "./config-schema.ts";
import { nearestWord } from "./nearest-word.ts";

type Issue = z.core.$ZodIssue;

const kindWords: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "an object",
  record: "an object",
  int: "a whole number",
  number: "a number",
};

// Zod leaves these keys out of records without a word, and in an object they mean something else altogether.
const dangerousKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

function quotedPath(path: readonly PropertyKey[]): string {
  return `"${path.map(String).join(".")}"`;
}

function keysAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  const found = path.reduce((at: unknown, key) => shapeOf(at)?.[String(key)] ?? null, schema);
  return Object.keys(shapeOf(found) ?? {});
}

/** Keys of an object schema, or of a record with an enum as its keys; optional wrappers are looked through. */
function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof schema !== "object" || schema === null) return null;
  if ("shape" in schema && typeof schema.shape === "object" && schema.shape !== null) return { ...schema.shape };
  if ("unwrap" in schema && typeof schema.unwrap === "function") return shapeOf(schema.unwrap());
  if ("keyType" in schema && typeof schema.keyType === "object" && schema.keyType !== null && "enum" in schema.keyType)
    return { ...(schema.keyType.enum as object) };
  return null;
}

function describe(issue: Issue, { schema, whole }: Expected): string {
  const at = quotedPath(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys
        .map((key) => {
          const known = keysAt(schema, issue.path);
          const near = nearestWord(key, known);
          const hint = near === null ? `known are ${known.slice(0, 20).join(", ")}` : `did you mean "${near}"?`;
          return `unknown key ${quotedPath([...issue.path, key])}, ${hint}`;
        })
        .join("; ");
    case "invalid_value":
      return `${at} has to be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "invalid_type":
      return issue.path.length === 0 ? whole : `${at} has to be ${kindWords[issue.expected] ?? issue.expected}`;
    case "too_small":
      return issue.origin === "string"
        ? `${at} must not be empty`
        : `${at} has to be ${Number(issue.minimum) + 1} or more`;
    case "too_big":
      return `${at} has to be ${issue.maximum} or less`;
    case "invalid_format":
      return issue.format === "regex"
        ? `${at} has to be a name that can be declared: letters, digits, _ and $, no digit in front`
        : `${at} has to be an http or https URL`;
    default:
      return `${at}: ${issue.message}`;
  }
}

function dangerousPath(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value !== "object" || value === null || path.length > 8) return null;
  for (const key of Object.keys(value)) {
    const here = [...path, key];
    if (dangerousKeys.has(key)) return here;
    const below = dangerousPath((value as Readonly<Record<string, unknown>>)[key], here);
    if (below !== null) return below;
  }
  return null;
}

/** What a value is checked against. */
interface Expected {
  readonly schema: z.ZodType;
  /** What to say where the value is no object at all. */
  readonly whole: string;
}

/**
 * The value as the schema wants it; a {@link RunError} of kind `usage` names every wrong key, with the nearest right one.
 *
 * @param name what the value is called in messages
 */
export function checkKeys<Schema extends z.ZodType>(
  value: unknown,
  name: string,
  expected: Expected & { readonly schema: Schema },
): z.output<Schema> {
  const refused = dangerousPath(value, []);
  if (refused !== null) throw new RunError("usage", `${name}: the key ${quotedPath(refused)} is not allowed`);
  const result = expected.schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => describe(issue, expected));
  throw new RunError("usage", `${name}: ${problems.join("; ")}`);
}

/**
 * The value as a config.
 *
 * @param file name of the file, as messages show it
 */
export function checkConfig(value: unknown, file: string): Config {
  const whole = "the file has to export an object: export default defineConfig({ … })";
  return checkKeys(value, file, { schema: configSchema, whole });
}
