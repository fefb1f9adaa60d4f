/** What stands against examples, as findings on their pages. */
import { type Diagnostic, finding } from "../diagnostics/diagnostic.ts";
import type { SourcePlace } from "../model/api-model.ts";
import type { Reason } from "./golden.ts";

/**
 * A finding for each contradiction, each once, and none that reading has said before.
 *
 * @param known what reading and linking have found
 */
export function goldenDiagnostics(reasons: readonly Reason[], known: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set(known.flatMap(({ code, place }) => (place === null ? [] : [keyOf(code, place)])));
  const found: Diagnostic[] = [];
  for (const { code, message, place } of reasons) {
    const key = keyOf(code, place);
    const own = `${key}:${message}`;
    if (said.has(key) || said.has(own)) continue;
    said.add(own);
    found.push(finding(code, place, message));
  }
  return found;
}

function keyOf(code: string, { page, line }: SourcePlace): string {
  return `${code}:${line}:${page}`;
}
