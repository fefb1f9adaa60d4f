/** The version of this package, as its package.json has it: beside `generator/` in a checkout, beside `dist/` installed. */
import { readFileSync } from "node:fs";

export function toolVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new Error("package.json has no version");
}
