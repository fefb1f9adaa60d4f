import { describe, expect, it } from "vitest";
import type { Operation, QueryOptionName, TypeRef } from "../model/api-model.ts";
import {
  listOf,
  model,
  object,
  objectType,
  operation,
  parameter,
  property,
  response,
  text,
} from "../model/sample-model.fixture.ts";
import { codeText, dataOf, emittedText } from "./emitted.fixture.ts";

const types = [
  objectType("plain", [property("id")]),
  objectType("shelf", [property("id"), property("plains", listOf(object("plain")), { isNavigation: true })]),
  objectType("parent", [property("id")]),
  objectType("child", [property("shelf", object("shelf"), { isNavigation: true })], { baseType: "lib.parent" }),
];

function file(named: readonly QueryOptionName[], type: TypeRef | null, more: Partial<Operation> = {}): string {
  const list = operation("f", ["/f"], {
    query: { named, isGeneric: false },
    response: response({ envelope: "collection", type }),
    ...more,
  });
  return emittedText(model({ types, operations: [list] }), "operations/books.ts");
}

/** The arguments without comments. */
const args = (text: string): readonly string[] =>
  [...codeText(text, "FArgs").matchAll(/^ {2}(?![ */])(.*);$/gm)].map(([, member]) => member ?? "");

describe("query options", () => {
  it("are the arguments that the page grants, in one order", () => {
    const all: readonly QueryOptionName[] = [
      ...(["format", "count", "skiptoken", "skip", "top", "orderby", "search", "filter", "expand", "select"] as const),
    ];
    const written = file(all, object("shelf"));
    expect(codeText(written, "FArgs")).toBe(`export interface FArgs {
  /** Properties to return. */
  select?: readonly PropertyOf<Shelf, ShelfRelationships>[];
  /** Relationships to return with the result. */
  expand?: ExpandOptions<ShelfRelationships>;
  /** Condition that items have to meet. */
  filter?: string;
  /** What to search for. */
  search?: string;
  /** Properties to sort by, each perhaps with a direction. */
  orderBy?: readonly OrderBy<PropertyOf<Shelf, ShelfRelationships>>[];
  /** Greatest number of items on a page. */
  top?: number;
  /** Number of items to leave out at the start. */
  skip?: number;
  /** Token of a page, from the link to it. */
  skipToken?: string;
  /** Whether to count the items on all pages. */
  count?: boolean;
  /** Media type of the result. */
  format?: string;
}`);
    expect(dataOf(written).get("f")?.["query"]).toEqual({
      $select: "select",
      $expand: "expand",
      $filter: "filter",
      $search: "search",
      $orderby: "orderBy",
      $top: "top",
      $skip: "skip",
      $skiptoken: "skipToken",
      $count: "count",
      $format: "format",
    });
    expect(codeText(written, "f")).toContain("  encode: { expand: expandText },\n");
    expect(written.match(/^import .*(?:expand|selection)\.js.*$/gm)).toEqual([
      'import { expandText } from "../runtime/expand.js";',
      'import type { ExpandOptions, OrderBy, PropertyOf } from "../runtime/selection.js";',
    ]);
  });

  it.each<[string, TypeRef | null, readonly string[]]>([
    [
      "an object",
      object("plain"),
      ["select?: readonly PropertyOf<Plain>[]", "orderBy?: readonly OrderBy<PropertyOf<Plain>>[]"],
    ],
    [
      "an object that may be of a derived type",
      object("parent"),
      ["select?: readonly PropertyOf<AnyParent>[]", "orderBy?: readonly OrderBy<PropertyOf<AnyParent>>[]"],
    ],
    [
      "an object with relationships",
      object("child"),
      [
        "select?: readonly PropertyOf<Child, ChildRelationships>[]",
        "orderBy?: readonly OrderBy<PropertyOf<Child, ChildRelationships>>[]",
      ],
    ],
    ["text", text, ["select?: readonly string[]", "orderBy?: readonly string[]"]],
    ["nobody knows what", null, ["select?: readonly string[]", "orderBy?: readonly string[]"]],
  ])("pick properties of %s", (_, type, expected) => {
    expect(args(file(["select", "orderby"], type))).toEqual(expected);
  });

  it("expand by text what is no object, or cannot be selected of", () => {
    expect(args(file(["expand"], text))).toEqual(["expand?: readonly string[]"]);
    expect(args(file(["expand"], object("plain")))).toEqual(["expand?: readonly string[]"]);
    expect(codeText(file(["expand"], object("plain")), "f")).toContain(
      "export const f: OptionalListFunction<FArgs, Plain> = /*@__PURE__*/ listOperation({",
    );
  });

  it("offer no relationships beside a selection that knows none: its types would refuse them", () => {
    expect(args(file(["select", "expand"], object("plain")))).toEqual(["select?: readonly PropertyOf<Plain>[]"]);
    expect(args(file(["expand", "top"], object("plain"), { kind: "delta" }))).toEqual([
      "top?: number",
      "since?: string | undefined",
    ]);
  });

  it("forbid a selection where only relationships are granted", () => {
    expect(codeText(file(["expand"], object("shelf")), "FArgs")).toBe(`export interface FArgs {
  /** Relationships to return with the result. */
  expand?: ExpandOptions<ShelfRelationships>;
  /** Not among what the page grants. */
  select?: never;
}`);
  });

  it("are left to the page that describes them itself", () => {
    const queryParameters = [
      parameter("top", text, { wireName: "$top", description: "At most 5." }),
      parameter("Filter", text, { wireName: "$Filter" }),
    ];
    const written = file(["top", "skip", "filter"], text, { queryParameters });
    expect(args(written)).toEqual(["top?: string", "Filter?: string", "skip?: number"]);
    expect(codeText(written, "f")).toContain('query: { $top: "top", $Filter: "Filter", $skip: "skip" }');
  });

  it("select nothing where a parameter has the name of the argument", () => {
    for (const name of ["select", "expand"]) {
      const written = file(["select"], object("plain"), { queryParameters: [parameter(name)] });
      expect(codeText(written, "f")).toContain("OptionalListFunction<FArgs, Plain>");
    }
  });
});
