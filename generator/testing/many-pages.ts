/** As many pages as a test wants, each of which becomes a file of functions. */
import { clockPage, facePage, getClockPage } from "./sample-pages.ts";

/**
 * @param edition a word in the descriptions: another one changes every file
 * @returns pages by path, for an SDK with `count` files of functions and as many types
 */
export function manyPages(count: number, edition: string): Record<string, string> {
  const pages: Record<string, string> = { "resources/face.md": facePage };
  for (let index = 0; index < count; index += 1) {
    const renamed = (page: string): string =>
      page
        .replaceAll("clock", `clock${index}`)
        .replaceAll("/clock.md", `/clock${index}.md`)
        .replaceAll("that is all", `edition ${edition}`)
        .replaceAll("on a wall", `of edition ${edition}`);
    pages[`api/clock${index}-get.md`] = renamed(getClockPage);
    pages[`resources/clock${index}.md`] = renamed(clockPage);
  }
  return pages;
}
