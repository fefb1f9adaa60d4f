import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expandPath } from "../../templates/runtime/path.ts";
import { pathArgument } from "./argument-values.ts";
import { readExampleUrl } from "./example-url.ts";
import { callOf, context, gist, path, primitive } from "./examples.fixture.ts";
import { matchPath } from "./match-path.ts";
import { segmentTemplate } from "./template-segments.ts";
import { TemplateTree } from "./template-tree.ts";

describe("values", () => {
  test.each([
    ["/things/{thingId}", "GET /things/7", { thingId: "7" }],
    ["/things/{thingId}", "GET /things/a%2Fb%20c%25", { thingId: "a/b c%" }],
    ["/things/{thingId}", "GET /things/19:ab@home.v2", { thingId: "19:ab@home.v2" }],
    ["/things/{thingId}", "GET /things/a+b", { thingId: "a+b" }],
    ["/things/{thingId}", "GET /things/{id | name}", { thingId: "{id | name}" }],
    ["/things/{thingId}", "GET /things/{a/b}", { thingId: "{a/b}" }],
    ["/things/{thingId}", "GET /things/<id>", { thingId: "<id>" }],
    ["/things/code={code}", "GET /things/code=x", { code: "x" }],
    ["/shelf/root:/{+path}:/items", "GET /shelf/root:/A%20b/c.txt:/items", { path: "A b/c.txt" }],
    ["/shelf/root:/{+path}", "GET /shelf/root:/A/b/c.txt", { path: "A/b/c.txt" }],
    ["/shelf/items/{id}:/{+name}:/content", "GET /shelf/items/7:/a.txt:/content", { id: "7", name: "a.txt" }],
    ["/things/find(q={'q'})", "GET /things/find(q='it''s a/b')", { q: "it's a/b" }],
    ["/things/find(q={'q'})", "GET /things/find(q=%27a%27)", { q: "a" }],
    ["/things/find(q={'q'})", "GET /things/find(q='{text}')", { q: "{text}" }],
    ["/things/find(n={=n})", "GET /things/find(n=5)", { n: "5" }],
    ["/things/find(q={'q'})", "GET /things/find(q=@q)?@q='a b'", { q: "a b" }],
  ])("%s of %s", (template, line, values) => {
    expect(gist(callOf({ paths: [template] }, line))).toEqual([path(template).template, values]);
  });

  test("a value is not empty, nor what can only be syntax", () => {
    expect(gist(callOf({ paths: ["/things/code={code}"] }, "GET /things/code="))).toBe("path-differs");
    expect(gist(callOf({ paths: ["/things/{thingId}"] }, "GET /things/$count"))).toBe("path-differs");
    expect(gist(callOf({ paths: ["/things/{thingId}"] }, "GET /things/%24count"))).toEqual([
      "/things/{thingId}",
      { thingId: "$count" },
    ]);
  });

  test("a path ends at its colon", () => {
    expect(gist(callOf({ paths: ["/shelf/root:/{+path}"] }, "GET /shelf/root:/a/b:/items"))).toBe("path-differs");
  });
});

describe("spelling", () => {
  const paths = ["/bigThings/{thingId}/parts"];
  const used = "/bigThings/{thingId}/parts";

  test("letter case", () => {
    expect(gist(callOf({ paths }, "GET /BigThings/A/Parts"))).toEqual([used, { thingId: "A" }, "letter-case"]);
  });

  test("slashes", () => {
    expect(gist(callOf({ paths }, "GET /bigThings/A//parts/"))).toEqual([used, { thingId: "A" }, "url-repaired"]);
  });

  test("namespace and empty parentheses", () => {
    expect(gist(callOf({ paths: ["/things/delta"] }, "GET /things/sample.lib.delta()"))).toEqual([
      "/things/delta",
      {},
      "spelling",
    ]);
    expect(gist(callOf({ paths: ["/things/sample.lib.big"] }, "GET /things/big"))).toEqual([
      "/things/sample.lib.big",
      {},
      "spelling",
    ]);
    expect(gist(callOf({ paths: ["/things/delta"] }, "GET /things/other.lib.delta"))).toBe("path-differs");
  });

  test("keys in parentheses", () => {
    for (const key of ["'A'", "id='A'", "thingId='A'", "A"]) {
      expect(gist(callOf({ paths }, `GET /bigThings(${key})/parts`))).toEqual([used, { thingId: "A" }, "key-form"]);
    }
    expect(gist(callOf({ paths }, "GET /bigThings({id})/parts"))).toEqual([used, { thingId: "{id}" }, "key-form"]);
    expect(gist(callOf({ paths }, "GET /bigThings('it''s')/parts"))).toEqual([used, { thingId: "it's" }, "key-form"]);
  });

  test("alternate keys in parentheses", () => {
    const alternate = ["/things/{thingId}", "/things/code={code}"];
    expect(gist(callOf({ paths: alternate }, "GET /things(code='x')"))).toEqual([
      "/things/code={code}",
      { code: "x" },
      "key-form",
    ]);
    expect(gist(callOf({ paths: alternate }, "GET /things(color='x')"))).toBe("path-differs");
  });

  test("arguments in another order, and without their quotes", () => {
    const functions = ["/things/find(a={'a'},b={=b})"];
    const template = "/things/find(a={a},b={b})";
    expect(gist(callOf({ paths: functions }, "GET /things/find(b=1,a='x')"))).toEqual([
      template,
      { a: "x", b: "1" },
      "argument-form",
    ]);
    expect(gist(callOf({ paths: functions }, "GET /things/find(a=x,b='1')"))).toEqual([
      template,
      { a: "x", b: "1" },
      "argument-form",
      "argument-form",
    ]);
  });
});

describe("differences", () => {
  const paths = ["/things", "/things/{thingId}/parts"];

  test.each([
    ["GET /things/$count", ["/things", {}, "suffix"]],
    ["GET /things/7/parts/$count", ["/things/{thingId}/parts", { thingId: "7" }, "suffix"]],
    ["GET /things/7/parts/sample.lib.wheel", ["/things/{thingId}/parts", { thingId: "7" }, "cast"]],
    ["GET /things/7/parts/sample.lib.wheel/$count", ["/things/{thingId}/parts", { thingId: "7" }, "cast", "suffix"]],
    ["GET /things/7/parts/other.lib.wheel", "path-differs"],
    ["GET /things/7/parts/$links", "path-differs"],
  ])("%s", (line, expected) => {
    expect(gist(callOf({ paths }, line))).toEqual(expected);
  });

  test("a suffix that only the page has", () => {
    expect(gist(callOf({ paths: ["/things/{thingId}/$ref"] }, "GET /things/7"))).toEqual([
      "/things/{thingId}/$ref",
      { thingId: "7" },
      "suffix-missing",
    ]);
  });

  test("the start of a path between colons, without that path", () => {
    const paths = ["/disk/root:/{+partPath}:/parts"];
    expect(gist(callOf({ paths }, "GET /disk/root/parts"))).toEqual([
      "/disk/root:/{partPath}:/parts",
      { partPath: "{partPath}" },
      "alias",
    ]);
    expect(gist(callOf({ paths: ["/disk/root:/{+partPath}"] }, "GET /disk/root"))).toEqual([
      "/disk/root:/{partPath}",
      { partPath: "{partPath}" },
      "alias",
    ]);
  });

  test("other arguments", () => {
    const functions = ["/things/find(a={'a'},b={=b})"];
    const template = "/things/find(a={a},b={b})";
    expect(gist(callOf({ paths: functions }, "GET /things/find(a='x')"))).toEqual([
      template,
      { a: "x", b: "{b}" },
      "arguments",
    ]);
    expect(gist(callOf({ paths: functions }, "GET /things/find"))).toEqual([
      template,
      { a: "{a}", b: "{b}" },
      "arguments",
    ]);
    expect(gist(callOf({ paths: functions }, "GET /things/find(c='x')"))).toBe("path-differs");
  });

  test("another address", () => {
    const aliases = [{ from: ["home"], to: ["people", null] }];
    expect(gist(callOf({ paths: ["/people/{personId}/things"] }, "GET /home/things", {}, { aliases }))).toEqual([
      "/people/{personId}/things",
      { personId: "{personId}" },
      "alias",
    ]);
    expect(gist(callOf({ paths: ["/people/{personId}/things"] }, "GET /Home/things/$count", {}, { aliases }))).toEqual([
      "/people/{personId}/things",
      { personId: "{personId}" },
      "alias",
      "suffix",
    ]);
  });
});

describe("of several paths", () => {
  test("the one with the most fixed text is taken", () => {
    const paths = ["/things/{thingId}", "/things/{thingId}/{part}", "/things/recent", "/things/{thingId}/parts"];
    expect(gist(callOf({ paths }, "GET /things/recent"))).toEqual(["/things/recent", {}]);
    expect(gist(callOf({ paths }, "GET /things/7"))).toEqual(["/things/{thingId}", { thingId: "7" }]);
    expect(gist(callOf({ paths }, "GET /things/7/parts"))).toEqual(["/things/{thingId}/parts", { thingId: "7" }]);
  });

  test("a path as it stands comes before one that needs forgiveness", () => {
    const paths = ["/things", "/things/$count"];
    expect(gist(callOf({ paths }, "GET /things/$count"))).toEqual(["/things/$count", {}]);
  });
});

test("a made-up path with many casts takes no time", () => {
  const start = performance.now();
  const casts = "/sample.lib.a".repeat(190);
  expect(gist(callOf({ paths: [`/things${"/{x}".repeat(20)}/end`] }, `GET /things${casts}`))).toBe("path-differs");
  expect(performance.now() - start).toBeLessThan(5_000);
});

describe("what the runtime makes of values is matched back", () => {
  const word = fc.constantFrom("things", "parts", "home", "sample.lib.big", "$value", "root:", "find", "a%20b");
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
  // A value that is one or two dots is refused by the runtime: no URL can hold it.
  const value = text.filter((one) => !/^\.{1,2}$/.test(one));
  const spanned = fc
    .array(value, { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map((part) => part.replaceAll("/", "|")).join("/"));
  const number = fc.integer();

  interface Piece {
    readonly template: (name: string) => string;
    readonly type: "String" | "Int32";
    readonly value: fc.Arbitrary<string | number>;
  }
  const pieces: readonly Piece[] = [
    { template: (name) => `{${name}}`, type: "String", value },
    { template: (name) => `code={${name}}`, type: "String", value },
    { template: (name) => `{${name}}:`, type: "String", value },
    { template: (name) => `open:/{+${name}}:`, type: "String", value: spanned },
    { template: (name) => `find(q={'${name}'})`, type: "String", value: text },
    { template: (name) => `at({'${name}'})`, type: "String", value: text },
    { template: (name) => `zone(kind=lib.kind{'${name}'})`, type: "String", value: text },
    { template: (name) => `top(n={=${name}})`, type: "Int32", value: number },
    { template: (name) => `big(n=1,m={=${name}})`, type: "Int32", value: number },
  ];
  const segment = fc.oneof(
    word.map((fixed) => ({ fixed, piece: null, value: null })),
    fc.constantFrom(...pieces).chain((piece) => piece.value.map((one) => ({ fixed: null, piece, value: one }))),
  );
  const ending = fc.option(spanned);

  test("for any template", () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 6 }), ending, (segments, rest) => {
        const values = new Map<string, string | number>();
        const types = new Map<string, "String" | "Int32">();
        let template = segments
          .map((one, index) => {
            if (one.piece === null) return `/${one.fixed}`;
            values.set(`p${index}`, one.value);
            types.set(`p${index}`, one.piece.type);
            return `/${one.piece.template(`p${index}`)}`;
          })
          .join("");
        if (rest !== null) {
          template += "/root:/{+rest}";
          values.set("rest", rest);
        }
        const expanded = expandPath([template], values).path;
        const url = readExampleUrl(`${context.baseUrl}${expanded}`, context.baseUrl);
        const tree = new TemplateTree<string>(context.namespace);
        tree.add(segmentTemplate(path(template)), template);
        // Templates of other lengths beside it do no harm.
        tree.add(segmentTemplate(path(`${template}/more`)), "other");
        const found = url.ok ? matchPath(tree, url.readings, context) : [];
        const read = found
          .filter((match) => match.value === template)
          .map(({ template: { uses }, captures, notes }) => [
            new Map(
              uses.map(({ parameter, encoding }, index) => {
                const type = primitive(types.get(parameter) ?? "String");
                return [parameter, pathArgument(parameter, type, encoding, captures[index] ?? null).value];
              }),
            ),
            notes.filter(({ code }) => code !== "url-repaired"),
          ]);
        expect(read).toEqual([[values, []]]);
      }),
      { numRuns: 500 },
    );
  });
});
