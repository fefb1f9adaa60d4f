import { describe, expect, it } from "vitest";
import { fileName, outputPath } from "./file-names.ts";
import { createImports } from "./imports.ts";
import { identifier } from "./text.ts";

const here = outputPath("operations", fileName("here"));
const models = outputPath("models", fileName("a"));
const runtime = outputPath("runtime", fileName("r"));

describe("createImports", () => {
  it("collects what is used, sorted, types apart from values", () => {
    const imports = createImports(here, [], [], ".js");
    for (const name of ["User", "Group", "User"]) imports.use(identifier(name), models, "type");
    imports.use(identifier("send"), runtime, "value");
    imports.use(identifier("Client"), runtime, "type");
    imports.use(identifier("own"), here, "value");
    expect(imports.statements()).toEqual([
      'import type { Group, User } from "../models/a.js";',
      'import { type Client, send } from "../runtime/r.js";',
    ]);
  });

  it("gives another local name where the name is taken", () => {
    const imports = createImports(here, [identifier("User")], ["Promise"], ".js");
    expect(imports.use(identifier("User"), models, "type")).toBe("User2");
    expect(imports.use(identifier("Promise"), models, "type")).toBe("Promise2");
    expect(imports.use(identifier("User"), models, "type")).toBe("User2");
    expect(imports.statements()).toEqual(['import type { Promise as Promise2, User as User2 } from "../models/a.js";']);
  });

  it("breaks long lines", () => {
    const imports = createImports(here, [], [], ".ts");
    for (const letter of ["A", "B", "C"]) imports.use(identifier(letter.repeat(30)), models, "type");
    expect(imports.statements()).toEqual([
      `import type {\n  ${"A".repeat(30)},\n  ${"B".repeat(30)},\n  ${"C".repeat(30)},\n} from "../models/a.ts";`,
    ]);
  });
});
