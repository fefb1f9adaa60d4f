/** Any text in any field: the output parses, says what the model says, and nothing else. */
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { ApiModel } from "../model/api-model.ts";
import { type EmittedFile, emitModel } from "./emit-model.ts";
import { testOptions, typeErrors } from "./emitted.fixture.ts";
import { libraryModel } from "./sample-model.fixture.ts";

const nasty = [
  "See */ X /*",
  "a **//X",
  "two\n}\nlines",
  "\u2028\u2029\u0085\v\r",
  "ends with \\",
  "@deprecated {@link javascript:x}",
  "// @ts-ignore",
  "# sourceMappingURL=x",
  "\u202E\u200B",
  "a: string }; X; interface Y { b",
  "__proto__",
  "constructor",
  "@odata.type",
  "1st",
  "a'; X; '",
  `\`$\{X}\``,
  "string } ; X ; interface E { z: 1",
  "</script>",
  "../../x",
  "con",
  "",
  " ",
  "class",
  "string",
  "Promise",
  "{{x}}",
  "{{#each}}",
  "| a | b |",
  "\uD800",
  "😀",
  `GET /x\`$\{evil()}\``,
  "\u0000",
  "x".repeat(5000),
];

const hostile = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.array(fc.constantFrom(...nasty), { maxLength: 3 }).map((parts) => parts.join("")),
);

/** Fields that hold text of a page; the others are of a fixed set or refer to something. */
const fields = new Set([
  "name",
  "sdkName",
  "description",
  "text",
  "value",
  "wireName",
  "title",
  "page",
  "resource",
  "contentType",
  "template",
  "baseUrl",
]);
/** Fields whose text is referred to elsewhere in the model, or is of a fixed set in some place. */
const fixed = (path: readonly string[]): boolean =>
  path.includes("type") ||
  path.includes("pathParameters") ||
  path.includes("queryParameters") ||
  path.includes("permissions");

/** The model with hostile text in the fields that hold text, taken from a list in turn. */
function poisoned(
  value: unknown,
  texts: readonly string[],
  path: readonly string[] = [],
  state = { next: 0 },
): unknown {
  if (Array.isArray(value))
    return value.map((item) =>
      typeof item === "string" && path.at(-1) === "parts"
        ? item + texts[state.next++ % texts.length]
        : poisoned(item, texts, path, state),
    );
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const isText = fields.has(key) && (typeof member === "string" || member === null) && !fixed(path);
      return [key, isText ? texts[state.next++ % texts.length] : poisoned(member, texts, [...path, key], state)];
    }),
  );
}

const declared = (statement: ts.Statement): boolean =>
  ts.isImportDeclaration(statement) ||
  ts.isExportDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isEnumDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  ts.isFunctionDeclaration(statement) ||
  ts.isVariableStatement(statement);

/** What is wrong with the files, and how many members their interfaces and enums have. */
function inspect(files: readonly EmittedFile[]) {
  const problems: string[] = [];
  let members = 0;
  for (const { path, text } of files) {
    if (
      !/^(?:(?:models|operations|runtime)\/[a-z0-9_][a-z0-9_-]*\.ts|client\.ts|README\.md|(?:api|index)\.json)$/.test(
        path,
      )
    )
      problems.push(`path ${path}`);
    if (path.endsWith(".json")) JSON.parse(text);
    if (!path.endsWith(".ts") || path.startsWith("runtime/")) continue;
    const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
    problems.push(
      ...diagnostics.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
    );
    if (/[\r\u2028\u2029\u0085\u202A-\u202E\u200B]/.test(text)) problems.push(`characters in ${path}`);
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    for (const statement of source.statements) {
      if (!declared(statement)) problems.push(`${path}: ${statement.getText()}`);
      if (path.startsWith("models/") && (ts.isInterfaceDeclaration(statement) || ts.isEnumDeclaration(statement)))
        members += statement.members.length;
    }
  }
  return { problems, members };
}

/** What the interfaces and enums of a model have, without the annotations that the emission adds. */
function expectedMembers(model: ApiModel): { readonly least: number; readonly most: number } {
  const count = [
    ...model.types.map(({ properties }) => new Set(properties.map(({ name }) => name)).size),
    ...model.enums.map(({ members }) => new Set(members.map(({ value }) => value)).size),
  ];
  const most = count.reduce((sum, one) => sum + one, 0);
  // A derived type leaves out what its base has by chance, and a root has two annotations.
  return {
    least:
      most -
      model.types.reduce((sum, { baseType, properties }) => sum + (baseType === null ? 0 : properties.length), 0),
    most: most + 2,
  };
}

describe("hostile text", () => {
  it("stays text in every field", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 40 }), (texts) => {
        const model = poisoned(libraryModel(), texts) as ApiModel;
        const { problems, members } = inspect(emitModel(model, testOptions));
        expect(problems).toEqual([]);
        const { least, most } = expectedMembers(model);
        expect(members).toBeGreaterThanOrEqual(least);
        expect(members).toBeLessThanOrEqual(most);
      }),
      { numRuns: 40 },
    );
  });

  it("makes no type errors either", () => {
    for (const enumStyle of ["enum", "const", "union"] as const) {
      for (let shift = 0; shift < nasty.length; shift += 6) {
        const texts = [...nasty.slice(shift), ...nasty.slice(0, shift)];
        const files = emitModel(poisoned(libraryModel(), texts) as ApiModel, { ...testOptions, enumStyle });
        expect(typeErrors(files, {}, { erasableSyntaxOnly: enumStyle !== "enum" })).toEqual([]);
      }
    }
  });
});
