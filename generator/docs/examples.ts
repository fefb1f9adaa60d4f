/**
 * Examples: the HTTP messages of a page, requests paired with their responses.
 *
 * The start line decides what a block is: a third of all example blocks has no annotation, and annotations contradict
 * their blocks. The pairing is by order alone, as heading levels are chance: a request opens an example, every response
 * up to the next request belongs to it.
 */
import type { Code } from "mdast";
import type { SourcePlace } from "../diagnostics/place.ts";
import type { Annotation } from "./annotations.ts";
import { type Block, isBlock, placeOf } from "./blocks.ts";
import { type CodeLine, codeLines, placeOfLines } from "./code-lines.ts";
import { exampleHeaders } from "./example-headers.ts";
import { type HttpHeader, type HttpMessage, readHttpMessages } from "./http-message.ts";
import { isExampleSection } from "./http-request.ts";
import type { ExampleFact, MessageBodyFact, RequestMessage, ResponseMessage } from "./page.ts";
import { readTarget } from "./path-grammar.ts";
import type { ReadContext } from "./read-context.ts";
import type { Section } from "./sections.ts";
import { parseTolerantJson } from "./tolerant-json.ts";

interface OpenExample {
  name: string | null;
  title: string | null;
  request: RequestMessage | null;
  responses: ResponseMessage[];
}

/** Headings that only say that an example, a request or a response follows. */
const emptyHeading = /^(?:(?:http|sample|example)\s+)?(?:examples?|requests?|responses?)(?:\s+\d+)?[:.]?$/i;

function titleOf(sections: readonly Section[], index: number): string | null {
  const own = sections[index];
  if (!own || !isExampleSection(sections, index)) return null;
  for (const i of [index, ...[...own.ancestors].reverse()]) {
    const heading = sections[i]?.heading ?? "";
    if (heading !== "" && !emptyHeading.test(heading) && (sections[i]?.depth ?? 0) > 1)
      return heading.replace(/^examples?\s*\d*\s*[:.–-]\s*/i, "").trim() || null;
  }
  return null;
}

/** What is meant as JSON: an object or an array by its first characters. `{name of a thing}` and `[a file]` are not. */
function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*(?:["'}\u201c/]|[A-Za-z_@$][\w@.$]*\s*:)|\[\s*(?:[{["'\]\d-]|true\b|false\b|null\b))/.test(text);
}

function readBodyText(
  text: string,
  headers: readonly HttpHeader[],
  place: SourcePlace,
  context: ReadContext,
): MessageBodyFact {
  const declared = headers
    .find((header) => header.name === "content-type")
    ?.value.split(";", 1)[0]
    ?.trim()
    .toLowerCase();
  const mediaType = declared || (looksLikeJson(text) ? "application/json" : null);
  if (!looksLikeJson(text)) {
    if (mediaType && /[/+]json$/.test(mediaType) && /^\s*[{[]/.test(text))
      context.report("example-json-invalid", place, { reason: "a placeholder stands for it" });
    return { text, mediaType, place };
  }
  const reading = parseTolerantJson(text, context.limits);
  if (!reading.ok) {
    context.report("example-json-invalid", place, { reason: reading.reason });
    return { text, mediaType, place };
  }
  if (reading.repair !== null) context.report("example-json-repaired", place, { reason: reading.repair });
  return { text, mediaType, json: reading.value, place };
}

/** What a body on its own may be annotated as: pages also hide it from their own checks so. */
const bodyAnnotations: ReadonlySet<string> = new Set(["example", "ignored", "request"]);

/** Languages of blocks that may hold a message or a body. Samples in a programming language are none of our business. */
const messageLanguages = /^(?:|https?|rest|jsonc?|json5|text|txt|plaintext|plain|xml|html|csv|.*-interactive)$/i;

class ExampleReader {
  readonly #examples: OpenExample[] = [];
  /** The requests read last for whose body there is still room: several that differ in their URLs may share one. */
  #awaitBody: OpenExample[] = [];
  readonly #annotations: ReadonlyMap<Block, Annotation>;
  readonly #context: ReadContext;

  constructor(annotations: ReadonlyMap<Block, Annotation>, context: ReadContext) {
    this.#annotations = annotations;
    this.#context = context;
  }

  get examples(): ExampleFact[] {
    return this.#examples;
  }

  /** Takes in one code block. */
  add(block: Block<Code>, title: string | null): void {
    const annotation = this.#annotations.get(block) ?? null;
    const lines = codeLines(block);
    const { messagesPerBlock } = this.#context.limits;
    const messages = readHttpMessages(
      lines.map((line) => line.text),
      messagesPerBlock + 1,
    );
    if (messages.length === 0) this.#addBare(block, annotation, lines);
    if (messages.length > messagesPerBlock)
      this.#context.report("example-unread", placeOf(block), { reason: `more than ${messagesPerBlock} messages` });
    messages.slice(0, messagesPerBlock).forEach((message, i) => {
      // An annotation speaks of the first message of its kind; further ones in the block only share its place.
      this.#addMessage(message, i === 0 ? annotation : null, title, lines, placeOf(block));
    });
  }

  #addMessage(
    message: HttpMessage,
    annotation: Annotation | null,
    title: string | null,
    lines: readonly CodeLine[],
    fallback: SourcePlace,
  ): void {
    const place = placeOfLines(lines, message.line, message.lastLine, fallback);
    if (message.isGlued) this.#context.report("example-headers-glued", place, {});
    if (message.isDetached) this.#context.report("example-headers-detached", place, {});
    const base = {
      headers: exampleHeaders(message.headers, place, this.#context),
      body: message.body && this.#readBody(message.body, message.headers, lines, fallback),
      odataType: annotation?.odataType ?? null,
      isCollection: annotation?.isCollection ?? false,
      isTruncated: annotation?.isTruncated ?? false,
      place,
    };
    const name = annotation?.name ?? null;
    if (message.start.kind === "request") {
      const { method, target } = message.start;
      this.#checkUrl(target, lines[message.line]?.place ?? place);
      const opened: OpenExample = { name, title, request: { ...base, method, url: target }, responses: [] };
      this.#examples.push(opened);
      const isOpen = message.body === null && method !== "GET";
      const before = this.#awaitBody.filter(({ request }) => request?.method === method);
      this.#awaitBody = isOpen ? [...before, opened] : [];
      return;
    }
    this.#awaitBody = [];
    let open = this.#examples[this.#examples.length - 1];
    if (!open) {
      this.#context.report("example-unpaired", place, {});
      open = { name, title, request: null, responses: [] };
      this.#examples.push(open);
    }
    open.name ??= name;
    open.responses.push({ ...base, status: message.start.status });
  }

  #readBody(
    body: NonNullable<HttpMessage["body"]>,
    headers: readonly HttpHeader[],
    lines: readonly CodeLine[],
    fallback: SourcePlace,
  ): MessageBodyFact {
    return readBodyText(body.text, headers, placeOfLines(lines, body.line, body.lastLine, fallback), this.#context);
  }

  /** An example's URL is no template: values, quotes and blanks may stand in it. A sentence in its place is reported. */
  #checkUrl(url: string, place: SourcePlace): void {
    const path = url.split("?", 1)[0] ?? "";
    if (/[\\`*]/.test(path) || (/\s/.test(path) && !readTarget(path).ok && !path.includes("(") && !path.includes("{")))
      this.#context.report("example-url-invalid", place, { text: url });
  }

  /** A block without start line: the body of the request before it, if that has none; unread otherwise. */
  #addBare(block: Block<Code>, annotation: Annotation | null, lines: readonly CodeLine[]): void {
    if (!messageLanguages.test(block.node.lang ?? "")) return;
    const isBody = annotation === null || bodyAnnotations.has(annotation.blockType);
    if (this.#awaitBody.length > 0 && isBody && looksLikeJson(block.node.value)) {
      const text = block.node.value;
      const place = placeOfLines(lines, 0, lines.length - 1, placeOf(block));
      for (const open of this.#awaitBody) {
        if (open.request === null) continue;
        const body = readBodyText(text, open.request.headers, place, this.#context);
        open.request = { ...open.request, body, odataType: open.request.odataType ?? annotation?.odataType ?? null };
      }
      this.#awaitBody = [];
      return;
    }
    const reason = annotation ? `annotated \`${annotation.blockType}\`, without start line` : "no start line";
    this.#context.report("example-unread", placeOf(block), { reason });
  }
}

/**
 * Reads the examples of a page: all code blocks but those of resources and of the request templates.
 *
 * @param isExample which code blocks to read
 *
 * Reports `example-unread`, `example-unpaired`, `example-json-repaired`, `example-json-invalid`,
 * `example-headers-glued`, `example-headers-detached`, `example-url-invalid`.
 */
export function readExamples(
  sections: readonly Section[],
  annotations: ReadonlyMap<Block, Annotation>,
  isExample: (block: Block<Code>) => boolean,
  context: ReadContext,
): ExampleFact[] {
  const reader = new ExampleReader(annotations, context);
  sections.forEach((section, index) => {
    for (const block of section.blocks)
      if (isBlock(block, "code") && isExample(block)) reader.add(block, titleOf(sections, index));
  });
  return reader.examples;
}
