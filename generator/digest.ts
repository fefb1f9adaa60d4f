/** Digests that cache entries are found and checked by. */
import { createHash } from "node:crypto";

/** SHA-256 of the parts, each with its length before it: what ends one part cannot begin the next. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(`${part.length}:`);
    hash.update(part);
  }
  return hash.digest("base64url");
}
