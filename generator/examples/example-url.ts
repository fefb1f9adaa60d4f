/**
 * The URL of an example request: host and version off, what the writer's pen slipped on repaired, the path as segments,
 * the query as pairs.
 *
 * Segments stay encoded, as only their place in a template tells what is a value and what is syntax.
 */
import { isVersionSegment } from "../docs/path-grammar.ts";
import { percentDecoded } from "./percent-decoding.ts";
import { inPath, inQuery, NestingScanner, splitOutside } from "./split-outside.ts";

export interface QueryPair {
  /** As written, decoded. */
  readonly name: string;
  /** Decoded. */
  readonly text: string;
}

/** One way to read a URL. */
export interface UrlReading {
  readonly segments: readonly string[];
  readonly query: readonly QueryPair[];
}

export type ExampleUrl =
  | {
      readonly ok: true;
      /**
       * In the order of preference. Two, if slashes stand inside quotes or braces: whether these are syntax or parts of
       * values, the templates decide.
       */
      readonly readings: readonly UrlReading[];
      readonly isRepaired: boolean;
    }
  | { readonly ok: false; readonly reason: string };

/** Longer URLs are refused. The longest one of the corpus, with a token in it, has less than 2,000 characters. */
export const maxUrlLength = 16_000;

const maxSegments = 200;

/**
 * Reads a URL. Any host is taken off, as examples show sample hosts and other versions.
 *
 * @param baseUrl the service root, of which the path is taken off; a version segment is taken off without it, too
 *
 * @example readExampleUrl("https://api.example.com/v2/things/7?$top=5", "https://api.example.com/v2")
 */
export function readExampleUrl(url: string, baseUrl: string | null): ExampleUrl {
  if (url.length > maxUrlLength) return { ok: false, reason: `${url.length} characters` };
  const text = joinedLines(url)
    .replaceAll("&amp;", "&")
    .replace(/[\u200b-\u200f\ufeff]/g, "")
    .replaceAll("\u00a0", " ")
    // Word processors make these of plain quotes.
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    // `[?size=5]` says that the option may be left out.
    .replace(/\[([?&][^[\]]*)\]/g, "$1");
  const strange = /[\\`\u0000-\u0008\u000e-\u001f]/.exec(text)?.[0];
  if (strange !== undefined) return { ok: false, reason: `unexpected \`${strange}\`` };
  const scheme = /^([A-Za-z][\w+.-]{0,20}):\/\//.exec(text)?.[1];
  if (scheme !== undefined && !/^https?$/i.test(scheme))
    return { ok: false, reason: `unexpected scheme \`${scheme}\`, expected https` };
  const target = withoutBase(text, baseUrl);
  if (text === "") return { ok: false, reason: "no URL" };
  const plain = readingOf(target, target.indexOf("?"), (path) => path.split("/"));
  const nested = readingOf(target, queryStart(target), (path) => splitOutside(path, "/", inPath));
  const { length } = plain.reading.segments;
  if (length > maxSegments) return { ok: false, reason: `${length} segments` };
  const isSame = JSON.stringify(plain.reading) === JSON.stringify(nested.reading);
  return {
    ok: true,
    readings: isSame ? [plain.reading] : [plain.reading, nested.reading],
    isRepaired: text !== url || plain.isRepaired,
  };
}

/** A URL on several lines as one. Line breaks around separators are layout, others stand for a blank. */
function joinedLines(url: string): string {
  const [first = "", ...others] = url.split(/[\r\n]+/).map((line) => line.trim());
  let joined = first;
  for (const line of others) {
    const isLayout = !joined.includes("?") || /[?&=,;(/]$/.test(joined) || /^[?&=,;)/]/.test(line);
    joined += isLayout ? line : ` ${line}`;
  }
  return withoutHttpVersion(joined);
}

function withoutHttpVersion(text: string): string {
  const last = Math.max(text.lastIndexOf(" "), text.lastIndexOf("\t"));
  return last > 0 && /^HTTP\/\d(?:\.\d)?$/i.test(text.slice(last + 1)) ? text.slice(0, last).trimEnd() : text;
}

function withoutBase(text: string, baseUrl: string | null): string {
  const base = /^[a-z]+:\/\/([^/]*)(.*)$/i.exec(baseUrl ?? "");
  const [authority = "", basePath = ""] = [base?.[1], base?.[2]?.replace(/\/$/, "")];
  let path = text.replace(/^https?:\/\/[^/?]*/i, "");
  // The host of the service without a scheme.
  if (path === text && authority !== "" && startsWithPath(text, authority)) path = text.slice(authority.length);
  const hasHost = path !== text;
  if (!path.startsWith("/") && !path.startsWith("?")) path = `/${path}`;
  const version = /\/([^/]*)$/.exec(basePath)?.[1] ?? "";
  const root = isVersionSegment(version) ? basePath.slice(0, -version.length - 1) : basePath;
  if (hasHost && root !== "" && startsWithPath(path, root)) path = path.slice(root.length);
  const first = /^\/([^/?{(]{1,40})(?=[/?]|$)/.exec(path)?.[1] ?? "";
  return isVersionSegment(first) ? path.slice(first.length + 1) : path;
}

function startsWithPath(text: string, start: string): boolean {
  return (
    text.slice(0, start.length).toLowerCase() === start.toLowerCase() && /^(?:[/?]|$)/.test(text.slice(start.length))
  );
}

/** Where the query begins: a `?` inside quotes or braces does not count. -1 where there is none. */
function queryStart(target: string): number {
  const scanner = new NestingScanner(inPath);
  for (let at = 0; at < target.length; at++) {
    const character = target[at] ?? "";
    if (scanner.read(character) && character === "?") return at;
  }
  return target.indexOf("?");
}

function readingOf(
  target: string,
  queryAt: number,
  split: (path: string) => readonly string[],
): { reading: UrlReading; isRepaired: boolean } {
  const path = queryAt < 0 ? target : target.slice(0, queryAt);
  const written = split(path).slice(1);
  const segments = written.map((segment) => segment.trim()).filter((segment) => segment !== "");
  // It ends the address of a response's metadata, and no request can have it.
  if (segments.at(-1)?.toLowerCase() === "$entity") segments.pop();
  const pairs = queryAt < 0 ? { query: [], isRepaired: false } : readPairs(target.slice(queryAt + 1));
  const isRepaired = pairs.isRepaired || `/${segments.join("/")}` !== path;
  return { reading: { segments, query: pairs.query }, isRepaired };
}

function readPairs(text: string): { query: readonly QueryPair[]; isRepaired: boolean } {
  let isRepaired = false;
  const query = splitOutside(text, "&", inQuery)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const equals = part.indexOf("=");
      if (equals >= 0) {
        return { name: percentDecoded(part.slice(0, equals).trim()), text: queryText(part.slice(equals + 1).trim()) };
      }
      // `$orderbyname` lost its `=`.
      const option = /^\$(?:select|expand|filter|orderby|top|skiptoken|skip|count|search|format)(?=.)/i.exec(part)?.[0];
      if (option === undefined) return { name: percentDecoded(part), text: "" };
      isRepaired = true;
      return { name: option, text: queryText(part.slice(option.length).trim()) };
    });
  return { query, isRepaired };
}

/** The offset of a time zone at the end of a date and time, where a plus is a plus. */
const offset = /(T[\d:.]{4,20}|T\d\d(?:%3A[\d.]{2,10}){1,2})\+(\d\d(?::|%3A)?\d\d)/gi;

/**
 * Decodes a value. A plus stands for a blank, as forms write it, unless the value has blanks of its own or shows the
 * offset of a time zone.
 */
function queryText(raw: string): string {
  const hasBlanks = /\s|%20/.test(raw);
  return percentDecoded(hasBlanks ? raw : raw.replace(offset, "$1%2B$2").replaceAll("+", " "));
}
