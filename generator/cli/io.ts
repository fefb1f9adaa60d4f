/** The world of a command: handed in, so that tests can look at all of it. */

export type CliStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface CliIo {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: CliStream;
  readonly stderr: CliStream;
  /** Runs work that must not be cut in two: a signal that arrives meanwhile acts afterwards. */
  readonly uninterrupted: <T>(work: () => T) => Promise<T>;
  /** Has somebody finish an output folder should this process be killed; gives back what calls that off. */
  readonly guard: (folder: string) => () => void;
  /** Resolves when somebody wants a command to end that would go on for ever. */
  readonly stopped: () => Promise<void>;
}
