/** The comparison of two real doc sets, half a year apart. */
import { describe, expect, it } from "vitest";
import { resolveSettings } from "../config/settings.ts";
import { htmlDiff } from "../diff-report/html.ts";
import { loadHtmlTemplates } from "../diff-report/html-templates.ts";
import { reportOf } from "../diff-report/report.fixture.ts";
import { linkDocs } from "../link-docs.ts";
import type { ApiModel } from "../model/api-model.ts";
import { corpusSets, isCorpusThere } from "../testing/corpus.ts";
import type { Change } from "./change.ts";
import { diffModels } from "./diff-models.ts";
import { selectChanges } from "./select-changes.ts";

const patience = 180_000;

function modelOf(name: string): ApiModel {
  const docs = corpusSets.find((set) => set.name === name)?.docs ?? "";
  return linkDocs(resolveSettings({ docs }, docs, {}, docs)).model;
}

describe.skipIf(!isCorpusThere)("two versions of a real reference", () => {
  let models: readonly [ApiModel, ApiModel] | null = null;
  const both = (): readonly [ApiModel, ApiModel] => {
    models ??= [modelOf("graph-v1.0-2021-01"), modelOf("graph-v1.0-2021-07")];
    return models;
  };
  const shown = (changes: readonly Change[]): Change[] =>
    selectChanges(changes, { areas: [], paths: [], types: [], level: "info", docs: false });

  it(
    "lose no property, no type and no operation that the API still has",
    () => {
      const removed = diffModels(...both()).filter(
        ({ action, area }) => action === "removed" && ["types", "properties", "enums", "operations"].includes(area),
      );
      // Paths that are documented no more, of operations that go on; and facts that went, not things.
      expect(removed.filter(({ kind }) => ["type", "property", "enum", "member", "operation"].includes(kind))).toEqual(
        [],
      );
    },
    patience,
  );

  it(
    "have fingerprints of their own, and no change of a set against itself",
    () => {
      const [old, current] = both();
      const changes = diffModels(old, current);
      expect(new Set(changes.map(({ fingerprint }) => fingerprint)).size).toBe(changes.length);
      expect(diffModels(old, old)).toEqual([]);
      expect(diffModels(current, current)).toEqual([]);
    },
    patience,
  );

  it(
    "fit into an HTML report of less than 5 MB",
    () => {
      const html = htmlDiff(reportOf(shown(diffModels(...both()))), loadHtmlTemplates());
      expect(Buffer.byteLength(html)).toBeLessThan(5_000_000);
    },
    patience,
  );
});
