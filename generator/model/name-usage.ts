/** Which names the set uses as types, and which as properties. */
import type { ApiPage, Page, TypeExpression } from "../docs/page.ts";
import { expressionOf } from "./json-types.ts";
import { type RowSource, rowSources } from "./property-sources.ts";
import { nameKey } from "./qualified-name.ts";

/** The named types in an expression: itself, or its alternatives. */
export function namedExpressions(type: TypeExpression | null | undefined): readonly TypeExpression[] {
  if (!type) return [];
  return type.kind === "alternatives"
    ? type.alternatives.flatMap(namedExpressions)
    : type.kind === "named"
      ? [type]
      : [];
}

export interface TypeReference {
  readonly type: TypeExpression;
  readonly page: string;
}

export class NameUsage {
  readonly #types = new Set<string>();
  readonly #rows = new Map<string, RowSource[]>();
  readonly rows: readonly RowSource[];
  /** All places of the set that name a type: cells, bodies, responses, typed literals in paths. */
  readonly references: readonly TypeReference[];

  constructor(pages: readonly Page[]) {
    this.rows = rowSources(pages);
    const references: TypeReference[] = [];
    for (const source of this.rows) {
      for (const type of namedExpressions(source.row.type)) references.push({ type, page: source.page });
      const key = nameKey(source.row.name.value);
      const known = this.#rows.get(key);
      if (known) known.push(source);
      else this.#rows.set(key, [source]);
    }
    for (const page of pages) {
      if (page.kind === "api") references.push(...apiReferences(page));
      if (page.kind === "resource")
        for (const method of page.methods)
          for (const type of namedExpressions(method.returnType)) references.push({ type, page: page.path });
    }
    this.references = references;
    for (const { type } of references) this.#types.add(nameKey(type.name));
  }

  /** Some place of the set names the type. */
  isType(name: string): boolean {
    return this.#types.has(nameKey(name));
  }

  /** All rows of tables whose name is this. */
  rowsNamed(name: string): readonly RowSource[] {
    return this.#rows.get(nameKey(name)) ?? [];
  }
}

function apiReferences(page: ApiPage): TypeReference[] {
  const types = [...namedExpressions(page.body?.type), ...namedExpressions(page.response?.type)];
  // A typed literal in a path: `f(kind=namespace.kind'{value}')`.
  for (const request of page.requests)
    for (const piece of request.pieces) {
      const name = piece.kind === "text" ? /([A-Za-z_][\w.]*)'$/.exec(piece.text)?.[1] : undefined;
      if (name) types.push(expressionOf(name, request.place));
    }
  return types.map((type) => ({ type, page: page.path }));
}
