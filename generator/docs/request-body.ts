/** The Request body section: none, a resource, parameters in a table, or raw content. */
import { isExampleSection } from "./http-request.ts";
import type { BodySection, PropertyRow } from "./page.ts";
import { mergeRows, readNamedRows } from "./parameter-tables.ts";
import { proseOf } from "./prose.ts";
import type { ReadContext } from "./read-context.ts";
import { effectiveName, type Section } from "./sections.ts";
import { readTables } from "./tables.ts";
import { findTypeInProse } from "./type-in-prose.ts";

const noBody =
  /\b(?:do not|don't|does not|doesn't|should not|must not|not necessary to|no need to)\s+(?:supply|provide|specify|include|require|have|need|send|contain|use|pass)\b[^.]*\b(?:request )?body\b|\bno request body\b|^\s*(?:none|empty|not applicable|n\/a)\.?\s*$|\brequest body is (?:empty|not required)\b|\bleave the request body (?:empty|blank)\b|\bno request content\b|\brequest body is not (?:necessary|needed|required)\b/im;

const mediaTypes = /\b((?:application|text|image|multipart|audio|video)\/[a-z\d][\w.+-]*)/gi;
const binaryProse =
  /\b(?:binary (?:content|contents|data|stream|image)|contents? of the (?:request )?body should be the (?:binary|contents)|binary (?:stream|contents?) of the file|raw (?:bytes|content|binary))\b/i;

function mediaTypeIn(text: string): string | null {
  const found = [...text.matchAll(mediaTypes)].map((match) => (match[1] ?? "").toLowerCase().replace(/\.$/, ""));
  const [first] = found;
  if (first) return first;
  return binaryProse.test(text) ? "application/octet-stream" : null;
}

/** Reads the section; `null` where the page has none. Tables without a name column are reported. */
export function readRequestBody(sections: readonly Section[], context: ReadContext): BodySection | null {
  const own = sections.filter(
    (_, index) => effectiveName(sections, index) === "requestBody" && !isExampleSection(sections, index),
  );
  const [first] = own;
  if (!first) return null;
  const parts = own.flatMap((section) => proseOf(section.blocks)).filter((part) => !part.isQuoted);
  const tables: PropertyRow[][] = own.flatMap((section) =>
    readTables(section.blocks, context).map((table) => readNamedRows(table, section, context)),
  );
  const rows = mergeRows(tables);
  const text = parts.map((part) => part.text).join("\n");
  const isNone = rows.length === 0 && parts.some((part) => noBody.test(part.text));
  const mention = isNone ? null : findTypeInProse(parts, context);
  return {
    isNone,
    // Beside a table of parameters, a type that is only mentioned is the type of one of them.
    type: mention && (mention.isStrong || rows.length === 0) ? mention.type : null,
    rows,
    contentType: isNone || rows.length > 0 ? null : mediaTypeIn(text),
    text: text === "" ? null : text,
    place: first.place,
  };
}
