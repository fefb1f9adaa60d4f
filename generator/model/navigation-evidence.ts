/**
 * Navigation properties that no table declares and that an operation lists all the same: a page in the Methods table of
 * a type, `GET …/{key}/<name>`, whose file name says that it lists or gets `<name>` (`group-list-owners`). The name has to
 * stand in both, as GET is also what functions without parameters are called with.
 */

import type { SourcePlace } from "../diagnostics/place.ts";
import type { ApiPage, ResourcePage, TypeExpression } from "../docs/page.ts";
import type { LinkedOperations } from "./linked-operations.ts";
import { nameKey } from "./qualified-name.ts";

export interface ShownNavigation {
  readonly name: string;
  readonly type: TypeExpression;
  readonly isCollection: boolean;
  readonly page: string;
  readonly place: SourcePlace;
}

/** The segment that a GET path ends with, if it stands right behind a key. */
function segmentBehindKey(page: ApiPage): { name: string; place: SourcePlace } | null {
  for (const line of page.requests) {
    const last = line.pieces[line.pieces.length - 1];
    const key = line.pieces[line.pieces.length - 2];
    if (line.method !== "GET" || last?.kind !== "text" || key?.kind !== "placeholder") continue;
    const name = /^\/([A-Za-z]\w*)$/.exec(last.text)?.[1];
    if (name) return { name, place: line.place };
  }
  return null;
}

function isNamedByFile(path: string, owner: string, segment: string): boolean {
  const stem = (path.split("/").pop() ?? "").replace(/\.md$/i, "").toLowerCase();
  return ["list", "get"].some((verb) => stem.endsWith(`${nameKey(owner)}-${verb}-${nameKey(segment)}`));
}

/** The navigation properties that the Methods tables of a type's pages lead to. */
export function shownNavigation(pages: readonly ResourcePage[], operations: LinkedOperations): ShownNavigation[] {
  const found = new Map<string, ShownNavigation>();
  for (const page of pages)
    for (const { method, page: linked } of operations.of(page)) {
      const type = method.returnType ?? linked.response?.type;
      const segment = segmentBehindKey(linked);
      if (!segment || type?.kind !== "named" || !isNamedByFile(linked.path, page.type.name.value, segment.name))
        continue;
      const isCollection =
        type.isCollection || linked.response?.isCollection === true || / list /.test(` ${method.title.toLowerCase()} `);
      const shown = {
        name: segment.name,
        type: { ...type, isCollection: false },
        isCollection,
        page: page.path,
        place: segment.place,
      };
      if (!found.has(nameKey(segment.name))) found.set(nameKey(segment.name), shown);
    }
  return [...found.values()];
}
