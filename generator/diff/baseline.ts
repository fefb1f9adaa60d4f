/** Changes that have been looked at and accepted, each with the reason. */
import { z } from "zod";
import { checkedJson } from "../checked-json.ts";
import type { Change } from "./change.ts";

const entry = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/u, "a fingerprint has 16 hexadecimal digits"),
  id: z.string(),
  path: z.string(),
  reason: z.string().trim().min(1, "say why it is accepted"),
});

const shape = z.strictObject({ schema: z.literal(1), accepted: z.array(entry) });

export type BaselineEntry = z.infer<typeof entry>;
export type Baseline = z.infer<typeof shape>;

export const noBaseline: Baseline = { schema: 1, accepted: [] };

/** The content of a baseline file, or one sentence on what is wrong with it. */
export function parseBaseline(text: string): Baseline | string {
  return checkedJson(shape, text);
}

export function baselineText({ accepted }: Baseline): string {
  const sorted = [...accepted].sort((a, b) => (a.path === b.path ? (a.id < b.id ? -1 : 1) : a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ schema: 1, accepted: sorted }, null, 2)}\n`;
}

/** With the changes accepted for one reason; what had been accepted before keeps its own. */
export function accept(baseline: Baseline, changes: readonly Change[], reason: string): Baseline {
  const known = new Set(baseline.accepted.map(({ fingerprint }) => fingerprint));
  const added = changes
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .map(({ fingerprint, id, path }) => ({ fingerprint, id, path, reason }));
  return { schema: 1, accepted: [...baseline.accepted, ...added] };
}

export interface Judged {
  /** What nobody has accepted. */
  readonly open: readonly Change[];
  readonly accepted: number;
  /** Entries for changes that are not there: done with, or between other versions. */
  readonly stale: readonly BaselineEntry[];
}

export function judge(changes: readonly Change[], { accepted }: Baseline): Judged {
  const known = new Set(accepted.map(({ fingerprint }) => fingerprint));
  const found = new Set(changes.map(({ fingerprint }) => fingerprint));
  const open = changes.filter(({ fingerprint }) => !known.has(fingerprint));
  return {
    open,
    accepted: changes.length - open.length,
    stale: accepted.filter(({ fingerprint }) => !found.has(fingerprint)),
  };
}
