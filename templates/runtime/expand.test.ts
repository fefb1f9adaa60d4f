import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expandText } from "./expand.ts";

describe("expandText", () => {
  it("writes relationships with their options, nested", () => {
    expect(
      expandText({
        owner: true,
        manager: { select: ["id", "name"], expand: { manager: { levels: "max" }, team: true } },
        messages: {
          filter: "contains(subject,'a;b)')",
          search: '"x y"',
          orderBy: ["date desc", "id"],
          top: 5,
          skip: 0,
        },
        parts: { count: true },
      }),
    ).toBe(
      "owner,manager($select=id,name;$expand=manager($levels=max),team)," +
        "messages($filter=contains(subject,'a;b)');$search=\"x y\";$orderby=date desc,id;$top=5;$skip=0),parts($count=true)",
    );
  });

  it("leaves out what is undefined or empty", () => {
    expect(expandText({ a: undefined, b: {}, c: { select: [], orderBy: [], filter: "", expand: {} } })).toBe("b,c");
    expect(expandText({ a: undefined })).toBe(undefined);
    expect(expandText({})).toBe(undefined);
  });

  it.each(["a/b", "service.thing/parts", "parts/$ref", "*", "größe"])("takes the name %s", (name) => {
    expect(expandText({ [name]: { select: [name] } })).toBe(`${name}($select=${name})`);
  });

  it.each(["a,b", "a($top=1)", "a;b", "a)", "a b", "a'", 'a"', "a=b", "a&b", "a?b", "a#b", ""])(
    "refuses the name %j",
    (name) => {
      expect(() => expandText({ [name]: true })).toThrow(new TypeError(`Unexpected name ${name} in expand`));
      expect(() => expandText({ a: { select: [name] } })).toThrow(TypeError);
    },
  );

  it.each([
    { filter: "a eq 1;$top=1" },
    { filter: "a eq 'b" },
    { filter: "a eq 'it''s';$top=1" },
    { filter: "contains(a,'b'" },
    { filter: "a eq 1),b(" },
    { filter: "a eq 1)(" },
    { orderBy: ["a", "b;$top=1"] },
    { search: '"a' },
    { search: '"a;b"' },
    { search: "it's" },
    { search: '"a\\"" ; "b"' },
  ])("refuses %j, which would end its option", (item) => {
    expect(() => expandText({ a: item })).toThrow(TypeError);
  });

  /** Pieces that are closed in themselves, and now and then one that is not. */
  const free = fc
    .array(
      fc.oneof(
        {
          weight: 8,
          arbitrary: fc.constantFrom("a", " eq ", "'b;c)'", "(d)", "''", '"e f"', ",", "=", "$top", "'(,'"),
        },
        { weight: 1, arbitrary: fc.constantFrom(..."';()\"\\") },
        { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 1 }) },
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((pieces) => pieces.join(""));
  const name = fc.oneof(fc.constantFrom("id", "a/b", "*"), free);

  it.each(["'", '"', ""])("never lets a value end its option, for services with the quote %j", (quote) => {
    let written = 0;
    fc.assert(
      fc.property(free, free, free, name, name, fc.nat(), (filter, search, order, relationship, select, top) => {
        // What a quote is in a filter, all services agree.
        fc.pre(quote === "'" || !/['"]/.test(filter + order));
        let text: string | undefined;
        try {
          const inner = { [relationship]: { filter, orderBy: [order], top }, last: true } as const;
          text = expandText({
            first: { filter, search, expand: inner, top },
            second: { select: [select] },
            third: true,
          });
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          return;
        }
        written++;
        const innerOptions = { $filter: filter, $orderby: order, $top: String(top) };
        expect(itemsIn(text ?? "", quote)).toEqual({
          first: {
            $filter: filter,
            $search: search,
            $expand: { [relationship]: innerOptions, last: {} },
            $top: String(top),
          },
          second: { $select: select },
          third: {},
        });
      }),
      { numRuns: 500 },
    );
    expect(written).toBeGreaterThan(10);
  });
});

/** Cuts a text where a separator stands outside parentheses and quotes, as a service does that knows one quote. */
function cut(text: string, separator: string, quote: string): string[] {
  const parts: string[] = [""];
  let depth = 0;
  let isQuoted = false;
  for (const character of text) {
    if (character === quote) isQuoted = !isQuoted;
    if (!isQuoted && character === "(") depth++;
    if (!isQuoted && character === ")") depth--;
    if (!isQuoted && depth === 0 && character === separator) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** What a service finds in the text: relationships by name, each with its options by name. */
function itemsIn(text: string, quote: string): Record<string, unknown> {
  const items = cut(text, ",", quote).map((item): [string, unknown] => {
    const open = item.indexOf("(");
    if (open < 0) return [item, {}];
    expect(item.at(-1)).toBe(")");
    const options = cut(item.slice(open + 1, -1), ";", quote).map((option): [string, unknown] => {
      const at = option.indexOf("=");
      const [name, value] = [option.slice(0, at), option.slice(at + 1)];
      return [name, name === "$expand" ? itemsIn(value, quote) : value];
    });
    expect(new Set(options.map(([name]) => name)).size).toBe(options.length);
    return [item.slice(0, open), Object.fromEntries(options)];
  });
  expect(new Set(items.map(([name]) => name)).size).toBe(items.length);
  return Object.fromEntries(items);
}
