/**
 * The target of a request line as path template, by this grammar:
 *
 *     target      = [ scheme "://" authority [ "/" version ] ] path [ "?" query ]
 *     path        = { "/" segment }
 *     segment     = { text | placeholder | "(" [ argument { "," argument } ] ")" }
 *     placeholder = "{" names "}" | "<" names ">" | "[" names "]" | "(" name ")" as a whole segment | ":" name
 *     names       = name { ( "|" | "or" ) name }
 *     argument    = [ name "=" ] [ prefix ] ( placeholder | "'" text "'" | literal )
 *     query       = name [ "=" value ] { "&" name [ "=" value ] }
 *
 * One pass over the characters, each is looked at a bounded number of times. What a template cannot hold is refused
 * and not repaired: a sentence ("Entity not found") must not turn into a path that is called.
 */
import { defaultLimits } from "./limits.ts";
import type { PathPiece } from "./page.ts";
import { PathParser, RefusedPath } from "./path-parser.ts";

export type PathReading =
  | {
      readonly ok: true;
      /** Starts with a text piece that starts with `/`; two text pieces never stand side by side. */
      readonly pieces: readonly PathPiece[];
      readonly query: readonly { readonly name: string; readonly value: string }[];
      /** Scheme, authority and version segment of an absolute target; `null` of a relative one. */
      readonly baseUrl: string | null;
      /** Whether something had to be forgiven that the template does not show. */
      readonly isRepaired: boolean;
    }
  | { readonly ok: false; readonly reason: string };

/** A version segment at the root: `v1.0`, `v2`, `v1-preview`, `beta`. */
const versionSegment = /^(?:v\d{1,4}(?:\.\d{1,4}){0,3}(?:-?(?:alpha|beta|preview)\d{0,4})?|beta|alpha)$/i;

export function isVersionSegment(text: string): boolean {
  return versionSegment.test(text);
}

/** Splits outside of brackets, parentheses and quotes. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    if (c === "'") isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if ("({[".includes(c)) depth++;
    else if (")}]".includes(c)) depth = Math.max(0, depth - 1);
    else if (c === separator && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

interface QueryReading {
  readonly query: { name: string; value: string }[];
  readonly isRepaired: boolean;
}

function readQuery(text: string): QueryReading {
  const query: { name: string; value: string }[] = [];
  let isRepaired = false;
  for (const part of splitOutside(text.replaceAll("&amp;", "&"), "&")) {
    const option = part.trim();
    if (option === "") continue;
    const match = /^([@$]?[A-Za-z_][\w.-]{0,99})\s{0,8}([=:]?)/.exec(option);
    if (!match) {
      isRepaired = true;
      continue;
    }
    if (match[2] !== "=") isRepaired ||= option.length > (match[0]?.length ?? 0) || match[2] === ":";
    query.push({ name: match[1] ?? "", value: option.slice(match[0].length).trim() });
  }
  return { query, isRepaired };
}

/** Takes scheme and authority off an absolute target. Version segments are taken off of relative ones too. */
function splitBase(target: string): { baseUrl: string | null; path: string } {
  const scheme = /^([A-Za-z][\w+.-]{0,20}):\/\//.exec(target)?.[1];
  if (scheme === undefined) {
    const first = /^\/?([^/?{(]{1,40})(?=\/)/.exec(target);
    return { baseUrl: null, path: first && isVersionSegment(first[1] ?? "") ? target.slice(first[0].length) : target };
  }
  if (!/^https?$/i.test(scheme)) throw new RefusedPath(`unexpected scheme \`${scheme}\`, expected https`);
  const start = scheme.length + 3;
  let end = start;
  while (end < target.length && target[end] !== "/" && target[end] !== "?") end++;
  const authority = target.slice(start, end);
  if (!/^[\w.{}<>-]{1,253}(?::\d{1,5})?$/.test(authority)) throw new RefusedPath(`unexpected host \`${authority}\``);
  const version = /^\/([^/?]{1,40})(?=[/?]|$)/.exec(target.slice(end, end + 64))?.[1];
  const isVersion = version !== undefined && isVersionSegment(version);
  return {
    baseUrl: `${scheme.toLowerCase()}://${authority.toLowerCase()}${isVersion ? `/${version.toLowerCase()}` : ""}`,
    path: target.slice(isVersion ? end + 1 + version.length : end),
  };
}

/**
 * Reads the target of a request line: host and version off, query apart, the path as pieces. Never throws.
 *
 * Literal arguments of functions and ids left in the path become placeholders with their `literal`.
 *
 * @param longest characters of a target; longer ones are refused
 *
 * @example readTarget("/widgets/{id | code}/parts?size={n}")
 */
export function readTarget(target: string, longest: number = defaultLimits.pathLength): PathReading {
  const text = target.trim();
  if (text === "") return { ok: false, reason: "no path" };
  if (text.length > longest) return { ok: false, reason: `${text.length} characters` };
  try {
    const { baseUrl, path } = splitBase(text.replace(/[,;]$/, ""));
    const parser = new PathParser(path);
    const { pieces, rest } = parser.readPath();
    const { query, isRepaired } = readQuery(rest.slice(1));
    return {
      ok: true,
      pieces,
      query,
      baseUrl,
      isRepaired: parser.isRepaired || isRepaired || /[,;]$/.test(text),
    };
  } catch (error) {
    if (error instanceof RefusedPath) return { ok: false, reason: error.message };
    throw error;
  }
}

/** The pieces as one line, placeholders in braces: for messages and for comparison. */
export function piecesText(pieces: readonly PathPiece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === "text") return piece.text;
      const name = piece.alternatives.join(" | ") || piece.argument || (piece.literal ?? "");
      return piece.encoding === "quoted" ? `'{${name}}'` : `{${name}}`;
    })
    .join("");
}
