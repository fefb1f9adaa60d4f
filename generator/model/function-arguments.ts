/**
 * Arguments of functions that a template leaves out. Many pages write `/sheets/{id}/column` and document the parameter
 * in a table; only the example shows the call, `column(index=5)`. The examples are the evidence for how it is written.
 */
import type { ApiPage, PathPiece, PropertyRow, RequestLine } from "../docs/page.ts";
import { readTarget } from "../docs/path-grammar.ts";

type Placeholder = Extract<PathPiece, { kind: "placeholder" }>;

/** Arguments of the calls in a path, by the function's name in lower case. */
function callsIn(pieces: readonly PathPiece[]): ReadonlyMap<string, readonly Placeholder[]> {
  const calls = new Map<string, Placeholder[]>();
  let open: string | null = null;
  for (const piece of pieces) {
    if (piece.kind === "placeholder") {
      if (open !== null && piece.argument !== null) calls.set(open, [...(calls.get(open) ?? []), piece]);
      continue;
    }
    if (piece.text.includes(")")) open = null;
    const name = /\/([A-Za-z_][\w.]*)\((?:[^()]*)$/.exec(piece.text)?.[1];
    if (name) open = name.toLowerCase();
  }
  return calls;
}

/** The last segment of a path if it is a plain word, and so may be a function without its parentheses. */
function lastWord(pieces: readonly PathPiece[]): string | null {
  const last = pieces[pieces.length - 1];
  return last?.kind === "text" ? (/\/([A-Za-z_][\w.]*)(?:\(\))?$/.exec(last.text)?.[1] ?? null) : null;
}

function isOptional(row: PropertyRow | undefined): boolean {
  return row !== undefined && row.requiredColumn !== true && /\boptional\b/i.test(row.description.text ?? "");
}

function withCall(line: RequestLine, call: readonly Placeholder[]): RequestLine {
  const pieces: PathPiece[] = [];
  let text = "";
  for (const piece of line.pieces.slice(0, -1)) pieces.push(piece);
  const last = line.pieces[line.pieces.length - 1];
  text = `${last?.kind === "text" ? last.text.replace(/\(\)$/, "") : ""}(`;
  call.forEach((argument, i) => {
    pieces.push({ kind: "text", text: `${text}${i > 0 ? "," : ""}${argument.argument}=` });
    pieces.push({ ...argument, alternatives: [] });
    text = "";
  });
  return { ...line, pieces: [...pieces, { kind: "text", text: ")" }] };
}

/** Arguments by the table alone, where no example shows a call and the page only gets. */
function callByTable(page: ApiPage, line: RequestLine): Placeholder[] {
  if (line.method !== "GET" || page.functionParameters.some(isOptional)) return [];
  return page.functionParameters
    .filter((row) => /^[A-Za-z_]\w*$/.test(row.name.value))
    .map((row) => ({
      kind: "placeholder",
      alternatives: [],
      encoding: "literal",
      literal: null,
      argument: row.name.value,
    }));
}

/**
 * The lines with the arguments that their templates leave out. A line stays as it is beside the completed one if all
 * arguments are optional, or if an example calls the function without any.
 */
export function completeCalls(page: ApiPage, lines: readonly RequestLine[]): RequestLine[] {
  const targets = page.examples.flatMap((example) => {
    const reading = example.request ? readTarget(example.request.url) : null;
    return reading?.ok ? [reading.pieces] : [];
  });
  const shown = new Map(targets.flatMap((pieces) => [...callsIn(pieces)]));
  const documented = new Set(lines.flatMap((line) => [...callsIn(line.pieces).keys()]));
  const plain = new Set(targets.map((pieces) => lastWord(pieces)?.toLowerCase()));
  const rows = new Map(
    [...page.functionParameters, ...page.pathParameters].map((row) => [row.name.value.toLowerCase(), row]),
  );
  return lines.flatMap((line) => {
    const word = lastWord(line.pieces)?.toLowerCase();
    // Another line of the page has the arguments: this one is the call without them.
    if (word === undefined || documented.has(word)) return [line];
    const call = shown.get(word) ?? (shown.size === 0 ? callByTable(page, line) : []);
    if (call.length === 0) return [line];
    const isOptionalCall = call.every((argument) => isOptional(rows.get((argument.argument ?? "").toLowerCase())));
    return isOptionalCall || plain.has(word) ? [line, withCall(line, call)] : [withCall(line, call)];
  });
}
