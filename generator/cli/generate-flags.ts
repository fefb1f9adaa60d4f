/** The flags of `apipage generate`. */
import type { CommonFlags } from "./common-options.ts";

export const checkForms = ["diff", "names"] as const;

export type CheckForm = (typeof checkForms)[number];

export interface GenerateFlags extends CommonFlags {
  readonly strict?: boolean;
  readonly force?: boolean;
  readonly check?: CheckForm;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly verbose?: boolean;
  readonly format: "pretty" | "json";
}

/** True where nothing may be written. */
export function isLookOnly({ check, dryRun }: GenerateFlags): boolean {
  return check !== undefined || dryRun === true;
}
