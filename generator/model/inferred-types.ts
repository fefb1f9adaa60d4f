/** Types that pages use but no page declares: made of body tables and examples. */

import type { SourcePlace } from "../diagnostics/place.ts";
import type { ApiPage, Page, PropertyRow, TypeExpression } from "../docs/page.ts";
import type { ExampleEvidence, ExampleMember } from "./example-evidence.ts";
import { expressionOf } from "./json-types.ts";
import type { ModelReport } from "./model-report.ts";
import { rowSources } from "./property-sources.ts";
import { byCodeUnit, nameKey, qualifiedName } from "./qualified-name.ts";
import type { TypeIndex } from "./type-index.ts";

export interface InferredRow {
  readonly row: PropertyRow;
  readonly page: string;
}

export interface InferredType {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  /** Rows of body tables by name. */
  readonly rows: ReadonlyMap<string, InferredRow>;
  /** Members that only examples show. */
  readonly members: ReadonlyMap<string, ExampleMember>;
  /** `id` of the base type that rows are inherited from. */
  readonly inheritedFrom: readonly string[];
  readonly place: SourcePlace;
}

interface Wanted {
  readonly name: string;
  readonly namespace: string;
  readonly place: SourcePlace;
  readonly rows: Map<string, InferredRow>;
  readonly inheritedFrom: Set<string>;
}

function leaves(type: TypeExpression | null | undefined): readonly TypeExpression[] {
  if (!type) return [];
  return type.kind === "alternatives" ? type.alternatives.flatMap(leaves) : type.kind === "named" ? [type] : [];
}

/** All references of the set to names that nothing declares. */
class WantedTypes {
  readonly #found = new Map<string, Wanted>();
  readonly #index: TypeIndex;

  constructor(index: TypeIndex) {
    this.#index = index;
  }

  want(type: TypeExpression, page: string): Wanted | null {
    if (!/^[A-Za-z_]\w*$/.test(type.name) || this.#index.resolve(type, page)) return null;
    const namespace = type.namespace ?? this.#index.namespaceOf(page);
    const key = nameKey(qualifiedName(namespace, type.name));
    let wanted = this.#found.get(key);
    if (!wanted) {
      wanted = { name: type.name, namespace, place: type.place, rows: new Map(), inheritedFrom: new Set() };
      this.#found.set(key, wanted);
    }
    return wanted;
  }

  get all(): readonly Wanted[] {
    return [...this.#found.values()];
  }
}

/** A row says from where it is inherited: the ancestor has the member, too. */
function passOn(row: PropertyRow, page: string, wanted: WantedTypes): string | null {
  const from = row.description.inheritedFrom;
  if (!from) return null;
  const expression = { ...expressionOf(from.name, row.place), link: from.link };
  const ancestor = wanted.want(expression, page);
  if (!ancestor) return null;
  if (!ancestor.rows.has(row.name.value)) ancestor.rows.set(row.name.value, { row, page });
  return nameKey(qualifiedName(ancestor.namespace, ancestor.name));
}

/** A body table describes the type that the body, or else the response, is said to be. */
function wantFromApiPage(page: ApiPage, wanted: WantedTypes): void {
  const body = leaves(page.body?.type)[0];
  const response = leaves(page.response?.type)[0];
  const type = body && wanted.want(body, page.path);
  if (response) wanted.want(response, page.path);
  for (const row of page.body?.rows ?? []) {
    if (type && !type.rows.has(row.name.value)) type.rows.set(row.name.value, { row, page: page.path });
    const ancestor = passOn(row, page.path, wanted);
    if (type && ancestor) type.inheritedFrom.add(ancestor);
  }
}

/**
 * The types to infer: wanted by a page, declared by none, and shown with at least one member. They are added to the
 * index; names that stay without members are left to be reported where they are used.
 */
export function inferTypes(
  pages: readonly Page[],
  evidence: ExampleEvidence,
  index: TypeIndex,
  report: ModelReport,
): InferredType[] {
  const wanted = new WantedTypes(index);
  for (const page of pages) if (page.kind === "api") wantFromApiPage(page, wanted);
  for (const { row, page } of rowSources(pages)) for (const type of leaves(row.type)) wanted.want(type, page);
  const inferred: InferredType[] = [];
  for (const { name, namespace, place, rows, inheritedFrom } of wanted.all) {
    const members = new Map([...(evidence.get(nameKey(name)) ?? [])].filter(([member]) => !rows.has(member)));
    if (rows.size === 0 && members.size === 0) continue;
    const entry = index.add("object", namespace, name, null);
    if (entry.kind !== "object") continue;
    report.add("type-inferred", place, { name });
    inferred.push({ id: entry.id, name, namespace, rows, members, inheritedFrom: [...inheritedFrom], place });
  }
  return inferred.sort((a, b) => byCodeUnit(a.id, b.id));
}
