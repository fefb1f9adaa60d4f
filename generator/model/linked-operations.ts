/** The api pages that Methods tables lead to. */
import type { ApiPage, MethodRow, Page, ResourcePage } from "../docs/page.ts";
import { linkTargetKey, pageKey } from "./link-target.ts";

export interface LinkedOperation {
  readonly method: MethodRow;
  readonly page: ApiPage;
}

export class LinkedOperations {
  readonly #apiPages: ReadonlyMap<string, ApiPage>;

  constructor(pages: readonly Page[]) {
    this.#apiPages = new Map(
      pages.flatMap((page) => (page.kind === "api" ? [[pageKey(page.path), page] as const] : [])),
    );
  }

  /** Rows of a page's Methods table whose link leads to an api page of the set, in order. */
  of(page: ResourcePage): LinkedOperation[] {
    return page.methods.flatMap((method) => {
      const target = method.link === null ? null : linkTargetKey(page.path, method.link);
      const linked = target === null ? undefined : this.#apiPages.get(target);
      return linked ? [{ method, page: linked }] : [];
    });
  }
}
