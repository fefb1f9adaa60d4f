/** The query string of a request. */

/** Query options by their name on the wire, not yet encoded. */
export type QueryValues = Readonly<Record<string, string | number | boolean | undefined>>;

/** Encodes query options, without a leading `?`. Options that are `undefined` are left out. */
export function queryString(values: QueryValues): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    // `$` is legal in a query, and `$select` is what people look for in their logs.
    if (value !== undefined)
      pairs.push(`${encodeURIComponent(name).replaceAll("%24", "$")}=${encodeURIComponent(value)}`);
  }
  return pairs.join("&");
}
