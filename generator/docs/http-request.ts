/**
 * Request lines: which code blocks of a page are HTTP request blocks, and the lines in them.
 *
 * A request block is one under a heading of that meaning. Pages that have no such heading keep their templates
 * elsewhere (under Permissions, under a heading of their own words): then every block that starts with a request line
 * and does not stand among the examples is one. So it is on pages that are divided by what is asked for ("List a
 * group's drives", "List a site's drives") and have such a heading in one of the parts only.
 */
import type { Code } from "mdast";
import type { Annotation } from "./annotations.ts";
import { type Block, placeOf } from "./blocks.ts";
import { type CodeLine, codeLines } from "./code-lines.ts";
import { readStartLine } from "./http-message.ts";
import type { RequestLine } from "./page.ts";
import { piecesText, readTarget } from "./path-grammar.ts";
import type { ReadContext } from "./read-context.ts";
import { blocksOf, effectiveName, type Section } from "./sections.ts";
import type { SectionName } from "./synonyms.ts";

export interface HttpRequests {
  /** In the order of the page, without repetitions. */
  readonly lines: readonly RequestLine[];
  /** The blocks that hold them. */
  readonly blocks: ReadonlySet<Block>;
  /** Those among them that are whole messages, and so examples as well. */
  readonly messages: ReadonlySet<Block>;
}

const exampleNames: ReadonlySet<SectionName> = new Set(["examples", "exampleRequest", "exampleResponse"]);

/** Headings such as "Example: rename it" and "Request 2", which the synonym table cannot list. */
const exampleHeading = /^(?:example|sample)s?\b|^(?:request|response)\s*\d*\s*$/i;

/** Whether a section is an example or part of one, by its heading or any heading above it. */
export function isExampleSection(sections: readonly Section[], index: number): boolean {
  const own = sections[index];
  if (!own) return false;
  return [index, ...own.ancestors].some((i) => {
    const section = sections[i];
    // "Response" as a section of the outline is no example; inside of one, the heading above it says so.
    if (!section || section.name === "response") return false;
    return section.name ? exampleNames.has(section.name) : exampleHeading.test(section.heading);
  });
}

function firstLine(block: Block<Code>): string {
  const { value } = block.node;
  const start = value.search(/\S/);
  if (start < 0) return "";
  const end = value.indexOf("\n", start);
  return end < 0 ? value.slice(start) : value.slice(start, end);
}

/** A request that stands in the line of the fence, as its author forgot to break the line. */
function requestInFence(block: Block<Code>): string | null {
  const meta = block.node.meta ?? "";
  return readStartLine(meta)?.kind === "request" ? meta : null;
}

/** Whether a code block starts with the start line of a request. Its language says too little: it may be anything. */
export function startsWithRequest(block: Block<Code>): boolean {
  return readStartLine(firstLine(block))?.kind === "request" || requestInFence(block) !== null;
}

/** A line that is meant as a request line: it starts with a method, whatever follows. */
function startsWithMethod(text: string): boolean {
  return /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?![\w:-])/.test(text);
}

/** The word in front of a path or URL where a method has to be, `GTE /widgets`; `null` where a line is of another form. */
function unknownMethod(text: string): string | null {
  return /^([A-Za-z]{2,12})[ \t\u00a0]+(?:\/|https?:\/\/)[^\s/]/.exec(text)?.[1] ?? null;
}

/** Whether any line of a block is meant as a request line: enough under a heading of that meaning. */
export function holdsRequest(block: Block<Code>): boolean {
  if (requestInFence(block) !== null) return true;
  for (const line of block.node.value.split("\n")) {
    const text = line.trim();
    // A message or a body: what stands below is no template.
    if (/^[{[]/.test(text) || readStartLine(text)?.kind === "response") return false;
    if (startsWithMethod(text) || readStartLine(text) !== null) return true;
  }
  return false;
}

function readLine(line: CodeLine, context: ReadContext): RequestLine | null {
  const start = readStartLine(line.text);
  if (start?.kind !== "request") return null;
  const reading = readTarget(start.target, context.limits.pathLength);
  const text = line.text.trim();
  if (!reading.ok) {
    context.report("request-line-invalid", line.place, { text, reason: reading.reason });
    return null;
  }
  const { pieces, query, baseUrl } = reading;
  if (reading.isRepaired)
    context.report("request-line-repaired", line.place, { text, read: `${start.method} ${piecesText(pieces)}` });
  return { method: start.method, pieces, query, baseUrl, text, place: line.place };
}

interface RequestBlock {
  readonly lines: readonly RequestLine[];
  /** A body stands below the lines: the block shows a whole message. */
  readonly isMessage: boolean;
}

function readBlock(block: Block<Code>, context: ReadContext): RequestBlock {
  const lines: RequestLine[] = [];
  const inFence = requestInFence(block);
  if (inFence !== null) {
    const whole = placeOf(block);
    const read = readLine(
      { text: inFence, place: { ...whole, endLine: whole.line, endColumn: whole.column } },
      context,
    );
    if (read) {
      const text = `${block.node.lang ?? ""} ${inFence}`;
      const shown = `${read.method} ${piecesText(read.pieces)}`;
      context.report("request-line-repaired", read.place, { text, read: shown });
      lines.push(read);
    }
  }
  for (const line of codeLines(block)) {
    const text = line.text.trim();
    if (text === "") continue;
    // A body begins: nothing below it is a template.
    if (/^[{[]/.test(text)) return { lines, isMessage: true };
    if (readStartLine(text)?.kind === "request") {
      const read = readLine(line, context);
      if (read) lines.push(read);
      continue;
    }
    const unknown = unknownMethod(text);
    if (startsWithMethod(text)) context.report("request-line-invalid", line.place, { text, reason: "no path" });
    else if (unknown !== null)
      context.report("request-line-invalid", line.place, { text, reason: `\`${unknown}\` is no method` });
    else context.report("request-line-ignored", line.place, { text });
    // The fence that was meant to close this block opened it anew: the rest of the page stands in it.
    if (inFence !== null) break;
  }
  return { lines, isMessage: false };
}

/** Two lines with the same key say the same; a page for two versions of the service has a line for each. */
function lineKey(line: RequestLine): string {
  const query = line.query.map((option) => `${option.name}=${option.value}`).join("&");
  return `${line.method} ${line.baseUrl ?? ""}${piecesText(line.pieces)}?${query}`;
}

function candidates(
  sections: readonly Section[],
  isSection: (index: number) => boolean,
  isRequest: (block: Block<Code>) => boolean,
): Block<Code>[] {
  return sections.flatMap((section, index) =>
    isSection(index) ? blocksOf(section.blocks, "code").filter(isRequest) : [],
  );
}

function findRequestBlocks(sections: readonly Section[], annotations: ReadonlyMap<Block, Annotation>): Block<Code>[] {
  const isExample = sections.map((_, index) => isExampleSection(sections, index));
  const named = candidates(
    sections,
    (i) => effectiveName(sections, i) === "httpRequest" && !isExample[i],
    holdsRequest,
  );
  const others = (isSection: (index: number) => boolean): Block<Code>[] =>
    candidates(sections, (i) => isSection(i) && !isExample[i], startsWithRequest).filter(
      (block) => annotations.get(block)?.blockType !== "example",
    );
  if (named.length === 0) return others(() => true);
  const ofParts = new Set(isDivided(sections, isExample) ? others((i) => effectiveName(sections, i) === null) : []);
  if (ofParts.size === 0) return named;
  const all = new Set([...named, ...ofParts]);
  return sections.flatMap(({ blocks }) => blocksOf(blocks, "code").filter((block) => all.has(block)));
}

/** Whether each request heading stands inside of a part of the page with a heading of its own words. */
function isDivided(sections: readonly Section[], isExample: readonly boolean[]): boolean {
  return sections.every((section, index) => {
    if (section.name !== "httpRequest" || isExample[index]) return true;
    return section.ancestors.some((above) => {
      const part = sections[above];
      return part !== undefined && part.depth > 1 && part.name === null;
    });
  });
}

/**
 * Reads the request lines of a page.
 *
 * Reports `request-line-invalid` for a line that is no template, `request-line-repaired` for one that is after
 * repair, `request-line-ignored` for other lines in a request block.
 */
export function readHttpRequests(
  sections: readonly Section[],
  annotations: ReadonlyMap<Block, Annotation>,
  context: ReadContext,
): HttpRequests {
  const found = new Map<string, RequestLine>();
  const blocks = new Set<Block>();
  const messages = new Set<Block>();
  for (const block of findRequestBlocks(sections, annotations)) {
    const { lines, isMessage } = readBlock(block, context);
    blocks.add(block);
    if (isMessage || annotations.get(block)?.blockType === "request") messages.add(block);
    for (const line of lines) {
      const key = lineKey(line);
      if (!found.has(key)) found.set(key, line);
    }
  }
  return { lines: [...found.values()], blocks, messages };
}
