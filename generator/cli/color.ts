/** Whether to colour, and how. */
import picocolors from "picocolors";
import type { Severity } from "../diagnostics/codes.ts";
import type { CliIo, CliStream } from "./io.ts";

/**
 * The flag wins over the environment (`NO_COLOR`, `FORCE_COLOR`), the environment over the terminal.
 *
 * @param flag `--color` or `--no-color`; `undefined` where neither was given
 */
export function wantsColor(flag: boolean | undefined, env: CliIo["env"], stream: CliStream): boolean {
  if (flag !== undefined) return flag;
  // An empty NO_COLOR counts as unset: https://no-color.org
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** Paints a text in the colour of a severity. */
export function severityPaint(color: boolean): (severity: Severity, text: string) => string {
  const { red, yellow, dim } = picocolors.createColors(color);
  const paints = { error: red, warning: yellow, note: dim } satisfies Record<Severity, (text: string) => string>;
  return (severity, text) => paints[severity](text);
}
