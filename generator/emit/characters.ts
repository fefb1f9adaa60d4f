/** Characters that need care wherever they go. The ranges are written out: those of `\p` differ by version. */

/** Characters that do not show and change how others are shown or joined: marks of direction, zero width, format. */
export const invisibleCharacters =
  /[\u00AD\u061C\u115F\u1160\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]|\u034F|\u17B4|\u17B5|[\u180B-\u180F]|[\u{1D173}-\u{1D17A}]|[\u{E0000}-\u{E0FFF}]/gu;

/** Replaces halves of surrogate pairs, which no encoding can hold, by the replacement character. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\uFFFD");
}

/** All of a text on one line: white space, controls and invisible characters become single blanks. */
export function oneLine(text: string): string {
  return wellFormed(text)
    .replace(invisibleCharacters, " ")
    .replace(/[\s\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, " ")
    .trim();
}

/**
 * JSON text with escapes for controls, directions, invisible characters and line separators: who reads it has to see
 * them. It says the same.
 */
export function visibleJson(json: string): string {
  return json.replace(/[\u007F-\u009F\u2028\u2029]/g, escapeInJson).replace(invisibleCharacters, escapeInJson);
}

/** In JSON a character beyond the first 65,536 is two escapes. */
function escapeInJson(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).toUpperCase().padStart(4, "0")}`).join("");
}
