/** Changes of one page, as an author makes them. */

/** Where the first table after a heading ends: the index of the line after its last row. */
function endOfTable(lines: readonly string[], heading: string): number {
  const start = lines.indexOf(heading);
  const first = lines.findIndex((line, at) => at > start && line.startsWith("|"));
  if (start < 0 || first < 0) throw new Error(`there is no table below "${heading}"`);
  const length = lines.slice(first).findIndex((line) => !line.startsWith("|"));
  return length < 0 ? lines.length : first + length;
}

/** The page with a comment at its end, which says nothing of the API. */
export function withComment(text: string, comment: string): string {
  return `${text}\n<!-- ${comment} -->\n`;
}

/** The page with one more row in the first table below a heading. */
export function withRow(text: string, heading: string, row: string): string {
  const lines = text.split("\n");
  return lines.toSpliced(endOfTable(lines, heading), 0, row).join("\n");
}

/** The page with one more sentence in the paragraph that describes it. */
export function withSentence(text: string, sentence: string): string {
  const lines = text.split("\n");
  const title = lines.findIndex((line) => line.startsWith("# "));
  const at = lines.findIndex((line, index) => index > title && line !== "" && !line.startsWith("Namespace:"));
  if (title < 0 || at < 0) throw new Error("there is no description below the title");
  return lines.with(at, `${lines[at]} ${sentence}`).join("\n");
}
