/** The report for programs. Its shape is written down in `templates/diff.schema.json`, which is made of this. */
import { z } from "zod";
import { areas, levels } from "../diff/change.ts";
import { neutralJson } from "../report/neutral-json.ts";
import { countByLevel, type DiffReport } from "./report.ts";

const place = z
  .strictObject({
    page: z.string().describe("Path of the page within its side"),
    line: z.int(),
    column: z.int(),
    endLine: z.int(),
    endColumn: z.int(),
  })
  .nullable();

export const diffSchema = z
  .strictObject({
    schema: z.literal(1),
    old: z.string().describe("The older side, as it was named"),
    new: z.string(),
    advice: z.strictObject({ bump: z.enum(["major", "minor", "patch", "none"]), reason: z.string() }),
    counts: z.strictObject({ breaking: z.int(), warning: z.int(), info: z.int() }),
    hiddenDocs: z.int().describe("Changes of wording and the like that were not asked for"),
    filtered: z.int().describe("Further changes that were not asked for"),
    accepted: z.int().describe("Changes that the baseline accepts; they are not among the changes"),
    stale: z.array(z.strictObject({ fingerprint: z.string(), id: z.string(), path: z.string(), reason: z.string() })),
    changes: z.array(
      z.strictObject({
        id: z.string().describe("The rule, as apipage explain takes it"),
        level: z.enum(levels),
        direction: z.enum(["request", "response", "both"]),
        area: z.enum(areas),
        kind: z.string(),
        action: z.enum(["added", "removed", "changed", "renamed", "undocumented"]),
        path: z.string().describe("namespace.type/property, or METHOD /path with ?parameter or #part"),
        message: z.string(),
        old: z.json().describe("The facts before; null where there is nothing"),
        new: z.json(),
        fingerprint: z.string().describe("The same for the same change, whatever the wording and the place"),
        emitted: z.array(z.string()).describe("Names in the SDK that it touches"),
        resource: z.string(),
        oldPlace: place,
        newPlace: place,
      }),
    ),
  })
  .describe("What apipage diff --format json prints");

export function jsonDiff({
  old,
  new: current,
  changes,
  advice,
  hiddenDocs,
  filtered,
  accepted,
  stale,
}: DiffReport): string {
  const report: z.input<typeof diffSchema> = {
    schema: 1,
    old: old.shown,
    new: current.shown,
    advice,
    counts: countByLevel(changes),
    hiddenDocs,
    filtered,
    accepted,
    stale: [...stale],
    // The facts are plain data by how they are made: parts of a model, which came from JSON or can go there.
    changes: changes as unknown as z.input<typeof diffSchema>["changes"],
  };
  return neutralJson(report);
}

/** The published schema as text. */
export function diffSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(diffSchema), null, 2)}\n`;
}
