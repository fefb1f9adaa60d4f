/** Header parameters, query support and permissions of an operation: facts of the page put into the model's shape. */
import { startOf } from "../diagnostics/place.ts";
import type { ApiPage, HeaderRow, PermissionTable } from "../docs/page.ts";
import type { HeaderParameter, PermissionGrant, PermissionSet, QueryOptionName, QuerySupport } from "./api-model.ts";
import { camelCase, wordsOf } from "./camel-case.ts";

/** Headers that the client sends by itself: a caller who had to give them could only get them wrong. */
const ownHeaders: ReadonlySet<string> = new Set(["authorization", "content-type", "content-length", "host"]);

function isClientHeader(row: HeaderRow): boolean {
  const name = row.name.value.toLowerCase();
  const isPlainAccept = name === "accept" && row.values.every((value) => /^application\/json$/i.test(value));
  return ownHeaders.has(name) || isPlainAccept;
}

function merged(rows: readonly HeaderRow[]): Omit<HeaderParameter, "name"> {
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
 * the taken names has.
 */
export function buildHeaders(page: ApiPage, taken: ReadonlySet<string>): HeaderParameter[] {
  const groups = new Map<string, HeaderRow[]>();
  for (const row of page.headers) {
    if (isClientHeader(row)) continue;
    const key = row.name.value.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const used = new Set(taken);
  return [...groups.values()].map((rows) => {
    const parameter = merged(rows);
    const base = camelCase(wordsOf(parameter.wireName)) || "header";
    let name = base;
    for (let number = 2; used.has(name); number++) name = number === 2 ? `${base}Header` : `${base}Header${number}`;
    used.add(name);
    return { name, ...parameter };
  });
}

const optionNames: ReadonlySet<string> = new Set<QueryOptionName>([
  "select",
  "expand",
  "filter",
  "orderby",
  "top",
  "skip",
  "count",
  "search",
  "skiptoken",
  "format",
]);

function isOptionName(name: string): name is QueryOptionName {
  return optionNames.has(name);
}

/** What a page grants by its prose, its tables and its templates. */
export function buildQuery(page: ApiPage, shownOptions: readonly string[]): QuerySupport {
  const named = new Set([...page.queryOptions, ...shownOptions].filter(isOptionName));
  return { named: [...named], isGeneric: page.isQueryGeneric };
}

function grantsOf(table: PermissionTable): PermissionGrant[] {
  const grants = new Map<string, PermissionGrant>();
  for (const row of table.rows) {
    const known = grants.get(row.scheme);
    grants.set(
      row.scheme,
      known
        ? {
            ...known,
            isSupported: known.isSupported || row.isSupported,
            scopes: [...new Set([...known.scopes, ...row.scopes])],
            text: `${known.text}; ${row.text}`,
          }
        : { scheme: row.scheme, isSupported: row.isSupported, scopes: row.scopes, text: row.text, place: row.place },
    );
  }
  return [...grants.values()];
}

/** Permissions in the order of the page, one grant for each permission type and table. */
export function buildPermissions(page: ApiPage): PermissionSet[] {
  return page.permissions.map((table) => ({ appliesTo: table.appliesTo, grants: grantsOf(table) }));
}
