/**
 * Type cells and type texts, by this grammar (words compared without letter case):
 *
 *     cell        = { remark } alternative { ( "or" | "/" | "|" ) alternative } [ "." prose ]
 *     alternative = "Collection" "(" alternative ")"
 *                 | ( "collection" | "array" | "list" ) "of" named
 *                 | named [ "collection" | "array" | "[]" ]
 *     named       = link | dotted name, then { noun | remark }
 *     noun        = "object" | "resource" | "entity" | "enum" | "type" | "value" | "nullable" | …
 *     remark      = "(" anything ")"
 *
 * What follows may be cut off if a link, a namespace or a primitive type says that the cell began with a type; a cell of
 * words only ("The requested type") is prose. A cell with a sign of code in it (`{`, `}`, `=`, `$`, `\`) is no type.
 */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { InlineToken } from "./inline-text.ts";
import type { TypeExpression } from "./page.ts";
import type { ReadContext } from "./read-context.ts";
import type { Cell } from "./tables.ts";
import { type Lexeme, lex } from "./type-lexemes.ts";

const nouns = new Set([
  "object",
  "objects",
  "resource",
  "resources",
  "entity",
  "entities",
  "enum",
  "enumeration",
  "type",
  "value",
  "values",
  "instance",
  "facet",
  // What a value may be, or may be used for, is said of a type and is none.
  "nullable",
  "optional",
  "required",
  "readonly",
  "read-only",
]);
const collectionWords = new Set(["collection", "collections", "array", "list"]);

/** Signs of code, which no type has: a cell with one of them is read as nothing rather than in part. */
const codeSigns = /[{}=$\\]/;

interface Reading {
  readonly expressions: readonly TypeExpression[];
  readonly isComplete: boolean;
}

/** Recursive descent over lexemes; the input is bounded, and nesting beyond one collection is not in the grammar. */
class TypeParser {
  #at = 0;
  readonly #lexemes: readonly Lexeme[];
  readonly #make: (lexeme: Lexeme, isCollection: boolean) => TypeExpression;

  constructor(lexemes: readonly Lexeme[], make: (lexeme: Lexeme, isCollection: boolean) => TypeExpression) {
    this.#lexemes = lexemes;
    this.#make = make;
  }

  read(): Reading {
    const expressions: TypeExpression[] = [];
    for (;;) {
      this.#skipRemarks();
      const expression = this.#alternative();
      if (!expression) return { expressions, isComplete: false };
      expressions.push(expression);
      const next = this.#peek();
      if (!next || next.kind === "stop") return { expressions, isComplete: true };
      if (next.kind === "slash" || this.#isWord("or")) this.#at++;
      else return { expressions, isComplete: false };
    }
  }

  #peek(ahead = 0): Lexeme | undefined {
    return this.#lexemes[this.#at + ahead];
  }

  #isWord(word: string | ReadonlySet<string>, ahead = 0): boolean {
    const lexeme = this.#peek(ahead);
    if (lexeme?.kind !== "name" || lexeme.link !== null) return false;
    const text = lexeme.text.toLowerCase();
    return typeof word === "string" ? text === word : word.has(text);
  }

  #skipRemarks(): void {
    while (this.#peek()?.kind === "open") {
      while (this.#peek() && this.#peek()?.kind !== "close") this.#at++;
      this.#at++;
    }
  }

  #alternative(): TypeExpression | null {
    if (this.#isWord(collectionWords)) {
      if (this.#peek(1)?.kind === "open") {
        const inner = this.#peek(2);
        if (inner?.kind !== "name" || this.#isWord(collectionWords, 2)) return null;
        this.#at += 3;
        this.#skipNouns();
        if (this.#peek()?.kind === "close") this.#at++;
        this.#skipNouns();
        return this.#make(inner, true);
      }
      if (this.#isWord("of", 1) && this.#peek(2)?.kind === "name") {
        const inner = this.#peek(2);
        this.#at += 3;
        this.#skipNouns();
        return inner ? this.#make(inner, true) : null;
      }
      // The word alone names no type.
      return null;
    }
    const lexeme = this.#peek();
    if (lexeme?.kind !== "name") return null;
    this.#at++;
    this.#skipNouns();
    const isCollection = this.#isWord(collectionWords) || this.#peek()?.kind === "brackets";
    if (isCollection) this.#at++;
    this.#skipNouns();
    return this.#make(lexeme, isCollection);
  }

  #skipNouns(): void {
    for (;;) {
      this.#skipRemarks();
      if (!this.#isWord(nouns)) return;
      this.#at++;
    }
  }
}

function expressionMaker(text: string, place: SourcePlace, context: ReadContext) {
  return (lexeme: Lexeme, isCollection: boolean): TypeExpression => {
    const dotted = lexeme.text.replace(/^#/, "");
    const dot = dotted.includes(" ") ? -1 : dotted.lastIndexOf(".");
    const base = { link: lexeme.link, alternatives: [], isCollection, text, place };
    const bare = dotted.toLowerCase().replace(/^edm\./, "");
    const primitive = context.vocabulary.primitives.get(bare) ?? null;
    if (primitive) return { ...base, kind: "primitive", primitive, name: "", namespace: null };
    if (lexeme.link === null && context.vocabulary.anonymousEnums.has(bare))
      return { ...base, kind: "enumeration", primitive: null, name: "", namespace: null };
    const namespace = dot > 0 ? dotted.slice(0, dot) : null;
    return { ...base, kind: "named", primitive: null, name: dotted.slice(dot + 1), namespace };
  };
}

function read(
  tokens: readonly InlineToken[],
  text: string,
  place: SourcePlace,
  context: ReadContext,
): TypeExpression | null {
  if (text === "") return null;
  const unreadable: TypeExpression = {
    kind: "unreadable",
    primitive: null,
    name: "",
    namespace: null,
    link: null,
    alternatives: [],
    isCollection: false,
    text,
    place,
  };
  // Some tables of methods have a request where the type is due.
  if (
    text.length > context.limits.typeLength ||
    codeSigns.test(text) ||
    /^(?:GET|POST|PUT|PATCH|DELETE) ?\//.test(text)
  ) {
    context.report("type-cell-invalid", place, { text });
    return unreadable;
  }
  // Names of several words, such as "JSON object".
  const whole = context.vocabulary.primitives.get(text.toLowerCase().replace(/^edm\./, ""));
  if (whole && text.includes(" ")) return { ...unreadable, kind: "primitive", primitive: whole };
  // A link that lost its closing parenthesis is text for the parser: `[x](x.md`.
  const unclosed = /^\[([\w.]+)\]\(([^()\s]+)$/.exec(text);
  const given: readonly InlineToken[] = unclosed
    ? [{ kind: "link", text: unclosed[1] ?? "", url: unclosed[2] ?? "" }]
    : tokens;
  const { expressions, isComplete } = new TypeParser(lex(given), expressionMaker(text, place, context)).read();
  const [first, ...others] = expressions;
  const isProse =
    !isComplete && expressions.every((one) => one.kind === "named" && one.link === null && one.namespace === null);
  if (!first || isProse) {
    context.report("type-cell-invalid", place, { text });
    return unreadable;
  }
  if (!isComplete || unclosed)
    context.report("type-cell-repaired", place, { text, read: expressions.map(typeExpressionText).join(" or ") });
  if (others.length === 0) return first;
  return { ...unreadable, kind: "alternatives", alternatives: expressions };
}

/** The type that a cell states, or `null` where the cell is blank. Outside of the grammar: kind `unreadable`, reported. */
export function readTypeCell(cell: Cell, context: ReadContext): TypeExpression | null {
  return read(cell.tokens, cell.text, cell.place, context);
}

/** The same for a bare text, such as an annotation's `Collection(namespace.name)`. */
export function typeFromText(text: string, place: SourcePlace, context: ReadContext): TypeExpression | null {
  const trimmed = text.trim();
  return read([{ kind: "text", text: trimmed, isBold: false }], trimmed, place, context);
}

/** The type that one link in prose means. */
export function typeFromLink(
  link: { text: string; url: string },
  place: SourcePlace,
  context: ReadContext,
): TypeExpression | null {
  return read([{ kind: "link", ...link }], link.text.trim(), place, context);
}

/** A type expression in words, for messages. */
export function typeExpressionText(expression: TypeExpression): string {
  const name =
    expression.kind === "alternatives"
      ? expression.alternatives.map(typeExpressionText).join(" or ")
      : (expression.primitive ?? (expression.name || expression.text));
  return expression.isCollection ? `${name} collection` : name;
}
