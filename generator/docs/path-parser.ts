/** The path of a request line, character by character: see the grammar in `path-grammar.ts`. */
import type { PathPiece } from "./page.ts";

type Placeholder = Extract<PathPiece, { kind: "placeholder" }>;

/** A text that is no path; caught by `readTarget`, which makes a value of it. */
export class RefusedPath extends Error {}

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

/** One pass over the text of a path; `readPath` may throw {@link RefusedPath}. */
export class PathParser {
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
