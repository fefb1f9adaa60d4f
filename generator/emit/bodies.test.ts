import { describe, expect, it } from "vitest";
import type { ObjectType, Operation } from "../model/api-model.ts";
import { declarationText, emittedText } from "./emitted.fixture.ts";
import {
  enumRef,
  enumType,
  listOf,
  model,
  object,
  objectType,
  operation,
  primitive,
  property,
  requestBody,
  text,
} from "./sample-model.fixture.ts";

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
  [name: \`\${string}@odata.bind\`]: string | readonly string[];
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

  it("is all optional and without the key in an update", () => {
    const properties = [
      property("title", text, { isRequired: true }),
      property("isbn"),
      property("addedDate", primitive("Date"), { isReadOnly: true }),
    ];
    expect(
      written({ kind: "update", method: "PATCH", body: requestBody({ type: object("book"), properties }) }),
    ).toBe(`/** What {@link save} may change. */
export interface SaveBody {
  [name: \`\${string}@odata.bind\`]: string | readonly string[];
  /** What it is called. */
  title?: string;
  "@odata.etag"?: string;
  topic?: \`\${Topic}\` | null;
  authors?: readonly Input<Author>[];
}`);
  });

  it("takes derived types", () => {
    expect(written({ body: requestBody({ type: object("item") }) })).toBe(`/** What {@link save} sends. */
export interface SaveBody {
  /** Name of the type that is sent, if it is a derived one. */
  "@odata.type"?: string;
  size?: number;
}`);
    expect(written({ body: requestBody({ type: object("item") }) }, "SaveArgs")).toContain(
      "body: SaveBody | Input<BigItem>;",
    );
  });

  it("allows no pattern beside a member that it would forbid", () => {
    const properties = [property("authors@odata.bind", primitive("Untyped"))];
    expect(written({ body: requestBody({ type: object("book"), properties }) })).not.toContain("[name:");
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
    ["resource", "application/json", "json: args.body,\n  });"],
    [
      "resource",
      "application/merge-patch+json; charset=utf-8",
      'json: args.body,\n    contentType: "application/merge-patch+json",',
    ],
    ["resource", "text/html", "json: args.body,\n  });"],
    ["binary", "image/jpeg", 'content: args.body,\n    contentType: "image/jpeg",'],
    ["binary", "image/jpeg'; evil()", "content: args.body,\n  });"],
    ["text", "application/json", 'content: args.body,\n    contentType: "text/plain",'],
  ] as const)("sends a %s body as %s", (kind, contentType, member) => {
    const save = operation("save", ["/books"], {
      method: "POST",
      body: requestBody({ kind, contentType, type: object("author") }),
    });
    expect(emittedText(model({ types, operations: [save] }), "operations/books.ts")).toContain(`    ${member}`);
  });
});
