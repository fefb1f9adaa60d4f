/**
 * Keys that a template leaves out before `$value` or `$ref`: `DELETE /makers/{id}/images/$value` addresses a collection
 * and can be called by nobody. The page's own example shows where the key stands: `/makers/7/images/front/$value`.
 */
import type { ApiPage, PathPiece, RequestLine } from "../docs/page.ts";
import { piecesText, readTarget } from "../docs/path-grammar.ts";
import type { ModelReport } from "./model-report.ts";

/** Segments for comparison: a key is `null`, whatever it is called or whichever value stands for it. */
function segmentsOf(pieces: readonly PathPiece[]): (string | null)[] {
  const text = pieces.map((piece) => (piece.kind === "text" ? piece.text : "{}")).join("");
  return text
    .split("/")
    .slice(1)
    .map((segment) => (segment === "{}" ? null : segment.toLowerCase()));
}

/** Whether an example is the template with one segment more in front of the last one. */
function hasOneKeyMore(template: readonly (string | null)[], example: readonly (string | null)[]): boolean {
  if (example.length !== template.length + 1) return false;
  const last = template.length - 1;
  const isKey = /^[^$]/.test(example[last] ?? "key");
  const isFront = template.slice(0, last).every((segment, i) => segment === null || segment === example[i]);
  return isKey && isFront && template[last] === example[last + 1];
}

function withKey(line: RequestLine): RequestLine {
  const last = line.pieces[line.pieces.length - 1];
  if (last?.kind !== "text") return line;
  const at = last.text.lastIndexOf("/");
  const key: PathPiece = { kind: "placeholder", alternatives: [], encoding: "segment", literal: null, argument: null };
  const pieces: PathPiece[] = [
    ...line.pieces.slice(0, -1),
    { kind: "text", text: last.text.slice(0, at + 1) },
    key,
    { kind: "text", text: last.text.slice(at) },
  ];
  return { ...line, pieces };
}

/**
 * The lines with the keys that only the examples show. Nothing is changed where an example calls the template as it
 * stands. Reports `request-line-repaired`.
 */
export function addMissingKeys(page: ApiPage, lines: readonly RequestLine[], report: ModelReport): RequestLine[] {
  if (!lines.some((line) => /\/\$(?:value|ref)$/i.test(piecesText(line.pieces)))) return [...lines];
  const examples = page.examples.flatMap(({ request }) => {
    const reading = request ? readTarget(request.url) : null;
    return reading?.ok ? [segmentsOf(reading.pieces)] : [];
  });
  return lines.map((line) => {
    const template = segmentsOf(line.pieces);
    const last = template[template.length - 1];
    if (last !== "$value" && last !== "$ref") return line;
    // Behind a key, `$value` is right as it is.
    if (template[template.length - 2] === null || examples.length === 0) return line;
    if (!examples.every((example) => hasOneKeyMore(template, example))) return line;
    const repaired = withKey(line);
    report.add("request-line-repaired", line.place, {
      text: line.text,
      read: `${line.method} ${piecesText(repaired.pieces)}`,
    });
    return repaired;
  });
}
