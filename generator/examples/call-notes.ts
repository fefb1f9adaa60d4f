/** What had to be forgiven to read an example request as a call. */

/** The same request, written in another way. */
export type SpellingCode =
  /** Blanks, line breaks, doubled or final slashes, optional parts in brackets, a lost `=`. */
  | "url-repaired"
  /** Fixed segments or names of query parameters in another letter case. */
  | "letter-case"
  /** A fixed segment with or without its namespace, empty parentheses or percent-encoding. */
  | "spelling"
  /** A key in parentheses: `/things('1')` for `/things/1`. */
  | "key-form"
  /** Arguments of a function in another order, or without the quotes that they need. */
  | "argument-form";

/** Another request: the call leaves something out, or sends something more. */
export type DifferenceCode =
  /** The example uses a path that the page does not list, and that means the same elsewhere. */
  | "alias"
  /** The example uses a path that no page lists, and that differs from one of the page's own in a single place. */
  | "address"
  /** The example goes on behind the path with `/$count` or the like. */
  | "suffix"
  /** The path goes on behind the example with `/$ref` or the like. */
  | "suffix-missing"
  /** The example leaves out arguments of a function, or has more. */
  | "arguments"
  /** The example restricts the result to a derived type. */
  | "cast"
  /** The path has a fixed query option that the example does not send. */
  | "fixed-query"
  /** The example has a body where the operation takes none. */
  | "body"
  /** An option comes twice, and only the first can be sent. */
  | "query-repeated";

/** The call is right, but a value in it is not of the type that the page gives. */
export type NoteCode = SpellingCode | DifferenceCode | "value-type";

export interface CallNote {
  readonly code: NoteCode;
  /** One sentence; may hold text of the page. */
  readonly text: string;
}

const differences: ReadonlySet<NoteCode> = new Set<DifferenceCode>([
  "alias",
  "address",
  "suffix",
  "suffix-missing",
  "arguments",
  "cast",
  "fixed-query",
  "body",
  "query-repeated",
]);

/** Whether a call with these notes asks for just what the example asks for. */
export function isExact(notes: readonly CallNote[]): boolean {
  return !notes.some(({ code }) => differences.has(code));
}
