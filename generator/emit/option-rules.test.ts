import { describe, expect, it } from "vitest";
import type { Operation, OptionRule } from "../model/api-model.ts";
import {
  header,
  model,
  object,
  objectType,
  operation,
  optionRule,
  property,
  response,
} from "../model/sample-model.fixture.ts";
import { codeText, declarationText, declaredNames, emittedText } from "./emitted.fixture.ts";
import { type RuleKeys, ruleType } from "./option-rules.ts";
import { code } from "./text.ts";

const options = new Map([
  ["search", { key: "search", type: code`string` }],
  ["filter", { key: "filter", type: code`string` }],
  ["orderby", { key: "orderBy", type: code`readonly OrderBy<PropertyOf<Book, BookRelationships>>[]` }],
  ["count", { key: "count", type: code`boolean` }],
  ["top", { key: "$top", type: code`number` }],
]);
const headers = new Map([
  ["ConsistencyLevel", { key: "consistencyLevel", type: code`string` }],
  ["constructor", { key: "constructor", type: code`string` }],
  ["X-Y", { key: "x-y", type: code`"a" | (string & {})` }],
]);
const keys: RuleKeys = {
  option: (name) => options.get(name) ?? null,
  header: (wireName) => headers.get(wireName) ?? null,
};

describe("ruleType", () => {
  it.each<[string, OptionRule, string]>([
    [
      "an option that needs a header",
      optionRule(["search"], { headers: ["ConsistencyLevel"] }),
      "({ search?: never } | { search: string; consistencyLevel: string })",
    ],
    [
      "an option that needs another one, which counts only if it is true",
      optionRule(["search"], { options: ["count"] }),
      "({ search?: never } | { search: string; count: true })",
    ],
    [
      "a header with the one value that is listed",
      optionRule(["search"], {
        headers: ["ConsistencyLevel"],
        headerValues: { ConsistencyLevel: "eventual" },
        options: ["count"],
      }),
      '({ search?: never } | { search: string; consistencyLevel: "eventual"; count: true })',
    ],
    [
      "two options together, and keys that have to be quoted",
      optionRule(["search", "top"], { headers: ["X-Y"] }),
      `(
  | { search?: never }
  | { $top?: never }
  | { search: string; $top: number; "x-y": "a" | (string & {}) }
)`,
    ],
    [
      "what is too long for a line",
      optionRule(["filter", "orderby"], { headers: ["ConsistencyLevel"], options: ["count"] }),
      `(
  | { filter?: never }
  | { orderBy?: never }
  | {
      filter: string;
      orderBy: readonly OrderBy<PropertyOf<Book, BookRelationships>>[];
      consistencyLevel: string;
      count: true;
    }
)`,
    ],
    [
      "a header that has the name of what all objects have",
      optionRule(["search"], { headers: ["constructor"] }),
      "({ search?: never } | { search: string; constructor: string })",
    ],
    [
      "things that are named twice",
      optionRule(["count", "count"], { headers: ["X-Y", "X-Y"], options: ["count"] }),
      `({ count?: never } | { count?: never } | { count: true; "x-y": "a" | (string & {}) })`,
    ],
    [
      "a value that would end its string",
      optionRule(["search"], { headers: ["X-Y"], headerValues: { "X-Y": 'a" } | { b: "' } }),
      `({ search?: never } | { search: string; "x-y": "a\\" } | { b: \\"" })`,
    ],
  ])("writes %s", (_, rule, type) => {
    expect(ruleType(rule, keys)).toBe(type);
  });

  it.each<[string, OptionRule]>([
    ["a condition", optionRule(["expand"], { headers: ["X-Y"] })],
    ["one of two conditions", optionRule(["search", "expand"], { headers: ["X-Y"] })],
    ["a header", optionRule(["search"], { headers: ["X-Y", "x-y"] })],
    ["an option", optionRule(["search"], { headers: ["X-Y"], options: ["skip"] })],
  ])("makes no rule of %s that the function has no argument for", (_, rule) => {
    expect(ruleType(rule, keys)).toBeNull();
  });

  it("makes no rule of nothing", () => {
    expect(ruleType(optionRule([], { headers: ["X-Y"] }), keys)).toBeNull();
    expect(ruleType(optionRule(["search"]), keys)).toBeNull();
  });
});

describe("the arguments of a function with rules", () => {
  const rule = (when: OptionRule["when"]) =>
    optionRule(when, {
      headers: ["consistencylevel"],
      headerValues: { consistencylevel: "eventual" },
      options: ["count"],
    });

  function file(more: Partial<Operation>, paths: readonly string[] = ["/books"]): string {
    const list = operation("listBooks", paths, {
      query: { named: ["filter", "search", "orderby", "count"], isGeneric: false },
      headers: [header("ConsistencyLevel", { name: "consistencyLevel" })],
      response: response({ envelope: "collection", type: object("book") }),
      ...more,
    });
    return emittedText(
      model({ types: [objectType("book", [property("id")])], operations: [list] }),
      "operations/books.ts",
    );
  }

  it("are those that there are, and all rules about them", () => {
    const text = file({ optionRules: [rule(["search"]), rule(["skip"]), rule(["filter", "orderby"])] });
    expect(declaredNames(text)).toEqual(["ListBooksCommonArgs", "ListBooksArgs", "listBooks"]);
    expect(declarationText(text, "ListBooksCommonArgs")).toMatch(
      /^\/\*\* Arguments of \{@link listBooks\}, one by one\. \*\/\nexport interface ListBooksCommonArgs \{\n {2}\/\*\* Condition/,
    );
    expect(
      declarationText(text, "ListBooksArgs"),
    ).toBe(`/** Arguments of {@link listBooks}, with what some of them need beside them. */
export type ListBooksArgs = ListBooksCommonArgs &
  ({ search?: never } | { search: string; consistencyLevel: "eventual"; count: true }) &
  (
    | { filter?: never }
    | { orderBy?: never }
    | {
        filter: string;
        orderBy: readonly OrderBy<PropertyOf<Book>>[];
        consistencyLevel: "eventual";
        count: true;
      }
  );`);
  });

  it("stand beside the choice of a path", () => {
    expect(
      codeText(file({ optionRules: [rule(["search"])] }, ["/books", "/shelves/{shelfId}/books"]), "ListBooksArgs"),
    ).toBe(`export type ListBooksArgs = ListBooksCommonArgs &
  ({ search?: never } | { search: string; consistencyLevel: "eventual"; count: true }) &
  (
    /** \`/shelves/{shelfId}/books\` */
    | { shelfId: string }
    /** \`/books\` */
    | { shelfId?: never }
  );`);
  });

  it("are an interface where no rule can be kept", () => {
    expect(declaredNames(file({ optionRules: [rule(["search"])], headers: [] }))).toEqual([
      "ListBooksArgs",
      "listBooks",
    ]);
  });
});
