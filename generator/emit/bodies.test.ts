import { describe, expect, it } from "vitest";
import type { Example, ObjectType, Operation } from "../model/api-model.ts";
import {
  enumRef,
  enumType,
  listOf,
  model,
  object,
  objectType,
  operation,
  pathTemplate,
  place,
  primitive,
  property,
  requestBody,
  text,
} from "../model/sample-model.fixture.ts";
import { codeText, dataOf, declarationText, emittedText } from "./emitted.fixture.ts";

const types: readonly ObjectType[] = [
  objectType("thing", [property("id", text, { isReadOnly: true }), property("@odata.etag")], {
    kind: "entity",
    key: ["id"],
  }),
  objectType(
    "book",
    [
      property("isbn", text, { description: "Number of the book." }),
      property("title", text, { description: "What it is called.", isRequired: true }),
      property("topic", enumRef("topic"), { isNullable: true }),
      property("addedDate", primitive("Date"), { isReadOnly: true }),
      property("authors", listOf(object("author")), { isNavigation: true }),
    ],
    { kind: "entity", baseType: "lib.thing", key: ["id", "isbn"] },
  ),
  objectType("author", [property("name")]),
  objectType("item", [property("size", primitive("Int32"))]),
  objectType("bigItem", [], { baseType: "lib.item" }),
];

function example(json: unknown): Example {
  const body = { text: "", mediaType: null, json, place };
  return { name: "a", title: null, request: { method: "POST", url: "", headers: [], body, place }, responses: [] };
}

function written(more: Partial<Operation>, name: "SaveBody" | "SaveArgs" = "SaveBody"): string {
  const save = operation("save", ["/books"], { method: "POST", kind: "create", ...more });
  return declarationText(
    emittedText(model({ types, enums: [enumType("topic", ["art"])], operations: [save] }), "operations/books.ts"),
    name,
  );
}

describe("operationBody", () => {
  it("has the rows of the page first, then what else the type has", () => {
    const properties = [
      property("title", text, { isRequired: true }),
      property("isbn"),
      property("extra", object("author"), { isRequired: true, description: "More." }),
    ];
    expect(written({ body: requestBody({ type: object("book"), properties }) })).toBe(`/** What {@link save} sends. */
export interface SaveBody {
  [name: \`\${string}@\${string}\`]: unknown;
  /** What it is called. */
  title: string;
  /** Number of the book. */
  isbn?: string;
  /** More. */
  extra: Input<Author>;
  "@odata.etag"?: string;
  topic?: \`\${Topic}\` | null;
  authors?: readonly Input<Author>[];
}`);
  });

  it("is all optional, clears with null, and is without the key in an update", () => {
    const properties = [
      property("title", text, { isRequired: true, isNullable: false }),
      property("isbn"),
      property("addedDate", primitive("Date"), { isReadOnly: true }),
    ];
    expect(
      written({ kind: "update", method: "PATCH", body: requestBody({ type: object("book"), properties }) }),
    ).toBe(`/** What {@link save} may change. */
export interface SaveBody {
  [name: \`\${string}@\${string}\`]: unknown;
  /** What it is called. */
  title?: string;
  /** ISO 8601 date. */
  addedDate?: string | null;
  "@odata.etag"?: string | null;
  topic?: \`\${Topic}\` | null;
  authors?: readonly Input<Author>[] | null;
}`);
  });

  it("takes derived types", () => {
    expect(written({ body: requestBody({ type: object("item") }) })).toBe(`/** What {@link save} sends. */
export interface SaveBody {
  [name: \`\${string}@\${string}\`]: unknown;
  /** Name of the type that is sent. */
  "@odata.type"?: string;
  size?: number;
}`);
    expect(written({ body: requestBody({ type: object("item") }) }, "SaveArgs")).toContain(
      "body: SaveBody | Writable<BigItem>;",
    );
  });

  it.each([
    ["a type with derived ones", "item", true],
    ["a derived type", "bigItem", true],
    ["a type below the common root of entities", "book", false],
    ["a type alone", "author", false],
  ])("names the type of %s", (_, name, isNamed) => {
    expect(written({ body: requestBody({ type: object(name) }) }).includes('"@odata.type"?: string;')).toBe(isNamed);
  });

  it("has what examples send, read-only or key", () => {
    const examples = [example({ "@odata.type": "#lib.book", id: "1", addedDate: null, more: 1, isbn: "2" })];
    const members = ['"@odata.type"?: string;', "id?: string;", "addedDate?: string | null;", "isbn?: string;"];
    const body = requestBody({ type: object("book") });
    const withExample = written({ body, examples });
    const without = written({ body });
    const ofOtherMethod = written({ body, examples, method: "PUT" });
    for (const member of members) {
      expect(withExample).toContain(`  ${member}\n`);
      expect(without).not.toContain(member);
      expect(ofOtherMethod).not.toContain(member);
    }
    expect(withExample).not.toContain("more");
  });

  it("may be left out where an example does without it and succeeds", () => {
    const without = (status: number, method: "PATCH" | "POST" = "POST"): Operation["examples"] => {
      const message = { headers: [], body: null, isTruncated: false, type: null, place };
      const request = { method, url: "", headers: [], body: null, place };
      return [{ name: "a", title: null, request, responses: [{ ...message, status }] }];
    };
    const body = requestBody({ type: object("author") });
    expect(written({ body, examples: without(201) }, "SaveArgs")).toContain("body?: SaveBody;");
    expect(written({ body, examples: without(400) }, "SaveArgs")).toContain("body: SaveBody;");
    expect(written({ body, examples: without(200, "PATCH"), method: "PATCH" }, "SaveArgs")).toContain(
      "body: SaveBody;",
    );
    const required = { ...body, properties: [property("name", text, { isRequired: true })] };
    expect(written({ body: required, examples: without(201) }, "SaveArgs")).toContain("body: SaveBody;");
  });

  it("takes any member of an open type, where an example sends one that no page has", () => {
    const open = objectType("notes", [property("text")], { isOpen: true });
    const save = (json: unknown): string => {
      const examples = [example(json)];
      const body = requestBody({ type: object("notes") });
      const one = operation("save", ["/notes"], { method: "POST", kind: "create", body, examples });
      return declarationText(
        emittedText(model({ types: [open], operations: [one] }), "operations/books.ts"),
        "SaveBody",
      );
    };
    expect(save({ text: "x", colour: "red" })).toContain("[name: string]: unknown;");
    expect(save({ text: "x" })).toContain("[name: `${string}@${string}`]: unknown;");
  });

  it("may be text, where the page says so", () => {
    const body = requestBody({ type: object("author"), textType: "text/plain" });
    expect(written({ body }, "SaveArgs")).toContain("body: SaveBody | string;");
  });

  it("demands no object that an example names by its URL", () => {
    const properties = [
      property("author", object("author"), { isRequired: true }),
      property("title", text, { isRequired: true }),
    ];
    const examples = [example({ "author@odata.bind": "https://library.example/v1/authors/1", "title@odata.bind": 1 })];
    const declared = written({ body: requestBody({ type: object("book"), properties }), examples });
    expect(declared).toContain("  author?: Input<Author>;");
    expect(declared).toContain("  title: string;");
  });

  it.each<[string, Parameters<typeof requestBody>[0], string]>([
    ["parameters", { kind: "parameters", properties: [property("a", text, { isRequired: true })] }, "body: SaveBody;"],
    ["parameters that are all optional", { kind: "parameters", properties: [property("a")] }, "body?: SaveBody;"],
    ["an object of unknown shape", { type: null }, "body?: Readonly<Record<string, unknown>>;"],
    ["a list", { type: listOf(object("author")) }, "body: readonly Input<Author>[];"],
    ["raw content", { kind: "binary" }, "body: BinaryBody;"],
    ["text", { kind: "text" }, "body: string;"],
  ])("takes %s", (_, body, member) => {
    expect(written({ body: requestBody(body) }, "SaveArgs")).toContain(`  ${member}\n`);
  });

  it.each([
    ["resource", "application/json", { json: "body" }],
    [
      "resource",
      "application/merge-patch+json; charset=utf-8",
      { json: "body", contentType: "application/merge-patch+json" },
    ],
    ["resource", "text/html", { json: "body" }],
    ["binary", "image/jpeg", { content: "body", contentType: "image/jpeg" }],
    ["binary", "image/jpeg'; evil()", { content: "body" }],
    ["text", "application/json", { content: "body", contentType: "text/plain" }],
    ["text", "text/csv", { content: "body", contentType: "text/csv" }],
  ] as const)("sends a %s body as %s", (kind, contentType, sent) => {
    const save = operation("save", ["/books"], {
      method: "POST",
      body: requestBody({ kind, contentType, type: object("author") }),
    });
    const file = emittedText(model({ types, operations: [save] }), "operations/books.ts");
    expect(dataOf(file).get("save")).toEqual({ name: "save", method: "POST", paths: ["/books"], ...sent });
  });
});

describe("members that take several values of an enum", () => {
  const enums = [
    enumType("rights", ["read", "it's"], { isFlags: true }),
    enumType("topic", ["art", "unknownFutureValue"], { isFlags: true, isEvolvable: true }),
  ];
  const flags: readonly ObjectType[] = [
    objectType("share", [
      property("rights", enumRef("rights"), { description: "What may be done." }),
      property("it's", enumRef("topic"), { isNullable: true }),
      property("all", listOf(enumRef("rights"))),
      property("name"),
    ]),
    objectType("folder", [property("share", object("share"))]),
  ];

  function file(name: string, more: Partial<Operation> = {}): string {
    const save = operation("save", ["/shares"], {
      method: "POST",
      body: requestBody({ type: object(name) }),
      ...more,
    });
    return emittedText(model({ types: flags, enums, operations: [save] }), "operations/books.ts");
  }

  it("take a list or the text, and are sent as text", () => {
    const text = file("share");
    expect(declarationText(text, "SaveBody")).toBe(`/** What {@link save} sends. */
export interface SaveBody {
  [name: \`\${string}@\${string}\`]: unknown;
  /** What may be done. */
  rights?: readonly (\`\${Rights}\` | (string & {}))[] | \`\${Rights}\` | (string & {});
  "it's"?: readonly (\`\${Topic}\` | (string & {}))[] | \`\${Topic}\` | (string & {}) | null;
  all?: readonly (\`\${Rights}\` | (string & {}))[];
  name?: string;
}`);
    expect(codeText(text, "save")).toContain('  encode: { body: /*@__PURE__*/ commaText(["rights", "it\'s"]) },\n');
    expect(text).toContain('import { commaText } from "../runtime/comma-text.js";\n');
  });

  it("are named by the key of the body", () => {
    const paths = [pathTemplate("/shares/{body}")];
    expect(dataOf(file("share", { paths })).get("save")).toMatchObject({
      json: "requestBody",
      encode: { requestBody: { maker: "commaText", args: [["rights", "it's"]] } },
    });
  });

  it("need no encoder where there are none", () => {
    expect(file("folder")).not.toContain("commaText");
    expect(file("folder", { body: requestBody({ type: listOf(object("share")) }) })).not.toContain("commaText");
  });
});
