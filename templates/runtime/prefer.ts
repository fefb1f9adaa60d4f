/** The header `Prefer`, written from preferences by name. */

type Preferences = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Makes the encoder of an argument for `Prefer`. The encoder takes preferences by name, or the text of the header, which
 * is sent as it is.
 *
 * @param table how each preference is written: `*` stands for its value, in quotes if it stands in quotes; without a `*`
 * the preference has none, and is written if it is true
 * @returns an encoder; what it gives is `undefined` if nothing is preferred. It throws a TypeError for a preference that
 * is not in the table, and for a value with control characters.
 *
 * @example preferText({ zone: 'time.zone="*"', pageSize: "maxpagesize=*", wait: "wait" })
 */
export function preferText(
  table: Readonly<Record<string, string>>,
): (preferences: Preferences | string) => string | undefined {
  return (preferences) => {
    if (typeof preferences === "string") return preferences;
    const patterns = new Map(Object.entries(table));
    const texts = Object.entries(preferences).flatMap(([key, value]) =>
      value === undefined || value === false ? [] : [preference(key, patterns.get(key), String(value))],
    );
    return texts.length === 0 ? undefined : texts.join(", ");
  };
}

function preference(key: string, pattern: string | undefined, value: string): string {
  if (pattern === undefined) throw new TypeError(`Unexpected preference ${key}`);
  if (/[\0-\x1f\x7f]/.test(value)) throw new TypeError(`Unexpected control character in the preference ${key}`);
  const quoted = `"${value.replace(/["\\]/g, "\\$&")}"`;
  // What is no token would end the preference; in quotes it means the same.
  const isToken = /^[\w!#$%&'*+.^`|~-]+$/.test(value);
  // Functions, as the replacement may have a `$` in it.
  return pattern.includes('"*"')
    ? pattern.replace('"*"', () => quoted)
    : pattern.replace("*", () => (isToken ? value : quoted));
}
