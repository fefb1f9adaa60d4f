import ts from "typescript";
import { describe, expect, it } from "vitest";
import { runtimeFiles } from "./runtime-files.ts";
import { runtimeExports } from "./runtime-names.ts";
import { loadTemplates } from "./templates.ts";

const templates = loadTemplates().runtime;

/** What a file exports: `type` or `value` by name. */
function exportsOf(text: string): Readonly<Record<string, string>> {
  const source = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true);
  const found: Record<string, string> = {};
  for (const statement of source.statements) {
    if (
      !ts.canHaveModifiers(statement) ||
      !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    )
      continue;
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    if ("name" in statement && statement.name !== undefined)
      found[(statement.name as ts.Identifier).text] = isType ? "type" : "value";
  }
  return found;
}

describe("runtimeExports", () => {
  it.each(Object.entries(runtimeExports))("%s is where the table says", (name, { file, kind }) => {
    expect(exportsOf(templates.get(`${file}.ts`) ?? "")[name]).toBe(kind);
  });
});

describe("runtimeFiles", () => {
  it("changes the extension of relative imports and nothing else", () => {
    const text =
      'import type { A } from "./a.ts";\nimport b from "pkg/b.ts";\nexport * from "./c.ts";\n\nconst s = \'from "./d.ts"\';\n';
    const written = (extension: ".js" | ".ts" | ""): string => {
      const [file] = runtimeFiles(new Map([["x.ts", text]]), extension);
      return String(file?.content() ?? "")
        .split("\n\n")
        .slice(1)
        .join("\n\n");
    };
    expect(written(".js")).toBe(text.replace("./a.ts", "./a.js").replace("./c.ts", "./c.js"));
    expect(written("")).toBe(text.replace("./a.ts", "./a").replace("./c.ts", "./c"));
    expect(written(".ts")).toBe(text);
  });

  it("needs nothing but the platform", () => {
    for (const text of templates.values()) {
      for (const [, specifier = ""] of text.matchAll(/from "([^"]+)"/g)) expect(specifier).toMatch(/^\.\/[a-z-]+\.ts$/);
      expect(text).not.toMatch(/\bBuffer\b|\bprocess\b|\brequire\b|(?::|<) any\b|<any\b/);
    }
  });
});
