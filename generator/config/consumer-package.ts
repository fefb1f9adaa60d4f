/** What the package that the SDK goes into has. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

const dependencies = z.record(z.string(), z.unknown()).optional().catch(undefined);

const manifest = z.object({
  dependencies,
  devDependencies: dependencies,
  optionalDependencies: dependencies,
  peerDependencies: dependencies,
});

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
  const read = manifest.safeParse(json);
  return (
    !read.success || Object.values(read.data).some((names) => names !== undefined && Object.hasOwn(names, "vitest"))
  );
}
