/** Tells when what a run reads has changed. */
import { dirname } from "node:path";
import { type ChokidarOptions, watch } from "chokidar";
import { isWithin, pathWithin } from "../path-within.ts";
import { systemCode } from "../system-reason.ts";
import { isSkippedFolder } from "./list-pages.ts";

/** An editor or a version control system writes many files at once: they are one change. */
const settleMilliseconds = 100;

/** All paths are absolute. */
export interface WatchedPlaces {
  /** Real path of the docs folder: its pages count. */
  readonly docs: string;
  /** Folders of which all files count. */
  readonly folders?: readonly string[];
  /** Files, there or not. */
  readonly files?: readonly string[];
  /** Folders that do not count wherever they lie: what a run writes would be taken for a change. */
  readonly except?: readonly string[];
  /** A folder that stays. What lies in it may vanish with all folders in between, and is noticed when it comes back. */
  readonly base: string;
}

export interface WatchHooks {
  /** Called once for changes that come together, with the paths of what has come, gone or changed. */
  readonly onChange: (paths: ReadonlySet<string>) => void;
  /** Called once where the system does not watch all of it, with the reason. */
  readonly onTrouble?: (reason: string) => void;
}

export interface InputWatch {
  close(): Promise<void>;
}

const troubles: Readonly<Record<string, string>> = {
  ENOSPC: "the system watches no more files: raise fs.inotify.max_user_watches",
  EMFILE: "the system opens no more files: raise the limit, ulimit -n",
};

/** What chokidar is not to look at. Without the status, a path may be that of a folder or of a file. */
function ignoredBy({ docs, folders = [], files = [], except = [] }: WatchedPlaces): ChokidarOptions["ignored"] {
  const wanted = [docs, ...folders, ...files];
  return (path, status) => {
    // On the way to a place that is watched.
    if (wanted.some((place) => isWithin(path, place))) return false;
    if (except.some((folder) => isWithin(folder, path))) return true;
    const page = pathWithin(docs, path);
    if (page !== null && !page.split("/").some(isSkippedFolder))
      return status?.isFile() === true && !/\.md$/iu.test(path);
    const other = folders.map((folder) => pathWithin(folder, path)).find((found) => found !== null);
    return other === undefined || other.split("/").some(isSkippedFolder);
  };
}

/** Where watching begins: a folder that has been removed is not noticed when it comes back, unless the one around is watched. */
function startOf(path: string, base: string): string {
  return isWithin(base, path) ? base : dirname(path);
}

/** Watches what a run reads. Resolves when every change from now on will be noticed. */
export async function watchInputs(
  places: WatchedPlaces,
  { onChange, onTrouble = () => {} }: WatchHooks,
): Promise<InputWatch> {
  const { docs, folders = [], files = [], base } = places;
  const starts = new Set([docs, ...folders, ...files].map((place) => startOf(place, base)));
  const watcher = watch([...starts], {
    // As in reading: what a link leads to is no part of the set.
    followSymlinks: false,
    ignoreInitial: true,
    usePolling: false,
    ignored: ignoredBy(places) ?? [],
  });
  let changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = (): void => {
    const paths = changed;
    changed = new Set();
    onChange(paths);
  };
  watcher.on("all", (event, path) => {
    // A folder alone holds no page.
    if (event === "addDir") return;
    changed.add(path);
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(tell, settleMilliseconds);
  });
  let isTroubled = false;
  // Files that vanish or cannot be read while they are looked at: the reader of the pages says so, if it matters.
  watcher.on("error", (error) => {
    const reason = troubles[systemCode(error) ?? ""];
    if (reason === undefined || isTroubled) return;
    isTroubled = true;
    onTrouble(reason);
  });
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return {
    async close() {
      if (timer !== null) clearTimeout(timer);
      await watcher.close();
    },
  };
}
