/** Relative links between pages. */

/**
 * The page that a link means, as a key for lookup: path relative to the docs folder, lower case (links and file names
 * differ in letter case on real pages). `null` for anchors, absolute links and targets that are no page or lie outside.
 */
export function linkTargetKey(fromPage: string, url: string): string | null {
  const path = url.split(/[?#]/, 1)[0]?.trim().replace(/\\/g, "/") ?? "";
  if (!/\.md$/i.test(path) || /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(path)) return null;
  const parts = fromPage.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.length === 0) return null;
      parts.pop();
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/").toLowerCase();
}

/** Key of a page's own path. */
export function pageKey(path: string): string {
  return path.toLowerCase();
}
