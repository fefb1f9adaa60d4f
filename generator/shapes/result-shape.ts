/** What a function makes of the response of its operation. */
import type { Operation, TypeRef } from "../model/api-model.ts";

/** The functions of the runtime that make functions, by what these give. */
export type ResultFactory =
  | "contentOperation"
  | "deltaOperation"
  | "jsonOperation"
  | "listOperation"
  | "longRunningOperation"
  | "textOperation"
  | "valueOperation"
  | "voidOperation";

/**
 * By the response that the page documents: a list in pages, a value, a text, raw content, a handle of what goes on after
 * the answer, or nothing.
 */
export function resultFactory({ response, kind }: Operation): ResultFactory {
  // `fetch` follows a redirect by itself, so that what arrives is what the link leads to.
  const isRedirect = response.statuses.length > 0 && response.statuses.every((status) => status >= 300);
  if (response.longRunning !== null) return "longRunningOperation";
  if (response.content === "binary" || (response.content === "none" && isRedirect)) return "contentOperation";
  if (response.content === "none") return "voidOperation";
  if (response.content === "text") return "textOperation";
  if (response.envelope === "collection")
    return kind === "delta" && itemType(response.type)?.kind === "object" ? "deltaOperation" : "listOperation";
  return response.envelope === "value" ? "valueOperation" : "jsonOperation";
}

/** What a list is a list of. */
export function itemType(type: TypeRef | null): TypeRef | null {
  return type?.kind === "collection" ? type.of : type;
}
