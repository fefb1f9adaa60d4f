/** A file of the output before its text is made: whoever knows what it was made of before need not make it again. */
import { digest } from "../digest.ts";
import type { FileContent } from "../file-content.ts";
import type { OutputPath } from "./file-names.ts";

export interface PlannedFile {
  readonly path: OutputPath;
  /**
   * Digest of what the content is made of, besides the options, the program, and all that it looks at in the view of the
   * model while it is made; `null` where that is made as fast. The same inputs, and the same where it looked, make the
   * same content.
   */
  readonly inputs: () => string | null;
  /** `null`: there is no such file, as nothing would stand in it. */
  readonly content: () => FileContent | null;
}

/** A file whose text is there. */
export function plainFile({ path, text }: { readonly path: OutputPath; readonly text: string }): PlannedFile {
  return quickFile(path, () => text);
}

/** A file that is made in less time than it takes to tell what it is made of. */
export function quickFile(path: OutputPath, content: () => FileContent): PlannedFile {
  return { path, inputs: () => null, content };
}

/** A file that takes time. */
export function costlyFile(
  path: OutputPath,
  inputs: () => readonly string[],
  content: () => string | null,
): PlannedFile {
  return { path, inputs: () => digest(path, ...inputs()), content };
}
