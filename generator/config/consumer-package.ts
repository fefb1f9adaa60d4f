/** What the package that the SDK goes into has. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const fields = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;

/**
 * Whether goldens can be run, and even compiled, where the SDK goes: the package.json nearest to the folder, upwards,
 * names vitest, or there is none. Only what it says counts, not what is installed: the output must not differ between a
 * machine on which somebody has run `npm ci` and one on which nobody has.
 */
export function hasTestRunner(outFolder: string): boolean {
  for (let at = outFolder; ; at = dirname(at)) {
    const text = readIfThere(join(at, "package.json"));
    if (text !== null) return namesVitest(text);
    if (at === dirname(at)) return true;
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** A package.json that cannot be read is the package manager's to report: here it counts as absent. */
function namesVitest(text: string): boolean {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return true;
  }
  // Checked by hand: to load a schema library would take a fifth of a run that has nothing to do.
  if (typeof json !== "object" || json === null || Array.isArray(json)) return true;
  const manifest = json as Readonly<Record<string, unknown>>;
  return fields.some((field) => {
    const names = Object.hasOwn(manifest, field) ? manifest[field] : null;
    return typeof names === "object" && names !== null && Object.hasOwn(names, "vitest");
  });
}
