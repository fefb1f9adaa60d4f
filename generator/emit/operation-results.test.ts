import { describe, expect, it } from "vitest";
import type { LongRunning, Operation, OperationError } from "../model/api-model.ts";
import {
  enumRef,
  enumType,
  listOf,
  model,
  object,
  objectType,
  operation,
  property,
  response,
  text,
} from "../model/sample-model.fixture.ts";
import { codeText, declaredNames, emittedText } from "./emitted.fixture.ts";

const named = { named: ["select"], isGeneric: false } as const;

/** Types of each kind: plain, with relationships, with properties that have to be asked for, with a derived type. */
const types = [
  objectType("plain", [property("id"), property("title")]),
  objectType("shelf", [property("id"), property("plains", listOf(object("plain")), { isNavigation: true })]),
  objectType("partial", [property("id"), property("notes", text, { returned: "onSelect" })]),
  objectType("parent", [property("id")]),
  objectType("child", [property("age")], { baseType: "lib.parent" }),
  objectType("status", [property("state")]),
  objectType("values", [property("id")], { isOpen: true, key: ["id"] }),
];

function file(more: Partial<Operation>, path = "/f"): string {
  const operations = [operation("f", [path], more)];
  return emittedText(model({ types, enums: [enumType("topic", ["art"])], operations }), "operations/books.ts");
}

/** The type of the function and what makes it, on one line. */
function made(more: Partial<Operation>, path?: string): string {
  const [type = "", factory = ""] =
    /^export const f: (.*?) =\s*\/\*@__PURE__\*\/ (\w+)\(/s.exec(codeText(file(more, path), "f"))?.slice(1) ?? [];
  return `${type
    .replace(/<\n\s*/g, "<")
    .replace(/\n>/g, ">")
    .replace(/\n\s*/g, " ")} ${factory}`;
}

const error = (code: string | null): OperationError => ({ status: 400, code, text: "" });

const running = (more: Partial<LongRunning> = {}): LongRunning => ({
  header: "Location",
  statusType: null,
  resultType: null,
  ...more,
});

describe("the result of a function", () => {
  it.each<[string, Partial<Operation>, string]>([
    ["nothing", { response: response({ statuses: [204], content: "none" }) }, "void> voidOperation"],
    ["text", { response: response({ content: "text" }) }, "string> textOperation"],
    ["raw content", { response: response({ content: "binary" }) }, "Content> contentOperation"],
    [
      "what a redirect leads to",
      { response: response({ statuses: [302], content: "none" }) },
      "Content> contentOperation",
    ],
    ["an object", { response: response({ type: object("plain") }) }, "Plain> jsonOperation"],
    [
      "a value out of its envelope",
      { response: response({ envelope: "value", type: text }) },
      "string> valueOperation",
    ],
    ["a value of an enum", { response: response({ type: enumRef("topic") }) }, "`$" + "{Topic}`> jsonOperation"],
    [
      "a value that may be missing",
      { response: response({ statuses: [200, 204], type: object("plain") }) },
      "Plain | undefined> jsonOperation",
    ],
    ["anything", { response: response() }, "unknown> jsonOperation"],
    ["what is in no model", { response: response({ type: object("missing") }) }, "unknown> jsonOperation"],
    ["a list without an envelope", { response: response({ type: listOf(object("plain")) }) }, "Plain[]> jsonOperation"],
  ])("is %s", (_, more, expected) => {
    expect(made(more)).toBe(`OptionalApiFunction<NoArgs, ${expected}`);
    expect(made(more, "/{id}")).toBe(`ApiFunction<FArgs, ${expected}`);
  });

  it.each<[string, Partial<Operation>, string]>([
    ["a list of primitives", { response: response({ envelope: "collection", type: text }) }, "string"],
    ["a list of objects", { response: response({ envelope: "collection", type: object("plain") }) }, "Plain"],
    [
      "a list named as such",
      { response: response({ envelope: "collection", type: listOf(object("plain")) }) },
      "Plain",
    ],
    ["a list of anything", { response: response({ envelope: "collection" }) }, "unknown"],
    [
      "changes of what is no object",
      { kind: "delta", response: response({ envelope: "collection", type: text }) },
      "string",
    ],
  ])("is %s", (_, more, item) => {
    expect(made(more)).toBe(`OptionalListFunction<NoArgs, ${item}> listOperation`);
    expect(made(more, "/{id}")).toBe(`ListFunction<FArgs, ${item}> listOperation`);
  });

  it("is a list of changes", () => {
    const delta = { kind: "delta", response: response({ envelope: "collection", type: object("plain") }) } as const;
    expect(made(delta)).toBe("OptionalDeltaFunction<FArgs, Plain> deltaOperation");
    expect(made(delta, "/{id}")).toBe("DeltaFunction<FArgs, Plain> deltaOperation");
    expect(codeText(file(delta), "FArgs")).toBe(`export interface FArgs {
  /** The \`state\` of an earlier call: gives what has changed since. The other arguments are in it. */
  since?: string | undefined;
}`);
    expect(file(delta)).toContain('\n  since: "since",\n');
  });

  it.each<[string, Partial<Operation["response"]>, string]>([
    ["nobody knows what", { longRunning: running() }, "unknown, unknown"],
    ["a status", { longRunning: running({ statusType: object("status") }) }, "Status, unknown"],
    [
      "a status and a result",
      { longRunning: running({ statusType: object("status"), resultType: object("plain") }) },
      "Status, Plain",
    ],
    ["what may be there at once", { type: object("plain"), longRunning: running() }, "unknown, Plain"],
  ])("is a handle of what goes on, which gives %s", (_, more, expected) => {
    const answer = response({ statuses: [202], content: more.type === undefined ? "none" : "json", ...more });
    expect(made({ method: "POST", response: answer })).toBe(
      `OptionalApiFunction<NoArgs, LongRunning<${expected}>> longRunningOperation`,
    );
  });
});

describe("a function with a choice of properties", () => {
  const one = (name: string, more: Partial<Operation> = {}): Partial<Operation> => ({
    query: named,
    response: response({ type: object(name) }),
    ...more,
  });
  const list = (name: string): Partial<Operation> =>
    one(name, { response: response({ envelope: "collection", type: object(name) }) });

  it("is of a kind of its own, for one and for many, with and without arguments that it needs", () => {
    expect(made(one("plain"))).toBe("OptionalSelectFunction<FArgs, Plain> jsonOperation");
    expect(made(one("plain"), "/{id}")).toBe("SelectFunction<FArgs, Plain> jsonOperation");
    expect(made(list("plain"))).toBe("OptionalSelectListFunction<FArgs, Plain> listOperation");
    expect(made(list("plain"), "/{id}")).toBe("SelectListFunction<FArgs, Plain> listOperation");
    // Of what is known by its key alone, any name may be selected.
    expect(made(list("values"))).toBe(
      "OptionalSelectListFunction<FArgs, Values, {}, Values, Open<Values>> listOperation",
    );
  });

  it.each<[string, Partial<Operation>, string]>([
    ["relationships", one("shelf"), "Shelf, ShelfRelationships"],
    ["properties to be asked for", one("partial"), "Partial, {}, PartialDefault"],
    ["a derived type", one("parent"), "Parent, {}, Parent, AnyParent"],
    ["codes of errors", one("plain", { errors: [error("a")] }), 'Plain, {}, Plain, Plain, "a"'],
    ["relationships and codes", one("shelf", { errors: [error("a")] }), 'Shelf, ShelfRelationships, Shelf, Shelf, "a"'],
    ["a list of what has a derived type", list("parent"), "Parent, {}, Parent, AnyParent"],
  ])("says what there is beside the type up to the last that is no default: %s", (_, more, expected) => {
    const kind = more.response?.envelope === "collection" ? "OptionalSelectListFunction" : "OptionalSelectFunction";
    expect(made(more)).toMatch(new RegExp(`^${kind}<`));
    expect(made(more)).toContain(`<FArgs, ${expected}> `);
  });

  it("gives everything where nothing is read but written", () => {
    expect(made(one("partial", { method: "POST" }))).toBe("OptionalSelectFunction<FArgs, Partial> jsonOperation");
  });

  it("cannot be made of what may be missing", () => {
    const answer = response({ statuses: [200, 204], type: object("plain") });
    expect(made(one("plain", { response: answer }))).toBe(
      "OptionalApiFunction<FArgs, Plain | undefined> jsonOperation",
    );
  });

  it("is for changes, too", () => {
    const answer = response({ envelope: "collection", type: object("shelf") });
    expect(made(one("shelf", { kind: "delta", response: answer }))).toBe(
      "OptionalDeltaFunction<FArgs, Shelf, ShelfRelationships> deltaOperation",
    );
  });
});

describe("the default set of a page", () => {
  const answer = response({ type: object("plain"), defaultProperties: ["title", "id"] });

  it("is what a function gives unless something is selected", () => {
    const more = { query: named, response: answer };
    expect(made(more)).toBe("OptionalSelectFunction<FArgs, Plain, {}, FResult> jsonOperation");
    expect(codeText(file(more), "FResult")).toBe(
      'export type FResult = Selected<\n  Plain,\n  | "title"\n  | "id"\n>;',
    );
  });

  it("wins over what the type says", () => {
    const more = { query: named, response: response({ type: object("partial"), defaultProperties: ["notes"] }) };
    expect(made(more)).toBe("OptionalSelectFunction<FArgs, Partial, {}, FResult> jsonOperation");
  });

  it("is all that a function gives of which nothing can be selected", () => {
    expect(made({ response: answer })).toBe("OptionalApiFunction<NoArgs, FResult> jsonOperation");
    const list = response({ ...answer, envelope: "collection" });
    expect(made({ response: list, errors: [error("a")] })).toBe(
      'OptionalListFunction<NoArgs, FResult, "a"> listOperation',
    );
  });

  it("is not declared where it would not be used", () => {
    for (const more of [
      { statuses: [200, 204] },
      { type: listOf(object("plain")) },
      { type: text },
      { defaultProperties: [] },
      { content: "none" },
    ] satisfies Partial<Operation["response"]>[])
      expect(declaredNames(file({ query: named, response: { ...answer, ...more } }))).not.toContain("FResult");
  });
});

describe("codes of errors", () => {
  it("are those of the page, each once", () => {
    const errors = [error("notFound"), error(null), error("it's"), error("notFound")];
    expect(made({ errors })).toBe('OptionalApiFunction<NoArgs, unknown, "notFound" | "it\'s"> jsonOperation');
    expect(made({ errors: [error(null)] })).toBe("OptionalApiFunction<NoArgs, unknown> jsonOperation");
  });

  it("stand on lines of their own if they are many", () => {
    const errors = ["a", "b", "c"].map((letter) => error(letter.repeat(30)));
    expect(codeText(file({ errors }), "f")).toContain(`export const f: OptionalApiFunction<
  NoArgs,
  unknown,
  | "${"a".repeat(30)}"
  | "${"b".repeat(30)}"
  | "${"c".repeat(30)}"
> = /*@__PURE__*/ jsonOperation({`);
  });
});
