import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expandPath } from "../../templates/runtime/path.ts";
import type { PathTemplate } from "../model/api-model.ts";
import { model, operation, pathTemplate, place } from "../model/sample-model.fixture.ts";
import { dataOf, emittedText } from "./emitted.fixture.ts";
import { pathVariants, runtimeTemplate, sharedParameters, templateName } from "./operation-paths.ts";
import { pathText, stringLiteral } from "./text.ts";

const same = (name: string): string => name;

/** A path of any parts. */
function pathOf(parts: PathTemplate["parts"], query: PathTemplate["query"] = []): PathTemplate {
  const template = parts.map((part) => (typeof part === "string" ? part : `{${part.parameter}}`)).join("");
  return { template, parts, query, place };
}

const parameter = (name: string, encoding: "segment" | "path" | "quoted" | "literal" = "segment") => ({
  parameter: name,
  encoding,
});

describe("pathVariants", () => {
  it("groups paths by their parameters, those with the most of them first", () => {
    const variants = pathVariants(
      operation("f", ["/a", "/a/{x}", "/b", "/{y}/{x}", "/a", "/{x}/{y}/b", "/{y}", "/{x}/and/{x}"]),
    );
    expect(variants.map(({ parameters, paths }) => [parameters, paths.map(({ template }) => template)])).toEqual([
      [
        ["y", "x"],
        ["/{y}/{x}", "/{x}/{y}/b"],
      ],
      [["x"], ["/a/{x}", "/{x}/and/{x}"]],
      [["y"], ["/{y}"]],
      [[], ["/a", "/b"]],
    ]);
    expect([...sharedParameters(variants)]).toEqual([]);
    expect([...sharedParameters(pathVariants(operation("f", ["/a/{x}", "/{y}/{x}"])))]).toEqual(["x"]);
    expect(pathVariants(operation("f", []))).toEqual([]);
    expect([...sharedParameters([])]).toEqual([]);
  });
});

describe("runtimeTemplate", () => {
  it.each<[PathTemplate, string, string]>([
    [pathTemplate("/books/{id}"), "/books/{id}", "/books/{id}"],
    [
      pathTemplate("/f(a={a},b={b},c={c}):/{d}:", { a: "quoted", b: "literal", c: "segment", d: "path" }),
      "/f(a={'a'},b={=b},c={c}):/{+d}:",
      "/f(a={a},b={b},c={c}):/{d}:",
    ],
    [pathOf(["books/", parameter("id")]), "/books/{id}", "/books/{id}"],
    [pathOf([parameter("id")]), "/{id}", "/{id}"],
    [
      pathOf(
        ["/a"],
        [
          { name: "$expand", value: "b($select=c)&d" },
          { name: "from", value: { parameter: "from" } },
          { name: "a b", value: "" },
        ],
      ),
      "/a?$expand=b($select%3Dc)%26d&a%20b=",
      "/a?$expand=b($select%3Dc)%26d&a%20b=",
    ],
    [pathOf(["/{x}/?#\\`", parameter("id")]), "/%7Bx%7D/%3F%23%5C%60{id}", "/%7Bx%7D/%3F%23%5C%60{id}"],
    [
      pathOf([`/$\{evil()}'"\n\u2028\uD800`]),
      "/$%7Bevil()%7D'%22%0A%E2%80%A8%EF%BF%BD",
      "/$%7Bevil()%7D'%22%0A%E2%80%A8%EF%BF%BD",
    ],
    [pathOf(["/a%20b%zz/'{'}"]), "/a%20b%25zz/'%7B'%7D", "/a%20b%25zz/'%7B'%7D"],
  ])("writes %j as %s", (template, written, name) => {
    expect(runtimeTemplate(template, same)).toBe(written);
    expect(templateName(template, same)).toBe(name);
  });

  it("names parameters by the keys of the arguments", () => {
    const keyOf = (name: string): string => `${name}Key`;
    expect(runtimeTemplate(pathTemplate("/{a}/{b}", { b: "quoted" }), keyOf)).toBe("/{aKey}/{'bKey'}");
    expect(templateName(pathTemplate("/{a}/{b}", { b: "quoted" }), keyOf)).toBe("/{aKey}/{bKey}");
  });
});

describe("the paths of a function", () => {
  const nasty = [
    "{",
    "}",
    "'",
    "+",
    "=",
    "`",
    "${x}",
    "{'x'}",
    "{+x}",
    '"',
    "\\",
    "?",
    "#",
    "&",
    "%",
    "%41",
    "(",
    "é",
    "\uD800",
  ];
  const hostile = fc.oneof(
    fc.array(fc.constantFrom(...nasty, "a", "b"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
  );
  const encoding = fc.constantFrom("segment", "path", "quoted", "literal");

  it("lead where the page says, and are chosen by the names that callers know, whatever texts are in them", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(hostile, encoding), { minLength: 1, maxLength: 3, selector: ([name]) => name }),
        fc.array(hostile, { minLength: 4, maxLength: 4 }),
        (parameters, texts) => {
          const between = texts.map((text) => `/x${text}x`);
          const parts = parameters.flatMap(([name, kind], index) => [between[index] ?? "", parameter(name, kind)]);
          const [first, second] = [pathOf(["/first", ...parts]), pathOf(["/second", ...parts, between[3] ?? ""])];
          const file = emittedText(model({ operations: [operation("f", [first, second])] }), "operations/books.ts");
          const { paths, choice } = (dataOf(file).get("f") ?? {}) as { paths: readonly string[]; choice: string };

          // The arguments in their order, as the interface has them.
          const names = paths.map((path) => expandPath([path], argumentsFor(path)).template);
          const keys = [
            ...new Set([...(paths[0] ?? "").matchAll(/\{([+=']?)([^{}']+)'?\}/g)].map((match) => match[2] ?? "")),
          ];
          expect(keys).toHaveLength(parameters.length);
          const values = new Map(keys.map((key) => [key, "v/1"]));
          const written = { segment: "v%2F1", path: "v/1", quoted: "'v%2F1'", literal: "v%2F1" };
          const expected = parameters.map(([, kind], index) => pathText(between[index] ?? "") + written[kind]).join("");
          expect(expandPath(paths, values, choice).path).toBe(`/first${expected}`);
          const chosen = new Map([...values, [choice, names[1] ?? ""]]);
          expect(expandPath(paths, chosen, choice).path).toBe(`/second${expected}${pathText(between[3] ?? "")}`);
          for (const name of names) expect(file).toContain(`${stringLiteral(name)}`);
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** A value for each parameter of a template. */
function argumentsFor(template: string): Map<string, unknown> {
  return new Map([...template.matchAll(/\{([+=']?)([^{}']+)'?\}/g)].map(([, , name = ""]) => [name, "1"]));
}
