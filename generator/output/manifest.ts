/** The manifest of an output folder: which of its files are ours, and what we wrote into them. */
import { createHash } from "node:crypto";
import type { FileContent } from "../file-content.ts";
import { isOutputPath } from "./output-path.ts";

export const manifestName = ".apipage-manifest.json";

/** Content hash by path. Maps, as a manifest is read from a folder that others write to as well. */
export interface Manifest {
  readonly files: ReadonlyMap<string, string>;
  /**
   * What a run was about to move into place. There only where a run was ended in the middle of it: a file may then be
   * either the old or the new one, and is ours in both cases.
   */
  readonly pending: ReadonlyMap<string, string>;
}

/**
 * Hash of a file's content. Line ends do not count: version control may check the same file out with either, and that
 * is no edit.
 *
 * @param content as read from a file; or bytes of ours, whose lines end in LF
 */
export function contentHash(content: FileContent): string {
  const hasReturns = typeof content === "string" && content.includes("\r\n");
  const lines = hasReturns ? content.replaceAll("\r\n", "\n") : content;
  return createHash("sha256").update(lines).digest("base64url");
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `null` where the value is not a record of texts. */
function toMap(value: unknown): ReadonlyMap<string, string> | null {
  if (!isObject(value)) return null;
  const hashes = new Map<string, string>();
  for (const [path, hash] of Object.entries(value)) {
    if (typeof hash !== "string") return null;
    // A path that leads out of the folder would have us remove a file of someone else.
    if (isOutputPath(path)) hashes.set(path, hash);
  }
  return hashes;
}

/** Reads a manifest's text; `null` where it is not one of ours. */
export function parseManifest(text: string): Manifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || value.tool !== "apipage" || value.schema !== 1) return null;
  const files = toMap(value.files);
  const pending = toMap(value.pending ?? {});
  return files === null || pending === null ? null : { files, pending };
}

function toRecord(map: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The manifest as the text of its file: the same bytes for the same content. */
export function manifestText({ files, pending }: Manifest): string {
  const value = {
    tool: "apipage",
    schema: 1,
    files: toRecord(files),
    ...(pending.size > 0 ? { pending: toRecord(pending) } : {}),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
