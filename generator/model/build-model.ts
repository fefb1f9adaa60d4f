/** All pages of a set, linked into one `ApiModel`. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { startOf } from "../diagnostics/place.ts";
import type { ApiPage, Page, ResourcePage } from "../docs/page.ts";
import { createVocabulary, type Vocabulary } from "../docs/synonyms.ts";
import type { ApiModel } from "./api-model.ts";
import { findBaseUrl, isOfVersion, versionOf } from "./base-url.ts";
import { CollectionEvidence } from "./collection-evidence.ts";
import { type DeclaredType, declaredTypes } from "./declared-types.ts";
import { mostUsedNamespace } from "./default-namespace.ts";
import { EnumCollector } from "./enums.ts";
import { withEtags } from "./etag-types.ts";
import { exampleEvidence, typedObjects } from "./example-evidence.ts";
import { fallbackPrimitives } from "./fallback-primitives.ts";
import { inferTypes } from "./inferred-types.ts";
import { LinkedOperations } from "./linked-operations.ts";
import { ModelReport } from "./model-report.ts";
import { NameUsage } from "./name-usage.ts";
import { buildObjectTypes } from "./object-types.ts";
import { buildOperations } from "./operations.ts";
import { PropertyBuilder } from "./properties.ts";
import { byCodeUnit, nameKey } from "./qualified-name.ts";
import { withShownNulls } from "./response-nulls.ts";
import { TypeGraph } from "./type-graph.ts";
import { TypeIndex } from "./type-index.ts";
import { assignTypeNames, type NamedType } from "./type-names.ts";

export interface ModelSettings {
  /** What unqualified names belong to; by default what the pages use most. */
  readonly defaultNamespace?: string;
  /** Service root with version; by default what the pages use most. */
  readonly baseUrl?: string;
  /** Names of functions by page id, of types by qualified name. */
  readonly names?: ReadonlyMap<string, string>;
  readonly vocabulary?: Vocabulary;
}

export interface ModelResult {
  readonly model: ApiModel;
  readonly diagnostics: readonly Diagnostic[];
}

function namespaceOfResource(page: ResourcePage, defaultNamespace: string): string {
  return page.type.namespace ?? page.namespace?.value ?? defaultNamespace;
}

/** A page about a type that is any JSON value and has no members ("Json"): properties of it are untyped. */
function describesPrimitive({ type }: ResourcePage): boolean {
  return (
    fallbackPrimitives.has(type.name.value.toLowerCase()) && type.properties.length + type.relationships.length === 0
  );
}

function apiPagesOf(pages: readonly Page[]): ApiPage[] {
  return pages.filter((page): page is ApiPage => page.kind === "api");
}

/** The pages that are about the version of the service root; the others are reported. */
function pagesOfVersion(pages: readonly Page[], baseUrl: string | null, report: ModelReport): Page[] {
  return pages.filter((page) => {
    const { version } = page;
    if (isOfVersion(page, baseUrl)) return true;
    const expected = versionOf(baseUrl) ?? "";
    // Of a page in prose nothing would be generated anyway.
    if (version !== null && page.kind !== "prose")
      report.add("page-other-version", version.place, { version: version.value, expected });
    return false;
  });
}

/** Pages of one type that write its name in another letter case: they may be about two. */
function reportSpelling({ name, pages }: DeclaredType, report: ModelReport): void {
  const same = pages.find((page) => page.type.name.value === name);
  for (const page of pages) {
    const { value, place } = page.type.name;
    if (same !== undefined && value !== name && nameKey(value) === nameKey(name))
      report.add(
        "name-case-differs",
        place,
        { name: value, other: name },
        { place: same.type.name.place, message: "the same type" },
      );
  }
}

/** Fills the index with what pages declare: their types, and where unqualified names on them are looked up first. */
function indexPages(pages: readonly Page[], index: TypeIndex, report: ModelReport): ReturnType<typeof declaredTypes> {
  for (const page of pages) {
    const namespace =
      page.kind === "resource" ? namespaceOfResource(page, index.defaultNamespace) : page.namespace?.value;
    if (namespace !== undefined) index.setNamespace(page.path, namespace);
  }
  const resources = pages.filter((page): page is ResourcePage => page.kind === "resource" && !describesPrimitive(page));
  for (const page of pages)
    if (page.kind === "resource" && describesPrimitive(page))
      report.add("type-any-value", page.type.place, { name: page.type.name.value });
  const declared = declaredTypes(resources, (page) => namespaceOfResource(page, index.defaultNamespace));
  for (const type of declared) reportSpelling(type, report);
  for (const type of declared) for (const page of type.pages) index.add("object", type.namespace, type.name, page.path);
  return declared;
}

/**
 * Links pages into a model. Pure: the same pages give the same model in whatever order they come. Pages are never
 * refused; what does not fit together is in the diagnostics.
 */
export function buildModel(given: readonly Page[], settings: ModelSettings = {}): ModelResult {
  const report = new ModelReport();
  const sorted = [...given].sort((a, b) => byCodeUnit(a.path, b.path));
  const baseUrl = findBaseUrl(apiPagesOf(sorted), settings.baseUrl ?? null);
  const pages = pagesOfVersion(sorted, baseUrl, report);
  const defaultNamespace = settings.defaultNamespace ?? mostUsedNamespace(pages);
  const index = new TypeIndex(defaultNamespace);
  const declared = indexPages(pages, index, report);
  const apiPages = apiPagesOf(pages);

  const usage = new NameUsage(pages);
  const collector = new EnumCollector(index, usage, report);
  for (const page of pages) collector.addTables(page);
  for (const source of usage.rows) collector.addList(source);
  collector.dropUnused();
  const examples = typedObjects(apiPages);
  const inferred = inferTypes(pages, exampleEvidence(examples), index, report);

  const named: NamedType[] = [
    ...declared.map((type) => ({
      ...type,
      place: type.pages[0]?.type.place ?? startOf(""),
    })),
    ...inferred,
    ...collector.named,
  ];
  const names = assignTypeNames(named, defaultNamespace, settings.names ?? new Map(), report);
  const properties = new PropertyBuilder(index, collector, report);
  const vocabulary = settings.vocabulary ?? createVocabulary();
  const linked = new LinkedOperations(pages);
  const collections = new CollectionEvidence(declared, examples, linked, index);
  const enums = collector.build(names);
  const types = buildObjectTypes({
    declared,
    inferred,
    index,
    properties,
    names,
    examples,
    collections,
    linked,
    primitives: vocabulary.primitives,
    report,
  });
  const operations = buildOperations(
    apiPages,
    properties,
    new TypeGraph(types, enums),
    { names: settings.names ?? new Map(), baseUrl },
    report,
  );
  return {
    model: {
      schema: 1,
      defaultNamespace,
      baseUrl,
      types: withShownNulls(withEtags(types, operations, properties), operations, properties),
      enums,
      operations,
    },
    diagnostics: report.diagnostics,
  };
}
