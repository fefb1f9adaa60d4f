/** Any text in any field: the output parses, says what the model says, and nothing else. */

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { ApiModel, Operation } from "../model/api-model.ts";
import { createModelView } from "../shapes/model-view.ts";
import { inspectOutput } from "../testing/output-problems.ts";
import { createContext } from "./context.ts";
import { emitModel } from "./emit-model.ts";
import { dataOf, sdkIn, testOptions, typeErrors } from "./emitted.fixture.ts";
import { fullModel } from "./full-model.fixture.ts";
import { createNames } from "./names.ts";
import { planOperationFiles } from "./operation-files.ts";

const nasty = [
  "See */ X /*",
  "a **//X",
  "two\n}\nlines",
  "\u2028\u2029\u0085\v\r",
  "ends with \\",
  "@deprecated {@link javascript:x}",
  "x @internal y",
  "// @ts-ignore",
  "@jsx h",
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
  '"] }), evil({ a: ["',
  "```\n@internal",
  "x".repeat(5000),
];

const hostile = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.array(fc.constantFrom(...nasty), { maxLength: 3 }).map((parts) => parts.join("")),
);

/** Fields that hold text of a page, or a list of texts; the others are of a fixed set or refer to something. */
const fields = new Set([
  ...["name", "sdkName", "description", "text", "value", "wireName", "title", "page", "resource", "contentType"],
  ...["template", "baseUrl", "key", "token", "code", "appliesTo"],
]);
const lists = new Set(["values", "alternatives", "scopes"]);

/** Fields whose text is referred to elsewhere in the model, or is of a fixed set in some place. */
const fixed = (path: readonly string[]): boolean =>
  path.includes("type") || path.includes("pathParameters") || path.includes("queryParameters");

/** The model with hostile text in the fields that hold text, taken from a list in turn. */
function poisoned(value: ApiModel, texts: readonly string[]): ApiModel {
  let at = 0;
  const next = (): string => texts[at++ % texts.length] ?? "";
  const poison = (member: unknown, path: readonly string[]): unknown => {
    const field = path.at(-1) ?? "";
    if (Array.isArray(member)) {
      return member.map((item) => {
        if (typeof item !== "string") return poison(item, path);
        return field === "parts" ? item + next() : lists.has(field) && !fixed(path) ? next() : item;
      });
    }
    if (field === "json") return withTexts(member, next);
    if (typeof member !== "object" || member === null) {
      const isText = fields.has(field) && (typeof member === "string" || member === null) && !fixed(path);
      return isText ? next() : member;
    }
    return Object.fromEntries(
      // The paths of examples have to stay those of their operations.
      Object.entries(member).map(([key, part]) => [
        key,
        (key === "paths" && hasExamples(member)) || key === "key" ? part : poison(part, [...path, key]),
      ]),
    );
  };
  const model = poison(value, []) as ApiModel;
  return { ...model, operations: model.operations.map((one) => relinked(one, model, next)) };
}

const hasExamples = (value: object): boolean =>
  "examples" in value && Array.isArray(value.examples) && value.examples.length > 0;

/** JSON of the same shape with other texts, also as names. */
function withTexts(value: unknown, next: () => string): unknown {
  if (typeof value === "string") return next();
  if (Array.isArray(value)) return value.map((item) => withTexts(item, next));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([, member]) => [[next(), withTexts(member, next)]]));
}

/** An operation whose parts refer to each other, and to the model, by the poisoned texts. */
function relinked(operation: Operation, { types }: ApiModel, next: () => string): Operation {
  const { response, headers } = operation;
  const returned = types.find(({ id }) => response.type?.kind === "object" && response.type.id === id);
  const names = (returned?.properties ?? []).map(({ name }) => name);
  const required = headers.slice(0, 1).map(({ wireName }) => wireName);
  const headerValues = Object.fromEntries(required.map((name) => [name, next()]));
  return {
    ...operation,
    optionRules: operation.optionRules.map((rule) => ({ ...rule, headers: required, headerValues })),
    response: { ...response, defaultProperties: response.defaultProperties === null ? null : [...new Set(names)] },
    examples: operation.examples.map((one) => {
      if (one.request === null) return one;
      const url = new URL(one.request.url);
      // Texts that URLs cannot hold are others in a URL, too.
      url.searchParams.append("more", next());
      return { ...one, request: { ...one.request, url: url.href } };
    }),
  };
}

/** What the interfaces and enums of a model have, without the annotations that the emission adds. */
function expectedMembers(model: ApiModel): { readonly least: number; readonly most: number } {
  const count = [
    ...model.types.map(({ properties }) => new Set(properties.map(({ name }) => name)).size),
    ...model.enums.map(({ members }) => new Set(members.map(({ value }) => value)).size),
  ];
  const most = count.reduce((sum, one) => sum + one, 0);
  // A derived type leaves out what its base has by chance, a root has two annotations, and so has a type with an ETag.
  return {
    least:
      most -
      model.types.reduce((sum, { baseType, properties }) => sum + (baseType === null ? 0 : properties.length), 0),
    most: most + 3,
  };
}

/** Of the data of a function: what the model says, in the same form. JSON, as matchers pass over `__proto__`. */
function expectedData({ permissions, headers }: Operation): { readonly scopes: string; readonly tables: string } {
  const grants = permissions[0]?.grants.filter(
    ({ isSupported, alternatives }) => isSupported && alternatives.length > 0,
  );
  const scopes = Object.fromEntries((grants ?? []).map(({ scheme, alternatives }) => [scheme, alternatives[0]]));
  const seen = new Set<string>();
  const tables = headers.flatMap(({ wireName, preferences }) => {
    const isSecond = seen.has(wireName.toLowerCase());
    seen.add(wireName.toLowerCase());
    if (isSecond || preferences.length === 0 || !/^[\w!#$%&'*+\-.^`|~]+$/.test(wireName)) return [];
    const forms = { flag: "", number: "=*", text: "=*" };
    const entries = preferences.map(({ key, token, kind, isQuoted }) => [
      key,
      token + (isQuoted && kind !== "flag" ? '="*"' : forms[kind]),
    ]);
    return [Object.fromEntries(entries)];
  });
  return { scopes: JSON.stringify(scopes), tables: JSON.stringify(tables) };
}

/** The same out of the emitted code. */
function actualData(made: Readonly<Record<string, unknown>> | undefined): ReturnType<typeof expectedData> {
  const tables = Object.values(made?.["encode"] ?? {}).flatMap(
    (encoder: { maker?: string; args?: readonly unknown[] }) =>
      encoder.maker === "preferText" ? [encoder.args?.[0]] : [],
  );
  return { scopes: JSON.stringify(made?.["scopes"] ?? {}), tables: JSON.stringify(tables) };
}

const options = { ...testOptions, importExtension: ".js", nullability: "documented", pageUrl: null } as const;

describe("hostile text", () => {
  it("stays text in every field", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 40 }), fc.boolean(), (texts, hasUrls) => {
        const whole = poisoned(fullModel(), texts);
        const model = hasUrls ? { ...whole, baseUrl: "https://library.example/v1" } : whole;
        const pageUrl = hasUrls ? { pageUrl: "https://docs.example/{path}?name={name}" } : {};
        const files = emitModel(model, { ...testOptions, ...pageUrl });
        const { problems, members } = inspectOutput(files);
        expect(problems).toEqual([]);
        const { least, most } = expectedMembers(model);
        expect(members).toBeGreaterThanOrEqual(least);
        expect(members).toBeLessThanOrEqual(most);
      }),
      { numRuns: 10 },
    );
  });

  it("is in the data of functions what it is in the model", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 40 }), (texts) => {
        const model = poisoned(fullModel(), texts);
        const files = new Map(emitModel(model, testOptions).map(({ path, text }) => [path, text]));
        const names = createNames(model).functions;
        for (const [path, operations] of planOperationFiles(createContext(createModelView(model), options)).files) {
          const made = dataOf(files.get(path) ?? "");
          for (const operation of operations)
            expect(actualData(made.get(names.get(operation.id) ?? ""))).toEqual(expectedData(operation));
        }
      }),
      { numRuns: 5 },
    );
  });

  it("is shown in examples", () => {
    const shown = [0, 9, 18, 27].map((shift) => {
      const model = poisoned(fullModel(), [...nasty.slice(shift), ...nasty.slice(0, shift)]);
      return emitModel({ ...model, baseUrl: "https://library.example/v1" }, testOptions)
        .filter(({ path }) => path.startsWith("operations/"))
        .reduce((sum, { text }) => sum + (text.match(/^ \* @example$/gm)?.length ?? 0), 0);
    });
    // Otherwise the tests above would say little.
    expect(Math.min(...shown)).toBeGreaterThan(0);
  });

  describe("in types", () => {
    let errors: readonly string[] = [];
    beforeAll(() => {
      const files = (["const", "union", "enum"] as const).flatMap((enumStyle, style) =>
        [0, 18].flatMap((shift, index) => {
          const start = shift + 6 * style;
          const model = poisoned(fullModel(), [...nasty.slice(start), ...nasty.slice(0, start)]);
          return sdkIn(`${enumStyle}${index}`, model, { enumStyle }, style + index === 0 ? undefined : "const0");
        }),
      );
      errors = typeErrors(files, {}, { erasableSyntaxOnly: true });
    }, 60_000);

    it("makes no errors", () => {
      // Only enums as enums leave something at run time that is not JavaScript.
      expect(errors.filter((error) => !/^enum\d+\/models\/.*erasableSyntaxOnly/.test(error))).toEqual([]);
    });
  });
});
