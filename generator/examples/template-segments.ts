/** Path templates as segments, as far as it takes to compare them with the path of an example. */
import type { PathParameterUse, PathTemplate } from "../model/api-model.ts";
import { percentDecoded } from "./percent-decoding.ts";

export type TemplatePiece = string | PathParameterUse;

export interface CallArgument {
  /** `null` where the template gives none: `at({'place'})`. */
  readonly name: string | null;
  /** Text before the value: the name of an enum type. */
  readonly before: string;
  readonly use: PathParameterUse;
}

export interface PiecesSegment {
  readonly kind: "pieces";
  /** Text and parameters in turn. */
  readonly pieces: readonly TemplatePiece[];
  /**
   * How many segments of a path it takes. A parameter of encoding `path` goes on up to the next colon (`colon`), or, at
   * the end of a template, to the end (`rest`).
   */
  readonly run: "one" | "colon" | "rest";
}

export type TemplateSegment =
  /** Fixed text, as written. */
  | { readonly kind: "word"; readonly text: string }
  | PiecesSegment
  /** A function with arguments, which may come in any order. */
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly CallArgument[] };

export interface SegmentedTemplate {
  readonly segments: readonly TemplateSegment[];
  /** The parameters in the order of the path: that of the captures of a match. */
  readonly uses: readonly PathParameterUse[];
  /** Fixed segments and names of functions, in the order of the path. */
  readonly words: readonly string[];
  /** Characters of fixed text: of several templates that fit, the one with the most means just this path. */
  readonly fixedLength: number;
}

/** Cuts a template into segments. */
export function segmentTemplate({ parts }: Pick<PathTemplate, "parts">): SegmentedTemplate {
  const cut = cutAtSlashes(parts);
  const segments = cut.map((pieces, index) => segmentOf(pieces, index === cut.length - 1));
  return {
    segments,
    uses: parts.filter((part) => typeof part !== "string"),
    words: segments.flatMap((segment) =>
      segment.kind === "word" ? [segment.text] : segment.kind === "call" ? [segment.name] : [],
    ),
    fixedLength: parts.reduce((sum, part) => sum + (typeof part === "string" ? part.length : 0), 0),
  };
}

function cutAtSlashes(parts: readonly TemplatePiece[]): readonly (readonly TemplatePiece[])[] {
  const segments: TemplatePiece[][] = [[]];
  for (const part of parts) {
    if (typeof part !== "string") {
      segments[segments.length - 1]?.push(part);
      continue;
    }
    for (const [index, text] of part.split("/").entries()) {
      if (index > 0) segments.push([]);
      if (text !== "") segments[segments.length - 1]?.push(text);
    }
  }
  return segments.filter((pieces) => pieces.length > 0);
}

function segmentOf(pieces: readonly TemplatePiece[], isLast: boolean): TemplateSegment {
  if (pieces.every((piece) => typeof piece === "string")) return { kind: "word", text: pieces.join("") };
  return callOf(pieces) ?? { kind: "pieces", pieces, run: runOf(pieces, isLast) };
}

function runOf(pieces: readonly TemplatePiece[], isLast: boolean): PiecesSegment["run"] {
  const last = pieces[pieces.length - 1];
  const hasPath = pieces.some((piece) => typeof piece !== "string" && piece.encoding === "path");
  if (!hasPath) return "one";
  if (typeof last === "string") return last.endsWith(":") ? "colon" : "one";
  return isLast && last?.encoding === "path" ? "rest" : "one";
}

/** A function with its arguments; `null` where the parentheses hold anything else than arguments with parameters. */
function callOf(pieces: readonly TemplatePiece[]): TemplateSegment | null {
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  if (typeof first !== "string" || last !== ")") return null;
  const open = first.indexOf("(");
  if (open <= 0) return null;
  const found: CallArgument[] = [];
  let pending = first.slice(open + 1);
  for (const piece of pieces.slice(1, -1)) {
    if (typeof piece === "string") {
      pending += piece;
      continue;
    }
    const pattern = found.length === 0 ? argumentStart : furtherArgumentStart;
    const match = pattern.exec(pending);
    if (match === null) return null;
    found.push({ name: match[1] ?? null, before: match[2] ?? "", use: piece });
    pending = "";
  }
  return pending === "" ? { kind: "call", name: first.slice(0, open), arguments: found } : null;
}

const argumentStart = /^\s?(?:([A-Za-z_@$][\w.]*)\s?=\s?)?([^,=()]*)$/;
const furtherArgumentStart = /^,\s?(?:([A-Za-z_@$][\w.]*)\s?=\s?)?([^,=()]*)$/;

/**
 * A fixed segment for comparison: letter case, percent-encoding, the default namespace and empty parentheses do not
 * count.
 *
 * @param namespace the model's default namespace, `""` if it has none
 */
export function comparedWord(text: string, namespace: string): string {
  const word = percentDecoded(text).toLowerCase();
  const bare = word.endsWith("()") ? word.slice(0, -2) : word;
  return isQualified(bare, namespace) ? bare.slice(namespace.length + 1) : bare;
}

/** Whether a segment begins with the namespace. */
export function isQualified(segment: string, namespace: string): boolean {
  return (
    namespace !== "" &&
    segment.length > namespace.length + 1 &&
    segment.slice(0, namespace.length + 1).toLowerCase() === `${namespace.toLowerCase()}.`
  );
}
