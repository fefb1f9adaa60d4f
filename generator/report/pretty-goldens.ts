/** The report of a run of goldens for people. */
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import { diagnosticCodes } from "../diagnostics/codes.ts";
import { neutralText } from "./neutral-text.ts";
import type { Paint } from "./pretty-summary.ts";
import type { MessageCounts } from "./summary.ts";

export interface PrettyGoldens {
  readonly account: {
    readonly requests: MessageCounts;
    readonly responses: MessageCounts;
    readonly byCode: ReadonlyMap<DiagnosticCode, number>;
    readonly listed: readonly {
      readonly kind: string;
      readonly code: DiagnosticCode;
      readonly page: string;
      readonly line: number;
      readonly column: number;
      readonly message: string;
    }[];
    readonly foreign: number;
    readonly withPlaceholders: number;
    readonly withAllowances: number;
  };
  readonly problems: readonly string[];
  readonly tests: number;
}

/** Problems that are no page's fault are shown up to a number: one mistake in a template makes thousands. */
const maxProblems = 20;

export function goldenLines(
  { account, problems, tests }: PrettyGoldens,
  { isVerbose, paint }: { readonly isVerbose: boolean; readonly paint: Paint },
): string[] {
  const { requests, responses, byCode, listed, foreign, withPlaceholders, withAllowances } = account;
  const failed = listed.filter(({ code }) => code === "golden-failed");
  const shown = isVerbose ? listed : failed.slice(0, maxProblems);
  const width = Math.max(0, ...[...byCode.keys()].map((code) => code.length));
  const others = [
    ["pass with a text that only stands for a value", withPlaceholders],
    ["requests pass though the example writes the path in another way", withAllowances],
    ["requests go to other hosts, and are none of this service", foreign],
  ] as const;
  return [
    ...problems.slice(0, maxProblems).map((problem) => paint("error", neutralText(problem))),
    ...shown.map(({ kind, code, page, line, column, message }) => {
      const { severity } = diagnosticCodes[code];
      return `${neutralText(page)}:${line}:${column}: ${paint(severity, code)} (${kind}) ${neutralText(message)}`;
    }),
    ...(problems.length + shown.length > 0 ? [""] : []),
    countsLine("Requests", requests),
    countsLine("Responses", responses),
    ...[...byCode].map(([code, count]) => {
      const { severity } = diagnosticCodes[code];
      return `  ${paint(severity, severity.padEnd(8))} ${code.padEnd(width)} ${String(count).padStart(6)}`;
    }),
    ...others.flatMap(([text, count]) => (count === 0 ? [] : [`  ${String(count).padStart(6)} ${text}`])),
    `Tests     ${tests}`,
    ...(isVerbose || listed.length === failed.length
      ? []
      : ["          --verbose lists what is at odds, with its places"]),
  ];
}

function countsLine(label: string, { found, passing, listed }: MessageCounts): string {
  const share = found === 0 ? "" : ` (${cutPercent(passing / found)} %)`;
  return `${label.padEnd(10)}${found}: ${passing} passing${share}, ${listed} listed`;
}

/** Never rounded up. */
function cutPercent(share: number): string {
  return (Math.floor(share * 1000) / 10).toFixed(1);
}
