/** The query string of a request. */

export type QueryValue = string | number | boolean | readonly (string | number | boolean)[] | undefined;

export type QueryValues = Readonly<Record<string, QueryValue>>;

/**
 * Encodes query options, without a leading `?`. Lists are joined by commas; options that are `undefined` and empty
 * lists are left out.
 */
export function queryString(values: QueryValues): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const text = typeof value === "object" ? value.join(",") : value;
    if (text === undefined || (text === "" && typeof value === "object")) continue;
    // `$` is legal in a query, and `$select` is what people look for in their logs.
    pairs.push(`${encodeURIComponent(name).replaceAll("%24", "$")}=${encodeURIComponent(text)}`);
  }
  return pairs.join("&");
}
