/** The report of a run of goldens for programs. */
import { neutralJson } from "./neutral-json.ts";

interface Counts {
  readonly found: number;
  readonly passing: number;
  readonly listed: number;
}

export interface GoldenReport {
  readonly account: {
    readonly requests: Counts;
    readonly responses: Counts;
    readonly byCode: ReadonlyMap<string, number>;
    readonly listed: readonly object[];
    readonly foreign: number;
    readonly withPlaceholders: number;
    readonly withAllowances: number;
  };
  readonly problems: readonly string[];
  readonly tests: number;
}

/** As text with a final line feed. */
export function goldenJson({ account, problems, tests }: GoldenReport): string {
  const { requests, responses, byCode, listed, ...others } = account;
  const report = { requests, responses, byCode: Object.fromEntries(byCode), ...others, tests, problems, listed };
  return neutralJson(report);
}
