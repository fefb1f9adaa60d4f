/** The text of `$expand`, built so that no value can end the option that it stands in. */

/** Options of one relationship. */
interface Item {
  readonly select?: readonly string[];
  readonly expand?: Expand;
  readonly filter?: string;
  readonly search?: string;
  readonly orderBy?: readonly string[];
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  readonly levels?: number | "max";
}

interface Expand {
  readonly [name: string]: true | Item | undefined;
}

/**
 * Writes `$expand`, not yet percent-encoded. Relationships that are `undefined` are left out; if that leaves nothing, so
 * is the option.
 *
 * @throws TypeError if a value would end its option: a quote or a parenthesis that is not closed, a semicolon outside
 * quotes. How services read quotes in a search differs, so that it must be closed in every reading: an apostrophe cannot
 * stand there.
 *
 * @example expandText({ manager: { select: ["id"] } }) // manager($select=id)
 */
export function expandText(expand: Expand): string | undefined {
  const texts = Object.entries(expand).flatMap(([name, item]) => {
    if (item === undefined) return [];
    const options = Object.entries(item).flatMap(([key, value]) => {
      const text = key === "expand" ? expandText(value) : optionText(key, value);
      return text ? `$${key.toLowerCase()}=${text}` : [];
    });
    return plain(name) + (options.length > 0 ? `(${options.join(";")})` : "");
  });
  return texts.join(",") || undefined;
}

/** Lists become text with commas by themselves. */
function optionText(key: string, value: unknown): string {
  if (key === "select" && Array.isArray(value)) return String(value.map(plain));
  const text = String(value ?? "");
  const isClosed = isClosedFor(text, "'") && (key !== "search" || (isClosedFor(text, '"') && !text.includes("\\")));
  if (!isClosed) throw new TypeError(`Unexpected end within the option ${text} in expand`);
  return text;
}

/** Whether a text ends where it seems to end: quotes and parentheses closed, no semicolon outside quotes. */
function isClosedFor(text: string, quote: string): boolean {
  let rest = text.replace(RegExp(`${quote}[^${quote}]*${quote}`, "g"), "");
  for (let last = ""; last !== rest; ) {
    last = rest;
    rest = rest.replace(/\([^();]*\)/g, "");
  }
  return !/[();]/.test(rest) && !rest.includes(quote);
}

/** Lets a name or a path through: there is nothing in it by which a list of options could go on. */
function plain(name: string): string {
  if (!/^[^\s(),;='"&?#]+$/.test(name)) throw new TypeError(`Unexpected name ${name} in expand`);
  return name;
}
