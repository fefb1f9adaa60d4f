/** The report as markdown: for pull requests, and for change logs. */
import type { Change, Level } from "../diff/change.ts";
import { counted } from "../diff/words.ts";
import { oneLine } from "../emit/characters.ts";
import { markdownCode, markdownText } from "../emit/document-text.ts";
import { byResource, countLine, type DiffReport } from "./report.ts";

// Renderers make links of addresses and notify whom a mention names, escaped or not: only code is left alone.
const addressed = /:\/\/|www\.|@/iu;

/** Text that is shown as it is: no markup, no link made of an address, no mention that notifies a person. */
function quietText(text: string): string {
  const words = oneLine(text).split(" ");
  return words.map((word) => (addressed.test(word) ? markdownCode(word) : markdownText(word))).join(" ");
}

const titles: Readonly<Record<Level, string>> = {
  breaking: "Breaking",
  warning: "To be looked at",
  info: "Compatible",
};

function item({ id, message, emitted }: Change): string {
  const names = emitted.length === 0 ? "" : ` (${emitted.map(markdownCode).join(", ")})`;
  return `- ${quietText(message)}${names} ${markdownCode(id)}`;
}

/** Sections by level, the gravest first, under headings of a depth. */
function sections(changes: readonly Change[], depth: number): string[] {
  return (["breaking", "warning", "info"] as const).flatMap((level) => {
    const groups = byResource(changes.filter((change) => change.level === level));
    if (groups.length === 0) return [];
    return [
      `${"#".repeat(depth)} ${titles[level]}`,
      ...groups.map(
        ({ resource, changes: own }) =>
          `${"#".repeat(depth + 1)} ${quietText(resource)}\n\n${own.map(item).join("\n")}`,
      ),
    ];
  });
}

function versionLine({ advice, changes }: DiffReport): string {
  const next = advice.bump === "none" ? "No new version" : `A new **${advice.bump}** version`;
  return `${countLine(changes)}. ${next}: ${quietText(advice.reason)}.`;
}

export function markdownDiff(report: DiffReport): string {
  const { old, new: current, changes, hiddenDocs, accepted, stale } = report;
  const aside = [
    ...(hiddenDocs > 0 ? [`${counted(hiddenDocs, "change of wording is", "changes of wording are")} not listed.`] : []),
    ...(accepted > 0 ? [`${counted(accepted, "change is", "changes are")} accepted by the baseline.`] : []),
    ...stale.map(({ id, path }) => `Stale in the baseline: ${markdownCode(id)} ${quietText(path)}.`),
  ];
  const blocks = [
    `## API changes`,
    `From ${markdownCode(old.shown)} to ${markdownCode(current.shown)}: ${versionLine(report)}`,
    ...sections(changes, 3),
    ...(aside.length === 0 ? [] : [aside.join(" ")]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** One section for a change log. @param date `2026-01-31` */
export function changelogSection(report: DiffReport, date: string): string {
  const { old, new: current, changes } = report;
  const blocks = [
    `## ${date}`,
    `From ${markdownCode(old.shown)} to ${markdownCode(current.shown)}: ${versionLine(report)}`,
    ...sections(changes, 3),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** Puts a section before those of a change log, behind its title and what stands under that. */
export function withSection(changelog: string, section: string): string {
  if (changelog.trim() === "") return `# Change log of the API\n\n${section}`;
  const at = changelog.search(/^## /mu);
  if (at < 0) return `${changelog.trimEnd()}\n\n${section}`;
  return `${changelog.slice(0, at)}${section}\n${changelog.slice(at)}`;
}
