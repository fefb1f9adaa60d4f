/**
 * Sentences that tie query options to headers and to other options:
 *
 *     rule        = requirement "required" ( "when" | "if" | "for" ) conditions
 *                 | option "query parameter" … "requires the" name "header"
 *     requirement = [ things ( "is" | "are" ) ]            nothing: the header of the row
 *     things      = thing { ( "," | "and" ) thing }
 *     thing       = "this header" | name "header" | option
 *     conditions  = condition { [ "," ] [ "or" ] condition }
 *     condition   = { filler } option { "with" { filler } option } { filler }
 *                 | "both" option "and" option { filler }
 *
 * An alternative that is no condition ("in specific usage of `$filter`", "OData cast") gives no rule: what it means cannot
 * be told from the names of the options. Where a sentence could be read in two ways, nothing is read.
 */
import type { HeaderRow, OptionRuleFact } from "./page.ts";
import { proseOf, sentencesOf } from "./prose.ts";
import { systemQueryOptions } from "./query-options.ts";
import { effectiveName, type Section } from "./sections.ts";

const fillers: ReadonlySet<string> = new Set(
  "a an the your when using use you request query includes contains has parameter parameters option options odata both".split(
    " ",
  ),
);
const joining: ReadonlySet<string> = new Set(["with", "together", "combined", "combination"]);

function optionOf(word: string): string | null {
  const name = /^\$([a-z]{3,11})(?:=true)?$/i.exec(word)?.[1]?.toLowerCase() ?? "";
  return systemQueryOptions.has(name) ? name : null;
}

/**
 * The options of one alternative, which have to come together. `null`: no condition that options make; `"unclear"`:
 * words behind the option may be about all alternatives.
 */
function readCondition(text: string): readonly string[] | null | "unclear" {
  const found: string[] = [];
  let joins = 0;
  let hasBoth = false;
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const key = word.toLowerCase();
    const option = optionOf(word);
    if (option !== null) found.push(option);
    else if (key === "both") hasBoth = true;
    else if (key === "with" || (key === "and" && hasBoth)) joins += 1;
    else if (key === "and") return "unclear";
    else if (!fillers.has(key) && !joining.has(key)) return found.length === 0 || joins > 0 ? null : "unclear";
  }
  if (found.length === 0) return null;
  return joins === found.length - 1 ? [...new Set(found)] : "unclear";
}

function readConditions(text: string): (readonly string[])[] {
  const parts = text.split(/,(?:\s*or\b)?|\bor\b/).filter((part) => part.trim() !== "");
  const conditions = parts.map(readCondition);
  if (conditions.includes("unclear")) return [];
  return conditions.filter((condition) => condition !== null && condition !== "unclear");
}

interface Requirement {
  readonly headers: readonly string[];
  readonly options: readonly string[];
}

const headerWord = /\b([A-Za-z][\w-]{0,99})\s+header\b/gi;

/** What is required; `null` where the words in front of "required" say something else, or that it is not. */
function readRequirement(text: string, rowHeader: string | null): Requirement | null {
  if (/\bnot\b|n['’]t\b|\bonly\b/i.test(text)) return null;
  const headers = [...text.matchAll(headerWord)].flatMap((match) => {
    const word = match[1] ?? "";
    return /^(?:this|the)$/i.test(word) ? (rowHeader ?? []) : word;
  });
  const options = [...text.matchAll(/\$[a-z]{3,11}\b/gi)].flatMap((match) => optionOf(match[0]) ?? []);
  // "Required when …" in the row of a header.
  if (headers.length === 0 && options.length === 0)
    return rowHeader !== null && text.trim() === "" ? { headers: [rowHeader], options } : null;
  return { headers: [...new Set(headers)], options: [...new Set(options)] };
}

const requiredWhen = /^(.{0,300}?)\brequired\s+(?:when|if|for)\s(.*)$/i;
const optionRequires =
  /^(?:the\s+)?(\$[a-z]{3,11})\s+(?:OData\s+)?(?:query\s+)?(?:parameter|option)\b(.{0,300}?)\brequires\s+the\s+([A-Za-z][\w-]{0,99})\s+header\b/i;
const conditional = /\b(?:if|when|unless|but|not)\b/i;

type Rule = Omit<OptionRuleFact, "place">;

function rulesIn(sentence: string, rowHeader: string | null): Rule[] {
  const text = sentence.replace(/[.\s]{0,10}$/, "");
  const [, subject, between, header] = optionRequires.exec(text) ?? [];
  const option = optionOf(subject ?? "");
  if (option !== null && header !== undefined && !conditional.test(between ?? ""))
    return [{ when: [option], headers: [header], options: [], text: sentence }];
  const [, things, conditions] = requiredWhen.exec(text) ?? [];
  const requirement = things === undefined ? null : readRequirement(things, rowHeader);
  if (!requirement) return [];
  return readConditions(conditions ?? "").map((when) => ({
    when,
    headers: requirement.headers,
    options: requirement.options.filter((each) => !when.includes(each)),
    text: sentence,
  }));
}

/** Reads the rows of the header table, then the prose about query options and headers. */
export function readOptionRules(sections: readonly Section[], headers: readonly HeaderRow[]): OptionRuleFact[] {
  const inRows = headers.flatMap(({ name, text, place }) =>
    sentencesOf(text).flatMap((sentence) => rulesIn(sentence, name.value).map((rule) => ({ ...rule, place }))),
  );
  const inProse = sections.flatMap((section, index) => {
    const name = effectiveName(sections, index);
    if (name !== "queryOptions" && name !== "queryParameters" && name !== "requestHeaders") return [];
    return proseOf(section.blocks).flatMap(({ text, place }) =>
      sentencesOf(text).flatMap((sentence) => rulesIn(sentence, null).map((rule) => ({ ...rule, place }))),
    );
  });
  return [...inRows, ...inProse];
}
