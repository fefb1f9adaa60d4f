/**
 * What ends a run and is nobody's bug in the generator: a wrong flag, a folder that is not there, a disk that is full.
 * The message is one line that says what to do next. What a page says is never an error of this kind, but a diagnostic.
 */

/**
 * `usage`: flags or config are wrong; `conflict`: going on would undo someone's work in the output folder;
 * `unreadable`: a file or a folder cannot be read or written, or a port is taken.
 */
export type RunErrorKind = "usage" | "conflict" | "unreadable";

export class RunError extends Error {
  override readonly name = "RunError";
  readonly kind: RunErrorKind;

  constructor(kind: RunErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
