/** Which types and enums there are, and what a name on a page means. */
import type { TypeExpression } from "../docs/page.ts";
import { linkTargetKey, pageKey } from "./link-target.ts";
import { nameKey, qualifiedName } from "./qualified-name.ts";

export interface TypeEntry {
  readonly kind: "object" | "enum";
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
}

/** The part of a type expression that a lookup needs. */
export type NamedReference = Pick<TypeExpression, "name" | "namespace" | "link">;

/**
 * Lookup by the order that fits real pages best: the text first (in the namespace that it names, in that of the page,
 * in the default one, in any single other), the link's target second, letter case ignored throughout. Of 2,657 linked
 * type cells of the 2021 corpus the text equals the target's type in 1,991 and an enum of the target page in 646; where
 * the two differ the text is right more often than not.
 */
export class TypeIndex {
  readonly #byId = new Map<string, TypeEntry>();
  readonly #byName = new Map<string, TypeEntry[]>();
  readonly #byPage = new Map<string, TypeEntry[]>();
  readonly #namespaceOfPage = new Map<string, string>();
  readonly defaultNamespace: string;

  constructor(defaultNamespace: string) {
    this.defaultNamespace = defaultNamespace;
  }

  /** Says what unqualified names on a page belong to. */
  setNamespace(page: string, namespace: string): void {
    this.#namespaceOfPage.set(page, namespace);
  }

  namespaceOf(page: string): string {
    return this.#namespaceOfPage.get(page) ?? this.defaultNamespace;
  }

  /** Adds an entry; a type that is already known under the id, in whatever letter case, is kept and returned. */
  add(kind: TypeEntry["kind"], namespace: string, name: string, page: string | null): TypeEntry {
    const id = qualifiedName(namespace, name);
    let entry = this.#byId.get(nameKey(id));
    if (!entry) {
      entry = { kind, id, name, namespace };
      this.#byId.set(nameKey(id), entry);
      const named = this.#byName.get(nameKey(name));
      if (named) named.push(entry);
      else this.#byName.set(nameKey(name), [entry]);
    }
    if (page !== null) {
      const onPage = this.#byPage.get(pageKey(page));
      if (!onPage) this.#byPage.set(pageKey(page), [entry]);
      else if (!onPage.includes(entry)) onPage.push(entry);
    }
    return entry;
  }

  /** Takes an entry out again. */
  remove(entry: TypeEntry): void {
    this.#byId.delete(nameKey(entry.id));
    for (const list of [this.#byName.get(nameKey(entry.name)), ...this.#byPage.values()]) {
      const at = list?.indexOf(entry) ?? -1;
      if (at >= 0) list?.splice(at, 1);
    }
  }

  byId(id: string): TypeEntry | null {
    return this.#byId.get(nameKey(id)) ?? null;
  }

  /** By name alone, as it is written on a page. */
  byName(name: string, namespace: string | null, page: string): TypeEntry | null {
    if (name === "" || name.includes(" ")) return null;
    const namespaces = namespace === null ? [this.namespaceOf(page), this.defaultNamespace] : [namespace];
    for (const candidate of namespaces) {
      const entry = this.#byId.get(nameKey(qualifiedName(candidate, name)));
      if (entry) return entry;
    }
    // Namespaces are left out, abbreviated or wrong on pages; one single type of the name leaves no doubt.
    const named = this.#byName.get(nameKey(name)) ?? [];
    return named.length === 1 ? (named[0] ?? null) : null;
  }

  /** By the page that a link leads to: the one type that it declares, or the one enum if it declares no type. */
  byLink(link: string, page: string): TypeEntry | null {
    const target = linkTargetKey(page, link);
    const entries = target === null ? [] : (this.#byPage.get(target) ?? []);
    const objects = entries.filter((entry) => entry.kind === "object");
    if (objects.length === 1) return objects[0] ?? null;
    return objects.length === 0 && entries.length === 1 ? (entries[0] ?? null) : null;
  }

  resolve(reference: NamedReference, page: string): TypeEntry | null {
    return (
      this.byName(reference.name, reference.namespace, page) ??
      (reference.link === null ? null : this.byLink(reference.link, page))
    );
  }
}
