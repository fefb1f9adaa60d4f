/** How an output folder differs from what it should hold. Looks only; nothing is written here. */
import { textOfContent } from "../file-content.ts";
import { FolderView } from "./folder-view.ts";
import { manifestName, manifestText } from "./manifest.ts";
import type { OutputPlan } from "./plan-output.ts";

export interface Drift {
  /** Paths within the output folder, sorted. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** What lies at a path now, and what should; `null` where nothing does. */
  readonly textsOf: (path: string) => { readonly before: string | null; readonly after: string | null };
}

function withLineFeeds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/**
 * What a run would change, by path. Line ends are no difference here: version control may have checked out either, and
 * puts them right by itself when it takes the files back. The manifest is named only where nothing else differs.
 */
export function findDrift({ folder, shown, added, changed, removed, ...plan }: OutputPlan): Drift {
  const view = new FolderView({ path: folder, shown });
  const textAt = (path: string): string | null => {
    const found = view.find(path);
    return found.kind === "file" ? withLineFeeds(found.text) : null;
  };
  const wanted = new Map([...added, ...changed].map(({ path, content }) => [path, textOfContent(content)]));
  const edited = changed.map(({ path }) => path).filter((path) => textAt(path) !== wanted.get(path));
  const isManifestAlone = added.length + edited.length + removed.length === 0;
  const manifest = manifestText(plan.manifest);
  if (isManifestAlone && withLineFeeds(plan.manifestFound) !== manifest) {
    edited.push(manifestName);
    wanted.set(manifestName, manifest);
  }
  return {
    added: added.map(({ path }) => path).sort(),
    changed: edited.sort(),
    removed: [...removed].sort(),
    textsOf: (path) => ({ before: textAt(path), after: wanted.get(path) ?? null }),
  };
}

export function isDrift({ added, changed, removed }: Drift): boolean {
  return added.length + changed.length + removed.length > 0;
}
