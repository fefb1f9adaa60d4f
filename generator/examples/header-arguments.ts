/** The headers of an example as arguments of a call. */
import { readPreferences } from "../docs/preference-grammar.ts";
import { clientHeaders } from "../docs/vocabulary.ts";
import type { HeaderParameter, HeaderPreference, MessageHeader } from "../model/api-model.ts";
import type { WirePair } from "./query-arguments.ts";

/** Preferences by their keys: `{ returnContent: "minimal", skipLock: true }`. */
export type PreferenceValues = Readonly<Record<string, string | number | boolean>>;

export interface HeaderArgument {
  /** Of the {@link HeaderParameter}. */
  readonly name: string;
  /** As the example sends it. */
  readonly value: string;
  /** The same as an object, where the page knows all preferences that the example sends; `null` otherwise. */
  readonly preferences: PreferenceValues | null;
}

export interface HeaderArguments {
  readonly headers: readonly HeaderArgument[];
  readonly furtherHeaders: readonly WirePair[];
}

/** What the client or the platform sends unless a page says that a caller may. */
const usualHeaders: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "cache-control",
  "connection",
  "cookie",
  "date",
  "origin",
  "proxy-authorization",
  "referer",
  "user-agent",
]);

/** Names of headers that hold secrets: a sample that looks like one is none of the output's business. */
const secret = /(?:^|-)(?:api-?key|key|password|secret|token)$/;

/** Sorts the headers of an example: those that the page documents, and further ones. */
export function headerArguments(
  parameters: readonly HeaderParameter[],
  headers: readonly MessageHeader[],
): HeaderArguments {
  const known = new Map(parameters.map((parameter) => [parameter.wireName.toLowerCase(), parameter]));
  const found: HeaderArgument[] = [];
  const furtherHeaders: WirePair[] = [];
  for (const { name, value } of joined(headers)) {
    if (clientHeaders.has(name) || value === "") continue;
    const parameter = known.get(name);
    if (parameter !== undefined) {
      found.push({ name: parameter.name, value, preferences: preferencesOf(parameter, value) });
    } else if (!usualHeaders.has(name) && !secret.test(name)) {
      furtherHeaders.push({ name, value });
    }
  }
  return { headers: found, furtherHeaders };
}

/** Headers each once: lists may be sent in several lines. */
function joined(headers: readonly MessageHeader[]): readonly WirePair[] {
  const byName = new Map<string, string>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    const known = byName.get(key);
    byName.set(key, known === undefined ? value.trim() : `${known}, ${value.trim()}`);
  }
  return [...byName].map(([name, value]) => ({ name, value }));
}

function preferencesOf({ preferences }: HeaderParameter, value: string): PreferenceValues | null {
  // Parameters of a preference are read over, and would be lost.
  if (preferences.length === 0 || value.includes(";")) return null;
  const entries = readPreferences(value).map(({ token, value: text }) => {
    const preference = preferences.find((one) => one.token.toLowerCase() === token.toLowerCase());
    const typed = preference === undefined ? null : preferenceValue(preference, text);
    return preference === undefined || typed === null ? null : ([preference.key, typed] as const);
  });
  const understood = entries.filter((entry) => entry !== null);
  const isAll = understood.length === entries.length && new Set(understood.map(([key]) => key)).size === entries.length;
  return entries.length > 0 && isAll ? Object.fromEntries(understood) : null;
}

function preferenceValue({ kind, values }: HeaderPreference, text: string | null): string | number | boolean | null {
  if (kind === "flag") return text === null ? true : null;
  if (text === null) return null;
  if (kind === "number") return /^\d{1,15}$/.test(text) ? Number(text) : null;
  return values.length === 0 || values.includes(text) ? text : null;
}
