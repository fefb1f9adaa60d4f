/** Reads one file of a docs folder as text, whatever it turns out to be. */
import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { defaultLimits } from "../docs/limits.ts";
import { systemReason } from "../system-reason.ts";

export type TextFile =
  | { readonly kind: "text"; readonly text: string }
  /** `line`: the first that is not UTF-8. */
  | { readonly kind: "notUtf8"; readonly line: number }
  | { readonly kind: "tooLarge"; readonly size: number }
  | { readonly kind: "unreadable"; readonly reason: string };

// A link could lead out of the docs folder; opening a FIFO would wait for a writer. Windows knows neither flag.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const newline = 0x0a;

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  // The byte of a line feed is in no multi-byte sequence: lines can be looked at one by one.
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(newline, start);
    if (!isUtf8(bytes.subarray(start, end < 0 ? bytes.length : end))) return line;
    if (end < 0) break;
    start = end + 1;
  }
  return line;
}

/** Text as the readers expect it: no byte order mark, line feeds only. The number of lines stays what it was. */
export function normalised(text: string): string {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return body.includes("\r") ? body.replace(/\r\n?/gu, "\n") : body;
}

/** The content of a file as text. */
export function textOf(bytes: Uint8Array, limit: number = defaultLimits.pageBytes): TextFile {
  if (bytes.length > limit) return { kind: "tooLarge", size: bytes.length };
  if (!isUtf8(bytes)) return { kind: "notUtf8", line: firstBadLine(bytes) };
  // A view, no copy.
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { kind: "text", text: normalised(view.toString("utf8")) };
}

/**
 * Reads a regular file of at most `limit` bytes as UTF-8. Symbolic links, devices and folders are unreadable.
 * Never throws for what it finds on the disk.
 */
export function readTextFile(path: string, limit: number = defaultLimits.pageBytes): TextFile {
  let descriptor: number;
  try {
    descriptor = openSync(path, openFlags);
  } catch (error) {
    return { kind: "unreadable", reason: systemReason(error) };
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { kind: "unreadable", reason: "it is not a regular file" };
    if (status.size > limit) return { kind: "tooLarge", size: status.size };
    return textOf(readFileSync(descriptor), limit);
  } catch (error) {
    return { kind: "unreadable", reason: systemReason(error) };
  } finally {
    closeSync(descriptor);
  }
}
