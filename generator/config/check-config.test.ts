import { expect, test } from "vitest";
import { RunError } from "../run-error.ts";
import { checkConfig } from "./check-config.ts";

function problem(config: unknown): string {
  try {
    checkConfig(config, "apipage.config.ts");
  } catch (error) {
    if (error instanceof RunError && error.kind === "usage") return error.message;
    throw error;
  }
  return "fine";
}

test("takes every option", () => {
  const config = {
    docs: "docs",
    out: "src/api",
    only: ["resources/"],
    enumStyle: "const",
    importExtension: ".ts",
    templates: "templates",
    parser: "remark",
    synonyms: { sections: { properties: ["columns"] }, columns: { type: ["kind"] }, primitives: { String: ["words"] } },
    names: { "a.b": "C" },
    baseUrl: "https://api.example.com/v2",
    defaultNamespace: "example",
    diagnostics: { "type-unresolved": "error", "type-inferred": "off" },
  };
  expect(checkConfig(config, "file")).toEqual(config);
});

test("takes an empty object", () => {
  expect(checkConfig({}, "file")).toEqual({});
});

test.each([
  [{ enumStlye: "const" }, 'apipage.config.ts: unknown key "enumStlye", did you mean "enumStyle"?'],
  [
    { plugins: [] },
    'apipage.config.ts: unknown key "plugins", known are docs, out, only, enumStyle, golden, importExtension, nullability, pageUrl, ' +
      "docsVersion, templates, parser, cacheDir, synonyms, names, baseUrl, defaultNamespace, limits, diagnostics",
  ],
  [{ synonyms: { section: {} } }, 'apipage.config.ts: unknown key "synonyms.section", did you mean "sections"?'],
  [
    { synonyms: { sections: { propertys: [] } } },
    'apipage.config.ts: unknown key "synonyms.sections.propertys", did you mean "properties"?',
  ],
  [
    { diagnostics: { "type-unresolvd": "off" } },
    'apipage.config.ts: unknown key "diagnostics.type-unresolvd", did you mean "type-unresolved"?',
  ],
  [
    { diagnostics: { "type-unresolved": "warn" } },
    'apipage.config.ts: "diagnostics.type-unresolved" has to be "off" or "note" or "warning" or "error"',
  ],
  [{ enumStyle: "consts" }, 'apipage.config.ts: "enumStyle" has to be "enum" or "const" or "union"'],
  [{ docs: 5 }, 'apipage.config.ts: "docs" has to be a text'],
  [{ docs: "" }, 'apipage.config.ts: "docs" must not be empty'],
  [{ docs: undefined }, 'apipage.config.ts: "docs" has to be a text'],
  [{ limits: { line: 1 } }, 'apipage.config.ts: unknown key "limits.line", did you mean "lines"?'],
  [{ limits: { lines: 0 } }, 'apipage.config.ts: "limits.lines" has to be 1 or more'],
  [{ limits: { lines: -1 } }, 'apipage.config.ts: "limits.lines" has to be 1 or more'],
  [{ limits: { lines: 1.5 } }, 'apipage.config.ts: "limits.lines" has to be a whole number'],
  [{ limits: { lines: "9" } }, 'apipage.config.ts: "limits.lines" has to be a number'],
  [{ limits: { jsonDepth: 501 } }, 'apipage.config.ts: "limits.jsonDepth" has to be 500 or less'],
  [{ only: "api" }, 'apipage.config.ts: "only" has to be a list'],
  [{ names: { a: 1 } }, 'apipage.config.ts: "names.a" has to be a text'],
  [{ baseUrl: "ftp://example.com" }, 'apipage.config.ts: "baseUrl" has to be an http or https URL'],
  [{ docs: 1, outt: "x" }, 'apipage.config.ts: "docs" has to be a text; unknown key "outt", did you mean "out"?'],
  [[], "apipage.config.ts: the file has to export an object: export default defineConfig({ … })"],
  [undefined, "apipage.config.ts: the file has to export an object: export default defineConfig({ … })"],
])("%j", (config, message) => {
  expect(problem(config)).toBe(message);
});

test.each([
  ['{"__proto__":{"docs":"x"}}', "__proto__"],
  ['{"names":{"__proto__":"x"}}', "names.__proto__"],
  ['{"synonyms":{"columns":{"constructor":["x"]}}}', "synonyms.columns.constructor"],
])("refuses %s by name", (json, key) => {
  expect(problem(JSON.parse(json))).toBe(`apipage.config.ts: the key "${key}" is not allowed`);
});

test.each(["2fa", "a-b", "größe", "a b"])("the name %j cannot be declared", (name) => {
  expect(problem({ names: { "a.b": name } })).toBe(
    'apipage.config.ts: "names.a.b" has to be a name that can be declared: letters, digits, _ and $, no digit in front',
  );
});
