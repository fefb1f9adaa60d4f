/** The permissions of a program for people, and for other programs. */
import picocolors from "picocolors";
import type { PermissionScheme } from "../docs/vocabulary.ts";
import { neutralText } from "../report/neutral-text.ts";
import type { LeastPermissions } from "./solver.ts";
import type { UsedPermissions, UseOfFunction } from "./used-permissions.ts";

const schemeTitles: Readonly<Record<PermissionScheme, string>> = {
  delegatedWork: "a person with a work or school account signs in",
  delegatedPersonal: "a person with a personal account signs in",
  application: "the program calls as itself",
};

/** One JSON text with a final line feed. */
export function jsonPermissions({ sdk, files, uses, schemes, cases, notes }: UsedPermissions): string {
  const report = {
    schema: 1,
    sdk,
    files,
    uses,
    schemes: Object.fromEntries(schemes),
    cases: Object.fromEntries(cases),
    notes,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** What was not counted, a line each; `""` where there is nothing to say. */
export function prettyNotes({ notes }: UsedPermissions, color: boolean): string {
  const { dim } = picocolors.createColors(color);
  const lines = notes.map(({ message, file, line }) => {
    const place = file === null ? "" : `${placeText(file, line)}: `;
    return neutralText(`${place}${message}`);
  });
  return lines.map((line) => `${dim("note")} ${line}\n`).join("");
}

/**
 * The report, ending in a line feed.
 *
 * @param used the code as the user named it
 */
export function prettyPermissions(result: UsedPermissions, used: readonly string[], color: boolean): string {
  const { sdk, files, uses, schemes } = result;
  const where = neutralText(`${used.join(", ")} (${counted(files, "file")})`);
  if (uses.length === 0) return `No function of ${sdk === null ? "an SDK" : neutralText(sdk)} is used in ${where}\n`;
  const head = `${counted(uses.length, "function")} of ${neutralText(sdk ?? "")} used in ${where}`;
  const parts = [...schemes].map(([scheme, least]) => schemeText(scheme, least, result, color));
  return `${[head, ...parts].join("\n\n")}\n`;
}

function schemeText(
  scheme: PermissionScheme,
  least: LeastPermissions,
  result: UsedPermissions,
  color: boolean,
): string {
  const { bold, dim, red, yellow } = picocolors.createColors(color);
  const uses = new Map(result.uses.map((use) => [use.function, use]));
  const rows = [
    ...[...least.scopes].sort().flatMap((scope) => rowsOf(neutralText(scope), least.because[scope] ?? [])),
    ...rowsOf(labels.unsupported, least.unsupported),
    ...rowsOf(labels.undocumented, least.undocumented),
  ];
  const width = (key: "label" | "name"): number => Math.max(0, ...rows.map((row) => row[key].length));
  const [labelWidth, nameWidth] = [width("label"), width("name")];
  const paints = new Map<string, (text: string) => string>([
    [labels.unsupported, red],
    [labels.undocumented, yellow],
  ]);
  const lines = rows.map(({ label, name }) => {
    const paint = paints.get(label) ?? bold;
    return `  ${paint(label.padEnd(labelWidth))}  ${name.padEnd(nameWidth)}  ${dim(useText(uses.get(name)))}`;
  });
  if (least.scopes.length === 0 && rows.length < uses.size)
    lines.unshift(`  no permission is needed${rows.length === 0 ? "" : " for the others"}`);
  const assumed = Object.entries(least.assumed).map(
    ([name, taken]) =>
      `  ${yellow("assumed")} ${name} is for ${quoted(taken)}, not ${othersText(result.cases.get(name) ?? [], taken)}: --case tells`,
  );
  const inexact = least.isExact
    ? []
    : [`  ${yellow("not exact")} too many combinations to try: a smaller set may exist`];
  return [`${bold(scheme)}: ${schemeTitles[scheme]}`, ...lines, ...assumed, ...inexact].join("\n");
}

const labels = { unsupported: "(not supported)", undocumented: "(not documented)" } as const;

/** A row for each function, the first one with the label. */
function rowsOf(label: string, names: readonly string[]): readonly { readonly label: string; readonly name: string }[] {
  return names.map((name, index) => ({ label: index === 0 ? label : "", name }));
}

/** A function may have some twenty cases. */
const shownCases = 3;

function othersText(cases: readonly string[], taken: string): string {
  const others = cases.filter((one) => one !== taken).map(quoted);
  const rest = others.length - shownCases;
  return `${others.slice(0, shownCases).join(", ")}${rest > 0 ? ` or ${rest} more` : ""}`;
}

function quoted(text: string): string {
  return JSON.stringify(neutralText(text));
}

function useText(use: UseOfFunction | undefined): string {
  return use === undefined ? "" : neutralText(placeText(use.file, use.line));
}

function placeText(file: string, line: number | null): string {
  return line === null ? file : `${file}:${line}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
