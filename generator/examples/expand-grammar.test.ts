import fc from "fast-check";
import { expect, test } from "vitest";
import { expandText } from "../../templates/runtime/expand.ts";
import { listOf, readExpand } from "./expand-grammar.ts";

test.each([
  ["parts", { parts: true }],
  [" parts , maker ", { parts: true, maker: true }],
  ["parts()", { parts: true }],
  ["maker($select=id,name)", { maker: { select: ["id", "name"] } }],
  ["maker(select=id,name)", { maker: { select: ["id", "name"] } }],
  ["maker($Select=id;$Expand=rooms)", { maker: { select: ["id"], expand: { rooms: true } } }],
  ["maker(select=id,name,expand=rooms,top=2)", { maker: { select: ["id", "name"], expand: { rooms: true }, top: 2 } }],
  [
    "maker($expand=rooms($select=id;$top=1),parts;$levels=max)",
    { maker: { expand: { rooms: { select: ["id"], top: 1 }, parts: true }, levels: "max" } },
  ],
  ["parts($filter=name eq 'a;b)c' and f(x,y))", { parts: { filter: "name eq 'a;b)c' and f(x,y)" } }],
  ['parts($search="a b";$count=TRUE)', { parts: { search: '"a b"', count: true } }],
  [
    "parts($orderby=size desc,name;$skip=3;$levels=2)",
    { parts: { orderBy: ["size desc", "name"], skip: 3, levels: 2 } },
  ],
])("%s", (text, expected) => {
  expect(readExpand(text)).toEqual(expected);
});

test.each([
  "",
  "*",
  "parts/$ref",
  "maker/rooms",
  "sample.lib.wheel/parts",
  "{parts}",
  "parts,",
  "parts,parts",
  "parts(",
  "parts)",
  "parts($filter=name eq 'a)",
  "parts($top=many)",
  "parts($count=1)",
  "parts($levels=all)",
  "parts($select=)",
  "parts($select=id;$select=name)",
  "parts($color=red)",
  "parts(id,name)",
  "parts($expand=maker/rooms)",
  "parts($select=a b)",
  "parts($select=f(a))",
  'parts($filter=name eq "a;b")',
  'parts($filter=name eq "(")',
  "parts($orderby=f(;))",
  'parts($search="a;b")',
  'parts($search="(")',
  "parts($search=it's)",
  "parts($search=a\\b)",
  `${"a($expand=".repeat(30)}b${")".repeat(30)}`,
])("%s is outside the grammar", (text) => {
  expect(readExpand(text)).toBeNull();
});

test("a relationship may have any name", () => {
  const value = readExpand("__proto__,constructor");
  expect(value && Object.keys(value)).toEqual(["__proto__", "constructor"]);
});

test("reads what the runtime writes", () => {
  const name = fc.constantFrom("id", "name", "parts", "maker", "rooms");
  const names = fc.uniqueArray(name, { minLength: 1 });
  const quoted = fc.string({ unit: fc.constantFrom(..."ab ;,()=&$") }).map((text) => `name eq '${text}' and f(x,'y')`);
  const { expand } = fc.letrec<{ expand: object; item: object | true }>((tie) => ({
    expand: fc.dictionary(name, tie("item"), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    item: fc.oneof(
      { depthSize: "small" },
      fc.constant(true),
      fc
        .record(
          {
            select: names,
            expand: tie("expand"),
            filter: quoted,
            search: fc.string({ unit: fc.constantFrom(..."ab ,=&$") }).map((text) => `"name:${text}" OR f("x")`),
            orderBy: names.map((all) => all.map((one) => `${one} desc`)),
            top: fc.nat(999),
            skip: fc.nat(999),
            count: fc.boolean(),
            levels: fc.oneof(fc.nat(9), fc.constant("max")),
          },
          { requiredKeys: [], noNullPrototype: true },
        )
        .map((item) => (Object.keys(item).length === 0 ? true : item)),
    ),
  }));
  fc.assert(
    fc.property(expand, (value) => {
      // The arbitrary makes what the runtime takes.
      expect(readExpand(expandText(value as Parameters<typeof expandText>[0]) ?? "")).toEqual(value);
    }),
  );
});

test("lists are split outside of quotes and parentheses", () => {
  expect(listOf("id, f(a,b) ,'x,y'  desc,")).toEqual(["id", "f(a,b)", "'x,y' desc"]);
});
