/** What a list of used functions leaves out, said to whom it may concern. */
import type { ConsumerProgram } from "./consumer-program.ts";
import type { SourceFiles } from "./source-files.ts";
import type { Place, UsedFunctions } from "./used-functions.ts";

/** What the result does not cover, or what was left out of it on purpose. */
export interface UsageNote {
  /**
   * `not-used`: imported only; `passed-on`: exported only; `whole`: all functions of a file at once; `unread`: not to be
   * read; `outside`: not within the folders; `embedded`: code in files of another kind; `link`: not followed.
   */
  readonly code: "not-used" | "passed-on" | "whole" | "unread" | "outside" | "embedded" | "link";
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
}

/** What was not counted, or cannot be. */
export function usageNotes(functions: UsedFunctions, show: (path: string) => string): UsageNote[] {
  const { uses, imports, passedOn, wholes } = functions;
  const at = ({ file, line }: Place) => ({ file: show(file), line });
  const unused = (places: ReadonlyMap<string, Place>) =>
    [...places].filter(([name]) => !uses.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...wholes.map(
      (place): UsageNote => ({
        code: "whole",
        message: `all functions at once: which of them are used cannot be told, and none was counted (${place.text})`,
        ...at(place),
      }),
    ),
    ...unused(passedOn).map(
      ([name, place]): UsageNote => ({
        code: "passed-on",
        message: `${name} is exported and not used in the code that was read: not counted`,
        ...at(place),
      }),
    ),
    ...unused(imports)
      .filter(([name]) => !passedOn.has(name))
      .map(
        ([name, place]): UsageNote => ({
          code: "not-used",
          message: `${name} is imported and not used: not counted`,
          ...at(place),
        }),
      ),
  ];
}

/** What was not read. */
export function readingNotes(
  { embedded, links }: SourceFiles,
  { unread, outside }: ConsumerProgram,
  show: (path: string) => string,
): UsageNote[] {
  return [
    ...[...unread].map(
      ([file, reason]): UsageNote => ({ code: "unread", message: `not read: ${reason}`, file: show(file), line: null }),
    ),
    ...[...outside].map(
      ([file, from]): UsageNote => ({
        code: "outside",
        message: `imports "${show(file)}", which was not looked into: name its folder with --used`,
        file: show(from),
        line: null,
      }),
    ),
    ...[...embedded].sort().map(
      ([extension, count]): UsageNote => ({
        code: "embedded",
        message: `code in ${extension} files is not read (${count})`,
        file: null,
        line: null,
      }),
    ),
    ...links.map(
      (path): UsageNote => ({ code: "link", message: "symbolic link, not followed", file: show(path), line: null }),
    ),
  ];
}
