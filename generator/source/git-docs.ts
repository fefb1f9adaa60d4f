/**
 * Pages as they are at a git revision, read from the repository's objects: nothing is checked out, and nothing is written.
 *
 * `git` is the only program that is ever started. What a user gives is one argument behind `--end-of-options`, never part
 * of a shell's line, and one that begins with a dash is refused by name.
 */
import { spawnSync } from "node:child_process";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defaultLimits } from "../docs/limits.ts";
import { RunError } from "../run-error.ts";
import { systemCode } from "../system-reason.ts";
import { type DocsSet, fileDiagnostic, lineOf } from "./docs-set.ts";
import { isPagePath } from "./list-pages.ts";
import { textOf } from "./read-text.ts";

/** `main:api-reference`: a revision, and a path from the root of the repository. */
export interface GitPlace {
  readonly revision: string;
  readonly path: string;
  /** As the user wrote it, for messages. */
  readonly shown: string;
}

/** A docs folder, or the text of one file. */
export type GitContent =
  | { readonly kind: "folder"; readonly docs: DocsSet }
  | { readonly kind: "file"; readonly text: string };

// A model of a large reference takes 40 MB, all pages of it as much.
const maxOutputBytes = 512 * 1024 * 1024;

/** Splits `revision:path`; `null` where it has not that form. */
export function gitPlace(text: string): GitPlace | null {
  const at = text.indexOf(":");
  if (at <= 0 || /[\0\n]/u.test(text)) return null;
  return { revision: text.slice(0, at), path: text.slice(at + 1).replace(/^\.?\/+|\/+$/gu, ""), shown: text };
}

function git(cwd: string, args: readonly string[], place: GitPlace, input?: string): Buffer {
  // A partial clone would fetch what it lacks: nothing here may use the network.
  const result = spawnSync("git", ["-c", "protocol.allow=never", ...args], {
    cwd,
    input,
    maxBuffer: maxOutputBytes,
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  if (result.error !== undefined) {
    const reason = systemCode(result.error) === "ENOENT" ? "there is no git on this machine" : "git cannot be run";
    throw new RunError("unreadable", `cannot read "${place.shown}": ${reason}`);
  }
  if (result.status !== 0) {
    const said =
      result.stderr
        .toString("utf8")
        .trim()
        .split("\n")[0]
        ?.replace(/^fatal: /u, "") ?? "";
    throw new RunError("unreadable", `cannot read "${place.shown}": git says: ${said}`);
  }
  return result.stdout;
}

interface Entry {
  readonly mode: string;
  readonly oid: string;
  readonly path: string;
}

function listTree(cwd: string, tree: string, place: GitPlace): Entry[] {
  const listing = git(cwd, ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", tree], place).toString("utf8");
  return listing.split("\0").flatMap((line) => {
    const [, mode = "", oid = "", path = ""] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/su.exec(line) ?? [];
    return path === "" ? [] : [{ mode, oid, path }];
  });
}

/** The contents of objects, in the order asked for: each stands behind a line with its size. */
function readObjects(cwd: string, oids: readonly string[], place: GitPlace): Buffer[] {
  const output = git(cwd, ["cat-file", "--batch"], place, `${oids.join("\n")}\n`);
  const contents: Buffer[] = [];
  let at = 0;
  for (const oid of oids) {
    const end = output.indexOf(0x0a, at);
    const size = Number(/^[0-9a-f]+ blob (\d+)$/u.exec(output.toString("utf8", at, end))?.[1] ?? Number.NaN);
    if (end < 0 || Number.isNaN(size))
      throw new RunError("unreadable", `cannot read "${place.shown}": object ${oid} is missing`);
    contents.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}

function folderOf(cwd: string, tree: string, place: GitPlace, pageBytes: number): DocsSet {
  const entries = listTree(cwd, tree, place)
    .filter(({ path }) => isPagePath(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (entries.length === 0)
    throw new RunError("unreadable", `"${place.shown}" holds no .md page: name the folder of the pages`);
  // Modes of regular files; a symbolic link is an object as well, with the target as its text.
  const files = entries.filter(({ mode }) => mode.startsWith("100"));
  const contents = readObjects(
    cwd,
    files.map(({ oid }) => oid),
    place,
  );
  const texts = new Map<string, string>();
  const diagnostics = entries
    .filter(({ mode }) => !mode.startsWith("100"))
    .map(({ path }) => diagnostic("file-unreadable", lineOf(path, 1), { reason: "it is not a regular file" }));
  for (const [index, { path }] of files.entries()) {
    const file = textOf(contents[index] ?? Buffer.alloc(0), pageBytes);
    if (file.kind === "text") texts.set(path, file.text);
    else diagnostics.push(fileDiagnostic(path, file, pageBytes));
  }
  return { root: place.shown, texts, diagnostics };
}

/**
 * Reads what lies at a path of a revision. Throws a {@link RunError} where the form is wrong, or where git does not know
 * the revision or the path.
 *
 * @param cwd a folder in the repository
 * @param pageBytes limit on the size of a page
 */
export function readGit(cwd: string, place: GitPlace, pageBytes: number = defaultLimits.pageBytes): GitContent {
  if (place.shown.startsWith("-"))
    throw new RunError(
      "usage",
      `"${place.shown}" begins with a dash: no revision does, and git would take it for an option`,
    );
  const object = `${place.revision}:${place.path}`;
  const type = git(cwd, ["cat-file", "-t", "--end-of-options", object], place).toString("utf8").trim();
  if (type === "tree") return { kind: "folder", docs: folderOf(cwd, object, place, pageBytes) };
  if (type !== "blob") throw new RunError("usage", `"${place.shown}" is neither a folder nor a file`);
  const text = git(cwd, ["cat-file", "--end-of-options", "blob", object], place).toString("utf8");
  return { kind: "file", text };
}
