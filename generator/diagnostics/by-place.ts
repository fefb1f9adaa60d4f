/** The order of diagnostics in reports. */
import type { Diagnostic } from "./diagnostic.ts";

/** By page, line and column; then by code and message, so that the order never depends on how they were found. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.place?.page ?? "", b.place?.page ?? "") ||
    compare(a.place?.line ?? 0, b.place?.line ?? 0) ||
    compare(a.place?.column ?? 0, b.place?.column ?? 0) ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare(a: string | number, b: string | number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
