/** Picks the markdown parser that the settings ask for. */
import type { ParserChoice } from "./config/config.ts";
import { createParser, type MarkdownParser } from "./docs/parser.ts";
import { RunError } from "./run-error.ts";

/** Throws a {@link RunError} where the named parser is not installed; `auto` always finds one. */
export function chooseParser(choice: ParserChoice): MarkdownParser {
  const parser = choice === "auto" ? (createParser("satteri") ?? createParser("remark")) : createParser(choice);
  if (parser === null)
    throw new RunError(
      "usage",
      `the parser "${choice}" is not installed for this platform: set parser to "auto" or "remark"`,
    );
  return parser;
}
