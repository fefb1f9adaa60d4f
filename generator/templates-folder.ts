/** Where the files of `templates/` lie: two folders up in a checkout, more where this has been compiled elsewhere. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export function templatesFolder(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const folder = join(at, "templates");
    // Other folders have that name, too.
    if (existsSync(join(folder, "runtime"))) return folder;
    const above = dirname(at);
    if (above === at) throw new Error("The folder templates/ is missing from this installation");
    at = above;
  }
}

/** A file of this package; `null` where there is none of that name. */
export function templateText(name: string): string | null {
  const path = join(templatesFolder(), name);
  return existsSync(path) ? readFileSync(path, "utf8").replace(/\r\n?/gu, "\n") : null;
}
