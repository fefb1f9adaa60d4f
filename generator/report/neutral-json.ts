/** JSON on its way to a terminal or a build log, by escapes alone: it stays the same value. */

// What JSON leaves as it is and terminals may act on: direction overrides, further controls.
const active = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
// The beginning of a command to a build service, wherever it stands in a line.
const logCommand = /##(?=\w*\[)/gu;

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}

/** A value as JSON in lines, with a final line feed. */
export function neutralJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // The line feeds between the lines are the only controls that are no part of a string.
  const plain = text.replace(active, (character) => (character === "\n" ? character : escaped(character)));
  return `${plain.replace(logCommand, "#\\u0023")}\n`;
}
