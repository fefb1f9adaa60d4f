/** Finds the templates that the path of an example fits, with as little forgiveness as possible. */
import type { CallNote } from "./call-notes.ts";
import type { UrlReading } from "./example-url.ts";
import type { PathAlias } from "./path-aliases.ts";
import { comparedWord } from "./template-segments.ts";
import type { SoughtSegment, TemplateTree, TreeMatch } from "./template-tree.ts";

export interface PathMatch<T> extends TreeMatch<T> {
  readonly reading: UrlReading;
}

export interface MatchContext {
  /** The model's default namespace, `""` if it has none. */
  readonly namespace: string;
  /** What an example may write for another beginning of a path, best first. */
  readonly aliases: readonly PathAlias[];
}

/**
 * The matches of the first step that has any:
 *
 * 1. the path as it is,
 * 2. without casts and a final `/$count`,
 * 3. with another address for its beginning, which leaves parameters without a value,
 * 4. both.
 */
export function matchPath<T>(
  tree: TemplateTree<T>,
  readings: readonly UrlReading[],
  context: MatchContext,
): readonly PathMatch<T>[] {
  for (const isLenient of [false, true]) {
    for (const reading of readings) {
      const found = tree.find(reading.segments, isLenient);
      if (found.length > 0) return found.map((match) => ({ ...match, reading }));
    }
  }
  for (const isLenient of [false, true]) {
    for (const reading of readings) {
      for (const { segments, note } of otherAddresses(reading.segments, context)) {
        const found = tree.find(segments, isLenient);
        if (found.length > 0) return found.map((match) => ({ ...match, reading, notes: [note, ...match.notes] }));
      }
    }
  }
  return [];
}

function otherAddresses(
  segments: readonly string[],
  { aliases, namespace }: MatchContext,
): readonly { segments: readonly SoughtSegment[]; note: CallNote }[] {
  return aliases.flatMap(({ from, to }) => {
    const fits =
      segments.length >= from.length &&
      from.every((word, index) => word === null || word === comparedWord(segments[index] ?? "", namespace));
    if (!fits) return [];
    const text = `The example begins with ${addressText(from)}, which means the same as ${addressText(to)} elsewhere.`;
    return [{ segments: [...to, ...segments.slice(from.length)], note: { code: "alias", text } }];
  });
}

function addressText(address: readonly (string | null)[]): string {
  return address.map((segment) => `/${segment ?? "{}"}`).join("");
}
