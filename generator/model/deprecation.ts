import type { Deprecation } from "./api-model.ts";

/** The model's form of what a page says of a deprecation; `null` where it says nothing. */
export function deprecated(text: string | null): Deprecation | null {
  return text === null ? null : { text: text === "" ? null : text };
}
