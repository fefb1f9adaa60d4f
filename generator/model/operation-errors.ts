/** The errors that an operation's page lists. */
import type { ApiPage } from "../docs/page.ts";
import type { OperationError } from "./api-model.ts";

/** The rows of the page's error tables in its order. A row that a second table repeats comes once. */
export function buildErrors({ errors }: ApiPage): OperationError[] {
  const rows = new Map<string, OperationError>();
  for (const { status, code, text } of errors) {
    const key = JSON.stringify([status, code, text]);
    if (!rows.has(key)) rows.set(key, { status, code, text });
  }
  return [...rows.values()];
}
