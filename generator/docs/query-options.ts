/** Which OData system query options a page grants, by its prose and tables. */
import { type InlineToken, tokensText } from "./inline-text.ts";
import { proseOf, sentencesOf } from "./prose.ts";
import type { ReadContext } from "./read-context.ts";
import { effectiveName, type Section } from "./sections.ts";
import { cellAt, columnIndex, readTables } from "./tables.ts";

/** System query options by name, without `$` and in lower case. */
export const systemQueryOptions: ReadonlySet<string> = new Set([
  "select",
  "expand",
  "filter",
  "orderby",
  "top",
  "skip",
  "count",
  "search",
  "skiptoken",
  "deltatoken",
  "format",
  "apply",
  "compute",
]);

export interface QueryOptions {
  /** Named ones without `$`, in lower case, in the order of the page. */
  readonly options: readonly string[];
  /** "supports the OData query parameters", without a list of them: one that is named only later restricts nothing. */
  readonly isGeneric: boolean;
}

const optionWord = /\$([a-z]{3,11})\b/gi;
const negative =
  /\b(?:not|n't|no)\s+(?:be\s+|currently\s+|yet\s+)?(?:support|available|allowed|work|use)|\bno support\b|\bunsupported\b|n't support/i;
/** Names some of the granted options, and leaves the rest open. */
const openList = /\bincluding\b|\bsuch as\b|\bfor example\b|\blike\b/i;
/** Grants all options: "This method supports the OData query parameters to help customize the response." */
const grantsAll = /\bsupports\s+(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:standard\s+)?(?:optional\s+)?OData\b[^$:]*$/i;
const generic = /\bOData\b[^.]*\bquery (?:parameter|option)s?\b|\bquery (?:parameter|option)s?\b[^.]*\bOData\b/i;

function optionsIn(sentence: string): string[] {
  return [...sentence.matchAll(optionWord)]
    .map((match) => (match[1] ?? "").toLowerCase())
    .filter((name) => systemQueryOptions.has(name));
}

/**
 * Options named in a sentence. "It supports `$a` but not `$b`" grants what stands before the negation; a sentence that
 * starts with one grants nothing.
 */
function grantedIn(sentence: string): string[] {
  const at = sentence.search(negative);
  return optionsIn(
    at < 0 ? sentence : sentence.slice(0, at).replace(/\$\w+[^$]*$/, (tail) => (/\bbut\b|,/.test(tail) ? tail : "")),
  );
}

/** In a code span an option may stand without its dollar sign. */
function withDollar(token: InlineToken): InlineToken {
  const isOption = token.kind === "code" && systemQueryOptions.has(token.text.toLowerCase());
  return isOption ? { ...token, text: `$${token.text}` } : token;
}

/** Reads the sections about query parameters. Nothing is reported: an unknown option is not a system option. */
export function readQueryOptions(sections: readonly Section[], context: ReadContext): QueryOptions {
  const options = new Set<string>();
  let isGeneric = false;
  let isOpen = false;
  sections.forEach((section, index) => {
    const name = effectiveName(sections, index);
    if (name !== "queryOptions" && name !== "queryParameters") return;
    for (const { tokens } of proseOf(section.blocks)) {
      for (const sentence of sentencesOf(tokensText(tokens.map(withDollar)))) {
        const granted = grantedIn(sentence);
        for (const option of granted) options.add(option);
        if (!generic.test(sentence) || negative.test(sentence)) continue;
        isGeneric = true;
        if (openList.test(sentence) || (granted.length === 0 && grantsAll.test(sentence))) isOpen = true;
      }
    }
    for (const table of readTables(section.blocks, context)) {
      const column = columnIndex(table, "name");
      for (const row of table.rows) for (const option of optionsIn(cellAt(row, column).text)) options.add(option);
    }
  });
  // "For general information, see OData query parameters" stands below lists, too, and takes nothing back.
  return { options: [...options], isGeneric: isGeneric && (isOpen || options.size === 0) };
}
