import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../testing/corpus.ts";

/** All behind the imports, of which there is one. */
function withoutHead(path: string): string {
  const [, ...rest] = readFileSync(join(repositoryRoot, path), "utf8").split(/^import .*;\n/mu);
  return rest.join("");
}

test("the command line chooses permissions by the code that the SDK has", () => {
  const own = withoutHead("generator/permissions/solver.ts");
  expect(own).toContain("export function createPermissions");
  expect(own).toBe(withoutHead("templates/runtime/permissions.ts"));
});
