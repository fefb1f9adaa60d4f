/** The Response section: statuses, type and emptiness by its prose, headers by prose and table. */

import { isExampleSection } from "./http-request.ts";
import { tokensLinks } from "./inline-text.ts";
import type { ResponseSection } from "./page.ts";
import { type ProsePart, proseOf } from "./prose.ts";
import type { ReadContext } from "./read-context.ts";
import { effectiveName, type Section } from "./sections.ts";
import { cellAt, columnIndex, readTables } from "./tables.ts";
import { findTypeInProse } from "./type-in-prose.ts";

const statusNumber = /(?<![\d.,-])([1-5]\d\d)(?![\d.,-]*\d)/g;

/**
 * Statuses in a text: a number of three digits that a reason phrase, the word "status" or "response", or the end of a
 * code span follows, or that stands behind "HTTP", "status" or "code". Other numbers count things.
 */
function statusesIn(text: string, isCode: boolean): number[] {
  return [...text.matchAll(statusNumber)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    const behind = text.slice(match.index + 3, match.index + 23);
    const isStatus =
      (isCode && /^\s*(?:HTTP\s*)?$/i.test(before) && /^\s*(?:$|[,:-]?\s*[A-Za-z])/.test(behind)) ||
      /\b(?:HTTP|status(?: code)?|code)\s*$/i.test(before) ||
      /^\s*[:-]?\s*(?:[A-Z]{2}|[A-Z][a-z]+|(?:http\s+)?(?:response|status|code|error)\b)/.test(behind);
    return isStatus ? [Number(match[1])] : [];
  });
}

function statusesOf(parts: readonly ProsePart[]): number[] {
  const found = new Set<number>();
  for (const part of parts)
    for (const token of part.tokens) {
      if (token.kind === "break") continue;
      for (const status of statusesIn(token.text, token.kind === "code")) found.add(status);
    }
  return [...found];
}

const emptyProse =
  /\b(?:does not|doesn't|do not|don't|will not|won't) return (?:anything|any\b|a response body|content|data|a body)|\bno (?:response )?(?:body|content)\b(?! response)|\bno JSON data is returned\b|\bempty (?:response )?body\b|\bwithout (?:a )?(?:response )?body\b|\bnothing (?:is returned|to return)\b/i;

const notHeaders: ReadonlySet<string> = new Set([
  "the",
  "this",
  "a",
  "an",
  "response",
  "request",
  "http",
  "following",
  "authorization",
  "prefer",
  "if-match",
  "accept",
]);

function headersIn(parts: readonly ProsePart[]): string[] {
  const found: string[] = [];
  for (const part of parts)
    for (const match of part.text.matchAll(/\b([A-Z][A-Za-z]*(?:-[A-Za-z]+)*)\s+(?:HTTP\s+)?(?:response\s+)?header\b/g))
      if (!notHeaders.has((match[1] ?? "").toLowerCase())) found.push(match[1] ?? "");
  return found;
}

function headersInTables(sections: readonly Section[], context: ReadContext): string[] {
  const found: string[] = [];
  sections.forEach((section, index) => {
    const name = effectiveName(sections, index);
    if (name !== "responseHeaders" && name !== "response") return;
    const mentionsHeaders =
      name === "responseHeaders" || proseOf(section.blocks).some((part) => /\bresponse headers\b/i.test(part.text));
    for (const table of readTables(section.blocks, context)) {
      const column = columnIndex(table, "name");
      const isTyped = columnIndex(table, "type") >= 0 && name === "response";
      if (column >= 0 && mentionsHeaders && !isTyped) {
        for (const row of table.rows) {
          const text = cellAt(row, column).text;
          if (/^[A-Za-z][\w-]{0,99}$/.test(text)) found.push(text);
        }
      } else if (columnIndex(table, "status", "errorCode", "member") < 0) {
        const columns = table.columns.map((each) => each.title).join(" | ");
        context.report("table-unread", table.place, { columns, section: section.heading });
      }
    }
  });
  return found;
}

/**
 * Whether a Response section belongs to an example that stands beside it: `## More` with `### Example` and `### Response`.
 * At the page's outermost level the order says nothing, as the page's own section may stand behind the examples.
 */
function isBesideExample(sections: readonly Section[], index: number): boolean {
  const parent = sections[index]?.ancestors.at(-1);
  if (parent === undefined || (sections[parent]?.depth ?? 0) < 2) return false;
  return sections.some((each, i) => i < index && each.ancestors.at(-1) === parent && isExampleSection(sections, i));
}

/**
 * Reads what the page says of its response; `null` where it has no such section.
 *
 * Reports `table-unread` for a table of the response's members: the type's own page is where they are read.
 */
export function readResponseSection(sections: readonly Section[], context: ReadContext): ResponseSection | null {
  const isOwn = (index: number): boolean => !isExampleSection(sections, index) && !isBesideExample(sections, index);
  const indices = sections.flatMap((section, index) =>
    effectiveName(sections, index) === "response" && isOwn(index) && section.blocks.length > 0 ? [index] : [],
  );
  const first = sections.find((section, index) => section.name === "response" && isOwn(index));
  if (!first) return null;
  // Only the section's own prose: a heading below it speaks of something else (errors, a remark, an example).
  const parts = indices.flatMap((index) =>
    sections[index]?.name === "response" ? proseOf(sections[index].blocks) : [],
  );
  const unquoted = parts.filter((part) => !part.isQuoted);
  const mention = findTypeInProse(unquoted, context);
  const statuses = statusesOf(unquoted);
  const successes = statuses.filter((status) => status < 300);
  const text = unquoted.map((part) => part.text).join("\n");
  const isOnlyNoContent = successes.length > 0 && successes.every((status) => status === 204);
  const headers = new Set([...headersIn(unquoted), ...headersInTables(sections, context)]);
  return {
    statuses,
    type: mention?.type ?? null,
    isCollection: mention?.isCollection ?? false,
    isEmpty: isOnlyNoContent || (mention === null && unquoted.some((part) => emptyProse.test(part.text))),
    headers: [...headers],
    links: unquoted.flatMap((part) => tokensLinks(part.tokens).map(({ url }) => url)),
    text: text === "" ? null : text,
    place: first.place,
  };
}
