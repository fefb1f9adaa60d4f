/** The whole way over real doc sets. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { resolveSettings } from "./config/settings.ts";
import type { EmittedFile, EnumStyle } from "./emit/emit-model.ts";
import { emitModel } from "./emit/emit-model.ts";
import { type LinkedDocs, linkDocs } from "./link-docs.ts";
import type { ApiModel } from "./model/api-model.ts";
import { buildModel } from "./model/build-model.ts";
import { readPages } from "./read-pages.ts";
import { anyTypes } from "./testing/any-types.ts";
import { type CorpusSet, corpusSets, isCorpusThere, measuredSet } from "./testing/corpus.ts";
import { shuffled } from "./testing/shuffled.ts";
import { typeCheck, writeProject } from "./testing/type-check.ts";
import { vanishedPages } from "./testing/vanished-pages.ts";

// Compilers and the slow parser take their time on thousands of pages and two cores.
const patience = 180_000;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function emit(model: ApiModel, enumStyle: EnumStyle = "enum"): readonly EmittedFile[] {
  return emitModel(model, { enumStyle, toolVersion: "0.0.0" });
}

function project(model: ApiModel, enumStyle: EnumStyle): string {
  const folder = mkdtempSync(join(tmpdir(), "apipage-corpus-"));
  folders.push(folder);
  writeProject(folder, emit(model, enumStyle));
  return folder;
}

/** Reading a large set takes a second: once for all tests of it. */
function linkOnce({ docs }: CorpusSet): () => LinkedDocs {
  let linked: LinkedDocs | null = null;
  return () => {
    linked ??= linkDocs(resolveSettings({ docs }, docs, {}, docs));
    return linked;
  };
}

describe.skipIf(!isCorpusThere).each(corpusSets)("$name", (set) => {
  const linked = linkOnce(set);
  const isLarge = set.name.includes("v1.0");

  test(
    "no page crashes, and none vanishes without a diagnostic",
    () => {
      const read = readPages({ docs: set.docs });
      const { model, diagnostics } = linked();
      expect(diagnostics.filter(({ code }) => code === "page-failed")).toEqual([]);
      const findings = [...diagnostics, ...read.findings.map(({ diagnostic }) => diagnostic)];
      const fragments = new Set(read.fragments);
      expect(vanishedPages(read.paths, model, findings).filter((path) => !fragments.has(path))).toEqual([]);
    },
    patience,
  );

  test(
    "the output type-checks with both compilers under all strict flags",
    () => {
      const folder = project(linked().model, "enum");
      expect(typeCheck(folder, "7")).toBe("");
      expect(typeCheck(folder, "5.9")).toBe("");
    },
    patience,
  );

  test(
    "so do enums as constants where only erasable syntax is allowed, and enums as unions",
    () => {
      const folder = project(linked().model, "const");
      expect(typeCheck(folder, "7", { erasableSyntaxOnly: true })).toBe("");
      // The slow compiler once: the sets of one API differ by half a year only.
      if (!isLarge || set === measuredSet) expect(typeCheck(folder, "5.9", { erasableSyntaxOnly: true })).toBe("");
      expect(typeCheck(project(linked().model, "union"), "7", { erasableSyntaxOnly: true })).toBe("");
    },
    patience,
  );

  test(
    "no emitted type is any",
    () => {
      const code = emit(linked().model).filter(({ path }) => path.endsWith(".ts"));
      expect(code.flatMap(({ path, text }) => anyTypes(path, text))).toEqual([]);
    },
    patience,
  );

  test(
    "the same bytes whatever the order of the pages",
    () => {
      const { pages } = readPages({ docs: set.docs });
      const again = buildModel(shuffled(pages, 7));
      expect(emit(again.model)).toEqual(emit(buildModel(pages).model));
    },
    patience,
  );

  test(
    "what comes from the cache is what was read",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "apipage-corpus-"));
      folders.push(folder);
      const settings = resolveSettings({ docs: set.docs, cacheDir: folder }, set.docs, {}, set.docs);
      const cold = linkDocs(settings);
      expect(isDeepStrictEqual({ ...linkDocs(settings), isSelected: cold.isSelected }, cold)).toBe(true);
      expect(isDeepStrictEqual({ ...linked(), isSelected: cold.isSelected }, cold)).toBe(true);
    },
    patience,
  );

  // Remark needs half a minute for a large set: one of them will do.
  if (isLarge && set !== measuredSet) return;
  test(
    "both parsers yield the same model and the same diagnostics",
    () => {
      const native = readPages({ docs: set.docs, parser: "satteri" });
      const reference = readPages({ docs: set.docs, parser: "remark" });
      const differing = native.pages.filter(
        (page, index) => JSON.stringify(page) !== JSON.stringify(reference.pages[index]),
      );
      expect(differing.map(({ path }) => path)).toEqual([]);
      expect(native.findings).toEqual(reference.findings);
      expect(buildModel(native.pages)).toEqual(buildModel(reference.pages));
    },
    patience,
  );
});
