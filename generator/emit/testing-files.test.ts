import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import type { Client } from "../../templates/runtime/client.ts";
import type { Example as KitExample } from "../../templates/runtime/example.ts";
import type * as mocks from "../../templates/runtime/mock-fetch.ts";
import type { OperationSpec } from "../../templates/runtime/operation-spec.ts";
import type { ApiModel, Example, ExampleResponse, MessageHeader } from "../model/api-model.ts";
import { buildModel } from "../model/build-model.ts";
import { example, model, operation, pathTemplate, place } from "../model/sample-model.fixture.ts";
import { readPages } from "../read-pages.ts";
import { createModelView } from "../shapes/model-view.ts";
import { bundle } from "../testing/bundle.ts";
import { repositoryRoot } from "../testing/corpus.ts";
import { writeProject } from "../testing/type-check.ts";
import { createContext } from "./context.ts";
import { type EmittedFile, emitModel, textsOf } from "./emit-model.ts";
import { testOptions, typeErrors } from "./emitted.fixture.ts";
import { planOperationFiles } from "./operation-files.ts";
import { fileHeader } from "./print-file.ts";
import { testingFiles } from "./testing-files.ts";

function response(status: number, json?: unknown, headers: readonly MessageHeader[] = []): ExampleResponse {
  const body = json === undefined ? null : { text: JSON.stringify(json), mediaType: null, json, place };
  return { status, headers, body, isTruncated: false, type: null, place };
}

function exampleOf(url: string, more: Partial<Example> = {}): Example {
  return { ...example("GET", url), responses: [response(200, { id: "7" })], ...more };
}

/** The files alone: to emit all others as well takes a while. */
function filesOf(parts: Partial<ApiModel>): readonly EmittedFile[] {
  const options = { enumStyle: "enum", importExtension: ".js", nullability: "documented", pageUrl: null } as const;
  const context = createContext(createModelView(model(parts)), options);
  return textsOf(testingFiles(context, planOperationFiles(context), () => []));
}

/** One of the files, without its header. */
function textOf(parts: Partial<ApiModel>, path = "examples/books.ts"): string {
  const text = filesOf(parts).find((file) => file.path === path)?.text;
  return (text ?? "").replace(`${fileHeader}\n\n`, "");
}

/** `examples/books.ts` for functions with these examples, at `/books/{bookId}`. */
function examplesText(examples: Readonly<Record<string, readonly Example[]>>): string {
  const operations = Object.entries(examples).map(([name, list]) =>
    operation(name, ["/books/{bookId}"], { examples: list }),
  );
  return textOf({ operations });
}

/** What the constants of a file hold, by their names. The file is parsed, never run. */
function readKit(text: string): Record<string, Record<string, KitExample>> {
  const source = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true);
  const constants = source.statements.flatMap((statement): [string, Record<string, KitExample>][] => {
    if (ts.isImportDeclaration(statement)) return [];
    const declaration = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
    const call = declaration?.initializer;
    if (!declaration || !ts.isIdentifier(declaration.name) || !call || !ts.isCallExpression(call))
      throw new Error(`Unexpected ${statement.getText()}`);
    const [argument, ...others] = call.arguments;
    if (!argument || !ts.isNoSubstitutionTemplateLiteral(argument) || others.length > 0)
      throw new Error(`Unexpected ${call.getText()}`);
    return [[declaration.name.text, JSON.parse(argument.text)]];
  });
  return Object.fromEntries(constants);
}

/** The one example of a function on some paths. */
function onlyExample(
  one: Example,
  paths: Parameters<typeof operation>[1] = ["/books/{bookId}"],
): KitExample | undefined {
  const operations = [operation("getBook", paths, { examples: [one] })];
  return readKit(textOf({ operations }))["getBook"]?.[one.name];
}

describe("examples/", () => {
  it("holds a constant for each function that has examples", () => {
    const update: Example = {
      ...example("GET", "/books/7?$select=id&$expand=shelf", { body: { title: "T" }, headers: { prefer: "x" } }),
      name: "updateTitle",
      responses: [response(200, { id: "7" }, [{ name: "content-type", value: "application/json" }]), response(404)],
    };
    expect(examplesText({ getBook: [exampleOf("/books/7")], listBooks: [], updateBook: [update] })).toBe(
      `import { type Examples, readExamples } from "../runtime/example.js";

export const getBook: Examples<"example"> = /*@__PURE__*/ readExamples(\`{
  "example": {
    "request": { "method": "GET", "path": "/books/{bookId}", "url": "/books/7" },
    "responses": [{ "status": 200, "body": { "id": "7" } }]
  }
}\`);

export const updateBook: Examples<"updateTitle"> = /*@__PURE__*/ readExamples(\`{
  "updateTitle": {
    "request": {
      "method": "GET",
      "path": "/books/{bookId}",
      "url": "/books/7?$select=id&$expand=shelf",
      "headers": { "prefer": "x" },
      "body": { "title": "T" }
    },
    "responses": [
      {
        "status": 200,
        "headers": { "content-type": "application/json" },
        "body": { "id": "7" }
      },
      { "status": 404 }
    ]
  }
}\`);
`,
    );
  });

  it("names the examples, on lines of their own if they are many", () => {
    const names = Array.from({ length: 5 }, (_, index) => `theExampleOfNumber${index}`);
    const text = examplesText({ getBook: names.map((name) => exampleOf("/books/7", { name })) });
    expect(text).toContain(
      `export const getBook: Examples<\n${names.map((name) => `  | "${name}"`).join("\n")}\n> = /*@__PURE__*/ readExamples(`,
    );
  });

  it("has the path of the example first, then the other ones of the function", () => {
    const paths = [
      "/books/{bookId}",
      "/shelves/{shelfId}/books/{bookId}",
      pathTemplate("/find(topic='{topic}')/{place}", { topic: "literal", place: "path" }),
    ];
    const pathsOf = (url: string) => {
      const { path, otherPaths } = onlyExample(exampleOf(url), paths)?.request ?? {};
      return [path, otherPaths];
    };
    const [book, shelf, find] = [
      "/books/{bookId}",
      "/shelves/{shelfId}/books/{bookId}",
      "/find(topic='{=topic}')/{+place}",
    ];
    expect(pathsOf("/shelves/1/books/2")).toEqual([shelf, [book, find]]);
    expect(pathsOf("/find(topic='art')/a/b")).toEqual([find, [book, shelf]]);
    // The page shows what its function cannot send: all the same it is what the function gives.
    expect(pathsOf("/films/7")).toEqual([book, [shelf, find]]);
  });

  it.each<[string, string]>([
    ["https://library.example/v1/books/7", "/books/7"],
    ["HTTPS://other.example/beta/books/7", "/books/7"],
    [
      "/books/a b?$filter=title eq 'a%26b+c'&$top=5",
      "/books/a b?$filter=title eq 'a%26b c'&$top=5".replace(" c", "%2Bc"),
    ],
    ["/books/7?$search=%22a%23b%22&x", '/books/7?$search="a%23b"&x='],
    ["/books/a#b", "/books/a%23b"],
  ])("cuts %s to %s", (url, cut) => {
    const { request } = example("GET", "/books/7");
    expect(onlyExample(exampleOf("/books/7", { request: request && { ...request, url } }))?.request.url).toBe(cut);
  });

  it("makes do with an address that is none, and without a request", () => {
    const { request } = example("GET", "/books/7");
    const odd = onlyExample(exampleOf("/books/7", { request: request && { ...request, url: "ftp://x/y" } }));
    expect(odd?.request).toEqual({ method: "GET", path: "/books/{bookId}" });
    expect(onlyExample(exampleOf("/books/7", { request: null }))).toEqual({
      request: { method: "GET", path: "/books/{bookId}" },
      responses: [{ status: 200, body: { id: "7" } }],
    });
  });

  it("leaves out secrets and what depends on the transport, and joins headers of one name", () => {
    const headers = [
      { name: "authorization", value: "Bearer x" },
      { name: "content-length", value: "5" },
      { name: "prefer", value: "a" },
      { name: "set-cookie", value: "s" },
      { name: "prefer", value: "b" },
    ];
    const { request } = example("GET", "/books/7");
    const one = exampleOf("/books/7", {
      request: request && { ...request, headers },
      responses: [response(200, undefined, headers)],
    });
    expect(onlyExample(one)?.request.headers).toEqual({ prefer: "a, b" });
    expect(onlyExample(one)?.responses).toEqual([{ status: 200, headers: { prefer: "a, b" } }]);
  });

  it("keeps bodies that are no JSON as text", () => {
    const body = { text: "a,b\n1,2", mediaType: "text/csv", place };
    const one = exampleOf("/books/7", { responses: [{ ...response(200), body }] });
    expect(onlyExample(one)?.responses).toEqual([{ status: 200, body: "a,b\n1,2" }]);
  });

  it("is divided as the functions are, under paths that stay", () => {
    const operations = Array.from({ length: 100 }, (_, index) =>
      operation(`${index % 2 === 0 ? "add" : "take"}Book${index}`, ["/books/{bookId}"], {
        examples: index % 2 === 0 ? [exampleOf("/books/7")] : [],
      }),
    );
    const files = filesOf({ operations });
    expect(files.map(({ path }) => path)).toEqual([
      "examples/books.a-m.ts",
      "examples/books.ts",
      "examples/index.ts",
      "testing.ts",
    ]);
    expect(textOf({ operations })).toBe('export * from "./books.a-m.js";\n');
    expect(textOf({ operations }, "examples/index.ts")).toBe('export * from "./books.js";\n');
    expect(textOf({}, "examples/index.ts")).toBe("export {};\n");
  });

  const nasty = ["*/", "`", "${x}", "</script>", "\u2028", "\\", "__proto__", "\ud800", '"', "\r\n"];

  it("holds whatever text pages have, and nothing else", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom(...nasty)).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, text, text, fc.dictionary(text, text), (name, headerName, value, json) => {
        const one: Example = {
          ...exampleOf("/books/7", { name, title: value }),
          responses: [
            response(200, json, [{ name: `x${headerName}`, value }]),
            { ...response(200), body: { text: value, mediaType: null, place } },
          ],
        };
        expect(onlyExample(one)?.responses).toEqual([
          { status: 200, headers: { [`x${headerName}`]: value }, body: JSON.parse(JSON.stringify(json)) },
          { status: 200, body: value },
        ]);
      }),
    );
  });

  it("takes examples of any name, and functions with the names that it uses itself", () => {
    const names = ["Examples", "readExamples", "default", "examples", "mockFetch"];
    const operations = [
      ...names.map((name) => operation(name, ["/books"], { examples: [exampleOf("/books")] })),
      operation("getBook", ["/books/{bookId}"], { examples: nasty.map((name) => exampleOf("/books/7", { name })) }),
    ];
    const all = nasty.map((name) => `getBook[${JSON.stringify(name)}].responses`);
    const use = `import { getBook } from "./examples/books.js";\nexport const all = [${all.join(", ")}];\n`;
    expect(typeErrors(emitModel(model({ operations }), testOptions), { "use.ts": use })).toEqual([]);
  });
});

describe("testing.ts", () => {
  it("takes the base URL of the pages, or leaves it to the caller", () => {
    expect(textOf({}, "testing.ts")).toContain('options.baseUrl ?? "https://library.example/v1" });');
    const plain = textOf({ baseUrl: null }, "testing.ts");
    expect(plain).toBe(`export { mockFetch } from "./runtime/mock-fetch.js";
export type { Example, ExampleRequest, ExampleResponse, Examples } from "./runtime/example.js";
export type { MockAnswer, MockFetch, MockFetchOptions, MockRequest, MockResponse } from "./runtime/mock-fetch.js";

/** The examples of the pages: by function, then by the name of the example. */
export * as examples from "./examples/index.js";
`);
    expect(textOf({ baseUrl: "`no URL" }, "testing.ts")).toBe(plain);
  });
});

const folder = mkdtempSync(join(tmpdir(), "apipage-kit-"));
afterAll(() => rmSync(folder, { recursive: true }));
const pages: ApiModel = buildModel(readPages({ docs: join(repositoryRoot, "docs-input") }).pages).model;
writeProject(folder, emitModel(pages, { ...testOptions, importExtension: ".ts" }));

type Call = (client: Client, args?: object) => PromiseLike<unknown>;

describe("the kit of the sample pages", async () => {
  const { examples, mockFetch }: Kit = await import(join(folder, "testing.ts"));
  const { createClient }: { createClient: (options: object) => Client } = await import(join(folder, "client.ts"));
  const documented = pages.operations.flatMap(({ name, examples: list }) =>
    list.flatMap((one) => (one.responses.length > 0 ? [{ name, one, title: `${name}.${one.name}` }] : [])),
  );

  interface Kit {
    readonly examples: Readonly<Record<string, Readonly<Record<string, KitExample>>>>;
    readonly mockFetch: typeof mocks.mockFetch;
  }

  it.each(documented)("$title answers what its page shows", async ({ name, one }) => {
    const kit = examples[name]?.[one.name];
    expect(kit).toBeDefined();
    if (!kit || !one.request) return;
    const fetch = mockFetch([kit]);
    const { method, url, body } = one.request;
    for (const { status, body: shown } of one.responses) {
      const answer = await fetch(url, { method, body: body?.text ?? null });
      const text = await answer.text();
      expect(answer.status).toBe(status);
      if (shown?.json === undefined) expect(text).toBe(shown?.text ?? "");
      else expect(JSON.parse(text)).toEqual(shown.json);
    }
  });

  it("knows the paths of its functions by the names that they have there", async () => {
    for (const { name, resource, examples: shown } of pages.operations) {
      const functions: Readonly<Record<string, { readonly spec: OperationSpec }>> = await import(
        join(folder, `operations/${resource}.ts`)
      );
      for (const one of shown) {
        const request = examples[name]?.[one.name]?.request;
        expect([request?.path, ...(request?.otherPaths ?? [])].sort()).toEqual(
          [...(functions[name]?.spec.paths ?? [])].sort(),
        );
      }
    }
  });

  it("serves the functions of the SDK", async () => {
    const { listUsers, getUser }: Record<string, Call> = await import(join(folder, "operations/users.ts"));
    const list = Object.values(examples["listUsers"] ?? {});
    const fetch = mockFetch([...list, ...Object.values(examples["getUser"] ?? {}).slice(0, 1)], { pages: "given" });
    const client = createClient({ fetch, token: "t" });
    expect(await listUsers?.(client, { top: 2 })).toHaveProperty("value.length", 2);
    expect(await getUser?.(client, { userId: "anybody" })).toHaveProperty("displayName");
    expect(fetch.calls.map(({ path }) => path)).toEqual(["/users", "/users/anybody"]);
  });

  it("is offered by name, and compiles under all strict flags", () => {
    const [first] = documented.filter(({ name }) => name === "listUsers");
    const use = `import { createClient } from "./client.js";
import { listUsers } from "./operations/users.js";
import { examples, type MockFetch, mockFetch } from "./testing.js";
const fetch: MockFetch = mockFetch([
  examples.listUsers.${first?.one.name},
  { request: { method: "GET", path: "/users/{userId}" }, responses: [{ status: 200, body: { id: "7" } }] },
  ({ path, query }) => (path === "/users" && query["$top"] === "1" ? { status: 429 } : undefined),
]);
export const page = listUsers(createClient({ fetch, token: "t" }));
export const sent: unknown = fetch.calls[0]?.body;
export const platform: typeof globalThis.fetch = fetch;
// @ts-expect-error no such example
examples.listUsers.noSuchExample;
// @ts-expect-error no such function
examples.noSuchFunction;
`;
    const files = emitModel(pages, testOptions);
    expect(typeErrors(files, { "use.ts": use })).toEqual([]);
  });

  it("is in no program that does not ask for it", async () => {
    const program = `import { createClient } from "./client.ts";
import { listUsers } from "./operations/users.ts";
export const page = await listUsers(createClient());`;
    const { inputs } = await bundle(program, folder);
    expect([...inputs.keys()].filter((path) => /example|testing|mock/.test(path))).toEqual([]);
  });
});
