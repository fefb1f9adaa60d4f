/** All rows of the set that say of a member what type it has, with what they belong to. */
import type { JsonMember, Page, PropertyRow } from "../docs/page.ts";
import { nameKey } from "./qualified-name.ts";

export interface RowSource {
  readonly row: PropertyRow;
  readonly page: string;
  /** Name of the type that the row describes, where the page says; for anonymous enums. */
  readonly owner: string | null;
  /** The member of the page's JSON representation that has the name. */
  readonly shown: JsonMember | null;
}

/** Rows of resource pages first, then those of api pages; each in page order. */
export function rowSources(pages: readonly Page[]): RowSource[] {
  const sources: RowSource[] = [];
  const add = (
    rows: readonly PropertyRow[],
    page: string,
    owner: string | null,
    shown: readonly JsonMember[] = [],
  ): void => {
    const members = new Map(shown.map((member) => [nameKey(member.name), member]));
    for (const row of rows) sources.push({ row, page, owner, shown: members.get(nameKey(row.name.value)) ?? null });
  };
  for (const page of pages)
    if (page.kind === "resource") {
      const shown = page.type.representation ?? [];
      add(page.type.properties, page.path, page.type.name.value, shown);
      add(page.type.relationships, page.path, page.type.name.value, shown);
    }
  for (const page of pages)
    if (page.kind === "api") {
      add(page.body?.rows ?? [], page.path, page.body?.type?.name || null);
      add(page.functionParameters, page.path, null);
      add(page.queryParameters, page.path, null);
      add(page.pathParameters, page.path, null);
    }
  return sources;
}
