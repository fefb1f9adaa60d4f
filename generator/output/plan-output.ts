/** What writing an output would change on the disk. Looks only; nothing is written here. */
import { readdirSync } from "node:fs";
import type { FolderSetting } from "../config/settings.ts";
import type { FileContent } from "../file-content.ts";
import { RunError } from "../run-error.ts";
import { systemCode, systemReason } from "../system-reason.ts";
import type { SeenFile } from "./file-marks.ts";
import { FolderView } from "./folder-view.ts";
import { contentHash, type Manifest, manifestName, manifestText, parseManifest } from "./manifest.ts";
import { isOutputPath } from "./output-path.ts";
import { isStagingName } from "./staging-folder.ts";

export interface OutputFile {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  /** Of the content, see {@link contentHash}. */
  readonly hash: string;
  /** Lines end in LF. May be made when it is asked for: a file that stays as it is need not be. */
  readonly content: FileContent;
}

/** A file whose content is there. */
export function outputFile(path: string, content: FileContent): OutputFile {
  return { path, hash: contentHash(content), content };
}

export interface OutputPlan {
  readonly folder: string;
  /** The folder as messages name it. */
  readonly shown: string;
  /** All that should lie there: what the plan was made for. */
  readonly files: readonly OutputFile[];
  readonly force: boolean;
  readonly added: readonly OutputFile[];
  readonly changed: readonly OutputFile[];
  readonly unchanged: readonly string[];
  /** Files of ours that are no longer part of the output. */
  readonly removed: readonly string[];
  /** Of the changed and removed ones, those that hold something that we did not write. Empty without `force` or `lookOnly`. */
  readonly lost: readonly string[];
  /** Hashes of what lies there now, of the files that the plan knows: a run that is ended half-way can be told by them. */
  readonly current: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
  /** Text of the manifest that lies there; `""` where there is none. */
  readonly manifestFound: string;
  readonly isManifestCurrent: boolean;
}

export interface PlanOptions {
  /** Take over a folder without a manifest, and overwrite files of ours that were edited. */
  readonly force: boolean;
  /** Nothing will be written: an edit is one more difference, and no reason to refuse. */
  readonly lookOnly?: boolean;
  /** Files as they were seen before: those that still look like that are not read. */
  readonly seen?: ReadonlyMap<string, SeenFile>;
}

// Another run may write meanwhile, which takes a moment.
const maxLooks = 5;

const noManifest: Manifest = { files: new Map(), pending: new Map() };

function listEntries(folder: FolderSetting): readonly string[] {
  try {
    return readdirSync(folder.path).sort();
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw new RunError("unreadable", `cannot read the output folder "${folder.shown}": ${systemReason(error)}`);
  }
}

function readManifest(out: FolderSetting, entries: readonly string[], view: FolderView, force: boolean) {
  const found = entries.includes(manifestName) ? view.find(manifestName) : null;
  const text = found?.kind === "file" ? found.text : "";
  const manifest = parseManifest(text);
  if (manifest === null && entries.length > 0 && !force) {
    const why = found === null ? "holds files that are not ours" : `has a damaged ${manifestName}`;
    throw new RunError(
      "usage",
      `the output folder "${out.shown}" ${why}: name an empty folder with --out, or pass --force to write there all the same`,
    );
  }
  return { manifest: manifest ?? noManifest, text };
}

function checkPaths(files: readonly OutputFile[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    // Not the user's doing: the emitter makes the paths.
    if (!isOutputPath(path)) throw new Error(`Unexpected output path: ${JSON.stringify(path)}`);
    const key = path.toLowerCase();
    if (seen.has(key) || key === manifestName)
      throw new Error(`Two output files share the path ${JSON.stringify(path)}`);
    seen.add(key);
  }
}

function conflict(out: FolderSetting, paths: readonly string[], what: string, remedy: string): RunError {
  const more = paths.length > 1 ? ` (and ${paths.length - 1} more)` : "";
  return new RunError("conflict", `"${out.shown}/${paths[0]}"${more} ${what}: ${remedy}; nothing was written`);
}

/** Tells our files from others by what the manifest says of their content, and notes what it has seen. */
class Ownership {
  /** Hashes of what lies there now. */
  readonly current = new Map<string, string>();
  readonly #manifest: Manifest;

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
  }

  /** Paths that were ours at some time. */
  paths(): ReadonlySet<string> {
    return new Set([...this.#manifest.files.keys(), ...this.#manifest.pending.keys()]);
  }

  isOurs(path: string, text: string): boolean {
    const hash = contentHash(text);
    this.current.set(path, hash);
    return this.isKnown(path, hash);
  }

  /** Whether a file with this content is what the manifest says. */
  isKnown(path: string, hash: string): boolean {
    return this.#manifest.files.get(path) === hash || this.#manifest.pending.get(path) === hash;
  }
}

function compare(
  out: FolderSetting,
  files: readonly OutputFile[],
  view: FolderView,
  ownership: Ownership,
  seen: ReadonlyMap<string, SeenFile>,
) {
  const added: OutputFile[] = [];
  const changed: OutputFile[] = [];
  const unchanged: string[] = [];
  /** Of the changed ones, those that hold something that we did not write. */
  const notOurs: string[] = [];
  for (const file of files) {
    const before = seen.get(file.path);
    // Whatever is still as we left it is ours, and need not be read.
    if (before !== undefined && ownership.isKnown(file.path, before.hash) && view.isSeen(file.path, before)) {
      ownership.current.set(file.path, before.hash);
      if (before.hash === file.hash) unchanged.push(file.path);
      else changed.push(file);
      continue;
    }
    const found = view.find(file.path);
    if (found.kind === "other") throw conflict(out, [file.path], `cannot be written, ${found.what}`, "move that away");
    if (found.kind === "absent") {
      added.push(file);
      continue;
    }
    const isOurs = ownership.isOurs(file.path, found.text);
    // The hash is the same whatever the line ends are; ours are line feeds.
    const isSame = ownership.current.get(file.path) === file.hash && !found.text.includes("\r\n");
    if (isSame) unchanged.push(file.path);
    else {
      changed.push(file);
      if (!isOurs) notOurs.push(file.path);
    }
  }
  return { added, changed, unchanged, notOurs };
}

function findStale(files: readonly OutputFile[], view: FolderView, ownership: Ownership) {
  const removed: string[] = [];
  const notOurs: string[] = [];
  const wanted = new Set(files.map(({ path }) => path));
  for (const path of ownership.paths()) {
    const found = wanted.has(path) ? null : view.find(path);
    if (found?.kind !== "file") continue;
    removed.push(path);
    if (!ownership.isOurs(path, found.text)) notOurs.push(path);
  }
  return { removed: removed.sort(), notOurs };
}

/** What the manifest of a folder says now, word for word; `""` where there is none. */
export function manifestFoundIn(out: FolderSetting): string {
  const found = new FolderView(out).find(manifestName);
  return found.kind === "file" ? found.text : "";
}

/**
 * Compares files with what lies in the output folder.
 *
 * Throws a {@link RunError}: of kind `usage` where the folder holds files and no manifest of ours, of kind `conflict`
 * where a file of ours was edited, or something that is not ours lies where a file of ours has to go.
 */
export function planOutput(out: FolderSetting, files: readonly OutputFile[], options: PlanOptions): OutputPlan {
  checkPaths(files);
  for (let looks = 1; ; looks += 1) {
    const before = manifestFoundIn(out);
    // What another run has changed while we looked would pass for edits.
    const isDisturbed = (): boolean => looks < maxLooks && manifestFoundIn(out) !== before;
    try {
      const plan = lookOnce(out, files, options);
      if (!isDisturbed()) return plan;
    } catch (error) {
      if (!isDisturbed()) throw error;
    }
  }
}

function lookOnce(
  out: FolderSetting,
  files: readonly OutputFile[],
  { force, lookOnly = false, seen = new Map() }: PlanOptions,
): OutputPlan {
  const view = new FolderView(out);
  const previous = readManifest(
    out,
    listEntries(out).filter((name) => !isStagingName(name)),
    view,
    force,
  );
  const ownership = new Ownership(previous.manifest);
  const { notOurs, ...compared } = compare(out, files, view, ownership, seen);
  const stale = findStale(files, view, ownership);
  if (!force && !lookOnly) {
    const known = ownership.paths();
    const edited = [...notOurs.filter((path) => known.has(path)), ...stale.notOurs];
    if (edited.length > 0)
      throw conflict(
        out,
        edited,
        "was edited since it was written",
        "move the edits elsewhere, or pass --force to lose them",
      );
    if (notOurs.length > 0)
      throw conflict(out, notOurs, "is in the way and not ours", "move it away, or pass --force to overwrite it");
  }
  const manifest = { files: new Map(files.map(({ path, hash }) => [path, hash])), pending: new Map() };
  return {
    folder: out.path,
    shown: out.shown,
    files,
    force,
    ...compared,
    removed: stale.removed,
    lost: [...notOurs, ...stale.notOurs].sort(),
    current: ownership.current,
    manifest,
    manifestFound: previous.text,
    isManifestCurrent: previous.text === manifestText(manifest),
  };
}
