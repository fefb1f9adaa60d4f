/**
 * HTTP messages as code blocks show them, by this grammar:
 *
 *     block    = { message }
 *     message  = start-line { continuation } { header } [ blank ] [ body ]
 *     start    = METHOD target [ "HTTP/1.1" ]  |  "HTTP" [ "/1.1" ] status [ reason ]
 *     header   = name ":" value
 *
 * and its deviations: a blank line between start line and headers, none between headers and body, headers behind a
 * JSON body. Works on lines and looks at every character a bounded number of times. Nothing here knows of markdown.
 */
import { defaultLimits } from "./limits.ts";
import type { HttpMethod } from "./vocabulary.ts";

export type StartLine =
  | { readonly kind: "request"; readonly method: HttpMethod; readonly target: string }
  | { readonly kind: "response"; readonly status: number };

export interface HttpHeader {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

export interface HttpMessage {
  readonly start: StartLine;
  readonly headers: readonly HttpHeader[];
  readonly body: { readonly text: string; readonly line: number; readonly lastLine: number } | null;
  /** Index of the start line, and of the last line that belongs to the message. */
  readonly line: number;
  readonly lastLine: number;
  /** No blank line before the body although there are headers. */
  readonly isGlued: boolean;
  /** A blank line between start line and headers. */
  readonly isDetached: boolean;
}

const methods: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]);

function isMethod(word: string): word is HttpMethod {
  return methods.has(word);
}

/** Drops a final `HTTP/1.1`. By index and not by `\s+…$`, which is quadratic in the length of a run of blanks. */
function withoutVersion(target: string): string {
  const text = target.trim();
  const last = Math.max(text.lastIndexOf(" "), text.lastIndexOf("\t"));
  return last > 0 && /^HTTP\/\d(?:\.\d)?$/i.test(text.slice(last + 1)) ? text.slice(0, last).trimEnd() : text;
}

/**
 * The start line of a message, or `null`. Methods are upper case in all pages seen; another case counts only before a
 * path or a URL, for prose may well begin with "Get the".
 */
export function readStartLine(line: string): StartLine | null {
  const text = line.trim();
  const status = /^HTTP(?:\/\d(?:\.\d)?)?[ \t]+(\d{3})(?!\d)/i.exec(text)?.[1];
  if (status !== undefined) return { kind: "response", status: Number(status) };
  const word = /^[A-Za-z]{3,7}(?=[ \t\u00a0])/.exec(text)?.[0];
  if (word === undefined) return null;
  const method = word.toUpperCase();
  if (!isMethod(method)) return null;
  const target = withoutVersion(text.slice(word.length));
  if (target === "" || (word !== method && !/^(?:\/|https?:)/i.test(target))) return null;
  return { kind: "request", method, target };
}

const headerLine = /^([A-Za-z][\w-]*)[ \t]*:(.*)$/;

/** A header line as name and value, or `null`. */
export function readHeaderLine(line: string): HttpHeader | null {
  const match = headerLine.exec(line.trim());
  return match ? { name: (match[1] ?? "").toLowerCase(), value: (match[2] ?? "").trim() } : null;
}

/**
 * Headers that may stand behind a blank line and still be headers. A list, because the body of a message may itself
 * begin with lines of the form `NAME:value` (a calendar, a contact card, a mail).
 */
const unmistakableHeaders: ReadonlySet<string> = new Set([
  "accept",
  "accept-language",
  "authorization",
  "content-language",
  "content-length",
  "content-type",
  "if-match",
  "if-none-match",
  "location",
  "prefer",
  "retry-after",
]);

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";

/** A line that begins a JSON value: an object or an array, and not a placeholder such as `{name of the thing}`. */
function opensJson(line: string): boolean {
  return /^\s*[{[]/.test(line);
}

/** Whether the headers of a message stand one blank line too low: the next block of lines is made of headers. */
function headersAfterBlank(lines: readonly string[], blank: number): boolean {
  let at = blank;
  while (at < lines.length && isBlank(lines[at])) at++;
  const first = readHeaderLine(lines[at] ?? "");
  if (!first || !unmistakableHeaders.has(first.name)) return false;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isBlank(line) || opensJson(line)) return true;
    if (!readHeaderLine(line)) return false;
  }
  return true;
}

/** The line on which the JSON value that starts on a line ends, or -1 where its brackets never close. */
function endOfJson(lines: readonly string[], from: number): number {
  let depth = 0;
  let inString = false;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? "";
    for (let j = 0; j < line.length; j++) {
      const c = line[j];
      if (inString) {
        if (c === "\\") j++;
        else if (c === '"') inString = false;
      } else if (c === '"') inString = true;
      else if (c === "{" || c === "[") depth++;
      else if ((c === "}" || c === "]") && --depth <= 0) return i;
    }
  }
  return -1;
}

/** Whether a line inside a body of text starts another message. A multipart body holds start lines of its own. */
function startsMessage(lines: readonly string[], at: number, bodyLine: number): boolean {
  const start = readStartLine(lines[at] ?? "");
  if (!start || !isBlank(lines[at - 1]) || (lines[bodyLine] ?? "").trimStart().startsWith("--")) return false;
  return start.kind === "response" || /^(?:\/|https?:)/i.test(start.target);
}

interface BodyEnd {
  /** Last line of the body. */
  readonly last: number;
  /** Headers that some pages put behind the body. */
  readonly trailing: readonly HttpHeader[];
  /** The line after the message. */
  readonly next: number;
}

function readTrailer(lines: readonly string[], from: number): { headers: HttpHeader[]; next: number } {
  const headers: HttpHeader[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const header = readHeaderLine(lines[at] ?? "");
    if (header) headers.push(header);
    else if (!isBlank(lines[at])) break;
  }
  return { headers, next: at };
}

function findBodyEnd(lines: readonly string[], from: number): BodyEnd {
  if (opensJson(lines[from] ?? "")) {
    const end = endOfJson(lines, from);
    if (end >= 0) {
      const { headers, next } = readTrailer(lines, end + 1);
      if (next >= lines.length || readStartLine(lines[next] ?? "")) return { last: end, trailing: headers, next };
    }
    // Text follows the value, or its brackets do not close: all of it is the body, and JSON reading will say why.
  }
  let at = from + 1;
  while (at < lines.length && !startsMessage(lines, at, from)) at++;
  let last = at - 1;
  while (last > from && isBlank(lines[last])) last--;
  return { last, trailing: [], next: at };
}

/** A URL may go on in the next lines with its query options. */
function joinTarget(start: StartLine, lines: readonly string[], from: number): { start: StartLine; next: number } {
  let next = from;
  if (start.kind === "response") return { start, next };
  let { target } = start;
  while (/^\s*[?&]\S/.test(lines[next] ?? "")) target += (lines[next++] ?? "").trim();
  return { start: { ...start, target: next > from ? withoutVersion(target) : target }, next };
}

function readMessage(lines: readonly string[], line: number, first: StartLine): { message: HttpMessage; next: number } {
  const joined = joinTarget(first, lines, line + 1);
  let at = joined.next;
  const headers: HttpHeader[] = [];
  const isDetached = isBlank(lines[at]) && headersAfterBlank(lines, at);
  if (isDetached) while (isBlank(lines[at])) at++;
  for (; at < lines.length; at++) {
    const text = lines[at] ?? "";
    // `GET: …` is a header of no message seen, `GET /…` starts the next one.
    const header = readStartLine(text) ? null : readHeaderLine(text);
    if (!header) break;
    headers.push(header);
  }
  const isGlued = headers.length > 0 && !isBlank(lines[at]) && !readStartLine(lines[at] ?? "");
  let bodyLine = at;
  while (bodyLine < lines.length && isBlank(lines[bodyLine])) bodyLine++;
  if (bodyLine >= lines.length || readStartLine(lines[bodyLine] ?? "")) {
    const message = { start: joined.start, headers, body: null, line, lastLine: at - 1, isGlued: false, isDetached };
    return { message, next: bodyLine };
  }
  const end = findBodyEnd(lines, bodyLine);
  const text = lines.slice(bodyLine, end.last + 1).join("\n");
  const message: HttpMessage = {
    start: joined.start,
    headers: [...headers, ...end.trailing],
    body: { text, line: bodyLine, lastLine: end.last },
    line,
    lastLine: end.last,
    isGlued,
    isDetached,
  };
  return { message, next: Math.max(end.next, bodyLine + 1) };
}

/**
 * The messages of a code block, in order; none where its first line that is not blank is no start line. Whatever
 * stands between a start line and the next one belongs to a message, so nothing of such a block is lost.
 *
 * @param most each message may look through the rest of the block
 *
 * @example readHttpMessages(["POST /widgets", "", '{"size": 1}'])
 */
export function readHttpMessages(
  lines: readonly string[],
  most: number = defaultLimits.messagesPerBlock,
): HttpMessage[] {
  const messages: HttpMessage[] = [];
  let at = 0;
  while (at < lines.length && messages.length < most) {
    if (isBlank(lines[at])) {
      at++;
      continue;
    }
    const start = readStartLine(lines[at] ?? "");
    if (!start) return messages;
    const { message, next } = readMessage(lines, at, start);
    messages.push(message);
    at = next;
  }
  return messages;
}
