/** What the TypeScript project that the SDK goes into asks for. */
import { getTsconfig } from "get-tsconfig";
import type { EnumStyle } from "./config.ts";

/**
 * The enum style for a project: TypeScript enums are an error under `erasableSyntaxOnly`, there `const` objects stand
 * in. Looks at the tsconfig.json nearest to the folder, upwards, with what it extends. A tsconfig that cannot be read
 * is the compiler's to report: here it counts as absent.
 */
export function enumStyleFor(outFolder: string): EnumStyle {
  try {
    return getTsconfig(outFolder)?.config.compilerOptions?.erasableSyntaxOnly === true ? "const" : "enum";
  } catch {
    return "enum";
  }
}
