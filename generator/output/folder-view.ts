/** The output folder as it lies on the disk. */
import { lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FolderSetting } from "../config/settings.ts";
import { RunError } from "../run-error.ts";
import { systemReason } from "../system-reason.ts";
import { fileMark, type SeenFile } from "./file-marks.ts";

export type Found =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "other"; readonly what: string };

/** Looks at the files of one folder, without following symbolic links anywhere below it. */
export class FolderView {
  readonly #root: FolderSetting;
  readonly #folders = new Map<string, Found | null>();

  constructor(root: FolderSetting) {
    this.#root = root;
  }

  /** What lies at a relative path. A {@link RunError} of kind `unreadable` where the system refuses to tell. */
  find(path: string): Found {
    try {
      return this.#blockedAbove(path) ?? this.#look(path);
    } catch (error) {
      throw new RunError("unreadable", `cannot read "${this.#root.shown}/${path}": ${systemReason(error)}`);
    }
  }

  /** Whether a file is still the one that was seen. */
  isSeen(path: string, { mark }: SeenFile): boolean {
    try {
      return this.#blockedAbove(path) === null && fileMark(this.#root.path, path) === mark;
    } catch {
      return false;
    }
  }

  /** Why nothing can lie at the path: a folder above it is missing, or is none. `null` where all are there. */
  #blockedAbove(path: string): Found | null {
    const parent = dirname(path);
    if (parent === ".") return null;
    const known = this.#folders.get(parent);
    if (known !== undefined) return known;
    const found = this.#blockedAbove(parent) ?? this.#lookAtFolder(parent);
    this.#folders.set(parent, found);
    return found;
  }

  #lookAtFolder(path: string): Found | null {
    const status = lstatSync(join(this.#root.path, path), { throwIfNoEntry: false });
    if (status === undefined) return { kind: "absent" };
    return status.isDirectory() ? null : { kind: "other", what: `"${path}" is not a folder` };
  }

  #look(path: string): Found {
    const full = join(this.#root.path, path);
    const status = lstatSync(full, { throwIfNoEntry: false });
    if (status === undefined) return { kind: "absent" };
    if (!status.isFile()) return { kind: "other", what: `"${path}" is not a regular file` };
    return { kind: "file", text: readFileSync(full, "utf8") };
  }
}
