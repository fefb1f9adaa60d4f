/** Diagnostics for people, in the form that the tools of the unified family print. */
import { VFile } from "vfile";
import { VFileMessage } from "vfile-message";
import { reporter } from "vfile-reporter";
import type { Severity } from "../diagnostics/codes.ts";
import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { SourcePlace } from "../diagnostics/place.ts";
import { neutralText } from "./neutral-text.ts";

const source = "apipage";
// The reporter calls `undefined` "info": it is neither a failure nor a warning.
const fatalBySeverity: Readonly<Record<Severity, boolean | undefined>> = {
  error: true,
  warning: false,
  note: undefined,
};

function position({ line, column, endLine, endColumn }: SourcePlace) {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

function relatedMessage({ place, message }: RelatedPlace, page: string): VFileMessage {
  const where = place.page === page ? "" : ` (${neutralText(place.page)})`;
  const related = new VFileMessage(`${neutralText(message)}${where}`, { place: position(place), source });
  // The reporter shows a cause as a message of its own only where it knows both.
  related.file = neutralText(place.page);
  related.fatal = undefined;
  return related;
}

/** A diagnostic as a message on a virtual file: `ruleId` is its code. */
export function toMessage({ code, severity, message, place, related }: Diagnostic): VFileMessage {
  const made = new VFileMessage(neutralText(message), {
    ruleId: code,
    source,
    ...(place === null ? {} : { place: position(place) }),
  });
  made.fatal = fatalBySeverity[severity];
  if (related !== null) made.cause = relatedMessage(related, place?.page ?? "");
  return made;
}

export interface PrettyOptions {
  readonly color: boolean;
  /** At most so many messages; the rest is counted in one line. */
  readonly limit: number;
}

/**
 * Takes the padding out of a line behind its message. The reporter makes columns: one long message makes every line as
 * long, too long for a terminal. Its last column, the source, is the same everywhere and goes as well.
 */
function unpadded(line: string): string {
  return line.replace(/(?<! ) +(?:(\S+) +)?apipage *$/u, (_, code?: string) => (code === undefined ? "" : ` ${code}`));
}

/** The report as text without a final line feed; `""` where there is nothing to report. */
export function prettyReport(diagnostics: readonly Diagnostic[], { color, limit }: PrettyOptions): string {
  if (diagnostics.length === 0) return "";
  const files = new Map<string, VFile>();
  for (const diagnostic of diagnostics.slice(0, limit)) {
    const path = neutralText(diagnostic.place?.page ?? "all pages");
    const file = files.get(path) ?? new VFile({ path });
    files.set(path, file);
    file.messages.push(toMessage(diagnostic));
  }
  const padded = reporter([...files.values()], { color, defaultName: "all pages" });
  const report = padded.split("\n").map(unpadded).join("\n");
  const rest = diagnostics.length - limit;
  return rest > 0 ? `${report}\n… and ${rest} more` : report;
}
