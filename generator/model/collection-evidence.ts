/** Whether a property is a collection, where other facts of the set contradict its table. */
import type { ApiPage, PropertyRow } from "../docs/page.ts";
import type { TypeRef } from "./api-model.ts";
import type { DeclaredType } from "./declared-types.ts";
import type { TypedObject } from "./example-evidence.ts";
import { expressionOf } from "./json-types.ts";
import type { LinkedOperations } from "./linked-operations.ts";
import type { ModelReport } from "./model-report.ts";
import { nameKey } from "./qualified-name.ts";
import type { TypeIndex } from "./type-index.ts";

/** So many example objects have to show a single value before a table's "collection" is set aside. */
const minimumShown = 2;

interface PropertyUse {
  readonly type: string;
  readonly row: PropertyRow;
  readonly isNavigation: boolean;
}

function lastSegment(page: ApiPage): string {
  const line = page.requests.find((request) => request.method === "GET");
  const last = line?.pieces[line.pieces.length - 1];
  return last?.kind === "text" ? (last.text.split("/").pop() ?? "") : "";
}

/**
 * Two kinds of evidence: a row of the type's Methods table that lists a relationship ("List connectors" returns a
 * collection, on a path that ends with the relationship's name), and example objects of the type.
 */
export class CollectionEvidence {
  readonly #listed = new Set<string>();
  readonly #shown = new Map<string, { single: number; collection: number }>();

  constructor(
    types: readonly DeclaredType[],
    objects: readonly TypedObject[],
    linked: LinkedOperations,
    index: TypeIndex,
  ) {
    for (const type of types)
      for (const { method, page } of type.pages.flatMap((declaring) => linked.of(declaring)))
        if (method.returnType?.isCollection) this.#listed.add(`${type.id}\0${nameKey(lastSegment(page))}`);
    for (const object of objects) {
      const [first] = object.members.values();
      const entry = first && index.resolve(expressionOf(object.type, first.place), object.page);
      if (entry?.kind !== "object") continue;
      for (const [name, { shape }] of object.members) {
        if (shape.kind === "null") continue;
        const key = `${entry.id}\0${nameKey(name)}`;
        const count = this.#shown.get(key) ?? { single: 0, collection: 0 };
        this.#shown.set(key, count);
        if (shape.kind === "array") count.collection++;
        else count.single++;
      }
    }
  }

  /** The type of a row, made a collection or a single value where the evidence is against its table. */
  corrected(stated: TypeRef, use: PropertyUse, report: ModelReport): TypeRef {
    const name = use.row.name.value;
    const key = `${use.type}\0${nameKey(name)}`;
    if (stated.kind === "collection") {
      const shown = this.#shown.get(key);
      if (!shown || shown.collection > 0 || shown.single < minimumShown) return stated;
      report.add("collection-corrected", use.row.place, {
        name,
        stated: "a collection",
        shown: "a single value",
        evidence: "its examples",
      });
      return stated.of;
    }
    if (!use.isNavigation || !this.#listed.has(key)) return stated;
    report.add("collection-corrected", use.row.place, {
      name,
      stated: "single",
      shown: "a collection",
      evidence: "the Methods table",
    });
    return { kind: "collection", of: stated };
  }
}
