/** Which part of a version number the changes ask for. */
import type { Change } from "./change.ts";

export type Bump = "major" | "minor" | "patch" | "none";

export interface Advice {
  readonly bump: Bump;
  readonly reason: string;
}

/** What pages cannot decide counts as no break: it is for a person to look at, and the reason says so. */
export function versionAdvice(changes: readonly Change[]): Advice {
  const count = (level: Change["level"]): number => changes.filter((change) => change.level === level).length;
  const [breaking, warnings] = [count("breaking"), count("warning")];
  if (breaking > 0) return { bump: "major", reason: breaking === 1 ? "1 change breaks" : `${breaking} changes break` };
  if (warnings > 0)
    return {
      bump: "minor",
      reason: `nothing breaks for sure; a major version if one of ${warnings === 1 ? "the 1 warning" : `the ${warnings} warnings`} does`,
    };
  if (changes.some(({ area }) => area !== "docs")) return { bump: "minor", reason: "nothing breaks" };
  return changes.length > 0
    ? { bump: "patch", reason: "only the wording has changed" }
    : { bump: "none", reason: "nothing has changed" };
}
