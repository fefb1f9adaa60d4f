/** The namespace that unqualified names belong to. */
import type { Page } from "../docs/page.ts";
import { byCodeUnit } from "./qualified-name.ts";

/**
 * The namespace that most pages name, in their `Namespace:` line or in the annotation of their type; `""` where none
 * does. Of equals the shortest, then the first in order: a sub-namespace never wins over its parent by accident.
 */
export function mostUsedNamespace(pages: readonly Page[]): string {
  const uses = new Map<string, number>();
  const count = (namespace: string | null | undefined): void => {
    if (namespace) uses.set(namespace, (uses.get(namespace) ?? 0) + 1);
  };
  for (const page of pages) {
    if (page.namespace) count(page.namespace.value);
    else if (page.kind === "resource") count(page.type.namespace);
    else if (page.kind === "api")
      for (const example of page.examples)
        for (const message of [example.request, ...example.responses]) {
          const type = message?.odataType;
          if (type?.includes(".") && !type.includes("(")) count(type.slice(0, type.lastIndexOf(".")));
        }
  }
  const ranked = [...uses].sort(
    ([a, countA], [b, countB]) => countB - countA || a.length - b.length || byCodeUnit(a, b),
  );
  return ranked[0]?.[0] ?? "";
}
