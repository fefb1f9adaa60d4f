/** Which pages `--only` means. */
import picomatch from "picomatch";

export type PageFilter = (path: string) => boolean;

const globCharacters = /[*?{}[\]()!]/u;

/**
 * A test for page paths. A pattern with glob characters has to match the whole path; any other is the beginning of one:
 * `api/user` means `api/user-list.md` as well as `api/user/get.md`.
 *
 * @example createPageFilter("resources/*.md")("resources/user.md") // true
 */
export function createPageFilter(pattern: string): PageFilter {
  const wanted = pattern.replaceAll("\\", "/").replace(/^(?:\.\/)+/u, "");
  if (!globCharacters.test(wanted)) return (path) => path.startsWith(wanted);
  const matches = picomatch(wanted, { dot: true });
  // Called with one argument only: with a second one it returns an object, which is always true.
  return (path) => matches(path);
}

export interface PageSelection {
  readonly matches: PageFilter;
  /** Patterns that none of the pages matches: a typing error, most likely. */
  readonly unmatched: readonly string[];
}

/** All patterns together; without any, every page is meant. */
export function selectPages(patterns: readonly string[], pages: Iterable<string>): PageSelection {
  if (patterns.length === 0) return { matches: () => true, unmatched: [] };
  const chosen = new Set<string>();
  const used = new Set<string>();
  const filters = patterns.map((pattern) => ({ pattern, test: createPageFilter(pattern) }));
  for (const page of pages)
    for (const { pattern, test } of filters)
      if (test(page)) {
        chosen.add(page);
        used.add(pattern);
      }
  return { matches: (path) => chosen.has(path), unmatched: patterns.filter((pattern) => !used.has(pattern)) };
}
