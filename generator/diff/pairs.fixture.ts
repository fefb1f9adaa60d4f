/** One pair of versions for each kind of change: an edit of the base pages, and exactly what it changes. */
import { enumPairs } from "./enum-pairs.fixture.ts";
import { operationPairs } from "./operation-pairs.fixture.ts";
import { basePages, type Edit, edited, type Pages } from "./pages.fixture.ts";
import { propertyPairs } from "./property-pairs.fixture.ts";
import { requestPairs } from "./request-pairs.fixture.ts";
import { typePairs } from "./type-pairs.fixture.ts";

export interface PagePair {
  readonly name: string;
  /** Made of the base pages first, where these do not have what the pair is about. */
  readonly before?: Edit;
  readonly edit: Edit;
  /** `id level path`, sorted. */
  readonly changes: readonly string[];
  /** What the swapped sides give. */
  readonly swapped: readonly string[];
}

export const pagePairs: readonly PagePair[] = [
  ...enumPairs,
  ...operationPairs,
  ...propertyPairs,
  ...requestPairs,
  ...typePairs,
];

/** The pages on both sides of a pair. */
export function pagesOf({ before = {}, edit }: PagePair): { readonly old: Pages; readonly new: Pages } {
  const old = edited(basePages, before);
  return { old, new: edited(old, edit) };
}
