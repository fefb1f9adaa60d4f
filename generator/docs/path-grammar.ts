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
import type { PathPiece } from "./page.ts";

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

/** Longer targets are refused. The longest template of the corpus has 270 characters. */
export const maxTargetLength = 4_000;

/** A version segment at the root: `v1.0`, `v2`, `v1-preview`, `beta`. */
const versionSegment = /^(?:v\d{1,4}(?:\.\d{1,4}){0,3}(?:-?(?:alpha|beta|preview)\d{0,4})?|beta|alpha)$/i;

export function isVersionSegment(text: string): boolean {
  return versionSegment.test(text);
}

type Placeholder = Extract<PathPiece, { kind: "placeholder" }>;

class RefusedPath extends Error {}

const isSpace = (c: string | undefined): boolean => c === " " || c === "\t" || c === "\u00a0";
const isTextCharacter = (c: string): boolean => /[\w.$~!@:=%,;+-]/.test(c) || /[\p{L}\p{N}]/u.test(c);

/** The names inside a placeholder's brackets. */
function alternativesOf(text: string): string[] {
  return text
    .split(/\||\bor\b(?=\s)/i)
    .map((name) =>
      name
        .replace(/[\s\u00a0]+/g, " ")
        .trim()
        .replace(/^['"]|['"]$/g, ""),
    )
    .filter((name) => name !== "");
}

const guid = /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i;

/**
 * Whether a literal segment is somebody's id that was left in the template. Deliberately narrow: a wrong yes makes a
 * parameter of a word of the API, a wrong no leaves a path that works for one object only.
 */
export function isLiteralId(segment: string): boolean {
  if (guid.test(segment) || /^\d+$/.test(segment)) return true;
  if (segment.includes("@") && !segment.startsWith("@")) return true;
  const digits = segment.replace(/\D/g, "").length;
  return (
    segment.length >= 20 && digits >= 4 && /[A-Z]/.test(segment) && /[a-z]/.test(segment) && !segment.includes(".")
  );
}

class PathParser {
  #at = 0;
  #text = "";
  /** Index in `#pieces` and length of `#text` at which the open segment began. */
  #segmentPieces = 0;
  #segmentText = 0;
  /** Between the colons of `root:/{path}:`, where a value may hold slashes. */
  #isColonPath = false;
  readonly #pieces: PathPiece[] = [];
  readonly #source: string;
  isRepaired = false;

  constructor(source: string) {
    this.#source = source;
  }

  /** Reads the path up to the query or the end. */
  readPath(): { pieces: PathPiece[]; rest: string } {
    if (this.#peek() !== "/") {
      if (this.#peek() !== undefined && this.#peek() !== "?") this.isRepaired = true;
      this.#openSegment();
    }
    for (;;) {
      const c = this.#peek();
      if (c === undefined || c === "?") break;
      this.#readNext(c);
    }
    this.#closeSegment();
    this.#dropEnd();
    this.#flushText();
    return { pieces: this.#pieces, rest: this.#source.slice(this.#at) };
  }

  #peek(ahead = 0): string | undefined {
    return this.#source[this.#at + ahead];
  }

  #readNext(c: string): void {
    if (c === "/") {
      this.#at++;
      this.#closeSegment();
      this.#openSegment();
    } else if (isSpace(c)) this.#readSpace();
    else if (c === "{" || c === "<" || c === "[") this.#push(this.#readPlaceholder("segment", this.#argumentName()));
    else if (c === "(") this.#readParentheses();
    else if (c === ":" && this.#isSegmentEmpty() && /[A-Za-z_]/.test(this.#peek(1) ?? "")) this.#readColonName();
    else if (isTextCharacter(c)) {
      this.#text += c;
      this.#at++;
    } else throw new RefusedPath(`unexpected \`${c}\` in a path`);
  }

  #isSegmentEmpty(): boolean {
    return this.#pieces.length === this.#segmentPieces && this.#text.length === this.#segmentText;
  }

  #openSegment(): void {
    if (this.#text.endsWith(":")) this.#isColonPath = !this.#isColonPath;
    if (!this.#text.endsWith("/")) this.#text += "/";
    else this.isRepaired = true;
    this.#segmentPieces = this.#pieces.length;
    this.#segmentText = this.#text.length;
  }

  #closeSegment(): void {
    if (this.#pieces.length !== this.#segmentPieces) return;
    const segment = this.#text.slice(this.#segmentText);
    if (segment === "..." || segment === "\u2026") {
      // "And so on": the same collections once more. The path without it is the one that holds as it stands.
      this.#text = this.#text.slice(0, this.#segmentText);
      this.isRepaired = true;
    } else if (segment === "." || segment === "..") throw new RefusedPath(`unexpected segment \`${segment}\``);
    else if (isLiteralId(segment)) {
      this.#text = this.#text.slice(0, this.#segmentText);
      this.#push(this.#placeholder([], this.#isColonPath ? "path" : "segment", segment, null));
      this.isRepaired = true;
    }
  }

  /** A final slash goes, and `/$entity`: it ends the context URL of a response, and no request can have it. */
  #dropEnd(): void {
    const ending = /(?:\/\$entity)?\/?$/i.exec(this.#text.slice(-16))?.[0].length ?? 0;
    if (ending === 0 || (this.#pieces.length === 0 && ending === this.#text.length)) return;
    this.isRepaired ||= ending > 1;
    this.#text = this.#text.slice(0, -ending);
  }

  #flushText(): void {
    if (this.#text !== "") this.#pieces.push({ kind: "text", text: this.#text });
    this.#text = "";
  }

  #push(piece: Placeholder): void {
    this.#flushText();
    this.#segmentText = 0;
    this.#pieces.push(piece);
  }

  #placeholder(
    alternatives: readonly string[],
    encoding: Placeholder["encoding"],
    literal: string | null,
    argument: string | null,
  ): Placeholder {
    return { kind: "placeholder", alternatives, encoding, literal, argument };
  }

  /** The name before `=` in the text that stands directly before: the alternate key in `/key={value}`. */
  #argumentName(): string | null {
    return /(?:^|[/(,])([A-Za-z_]\w*)=$/.exec(this.#text.slice(-200))?.[1] ?? null;
  }

  #readPlaceholder(encoding: Placeholder["encoding"], argument: string | null): Placeholder {
    const open = this.#peek() ?? "";
    const close = open === "{" ? "}" : open === "<" ? ">" : "]";
    let end = this.#source.indexOf(close, this.#at + 1);
    const slash = this.#source.indexOf("/", this.#at);
    // `{name/next` lost its brace: a name holds no slash, so it ends there.
    const isUnclosed = slash >= 0 && (end < 0 || slash < end);
    if (isUnclosed) end = slash;
    if (end < 0) throw new RefusedPath(`unexpected end, expected \`${close}\``);
    const inner = this.#source.slice(this.#at + 1, end);
    if (/[{}<>[\]\\]/.test(inner) || (isUnclosed && !/^\w[\w -]{0,99}$/.test(inner)))
      throw new RefusedPath(`unexpected placeholder \`${open}${inner}\``);
    this.isRepaired ||= isUnclosed;
    this.#at = isUnclosed ? end : end + 1;
    const alternatives = [...alternativesOf(inner), ...this.#readLeakedAlternatives()];
    return this.#placeholder(
      alternatives,
      encoding === "segment" && this.#isColonPath ? "path" : encoding,
      null,
      argument,
    );
  }

  /** Alternatives that slipped out of the braces: `{x} | y/`. */
  #readLeakedAlternatives(): string[] {
    const found: string[] = [];
    for (;;) {
      const match = /^[ \t\u00a0]{0,8}\|[ \t\u00a0]{0,8}([A-Za-z][\w-]{0,99})(?=[/?:]|$)/.exec(
        this.#source.slice(this.#at, this.#at + 128),
      );
      if (!match) return found;
      found.push(match[1] ?? "");
      this.#at += match[0].length;
      this.isRepaired = true;
    }
  }

  #readSpace(): void {
    let end = this.#at;
    while (isSpace(this.#source[end])) end++;
    const next = this.#source[end];
    // A stray blank beside a slash is a slip of the pen; anywhere else a sentence begins.
    if (next !== undefined && next !== "/" && next !== "?" && !this.#isSegmentEmpty())
      throw new RefusedPath(`unexpected text \`${this.#source.slice(end)}\` behind the path`);
    this.#at = end;
    this.isRepaired = true;
  }

  #readColonName(): void {
    const name = /^:([A-Za-z_]\w{0,99})/.exec(this.#source.slice(this.#at, this.#at + 128))?.[1] ?? "";
    this.#at += name.length + 1;
    this.#push(this.#placeholder([name], "segment", null, null));
    this.isRepaired = true;
  }

  #readParentheses(): void {
    if (this.#isSegmentEmpty()) {
      // `/(name)/`: parentheses for braces. A function has a name in front.
      const end = this.#source.indexOf(")", this.#at);
      const inner = end < 0 ? "" : this.#source.slice(this.#at + 1, end);
      if (!/^[A-Za-z][\w -]{0,99}$/.test(inner)) throw new RefusedPath("unexpected `(`, expected a name before it");
      this.#at = end + 1;
      this.#push(this.#placeholder([inner.trim()], "segment", null, null));
      this.isRepaired = true;
      return;
    }
    this.#text += "(";
    this.#at++;
    for (;;) {
      this.#skipSpaces();
      const c = this.#peek();
      if (c === undefined || c === "/" || c === "?") {
        // The closing parenthesis is missing: a path goes on, so the arguments are over.
        this.isRepaired = true;
        break;
      }
      this.#at += c === ")" || c === "," ? 1 : 0;
      if (c === ")") break;
      if (c === ",") this.#text += ",";
      else this.#readArgument();
    }
    this.#text += ")";
  }

  #skipSpaces(): void {
    while (isSpace(this.#peek())) this.#at++;
  }

  #readArgument(): void {
    const name = /^([A-Za-z_@$]\w{0,99})[ \t]{0,8}=[ \t]{0,8}/.exec(this.#source.slice(this.#at, this.#at + 128));
    const argument = name?.[1] ?? null;
    if (name) {
      this.#text += `${argument}=`;
      this.#at += name[0].length;
    }
    const c = this.#peek();
    if (c === "'" || c === '"' || c === "\u2019" || c === "\u2018") this.#push(this.#readQuoted(argument));
    else if (c === "{" || c === "<" || c === "[") this.#push(this.#readPlaceholder("literal", argument));
    else this.#readLiteral(argument);
  }

  /** A quoted argument is a parameter in any case: as placeholder, or as the example value that a writer left. */
  #readQuoted(argument: string | null): Placeholder {
    const quote = this.#peek() ?? "'";
    const close = quote === "\u2018" ? "\u2019" : quote;
    const end = this.#source.indexOf(close, this.#at + 1);
    if (end < 0) throw new RefusedPath(`unexpected end, expected \`${close}\``);
    const inner = this.#source.slice(this.#at + 1, end);
    this.#at = end + 1;
    const name = /^\s*[{<[]([^{}<>[\]]{0,200})[}>\]]\s*$/.exec(inner)?.[1];
    return name === undefined
      ? this.#placeholder([], "quoted", inner, argument)
      : this.#placeholder(alternativesOf(name), "quoted", null, argument);
  }

  /** A bare argument: a literal, or the prefix of a quoted one (an enum type's name). */
  #readLiteral(argument: string | null): void {
    let end = this.#at;
    while (/[\w.@$:+*-]/.test(this.#source[end] ?? "")) end++;
    const literal = this.#source.slice(this.#at, end);
    if (end === this.#at && this.#peek() !== "," && this.#peek() !== ")")
      throw new RefusedPath(`unexpected \`${this.#peek() ?? ""}\` in an argument`);
    this.#at = end;
    if (this.#peek() === "'" && literal !== "") {
      this.#text += literal;
      this.#push(this.#readQuoted(argument));
      return;
    }
    // `@x` is a parameter alias and names the parameter; a word in place of a value names it too.
    const alias = /^@([A-Za-z_]\w*)$/.exec(literal)?.[1];
    this.#push(this.#placeholder(alias ? [alias] : [], "literal", alias || literal === "" ? null : literal, argument));
  }
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
 * @example readTarget("/widgets/{id | code}/parts?size={n}")
 */
export function readTarget(target: string): PathReading {
  const text = target.trim();
  if (text === "") return { ok: false, reason: "no path" };
  if (text.length > maxTargetLength) return { ok: false, reason: `${text.length} characters` };
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
