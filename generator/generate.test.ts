import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "./generate.ts";
import { parseModel } from "./model/parse-model.ts";
import { samplePagesIn } from "./testing/sample-pages.ts";
import { filesIn, tempFolder } from "./testing/temp-folder.ts";

const docs = samplePagesIn("docs");

test("writes an SDK and says what it has written", async () => {
  const cwd = tempFolder(docs);
  const result = await generate({ docs: "docs", out: "out", cwd });
  const files = filesIn(join(cwd, "out"));
  expect(result.written).toEqual(Object.keys(files).filter((path) => !path.startsWith(".")));
  expect(result.written).toContain("api.json");
  expect(result.unchanged).toEqual([]);
  expect(parseModel(files["api.json"] ?? "")).toEqual(result.model);
});

test("a second run changes nothing", async () => {
  const cwd = tempFolder(docs);
  const first = await generate({ docs: "docs", out: "out", cwd });
  const second = await generate({ docs: "docs", out: "out", cwd });
  expect(second.written).toEqual([]);
  expect(second.removed).toEqual([]);
  expect(second.unchanged).toEqual(first.written);
});

test("the project around the output folder decides how enums are written, the config wins", async () => {
  const erasable = '{ "compilerOptions": { "erasableSyntaxOnly": true } }';
  const styles: string[] = [];
  for (const [tsconfig, enumStyle] of [
    ["{}", null],
    [erasable, null],
    [erasable, "enum"],
  ] as const) {
    const cwd = tempFolder({ ...docs, "tsconfig.json": tsconfig });
    await generate({ docs: "docs", out: "out", cwd, ...(enumStyle === null ? {} : { enumStyle }) });
    const models = Object.entries(filesIn(join(cwd, "out"))).filter(([path]) => path.startsWith("models/"));
    styles.push(models.some(([, text]) => /^export enum /mu.test(text)) ? "enum" : "const");
  }
  expect(styles).toEqual(["enum", "const", "enum"]);
});

test.each([
  ["docs", 'cannot write to "docs": it is the docs folder; name another folder with --out'],
  [".", 'cannot write to ".": the docs folder lies inside it; name another folder with --out'],
  ["docs/api/x", 'cannot write to "docs/api/x": it lies inside the docs folder; name another folder with --out'],
])("out %s is refused and nothing is written", async (out, message) => {
  const cwd = tempFolder(docs);
  await expect(generate({ docs: "docs", out, cwd })).rejects.toThrow(message);
  expect(filesIn(cwd)).toEqual(docs);
});

test("a folder of templates that is not there is refused", async () => {
  const cwd = tempFolder(docs);
  await expect(generate({ docs: "docs", out: "out", templates: "tpl", cwd })).rejects.toThrow(
    'there is no folder "tpl", named as templates in the config',
  );
  expect(filesIn(join(cwd, "out"))).toEqual({});
});

test("a template that cannot be used is the user's to mend", async () => {
  const cwd = tempFolder({ ...docs, "tpl/readme.md.hbs": "{{#if}" });
  await expect(generate({ docs: "docs", out: "out", templates: "tpl", cwd })).rejects.toThrow(
    'cannot emit with the templates in "tpl": ',
  );
});

test("an SDK next to a file of someone else leaves it alone, and --force is force", async () => {
  const cwd = tempFolder({ ...docs, "out/mine.txt": "mine" });
  await expect(generate({ docs: "docs", out: "out", cwd })).rejects.toThrow(
    'the output folder "out" holds files that are not ours',
  );
  await generate({ docs: "docs", out: "out", cwd, force: true });
  expect(filesIn(join(cwd, "out"))["mine.txt"]).toBe("mine");
  writeFileSync(join(cwd, "out/api.json"), "edited");
  await expect(generate({ docs: "docs", out: "out", cwd })).rejects.toThrow(
    '"out/api.json" was edited since it was written',
  );
});
