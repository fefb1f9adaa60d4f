/** Text from outside on its way to a terminal or a build log: file names, most of all. */

// Control and format characters: escape sequences, line breaks, direction overrides, invisible letters.
const active = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;
// Build services take these for commands, wherever they stand in a line.
const logCommand = /##(?=\w*\[)/giu;

/**
 * The text as it may be printed: nothing in it acts on the terminal that shows it, or on the service that reads the log.
 */
export function neutralText(text: string): string {
  const plain = text.replace(active, "\u{fffd}").replace(logCommand, "# #");
  // A line that begins so is a command to GitHub's runner.
  return plain.trimStart().startsWith("::") ? `./${plain.trimStart()}` : plain;
}
