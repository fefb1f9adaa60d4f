/** Header parameters of an operation: facts of the page put into the model's shape. */
import { startOf } from "../diagnostics/place.ts";
import type { ApiPage, HeaderRow } from "../docs/page.ts";
import { clientHeaders } from "../docs/vocabulary.ts";
import type { HeaderParameter } from "./api-model.ts";
import { camelCase, wordsOf } from "./camel-case.ts";
import type { OperationPreferences } from "./preferences.ts";

function isClientHeader(row: HeaderRow): boolean {
  const name = row.name.value.toLowerCase();
  const isPlainAccept = name === "accept" && row.values.every((value) => /^application\/json$/i.test(value));
  return clientHeaders.has(name) || isPlainAccept;
}

function merged(rows: readonly HeaderRow[]): Omit<HeaderParameter, "name" | "preferences"> {
  const [first] = rows;
  const texts = rows.map((row) => row.text).filter((text) => text !== "");
  const none = startOf("");
  return {
    wireName: first?.name.value ?? "",
    isRequired: rows.some((row) => row.isRequired),
    values: [...new Set(rows.flatMap((row) => row.values))],
    description: texts.length === 0 ? null : texts.join("\n"),
    place: first?.place ?? none,
  };
}

/**
 * The headers that a caller may set, each name once (a table may have `Prefer` in several rows), with keys that none of
 * the taken names has. `Prefer` is there where the page names a preference, in the table or elsewhere.
 */
export function buildHeaders(
  page: ApiPage,
  taken: ReadonlySet<string>,
  { preferences, place }: OperationPreferences,
): HeaderParameter[] {
  const groups = new Map<string, HeaderRow[]>();
  for (const row of page.headers) {
    if (isClientHeader(row)) continue;
    const key = row.name.value.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const parameters = [...groups].map(([key, rows]) => ({
    ...merged(rows),
    preferences: key === "prefer" ? preferences : [],
  }));
  if (place !== null && !groups.has("prefer"))
    parameters.push({ wireName: "Prefer", isRequired: false, values: [], preferences, description: null, place });
  const used = new Set(taken);
  return parameters.map((parameter) => {
    const base = camelCase(wordsOf(parameter.wireName)) || "header";
    let name = base;
    for (let number = 2; used.has(name); number++) name = number === 2 ? `${base}Header` : `${base}Header${number}`;
    used.add(name);
    return { name, ...parameter };
  });
}
