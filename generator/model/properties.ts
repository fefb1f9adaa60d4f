/** Rows of tables as properties of the model. */
import type { PropertyRow, TypeExpression } from "../docs/page.ts";
import type { Property, TypeRef } from "./api-model.ts";
import { deprecated } from "./deprecation.ts";
import { anonymousEnumName, noValue } from "./enum-evidence.ts";
import { type PropertyValues, propertyTableKey } from "./enums.ts";
import { fallbackPrimitives } from "./fallback-primitives.ts";
import type { ModelReport } from "./model-report.ts";
import type { TypeIndex } from "./type-index.ts";
import type { TypeResolver } from "./type-resolver.ts";
import { blankType } from "./untyped.ts";

const text: TypeRef = { kind: "primitive", name: "String" };

function collected(type: TypeRef, isCollection: boolean): TypeRef {
  return isCollection ? { kind: "collection", of: type } : type;
}

/** Resolves types and makes properties; the index has to be complete before. */
export class PropertyBuilder implements TypeResolver {
  readonly #index: TypeIndex;
  readonly #values: PropertyValues;
  readonly #report: ModelReport;

  constructor(index: TypeIndex, values: PropertyValues, report: ModelReport) {
    this.#index = index;
    this.#values = values;
    this.#report = report;
  }

  tryResolve(expression: TypeExpression, page: string): TypeRef | null {
    switch (expression.kind) {
      case "primitive":
        return collected({ kind: "primitive", name: expression.primitive ?? "String" }, expression.isCollection);
      case "named": {
        const entry = this.#index.resolve(expression, page);
        if (entry) return collected({ kind: entry.kind, id: entry.id }, expression.isCollection);
        const fallback = fallbackPrimitives.get(expression.name.toLowerCase());
        return fallback ? collected({ kind: "primitive", name: fallback }, expression.isCollection) : null;
      }
      case "alternatives": {
        const options = expression.alternatives.map((option) => this.tryResolve(option, page));
        const found = options.filter((option): option is TypeRef => option !== null);
        if (found.length !== options.length || found.length === 0) return null;
        return { kind: "union", options: found };
      }
      default:
        return null;
    }
  }

  resolve(expression: TypeExpression, page: string): TypeRef {
    const found = this.tryResolve(expression, page);
    if (found) return found;
    if (expression.kind === "named" || expression.kind === "alternatives")
      this.#report.add("type-unresolved", expression.place, { name: expression.name || expression.text });
    return collected({ kind: "unknown", text: expression.text }, expression.isCollection);
  }

  property(row: PropertyRow, owner: string, page: string): Property {
    return this.build(row, this.#rowType(row, owner, page), false);
  }

  build(row: PropertyRow, type: TypeRef, isNavigation: boolean): Property {
    const { description } = row;
    return {
      name: row.name.value,
      type,
      isNavigation,
      description: description.text,
      isNullable:
        description.isNullable ?? (this.#listedValues(row, row.name.place.page).includes(noValue) ? true : null),
      isReadOnly: description.isReadOnly,
      isRequired: row.requiredColumn ?? description.isRequired,
      returned: description.returned,
      query: { filter: description.filter, orderBy: description.isSortable, search: description.isSearchable },
      evidence: "table",
      inheritedFrom: null,
      deprecation: deprecated(description.deprecation),
      place: row.place,
    };
  }

  #rowType(row: PropertyRow, owner: string, page: string): TypeRef {
    const { type } = row;
    // The name of a type, whatever a table says of it.
    if (row.name.value === "@odata.type") return text;
    if (!type) return this.#blankType(row);
    if (type.kind === "enumeration") {
      const name = anonymousEnumName(owner, row.name.value);
      const entry = this.#index.byName(name, null, page);
      if (entry?.kind === "enum") return collected({ kind: "enum", id: entry.id }, type.isCollection);
      this.#report.add("enum-empty", type.place, { name: row.name.value });
      return collected(text, type.isCollection);
    }
    const key = propertyTableKey(page, row.name.value);
    const table = this.#values.propertyTables.get(key);
    const isUndeclared = type.kind === "named" && table !== undefined && this.#index.resolve(type, page) === null;
    if ((type.kind === "primitive" && type.primitive === "String") || isUndeclared) {
      const enumId = this.#values.propertyEnums.get(key);
      if (enumId !== undefined) return collected({ kind: "enum", id: enumId }, type.isCollection);
      const values = this.#listedValues(row, page).filter((value) => value !== noValue);
      if (values.length > 1) return collected({ kind: "literals", values: [...new Set(values)] }, type.isCollection);
      if (isUndeclared) return collected(text, type.isCollection);
    }
    return this.resolve(type, page);
  }

  /** The values that a table of its own, or else the description, lists for a property; partial lists do not count. */
  #listedValues({ name, description }: PropertyRow, page: string): readonly string[] {
    const table = this.#values.propertyTables.get(propertyTableKey(page, name.value));
    if (table) return table.members.map((member) => member.value);
    return description.values && !description.values.isPartial ? description.values.values : [];
  }

  #blankType(row: PropertyRow): TypeRef {
    this.#report.add("type-cell-invalid", row.name.place, { text: "" });
    return blankType;
  }

  /** The type of a row of a resource table, relationships included. */
  typeOf(row: PropertyRow, owner: string, page: string): TypeRef {
    return this.#rowType(row, owner, page);
  }
}
