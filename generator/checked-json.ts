/** JSON of a file that someone may have edited, checked against its shape. */
import type { z } from "zod";

/** The value, or one sentence on what is wrong with the text. */
export function checkedJson<T extends object>(shape: z.ZodType<T>, text: string): T | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "it is not JSON";
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return `${issue?.path.join(".") || "it"}: ${issue?.message}`;
}
