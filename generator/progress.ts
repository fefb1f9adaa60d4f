/** What a long run tells of how far it is. */

export type Phase = "read" | "link" | "emit" | "write" | "check" | "run";

/** Called at the beginning of each phase, and for each page read. Both numbers are 0 where a phase has no steps. */
export type ProgressListener = (phase: Phase, done: number, total: number) => void;
