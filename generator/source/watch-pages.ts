/** Tells when pages of a docs folder have changed. */
import { relative, sep } from "node:path";
import { watch } from "chokidar";
import { isSkippedFolder } from "./list-pages.ts";

/** An editor or a version control system writes many files at once: they are one change. */
const settleMilliseconds = 100;

export interface PageWatch {
  close(): Promise<void>;
}

/**
 * Watches the pages below a folder. Resolves when every change from now on will be noticed.
 *
 * @param root real path of the docs folder
 * @param onChange called once for changes that come together
 */
export async function watchPages(root: string, onChange: () => void): Promise<PageWatch> {
  const watcher = watch(root, {
    // As in reading: what a link leads to is no part of the set.
    followSymlinks: false,
    ignoreInitial: true,
    usePolling: false,
    ignored: (path, stats) => {
      const names = relative(root, path).split(sep);
      return names.some(isSkippedFolder) || (stats?.isFile() === true && !/\.md$/i.test(path));
    },
  });
  let timer: ReturnType<typeof setTimeout> | null = null;
  watcher.on("all", (event) => {
    // A folder alone holds no page.
    if (event === "addDir") return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(onChange, settleMilliseconds);
  });
  // Files that vanish or cannot be read while they are looked at: the reader of the pages says so, if it matters.
  watcher.on("error", () => {});
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return {
    async close() {
      if (timer !== null) clearTimeout(timer);
      await watcher.close();
    },
  };
}
