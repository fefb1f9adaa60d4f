/** What the `Prefer` header of a request asks the mock for: `example=NAME`, `code=404`. */
import { readPreferences } from "../docs/preference-grammar.ts";

export interface WantedAnswer {
  /** Name of an example; `null` where any will do. */
  readonly example: string | null;
  readonly code: number | null;
}

/** Reads the header. Preferences of the service are left to it, as are those outside of the grammar. */
export function wantedAnswer(headers: Headers): WantedAnswer | { readonly problem: string } {
  const preferences = readPreferences(headers.get("prefer") ?? "");
  const value = (name: string): string | null =>
    preferences.find(({ token }) => token.toLowerCase() === name)?.value ?? null;
  const code = value("code");
  if (code !== null && !/^[2-5]\d\d$/.test(code))
    return { problem: `Unexpected code=${code} in Prefer, expected a status from 200 to 599` };
  return { example: value("example"), code: code === null ? null : Number(code) };
}
