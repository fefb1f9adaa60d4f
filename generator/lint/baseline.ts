/** Findings that are known, and that nobody wants to hear of again: each with the reason, if someone gave one. */
import { z } from "zod";
import { checkedJson } from "../checked-json.ts";
import { type Finding, pageOf } from "./finding.ts";

const entry = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/u, "a fingerprint has 16 hexadecimal digits"),
  code: z.string(),
  page: z.string(),
  message: z.string(),
  reason: z.string().exactOptional(),
});

const shape = z.strictObject({ schema: z.literal(1), known: z.array(entry) });

export type BaselineEntry = z.infer<typeof entry>;
export type Baseline = z.infer<typeof shape>;

export const noBaseline: Baseline = { schema: 1, known: [] };

/** The content of a baseline file, or one sentence on what is wrong with it. */
export function parseBaseline(text: string): Baseline | string {
  return checkedJson(shape, text);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** An entry stands by its page and what it says, so that one that comes or goes moves no other. */
function byPage(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compare(a.page, b.page) ||
    compare(a.code, b.code) ||
    compare(a.message, b.message) ||
    compare(a.fingerprint, b.fingerprint)
  );
}

/** The file: sorted, the same for the same entries. */
export function baselineText({ known }: Baseline): string {
  return `${JSON.stringify({ schema: 1, known: [...known].sort(byPage) }, null, 2)}\n`;
}

export interface Judged {
  /** What the baseline does not have. */
  readonly open: readonly Finding[];
  /** How many findings it has. */
  readonly known: number;
  /** Entries whose finding is not there any more. */
  readonly stale: readonly BaselineEntry[];
}

/** @param isLooked whether a page was looked at: of others nothing can be said */
export function judge(findings: readonly Finding[], { known }: Baseline, isLooked: (page: string) => boolean): Judged {
  const accepted = new Set(known.map(({ fingerprint }) => fingerprint));
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  const open = findings.filter(({ fingerprint }) => !accepted.has(fingerprint));
  return {
    open,
    known: findings.length - open.length,
    stale: known.filter(({ fingerprint, page }) => !found.has(fingerprint) && isLooked(page)),
  };
}

/**
 * The baseline with all errors and warnings, and without entries that are done with; those that stay keep their reason.
 * Notes come into no baseline by themselves: they fail nothing.
 */
export function updated(
  findings: readonly Finding[],
  baseline: Baseline,
  isLooked: (page: string) => boolean,
): Baseline {
  const { stale } = judge(findings, baseline, isLooked);
  const gone = new Set(stale.map(({ fingerprint }) => fingerprint));
  const entries = new Map<string, BaselineEntry>();
  for (const { fingerprint, diagnostic } of findings)
    if (diagnostic.severity !== "note") {
      const { code, message } = diagnostic;
      entries.set(fingerprint, { fingerprint, code, page: pageOf(diagnostic), message });
    }
  for (const one of baseline.known) if (!gone.has(one.fingerprint)) entries.set(one.fingerprint, one);
  return { schema: 1, known: [...entries.values()] };
}
