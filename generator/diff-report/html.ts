/**
 * The report as one HTML file. Handlebars escapes every value; style and script are files of this package, and the policy
 * of the page allows just these two, by their hashes: should text of a page ever get past the escaping, it would not run,
 * load or send anything.
 */
import { createHash } from "node:crypto";
import Handlebars from "handlebars";
import type { Level } from "../diff/change.ts";
import { counted } from "../diff/words.ts";
import { neutralText } from "../report/neutral-text.ts";
import { byResource, countByLevel, type DiffReport, mainPlace } from "./report.ts";

export interface HtmlTemplates {
  /** Handlebars. */
  readonly page: string;
  readonly style: string;
  readonly script: string;
}

const levelNames: Readonly<Record<Level, string>> = { breaking: "breaking", warning: "warnings", info: "info" };

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function policy({ style, script }: HtmlTemplates): string {
  return [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    `script-src ${hashSource(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

export function htmlDiff(report: DiffReport, templates: HtmlTemplates): string {
  const { old, new: current, changes, advice, hiddenDocs, accepted, toolVersion } = report;
  const render = Handlebars.create().compile(templates.page, { strict: true, knownHelpersOnly: true });
  const counts = countByLevel(changes);
  return render(
    {
      ...templates,
      policy: policy(templates),
      old: neutralText(old.shown),
      new: neutralText(current.shown),
      next: advice.bump === "none" ? "No new version" : `A new ${advice.bump} version`,
      reason: advice.reason,
      hiddenDocs: hiddenDocs === 0 ? "" : counted(hiddenDocs, "change of wording is", "changes of wording are"),
      accepted: accepted === 0 ? "" : counted(accepted, "change is", "changes are"),
      toolVersion,
      levels: (["breaking", "warning", "info"] as const).map((level) => ({
        level,
        name: levelNames[level],
        count: counts[level],
      })),
      groups: byResource(changes).map(({ resource, changes: own }) => ({
        resource: neutralText(resource),
        changes: own.map((change) => {
          const place = mainPlace(change, report);
          const where =
            place === null ? "" : `${place.isOld ? "was at " : ""}${place.page}:${place.line}:${place.column}`;
          return {
            id: change.id,
            level: change.level,
            message: neutralText(change.message),
            emitted: neutralText(change.emitted.join(", ")),
            place: neutralText(where),
          };
        }),
      })),
    },
    { allowProtoPropertiesByDefault: false },
  );
}
