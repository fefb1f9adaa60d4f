/** Which pages declare which type. One type may be declared by several pages, each with a part of its members. */
import type { ResourcePage } from "../docs/page.ts";
import { byCodeUnit, nameKey, qualifiedName } from "./qualified-name.ts";

export interface DeclaredType {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  /** Sorted by path. */
  readonly pages: readonly ResourcePage[];
}

function titleName(page: ResourcePage): string {
  return /^[`*_]*([A-Za-z_]\w*)/.exec(page.title.value)?.[1] ?? "";
}

/** The spelling that most pages have; of equals that of the first page. */
function commonSpelling(pages: readonly ResourcePage[]): string {
  const counts = new Map<string, number>();
  for (const page of pages) counts.set(page.type.name.value, (counts.get(page.type.name.value) ?? 0) + 1);
  let best = "";
  for (const [name, count] of counts) if (count > (counts.get(best) ?? 0)) best = name;
  return best;
}

/**
 * Pages grouped by the qualified name of their type, letter case ignored.
 *
 * An annotation that was copied from another page names that page's type. Where two pages claim one name and the title
 * of just one of them agrees, a page whose title names a type that no page declares is taken by its title.
 */
export function declaredTypes(
  pages: readonly ResourcePage[],
  namespaceOf: (page: ResourcePage) => string,
): DeclaredType[] {
  const sorted = [...pages].sort((a, b) => byCodeUnit(a.path, b.path));
  const claims = new Map<string, ResourcePage[]>();
  for (const page of sorted) {
    const key = nameKey(qualifiedName(namespaceOf(page), page.type.name.value));
    claims.set(key, [...(claims.get(key) ?? []), page]);
  }
  const groups = new Map<string, ResourcePage[]>();
  const move = (page: ResourcePage, name: string): void => {
    const renamed: ResourcePage = { ...page, type: { ...page.type, name: { ...page.type.name, value: name } } };
    const key = nameKey(qualifiedName(namespaceOf(page), name));
    groups.set(key, [...(groups.get(key) ?? []), renamed]);
  };
  for (const [key, claimants] of claims) {
    const agreeing = claimants.filter((page) => nameKey(titleName(page)) === nameKey(page.type.name.value));
    for (const page of claimants) {
      const title = titleName(page);
      const isCopied =
        claimants.length > 1 &&
        agreeing.length > 0 &&
        !agreeing.includes(page) &&
        title !== "" &&
        !claims.has(nameKey(qualifiedName(namespaceOf(page), title))) &&
        fileNames(page, title);
      if (isCopied) move(page, title);
      else groups.set(key, [...(groups.get(key) ?? []), page]);
    }
  }
  const types: DeclaredType[] = [];
  for (const group of groups.values()) {
    const first = group[0];
    if (!first) continue;
    const name = commonSpelling(group);
    const namespace = namespaceOf(first);
    types.push({ id: qualifiedName(namespace, name), name, namespace, pages: group });
  }
  return types.sort((a, b) => byCodeUnit(a.id, b.id));
}

function fileNames(page: ResourcePage, name: string): boolean {
  const stem = (page.path.split("/").pop() ?? "").replace(/\.md$/i, "").toLowerCase();
  return stem === name.toLowerCase() || stem.endsWith(`-${name.toLowerCase()}`);
}
