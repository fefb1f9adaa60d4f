/** Enums from all their sources: tables under headings, pages of their own, lists in descriptions. */
import { startOf } from "../diagnostics/place.ts";
import type { EnumDeclaration, Page } from "../docs/page.ts";
import type { EnumType } from "./api-model.ts";
import {
  anonymousEnumName,
  covers,
  coversMembers,
  type EnumEvidence,
  enumNamesFor,
  isFreeText,
  type ListEvidence,
  noValue,
} from "./enum-evidence.ts";
import { buildEnumType } from "./enum-types.ts";
import { fallbackPrimitives } from "./fallback-primitives.ts";
import { expressionOf } from "./json-types.ts";
import type { ModelReport } from "./model-report.ts";
import { type NameUsage, namedExpressions } from "./name-usage.ts";
import type { RowSource } from "./property-sources.ts";
import { byCodeUnit, nameKey } from "./qualified-name.ts";
import type { TypeIndex } from "./type-index.ts";
import type { NamedType, SdkNames } from "./type-names.ts";

/** What is known of the values of single properties, by `propertyTableKey`. */
export interface PropertyValues {
  /** Tables whose heading names the property. */
  readonly propertyTables: ReadonlyMap<string, EnumDeclaration>;
  /** Ids of the enums of properties whose type cell says only `String`. */
  readonly propertyEnums: ReadonlyMap<string, string>;
}

export function propertyTableKey(page: string, property: string): string {
  return `${page}\0${nameKey(property)}`;
}

/** Collects what pages say of enums; new names are added to the index, so that types resolve to them. */
export class EnumCollector implements PropertyValues {
  readonly #evidence = new Map<string, EnumEvidence>();
  readonly #propertyTables = new Map<string, EnumDeclaration>();
  readonly #propertyEnums = new Map<string, string>();
  readonly #index: TypeIndex;
  readonly #report: ModelReport;
  readonly #usage: NameUsage;

  constructor(index: TypeIndex, usage: NameUsage, report: ModelReport) {
    this.#index = index;
    this.#usage = usage;
    this.#report = report;
  }

  get propertyTables(): ReadonlyMap<string, EnumDeclaration> {
    return this.#propertyTables;
  }

  /** Ids of the enums of properties whose type cell says only `String`, by `propertyTableKey`. */
  get propertyEnums(): ReadonlyMap<string, string> {
    return this.#propertyEnums;
  }

  #of(namespace: string, name: string, page: string | null, isAnonymous = false): EnumEvidence | null {
    const entry = this.#index.add("enum", namespace, name, page);
    if (entry.kind !== "enum") return null;
    let evidence = this.#evidence.get(entry.id);
    if (!evidence) {
      evidence = { id: entry.id, name: entry.name, namespace: entry.namespace, isAnonymous, tables: [], lists: [] };
      this.#evidence.set(entry.id, evidence);
    }
    return evidence;
  }

  /**
   * The tables of one page. A heading may name a property instead of an enum ("state values" on the page of a type with
   * a property `state`; the same on a page that collects enums): if no type cell of the set names it, or if it lists
   * `null`, the table belongs to the property, and to the property's enum if it has one.
   */
  addTables(page: Page): void {
    for (const declaration of page.enums) {
      const name = declaration.name.value;
      const isTypeName =
        !declaration.members.some((member) => member.value === noValue) &&
        (this.#usage.isType(name) || (page.kind === "enum" && this.#isListedBy(declaration)));
      if (declaration.source === "section" && !isTypeName && this.#addToProperty(declaration, page)) continue;
      // A heading on another page that no type cell confirms is a list of anything.
      if (declaration.source === "section" && !isTypeName && page.kind !== "enum") {
        this.#report.add("value-list-ignored", declaration.place, { name, type: name });
        continue;
      }
      const namespace = declaration.namespace ?? this.#index.namespaceOf(page.path);
      const evidence = this.#of(namespace, name, page.path);
      if (evidence) evidence.tables.push({ declaration, page: page.path });
      else this.#report.add("value-list-ignored", declaration.place, { name, type: name });
    }
  }

  /** A property of the name lists the same values in its description: an enum that its type cell does not name. */
  #isListedBy({ name, members }: EnumDeclaration): boolean {
    const table = members.map((member) => member.value);
    return this.#usage.rowsNamed(name.value).some(({ row }) => {
      const listed = row.description.values?.values ?? [];
      const isPlain = row.type?.primitive === "String" && !row.type.isCollection;
      return isPlain && !isFreeText(listed) && covers(listed, table);
    });
  }

  #addToProperty(declaration: EnumDeclaration, page: Page): boolean {
    const uses = this.#usage
      .rowsNamed(declaration.name.value)
      .filter((use) => page.kind === "enum" || use.page === page.path);
    for (const use of uses) {
      const type = namedExpressions(use.row.type)[0];
      const known = type && this.#index.resolve(type, use.page);
      const isItself = type && nameKey(type.name) === nameKey(declaration.name.value);
      if (type && !isItself && page.kind !== "enum" && known?.kind !== "object") {
        const namespace = type.namespace ?? this.#index.namespaceOf(use.page);
        this.#of(known?.namespace ?? namespace, type.name, use.page)?.tables.push({ declaration, page: page.path });
      } else if (!type || isItself)
        this.#propertyTables.set(propertyTableKey(use.page, use.row.name.value), declaration);
    }
    return uses.length > 0;
  }

  /** The list in a row's description, if the row's type names an enum, or a name that nothing else declares. */
  addList(source: RowSource): void {
    const { row, page } = source;
    const { values } = row.description;
    if (!values || !row.type) return;
    const list: ListEvidence = { values: values.values, isMultiple: values.isMultiple, source };
    if (row.type.kind === "enumeration") {
      const owner = source.owner;
      if (owner === null) return;
      const namespace = this.#index.namespaceOf(page);
      const evidence = this.#of(namespace, anonymousEnumName(owner, row.name.value), null, true);
      evidence?.lists.push(list);
      return;
    }
    if (row.type.primitive === "String") {
      const evidence = this.#shownEnum(source) ?? this.#enumByName(source, values.values);
      if (!evidence) return;
      evidence.lists.push(list);
      this.#propertyEnums.set(propertyTableKey(page, row.name.value), evidence.id);
      return;
    }
    const [type] = namedExpressions(row.type);
    if (!type || row.type.kind !== "named") return;
    const known = this.#index.resolve(type, page);
    if (known?.kind === "object" || /\s/.test(type.name) || fallbackPrimitives.has(nameKey(type.name))) return;
    // The table under the heading of that name was found to be the property's own.
    if (!known && this.#propertyTables.has(propertyTableKey(page, row.name.value))) return;
    const namespace = known?.namespace ?? type.namespace ?? this.#index.namespaceOf(page);
    this.#of(namespace, known?.name ?? type.name, null)?.lists.push(list);
  }

  /** The type that the JSON representation gives a property, where no page declares it: only an enum can be behind it. */
  #shownEnum({ shown, page }: RowSource): EnumEvidence | null {
    if (shown?.shape.kind !== "object" || shown.shape.odataType === null) return null;
    const type = expressionOf(shown.shape.odataType, startOf(page));
    const known = this.#index.resolve(type, page);
    if (known?.kind === "object" || !/^[A-Za-z_]\w*$/.test(type.name)) return null;
    const namespace = known?.namespace ?? type.namespace ?? this.#index.namespaceOf(page);
    return this.#of(namespace, known?.name ?? type.name, null);
  }

  /**
   * An enum whose name is made of the property's, and whose members are the listed values: `planPriority` for a
   * property `priority` of a type `planTask`.
   */
  #enumByName({ row, owner, page }: RowSource, values: readonly string[]): EnumEvidence | null {
    if (isFreeText(values)) return null;
    const property = row.name.value;
    for (const name of [property, ...enumNamesFor(owner, property)]) {
      const entry = this.#index.byName(name, null, page);
      const evidence = entry?.kind === "enum" ? this.#evidence.get(entry.id) : undefined;
      if (evidence && coversMembers(values, evidence)) return evidence;
    }
    return null;
  }

  /**
   * Drops enums that no type cell of the set refers to, where that means that they are not of this API: one that shares
   * its name with a used one in another namespace (collective pages repeat each other), and one on a page of its own
   * (left over, as nothing leads there). An unused section of a collective page is kept: descriptions speak of those.
   */
  dropUnused(): void {
    const used = this.#usedIds();
    const usedNames = new Set([...used].flatMap((id) => this.#evidence.get(id)?.name.toLowerCase() ?? []));
    for (const [id, { name, tables }] of this.#evidence) {
      const entry = this.#index.byId(id);
      if (used.has(id) || !entry) continue;
      const isPage = tables.some(({ declaration }) => declaration.source === "page");
      if (!isPage && !usedNames.has(name.toLowerCase())) continue;
      this.#evidence.delete(id);
      this.#index.remove(entry);
      const place = tables[0]?.declaration.place;
      if (place) this.#report.add("enum-unused", place, { name });
    }
  }

  #usedIds(): ReadonlySet<string> {
    const used = new Set<string>(this.#propertyEnums.values());
    for (const { type, page } of this.#usage.references) {
      const entry = this.#index.resolve(type, page);
      if (entry) used.add(entry.id);
    }
    return used;
  }

  /** All enums that have members, with a place each. */
  get named(): readonly NamedType[] {
    return [...this.#evidence.values()].flatMap(({ id, name, namespace, tables, lists }) => {
      const place = tables[0]?.declaration.place ?? lists[0]?.source.row.place;
      return place ? [{ id, name, namespace, place }] : [];
    });
  }

  build(names: SdkNames): EnumType[] {
    return [...this.#evidence.values()]
      .map((evidence) => buildEnumType(evidence, names, this.#report))
      .filter((built): built is EnumType => built !== null)
      .sort((a, b) => byCodeUnit(a.id, b.id));
  }
}
