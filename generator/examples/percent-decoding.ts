/** Percent-decoding of what people write. */

/** Decodes as far as it is possible: sequences that are no UTF-8 and a lone `%` stay as they are. */
export function percentDecoded(text: string): string {
  return tryDecode(text) ?? text.replace(character, (encoded) => tryDecode(encoded) ?? encoded);
}

/** A character of ASCII, or a longer one: what begins with a byte of its own and goes on with others. */
const character = /%[0-7][\dA-F]|%[C-F][\dA-F](?:%[89AB][\dA-F]){1,3}/gi;

function tryDecode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
