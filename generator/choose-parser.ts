/** Picks the markdown parser that the settings ask for. */
import type { ParserChoice } from "./config/config.ts";
import { createParser, type MarkdownParser } from "./docs/parser.ts";
import { RunError } from "./run-error.ts";

/**
 * Throws a {@link RunError} where the named parser is not installed; `auto` always finds one.
 *
 * @param create makes a parser by its name; stands in for the installed ones in tests
 */
export function chooseParser(choice: ParserChoice, create = createParser): MarkdownParser {
  const parser = choice === "auto" ? (create("satteri") ?? create("remark")) : create(choice);
  if (parser === null)
    throw new RunError(
      "usage",
      `the parser "${choice}" is not installed for this platform: set parser to "auto" or "remark"`,
    );
  return parser;
}
