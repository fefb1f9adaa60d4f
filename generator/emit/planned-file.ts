/** A file of the output before its text is made: whoever knows what it was made of before need not make it again. */
import { digest } from "../digest.ts";
import type { OutputPath } from "./file-names.ts";

export interface PlannedFile {
  readonly path: OutputPath;
  /**
   * Digest of all that the text is made of, besides the options and the program; `null` where the text is made as fast.
   * The same inputs make the same text.
   */
  readonly inputs: () => string | null;
  /** `null`: there is no such file, as nothing would stand in it. */
  readonly text: () => string | null;
}

/** A file whose text is there, or is made in no time. */
export function plainFile({ path, text }: { readonly path: OutputPath; readonly text: string }): PlannedFile {
  return { path, inputs: () => null, text: () => text };
}

/** A file that takes time. */
export function costlyFile(path: OutputPath, inputs: () => readonly string[], text: () => string | null): PlannedFile {
  return { path, inputs: () => digest(path, ...inputs()), text };
}
