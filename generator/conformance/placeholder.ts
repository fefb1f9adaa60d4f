/** Values of examples that stand for a value: the writer has put the name of a type or of the member in its place. */

/** The first word of a value that names a type instead of being of it. */
const typeWords: ReadonlySet<string> = new Set(
  (
    "string bool boolean number integer int int16 int32 int64 byte double float single decimal " +
    "date datetime datetimeoffset timestamp timeofday duration guid uuid url uri " +
    "object json binary stream bytes enum enumeration value etag identifier id type"
  ).split(" "),
);

const maxLength = 200;

/**
 * Whether a text stands for a value: a word for a type (`String`, `Boolean`, `string (timestamp)`), a value that calls
 * itself one (`Status value`, `status-value`), something in brackets (`<status>`, `{status}`), the alternatives
 * (`low | normal | high`), an ellipsis, or nothing at all.
 *
 * Only for members of which the text is no value: `String` is a fine value of a string.
 *
 * @param names of the member and of its type: a value that only repeats one of them says no more
 */
export function isPlaceholder(text: string, names: readonly string[] = []): boolean {
  const value = text.trim().replace(/^@odata\.type:\s*/i, "");
  if (value === "") return true;
  if (value.length > maxLength) return false;
  const lower = value.toLowerCase();
  const first = lower.replace(/^(?:#?[a-z][\w.]*\.)/, "").replace(/\s*\([^()]*\)$/, "");
  if (typeWords.has(first)) return true;
  if (/[\s-]value$/.test(lower)) return true;
  if (/^(?:<[^<>]*>|\{[^{}]*\}|\[[^[\]]*\])$/.test(value)) return true;
  if (/^[\w.]+(?:\s?\|\s?[\w.]+)+$/.test(value)) return true;
  if (/^(?:\.{3}|…)$/.test(value)) return true;
  return names.some((name) => name.toLowerCase() === first);
}
