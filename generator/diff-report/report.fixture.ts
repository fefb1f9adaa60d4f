/** A small report, of real changes between small pages, and the same with text that no page should have. */
import { versionAdvice } from "../diff/advice.ts";
import type { Change } from "../diff/change.ts";
import { diffModels } from "../diff/diff-models.ts";
import { basePages, edited, modelFrom, operationPage } from "../diff/pages.fixture.ts";
import { selectChanges } from "../diff/select-changes.ts";
import type { DiffReport } from "./report.ts";

const current = edited(basePages, {
  replace: [
    ["resources/clock.md", "|hands|Int32|Number of hands that it has.|\n", ""],
    ["resources/clock.md", '  "hands": 1024,\n', ""],
    ["resources/device.md", "Number on its back.", "Number on its back. Nullable."],
  ],
  add: {
    "api/clock-stop.md": operationPage("clock: stop", {
      requests: ["POST /clocks/{clock-id}/stop"],
      result: "If successful, this method returns a `204 No Content` response code.",
    }),
  },
});

export function reportOf(changes: readonly Change[], more: Partial<DiffReport> = {}): DiffReport {
  return {
    old: { shown: "main:docs", prefix: "docs/" },
    new: { shown: "docs", prefix: "docs/" },
    changes,
    advice: versionAdvice(changes),
    hiddenDocs: 0,
    filtered: 0,
    accepted: 0,
    stale: [],
    toolVersion: "1.2.3",
    ...more,
  };
}

const all = diffModels(modelFrom(basePages), modelFrom(current));

export const sampleChanges = selectChanges(all, {
  areas: [],
  paths: [],
  types: [],
  level: "info",
  docs: false,
});

export const sampleReport = reportOf(sampleChanges, { hiddenDocs: 1 });

/** The first sample change with one text in every place that a page's text can get to. */
export function hostileReport(text: string): DiffReport {
  const [first] = sampleChanges;
  if (first === undefined) throw new Error("there are changes in the sample");
  const place = first.oldPlace === null ? null : { ...first.oldPlace, page: text };
  const change = {
    ...first,
    path: text,
    message: text,
    resource: text,
    emitted: [text],
    oldPlace: place,
    newPlace: place,
  };
  return reportOf([change], {
    old: { shown: text, prefix: "" },
    new: { shown: text, prefix: "" },
    stale: [{ fingerprint: first.fingerprint, id: text, path: text, reason: text }],
  });
}
