/** The body of a request, read as its type says. */
import type { MockRequest } from "./wire-messages.ts";

export type ReadBody =
  | { readonly kind: "none" }
  | { readonly kind: "json"; readonly value: unknown }
  /** Of any other type. */
  | { readonly kind: "raw"; readonly mediaType: string | null }
  /** Said to be JSON, and is not. */
  | { readonly kind: "malformed"; readonly reason: string };

/** Deeper values are refused: what compares and checks them goes down level by level. */
export const maxJsonDepth = 100;

/** Longer texts are refused: millions of small values take seconds to look at. Raw content is not looked at. */
export const maxJsonBytes = 4_194_304;

/** Reads the body. One without a type is JSON if it can be read as that. */
export function readBody({ body, headers }: Pick<MockRequest, "body" | "headers">): ReadBody {
  if (body.length === 0) return { kind: "none" };
  const mediaType = (headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (mediaType !== "" && !isJsonType(mediaType)) return { kind: "raw", mediaType };
  const read = readJson(body);
  return read.kind === "malformed" && mediaType === "" ? { kind: "raw", mediaType: null } : read;
}

export function isJsonType(mediaType: string): boolean {
  return /^application\/(?:[\w.+-]{1,60}\+)?json$/i.test(mediaType.split(";", 1)[0]?.trim() ?? "");
}

function readJson(body: Uint8Array): ReadBody {
  if (body.length > maxJsonBytes) return { kind: "malformed", reason: `more than ${maxJsonBytes} bytes` };
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    if (isDeeper(value, maxJsonDepth)) return { kind: "malformed", reason: `more than ${maxJsonDepth} levels` };
    return { kind: "json", value };
  } catch (error) {
    return { kind: "malformed", reason: error instanceof SyntaxError ? error.message : "not UTF-8" };
  }
}

/** Whether arrays and objects stand in each other on more levels than that. */
function isDeeper(value: unknown, limit: number): boolean {
  let level = [value].filter(isContainer);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= limit) return true;
    level = level.flatMap((one) => Object.values(one).filter(isContainer));
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
