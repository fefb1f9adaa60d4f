import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { libraryModel } from "../model/sample-model.fixture.ts";
import { emittedText } from "./emitted.fixture.ts";
import { loadTemplates } from "./templates.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "apipage-templates-"));
  folders.push(folder);
  mkdirSync(join(folder, "runtime"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe("loadTemplates", () => {
  it("reads the runtime without its tests", () => {
    const names = [...loadTemplates().runtime.keys()];
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(["api-error.ts", "client.ts", "function-types.ts", "operation.ts"]));
    expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)*\.ts$/.test(name))).toEqual([]);
  });

  it("takes files of another folder first, the rest from its own", () => {
    const folder = folderWith({
      "readme.md.hbs": "# {{functionCount}}\r\n",
      "runtime/query.ts": "export {};\n",
      "runtime/extra.ts": "export {};\n",
    });
    const templates = loadTemplates(folder);
    expect(templates.readme).toBe("# {{functionCount}}\n");
    expect(templates.runtime.get("query.ts")).toBe("export {};\n");
    expect([...templates.runtime.keys()]).toContain("extra.ts");
    expect(templates.index).toBe(loadTemplates().index);
    expect(emittedText(libraryModel(), "README.md", { templatesDir: folder })).toBe("# 9\n");
  });

  it("names a template that cannot be used", () => {
    expect(() =>
      emittedText(libraryModel(), "README.md", { templatesDir: folderWith({ "readme.md.hbs": "{{#each}" }) }),
    ).toThrow(/^The template readme\.md\.hbs cannot be used: Parse error/);
    expect(() =>
      emittedText(libraryModel(), "README.md", { templatesDir: folderWith({ "readme.md.hbs": "{{nothing}}" }) }),
    ).toThrow('The template readme.md.hbs cannot be used: "nothing" not defined');
    expect(() =>
      emittedText(libraryModel(), "README.md", { templatesDir: folderWith({ "index.json.hbs": "{" }) }),
    ).toThrow("The template index.json.hbs does not make JSON");
  });
});
