/** Object types: pages of one type merged, members from tables and JSON representation, base types, keys. */

import type { SourcePlace } from "../diagnostics/place.ts";
import type { JsonMember, PropertyRow } from "../docs/page.ts";
import type { PrimitiveName } from "../docs/vocabulary.ts";
import type { ObjectType, Property, TypeRef } from "./api-model.ts";
import { ancestorsOf, inheritedFromIds, nearestOf, statedBaseType } from "./base-types.ts";
import type { CollectionEvidence } from "./collection-evidence.ts";
import type { DeclaredType } from "./declared-types.ts";
import { deprecated } from "./deprecation.ts";
import type { TypedObject } from "./example-evidence.ts";
import { membersOnlyInExamples } from "./example-members.ts";
import { inferBaseTypes, rootType, type TypeShape } from "./inferred-base-types.ts";
import type { InferredType } from "./inferred-types.ts";
import { exampleType, expressionOf, representationType } from "./json-types.ts";
import type { LinkedOperations } from "./linked-operations.ts";
import { MemberList } from "./member-list.ts";
import type { ModelReport } from "./model-report.ts";
import { shownNavigation } from "./navigation-evidence.ts";
import type { PropertyBuilder } from "./properties.ts";
import { byCodeUnit, nameKey } from "./qualified-name.ts";
import type { TypeIndex } from "./type-index.ts";
import type { SdkNames } from "./type-names.ts";
import { typeRefText } from "./type-ref-text.ts";

export interface ObjectTypeSources {
  readonly declared: readonly DeclaredType[];
  readonly inferred: readonly InferredType[];
  readonly index: TypeIndex;
  readonly properties: PropertyBuilder;
  readonly names: SdkNames;
  readonly examples: readonly TypedObject[];
  readonly collections: CollectionEvidence;
  readonly linked: LinkedOperations;
  readonly primitives: ReadonlyMap<string, PrimitiveName>;
  readonly report: ModelReport;
}

const noFacts = {
  description: null,
  isNullable: null,
  isReadOnly: false,
  isRequired: false,
  returned: null,
  query: { filter: null, orderBy: false, search: false },
  inheritedFrom: null,
  deprecation: null,
} as const;

function representationMembers(
  members: readonly JsonMember[],
  page: string,
  place: SourcePlace,
  isNavigation: (name: string) => boolean,
  sources: ObjectTypeSources,
): Property[] {
  const resolve = (name: string): TypeRef | null => sources.properties.tryResolve(expressionOf(name, place), page);
  return members.map(({ name, shape }) => ({
    name,
    type: representationType(shape, resolve, sources.primitives),
    isNavigation: isNavigation(name),
    ...noFacts,
    evidence: "representation",
    place,
  }));
}

/**
 * The type that a cell links to, where its text names another one and the JSON representation sides with the link: of
 * three witnesses two decide. `null` where the text stands.
 */
function linkedType(
  row: PropertyRow,
  member: JsonMember | undefined,
  page: string,
  sources: ObjectTypeSources,
): TypeRef | null {
  const { type } = row;
  const shape = member?.shape.kind === "array" ? member.shape.of : member?.shape;
  if (type?.kind !== "named" || type.link === null || shape?.kind !== "object" || shape.odataType === null) return null;
  const named = sources.index.byName(type.name, type.namespace, page);
  const linked = sources.index.byLink(type.link, page);
  const shown = sources.index.resolve(expressionOf(shape.odataType, row.place), page);
  if (!named || linked?.kind !== "object" || shown !== linked || named === linked) return null;
  const target: TypeRef = { kind: "object", id: linked.id };
  return type.isCollection ? { kind: "collection", of: target } : target;
}

function declaredMembers(type: DeclaredType, sources: ObjectTypeSources): MemberList {
  const list = new MemberList();
  const addRows = (
    rows: readonly PropertyRow[],
    page: string,
    isNavigation: boolean,
    json: readonly JsonMember[],
  ): void => {
    for (const row of rows) {
      const member = json.find((candidate) => nameKey(candidate.name) === nameKey(row.name.value));
      const shown = row.type ? undefined : member;
      const resolve = (name: string): TypeRef | null =>
        sources.properties.tryResolve(expressionOf(name, row.place), page);
      const stated = shown
        ? representationType(shown.shape, resolve, sources.primitives)
        : (linkedType(row, member, page, sources) ?? sources.properties.typeOf(row, type.name, page));
      const given = sources.collections.corrected(stated, { type: type.id, row, isNavigation }, sources.report);
      const isUnrepresented = !isNavigation && json.length > 0 && member === undefined;
      const property = sources.properties.build(row, given, isNavigation);
      const known = list.add(isUnrepresented ? { ...property, isUnrepresented } : property);
      if (known && JSON.stringify(known.type) !== JSON.stringify(given))
        sources.report.add(
          "type-conflict",
          row.place,
          { name: row.name.value, type: typeRefText(given), other: typeRefText(known.type) },
          { place: known.place, message: "this one counts" },
        );
    }
  };
  for (const page of type.pages) {
    const { properties, relationships, representation } = page.type;
    addRows(properties, page.path, false, representation ?? []);
    addRows(relationships, page.path, true, representation ?? []);
  }
  // The representation last: it only fills in what no table of any page has.
  for (const page of type.pages) {
    const { representation, relationships, properties, isOpen } = page.type;
    // What the representation of an open type has beyond its table are somebody's members, not the type's.
    if (isOpen && properties.length > 0) continue;
    const isNavigation = (name: string): boolean =>
      relationships.some((row) => nameKey(row.name.value) === nameKey(name));
    for (const property of representationMembers(
      representation ?? [],
      page.path,
      page.type.place,
      isNavigation,
      sources,
    ))
      if (!list.has(property.name)) list.add(property);
  }
  return list;
}

function inferredMembers(type: InferredType, sources: ObjectTypeSources): MemberList {
  const list = new MemberList();
  for (const { row, page } of type.rows.values()) list.add(sources.properties.property(row, type.name, page));
  for (const [name, { shape, place }] of type.members) {
    const resolve = (odataType: string): TypeRef | null =>
      sources.properties.tryResolve(expressionOf(odataType, place), place.page);
    list.add({ name, type: exampleType(shape, resolve), isNavigation: false, ...noFacts, evidence: "example", place });
  }
  return list;
}

function evidenceOf(sources: ObjectTypeSources, members: ReadonlyMap<string, MemberList>): TypeShape[] {
  const declared = sources.declared.map((type) => ({
    id: type.id,
    name: type.name,
    properties: members.get(type.id)?.all ?? [],
    key: type.pages.find((page) => page.type.keyProperty)?.type.keyProperty ?? null,
    hasMethods: type.pages.some((page) => page.methods.length > 0),
  }));
  return declared;
}

/** Base types of all types: what pages state, else what members are said to be inherited from. Cycles are cut. */
function baseTypes(sources: ObjectTypeSources, members: ReadonlyMap<string, MemberList>): ReadonlyMap<string, string> {
  const { declared, inferred, index, report } = sources;
  const bases = new Map<string, string>();
  const pending = new Map<string, { ids: readonly string[]; place: SourcePlace }>();
  for (const type of declared) {
    const stated = statedBaseType(type, index, report);
    if (stated.base !== null) bases.set(type.id, stated.base);
    else {
      const ids = type.pages.flatMap((page) => inheritedFromIds(page, index)).filter((id) => id !== type.id);
      if (ids.length > 0) pending.set(type.id, { ids: [...new Set(ids)], place: stated.place });
    }
  }
  for (const type of inferred) {
    const ids = type.inheritedFrom.flatMap((key) => index.byId(key)?.id ?? []).filter((id) => id !== type.id);
    if (ids.length > 0) pending.set(type.id, { ids, place: type.place });
  }
  // What a page says of the types that derive from its own counts where those say nothing themselves.
  for (const type of declared)
    for (const page of type.pages)
      for (const claim of page.type.derivedTypes) {
        const derived = index.resolve(claim, page.path);
        if (derived?.kind === "object" && derived.id !== type.id && !bases.has(derived.id))
          bases.set(derived.id, type.id);
      }
  const baseOf = (id: string): string | null => bases.get(id) ?? null;
  // One type may be inherited from through another that is settled later: as often as something is found.
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [id, { ids }] of pending) {
      const nearest = nearestOf(ids, baseOf);
      if (nearest === null || bases.get(id) === nearest) continue;
      bases.set(id, nearest);
      pending.delete(id);
      isChanged = true;
    }
  }
  for (const [id, { ids }] of pending) if (ids[0] !== undefined && !bases.has(id)) bases.set(id, ids[0]);
  for (const [id, base] of inferBaseTypes(evidenceOf(sources, members), baseOf)) bases.set(id, base);
  for (const id of [...bases.keys()].sort(byCodeUnit)) {
    const base = bases.get(id) ?? "";
    if (base !== id && !ancestorsOf(base, baseOf).includes(id)) continue;
    bases.delete(id);
    const place = declared.find((type) => type.id === id)?.pages[0]?.type.place ?? null;
    report.add("base-type-cycle", place, { name: id, base });
  }
  return bases;
}

/** What responses show as `null` may be `null`, at the type that declares it. */
function allowShownNulls(
  sources: ObjectTypeSources,
  members: ReadonlyMap<string, MemberList>,
  baseOf: (id: string) => string | null,
): void {
  for (const object of sources.examples) {
    if (!object.isResponse) continue;
    const [first] = object.members.values();
    const entry = first && sources.index.resolve(expressionOf(object.type, first.place), object.page);
    if (entry?.kind !== "object") continue;
    const chain = [entry.id, ...ancestorsOf(entry.id, baseOf)];
    for (const [name, { shape }] of object.members)
      if (shape.kind === "null") for (const id of chain) members.get(id)?.allowNull(name);
  }
}

/** The type that most declarations of a property name agree on. */
function agreedTypes(properties: readonly Property[]): ReadonlyMap<string, TypeRef> {
  const votes = new Map<string, Map<string, TypeRef[]>>();
  for (const { name, type } of properties) {
    const types = votes.get(name) ?? new Map<string, TypeRef[]>();
    votes.set(name, types);
    const key = JSON.stringify(type);
    types.set(key, [...(types.get(key) ?? []), type]);
  }
  const agreed = new Map<string, TypeRef>();
  for (const [name, types] of votes) {
    const all = [...types.values()];
    const count = all.reduce((sum, same) => sum + same.length, 0);
    const winner = all.find((same) => same.length * 2 > count)?.[0];
    if (winner) agreed.set(name, winner);
  }
  return agreed;
}

function addNavigation(
  sources: ObjectTypeSources,
  members: ReadonlyMap<string, MemberList>,
  baseOf: (id: string) => string | null,
): void {
  for (const type of sources.declared)
    for (const shown of shownNavigation(type.pages, sources.linked)) {
      const chain = [type.id, ...ancestorsOf(type.id, baseOf)];
      const resolved = sources.properties.tryResolve(shown.type, shown.page);
      if (resolved?.kind !== "object" || chain.some((id) => members.get(id)?.has(shown.name))) continue;
      const given: TypeRef = shown.isCollection ? { kind: "collection", of: resolved } : resolved;
      members.get(type.id)?.add({
        name: shown.name,
        type: given,
        isNavigation: true,
        ...noFacts,
        evidence: "operation",
        place: shown.place,
      });
      sources.report.add("property-only-in-path", shown.place, { name: shown.name, type: type.id });
    }
}

function addExampleMembers(
  sources: ObjectTypeSources,
  members: ReadonlyMap<string, MemberList>,
  baseOf: (id: string) => string | null,
): void {
  const shapes = sources.declared.map(({ id, pages }) => ({
    id,
    isOpen: pages.some((page) => page.type.isOpen),
    properties: members.get(id)?.all ?? [],
  }));
  const root = rootType(evidenceOf(sources, members), baseOf)?.id ?? null;
  const agreed = agreedTypes(shapes.flatMap((shape) => shape.properties));
  for (const { id, name, member } of membersOnlyInExamples(shapes, sources.examples, sources.index, baseOf, root)) {
    const { shape, place } = member;
    const resolve = (odataType: string): TypeRef | null =>
      sources.properties.tryResolve(expressionOf(odataType, place), place.page);
    // A value says little of its type (`null`, an object without type); the tables of other types say more.
    const type = agreed.get(name) ?? exampleType(shape, resolve);
    members.get(id)?.add({ name, type, isNavigation: false, ...noFacts, evidence: "example", place });
    sources.report.add("property-only-in-examples", place, { name, type: id });
  }
}

/** Builds all object types, sorted by id. */
export function buildObjectTypes(sources: ObjectTypeSources): ObjectType[] {
  const members = new Map<string, MemberList>();
  for (const type of sources.declared) members.set(type.id, declaredMembers(type, sources));
  for (const type of sources.inferred) members.set(type.id, inferredMembers(type, sources));
  const bases = baseTypes(sources, members);
  const baseOf = (id: string): string | null => bases.get(id) ?? null;
  addNavigation(sources, members, baseOf);
  addExampleMembers(sources, members, baseOf);
  allowShownNulls(sources, members, baseOf);

  const withAncestor = (id: string, property: Property): Property => {
    const declaring = ancestorsOf(id, baseOf).find((ancestor) => members.get(ancestor)?.has(property.name));
    return declaring === undefined ? property : { ...property, inheritedFrom: declaring };
  };
  const make = (id: string, facts: Omit<ObjectType, "id" | "sdkName" | "baseType" | "properties">): ObjectType => ({
    id,
    name: facts.name,
    namespace: facts.namespace,
    sdkName: sources.names.nameOf(id),
    kind: facts.kind,
    baseType: baseOf(id),
    isAbstract: facts.isAbstract,
    isOpen: facts.isOpen,
    hasEtag: facts.hasEtag,
    key: facts.key,
    source: facts.source,
    description: facts.description,
    deprecation: facts.deprecation,
    properties: (members.get(id)?.all ?? []).map((property) => withAncestor(id, property)),
    places: facts.places,
  });

  const declared = sources.declared.map((type) => {
    const key = type.pages.find((page) => page.type.keyProperty)?.type.keyProperty ?? null;
    return make(type.id, {
      name: type.name,
      namespace: type.namespace,
      kind: key === null ? "complex" : "entity",
      isAbstract: type.pages.some((page) => page.type.isAbstract),
      isOpen: type.pages.some((page) => page.type.isOpen),
      hasEtag: false,
      key: key === null ? [] : [key],
      source: "page",
      description: type.pages.find((page) => page.description)?.description ?? null,
      deprecation: deprecated(
        type.pages.every((page) => page.deprecation !== null) ? (type.pages[0]?.deprecation ?? null) : null,
      ),
      places: type.pages.map((page) => page.type.place),
    });
  });
  const inferred = sources.inferred.map((type) =>
    make(type.id, {
      name: type.name,
      namespace: type.namespace,
      kind: members.get(type.id)?.has("id") ? "entity" : "complex",
      isAbstract: false,
      isOpen: false,
      hasEtag: false,
      key: members.get(type.id)?.has("id") ? ["id"] : [],
      source: "inferred",
      description: null,
      deprecation: null,
      places: [type.place],
    }),
  );
  return [...declared, ...inferred].sort((a, b) => byCodeUnit(a.id, b.id));
}
