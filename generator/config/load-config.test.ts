import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RunError } from "../run-error.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";
import { loadConfig } from "./load-config.ts";

test("no config file is no config", async () => {
  const folder = tempFolder();
  expect(await loadConfig(folder, null)).toEqual({ config: {}, folder, file: null });
});

test.each([
  ["apipage.config.ts", 'const docs: string = "d";\nexport default { docs } satisfies { docs: string };'],
  ["apipage.config.mts", 'export default { docs: "d" as string };'],
  ["apipage.config.mjs", 'export default { docs: "d" };'],
  ["apipage.config.js", 'export default { docs: "d" };'],
  ["apipage.config.json", '{ "docs": "d" }'],
])("finds and loads %s", async (name, text) => {
  const folder = tempFolder({ [name]: text });
  expect(await loadConfig(folder, null)).toEqual({ config: { docs: "d" }, folder, file: join(folder, name) });
});

test.each([
  ["apipage.config.ts", ': string = "d"'],
  ["apipage.config.mts", ': string = "d"'],
  ["apipage.config.js", ' = "d"'],
  ["apipage.config.mjs", ' = "d"'],
])(
  "%s can import from apipage, which is the package that runs, though none is installed beside it",
  async (name, docs) => {
    const text = `import { defineConfig } from "apipage";\n\nconst docs${docs};\nexport default defineConfig({ docs });\n`;
    const folder = tempFolder({ [name]: text, "package.json": '{ "type": "module" }' });
    expect((await loadConfig(folder, null)).config).toEqual({ docs: "d" });
  },
);

const versions = (text: (docs: string) => string) => ["a", "b", "c"].map((docs) => [docs, text(docs)] as const);

test.each([
  ["apipage.config.ts", versions((docs) => `export default { docs: "${docs}" as string };`), {}],
  ["apipage.config.mts", versions((docs) => `export default { docs: "${docs}" as string };`), {}],
  ["apipage.config.mjs", versions((docs) => `export default { docs: "${docs}" };`), {}],
  ["apipage.config.mjs", versions((docs) => `import "apipage"; export default { docs: "${docs}" };`), {}],
  ["apipage.config.js", versions((docs) => `export default { docs: "${docs}" };`), { type: "module" }],
  ["apipage.config.js", versions((docs) => `module.exports = { docs: "${docs}" };`), { type: "commonjs" }],
  ["apipage.config.json", versions((docs) => `\u{feff}{ "docs": "${docs}" }`), {}],
])("%s is loaded anew where it has changed", async (name, texts, manifest) => {
  const folder = tempFolder({ "package.json": JSON.stringify(manifest) });
  for (const [index, [docs, text]] of texts.entries()) {
    writeFileSync(join(folder, name), text);
    expect((await loadConfig(folder, null, { isAnew: index > 0 })).config).toEqual({ docs });
  }
  writeFileSync(join(folder, name), "{ export");
  await expect(loadConfig(folder, null, { isAnew: true })).rejects.toThrow(`cannot load the config "${name}": `);
});

test("paths of a named config are relative to its own folder", async () => {
  const folder = tempFolder({ "settings/api.config.json": '{ "out": "x" }' });
  const { config, folder: base } = await loadConfig(folder, "settings/api.config.json");
  expect(config).toEqual({ out: "x" });
  expect(base).toBe(join(folder, "settings"));
});

test("reads nothing besides: no rc file, no .env, no package.json, no .config folder", async () => {
  const folder = tempFolder({
    ".apipagerc": "docs=rc",
    ".env": "APIPAGE_TEST_LEAK=1",
    "package.json": '{ "apipage": { "docs": "package" } }',
    ".config/apipage.json": '{ "docs": "hidden" }',
  });
  expect((await loadConfig(folder, null)).config).toEqual({});
  const named = tempFolder({
    "apipage.config.json": '{ "out": "x" }',
    ".env": "APIPAGE_TEST_LEAK=1",
    ".apipagerc": "docs=rc",
  });
  expect((await loadConfig(named, null)).config).toEqual({ out: "x" });
  expect(process.env.APIPAGE_TEST_LEAK).toBeUndefined();
});

test("loading leaves no file behind", async () => {
  const folder = tempFolder({ "apipage.config.ts": "export default {};" });
  await loadConfig(folder, null);
  expect(Object.keys(filesIn(folder))).toEqual(["apipage.config.ts"]);
  expect(existsSync(join(folder, "node_modules"))).toBe(false);
});

test("never follows extends, from the network or from anywhere", async () => {
  const folder = tempFolder({ "apipage.config.json": '{ "extends": "github:someone/configs" }' });
  await expect(loadConfig(folder, null)).rejects.toThrow('apipage.config.json: unknown key "extends"');
});

test.each([
  ["none.json", {}, 'there is no config file "none.json"'],
  ["gh:someone/repository", {}, 'there is no config file "gh:someone/repository"'],
  ["a.yaml", { "a.yaml": "docs: x" }, 'cannot load the config "a.yaml": expected a .ts, .mts, .js, .mjs or .json file'],
  ["a.mjs", { "a.mjs": 'throw new Error("no token\\nhere");' }, 'cannot load the config "a.mjs": no token'],
])("%s", async (name, files, message) => {
  await expect(loadConfig(tempFolder(files), name)).rejects.toThrow(new RunError("usage", message));
});

test.each([
  ["apipage.config.mjs", "const config = {}; config.docs = 'x';"],
  ["apipage.config.mjs", "export const config = { docs: 'x' };"],
  ["apipage.config.ts", "export const config = { docs: 'x' };"],
])("%s without a default export is not taken for an empty config: %s", async (name, text) => {
  await expect(loadConfig(tempFolder({ [name]: text }), null)).rejects.toThrow(
    new RunError("usage", `${name}: the file has to export an object: export default defineConfig({ … })`),
  );
});

test("JSON that is cut short is an error of the config", async () => {
  const folder = tempFolder({ "apipage.config.json": '{ "docs": ' });
  await expect(loadConfig(folder, null)).rejects.toThrow(/^cannot load the config "apipage\.config\.json": /);
});
