import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExampleRequest } from "../runtime/example.ts";
import { expectedMessage, type Message, type Recorded, sentMessage } from "./messages.ts";
import { baseUrl } from "./service.ts";

/** What has arrived at `fetch`, by path and query below the base URL. */
function recorded(url: string, init: RequestInit = {}): Recorded {
  return { url: baseUrl + url, init };
}

function shown(url: string, more: Partial<ExampleRequest> = {}): ExampleRequest {
  return { method: "GET", path: "/things", url, ...more };
}

/** Both messages, as a golden compares them. */
function compared(sent: Recorded, example: ExampleRequest, path?: string): readonly [Message, Message] {
  return [sentMessage(sent, example), expectedMessage(example, path)];
}

function expectSame(sent: Recorded, example: ExampleRequest, path?: string): void {
  const [actual, expected] = compared(sent, example, path);
  expect(actual).toEqual(expected);
}

function expectOther(sent: Recorded, example: ExampleRequest, path?: string): void {
  const [actual, expected] = compared(sent, example, path);
  expect(actual).not.toEqual(expected);
}

describe("the same request in other words", () => {
  it.each([
    ["encoded", "/things/a%20b?$filter=a%20eq%20'b'", "/things/a b?$filter=a eq 'b'"],
    ["with a plus for a blank", "/things?$search=a+b", "/things?$search=a%20b"],
    ["with a slash inside of a segment", "/things/a%2Fb", "/things/a%2fb"],
    ["in another order", "/things?$top=1&$skip=2", "/things?$skip=2&$top=1"],
    ["without a dollar", "/things?$top=1", "/things?top=1"],
    ["with capitals in names of options", "/things?$orderby=a", "/things?$OrderBy=a"],
    ["with capitals in names of parameters", "/things?from=a", "/things?From=a"],
    ["with capitals in a truth value", "/things?$count=true", "/things?$count=True"],
    ["with blanks between names", "/things?$select=a,b", "/things?$select=a, b "],
    ["with a comma at the end", "/things?$select=a,b", "/things?$select=a,b,"],
    ["with two blanks", "/things?$orderby=a desc", "/things?$orderby=a  desc"],
    ["with blanks around a condition", "/things?$filter=a eq 1", "/things?$filter= a eq 1 "],
    ["with dollars inside", "/things?$expand=a($select=b;$top=1)", "/things?$expand=a(select=b;top=1)"],
    ["with capitals inside", "/things?$expand=a($select=b;$top=1)", "/things?$expand=a($Select=b;$TOP=1)"],
    ["with commas between options", "/things?$expand=a($select=b,c;$top=1)", "/things?$expand=a($select=b,c,$top=1)"],
    ["with a semicolon at the end", "/things?$expand=a($top=1)", "/things?$expand=a($top=1);"],
  ])("is equal: %s", (_, sent, example) => {
    expectSame(recorded(sent), shown(example));
  });

  it("is equal with headers quoted or spaced otherwise, and in other letters", () => {
    const headers = { Prefer: 'return="minimal"; wait = 10, a', "If-Match": "*" };
    expectSame(
      recorded("/things", { headers: { prefer: "return=minimal;wait=10,a", "if-match": "*" } }),
      shown("/things", { headers }),
    );
  });

  it.each([
    "Authorization",
    "Accept",
    "Accept-Encoding",
    "Cache-Control",
    "Connection",
    "Content-Length",
    "Content-Type",
    "Cookie",
    "Date",
    "Host",
    "Origin",
    "Referer",
    "User-Agent",
    "X-Api-Key",
    "Subscription-Key",
    "Client-Secret",
    "X-Auth-Token",
  ])("is equal whatever the example says of %s", (name) => {
    expectSame(recorded("/things"), shown("/things", { headers: { [name]: "x" } }));
  });

  it("is equal with headers that the example leaves empty, or does not have", () => {
    expectSame(recorded("/things", { headers: { "If-Match": "*" } }), shown("/things", { headers: { Prefer: " " } }));
  });

  it("is equal with a body in another layout, or an empty one for none", () => {
    const init = { method: "POST", headers: { "content-type": "application/json; charset=utf-8" } };
    const post = { method: "POST" };
    expectSame(
      recorded("/things", { ...init, body: '{ "a": 1,\n "b": [null] }' }),
      shown("/things", { ...post, body: { b: [null], a: 1 } }),
    );
    expectSame(recorded("/things", { ...init, body: "{}" }), shown("/things", post));
    expectSame(recorded("/things", { method: "POST" }), shown("/things", { ...post, body: {} }));
    expectSame(recorded("/things", { method: "POST", body: null }), shown("/things", post));
  });

  it("is equal with text that is no JSON", () => {
    const init = { method: "PUT", headers: { "content-type": "text/plain" }, body: "{}" };
    expectSame(recorded("/things", init), shown("/things", { method: "PUT", body: "{}" }));
  });

  it("is equal to the path that is given in place of the example's", () => {
    expectSame(recorded("/things/7?$top=1"), shown("/Things('7')/?$top=1"), "/things/7");
    expectSame(recorded("/find(text='red')"), shown("/find(text=@t)?@t='red'"), "/find(text='red')");
  });
});

describe("another request", () => {
  it.each([
    ["another path", "/things/2", "/things/1"],
    ["a path in other letters", "/things/A", "/things/a"],
    ["a slash for an encoded one", "/things/a/b", "/things/a%2Fb"],
    ["an option less", "/things", "/things?$top=1"],
    ["an option more", "/things?$top=1", "/things"],
    ["an option twice", "/things?$top=1&$top=1", "/things?$top=1"],
    ["another number", "/things?$top=2", "/things?$top=1"],
    ["another option", "/things?$skip=1", "/things?$top=1"],
    ["another truth value", "/things?$count=false", "/things?$count=true"],
    ["a name less", "/things?$select=a", "/things?$select=a,b"],
    ["names in another order", "/things?$orderby=b,a", "/things?$orderby=a,b"],
    ["a name in other letters", "/things?$select=A", "/things?$select=a"],
    ["another direction", "/things?$orderby=a", "/things?$orderby=a desc"],
    ["a condition with another text", "/things?$filter=a eq 'b,c'", "/things?$filter=a eq 'b, c'"],
    ["a search with other quotes", "/things?$search=a", '/things?$search="a"'],
    ["a relationship less", "/things?$expand=a", "/things?$expand=a,b"],
    ["a name less inside", "/things?$expand=a($select=b)", "/things?$expand=a($select=b,c)"],
    ["an option less inside", "/things?$expand=a($select=b)", "/things?$expand=a($select=b;$top=1)"],
    ["an option at another depth", "/things?$expand=a($expand=b;$top=1)", "/things?$expand=a($expand=b($top=1))"],
    ["another value of a parameter", "/things?from=A", "/things?from=a"],
    ["a parameter without its value", "/things?from=", "/things?from=a"],
    ["a name of a parameter with a dollar", "/things?$from=a", "/things?from=a"],
  ])("is not equal: %s", (_, sent, example) => {
    expectOther(recorded(sent), shown(example));
  });

  it("is not equal by another method", () => {
    expectOther(recorded("/things", { method: "POST" }), shown("/things"));
    expectSame(recorded("/things"), shown("/things"));
  });

  it("is not equal without a header, or with another value of it", () => {
    const example = shown("/things", { headers: { Prefer: "return=minimal" } });
    expect(sentMessage(recorded("/things"), example).headers).toEqual({ Prefer: null });
    expectOther(recorded("/things"), example);
    expectOther(recorded("/things", { headers: { prefer: "return=representation" } }), example);
    expectOther(recorded("/things", { headers: { prefer: "return=Minimal" } }), example);
  });

  it.each([
    ["a member less", { a: 1 }],
    ["a member more", { a: 1, b: { c: [1, 2] }, d: 0 }],
    ["another value", { a: 2, b: { c: [1, 2] } }],
    ["a text for a number", { a: "1", b: { c: [1, 2] } }],
    ["`null` for a number", { a: null, b: { c: [1, 2] } }],
    ["another order of a list", { a: 1, b: { c: [2, 1] } }],
    ["an item less", { a: 1, b: { c: [1] } }],
    ["nothing", {}],
    ["a list around it", [{ a: 1, b: { c: [1, 2] } }]],
  ])("is not equal with a body that has %s", (_, sent) => {
    const headers = { "content-type": "application/json" };
    const example = shown("/things", { method: "POST", body: { a: 1, b: { c: [1, 2] } } });
    const body = JSON.stringify(sent);
    expectOther(recorded("/things", { method: "POST", headers, body }), example);
  });

  it("is not equal with an empty list for nothing, or text for JSON", () => {
    const headers = { "content-type": "application/json" };
    expectOther(recorded("/things", { method: "POST", headers, body: "[]" }), shown("/things", { method: "POST" }));
    expectOther(
      recorded("/things", { method: "POST", headers: { "content-type": "text/plain" }, body: '{"a":1}' }),
      shown("/things", { method: "POST", body: { a: 1 } }),
    );
  });

  it("is not equal to another path than the one that is given", () => {
    expectOther(recorded("/things/8"), shown("/Things('7')"), "/things/7");
    expectOther(recorded("/things/7"), shown("/Things('7')?$top=1"), "/things/7");
  });
});

describe("any request", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
  const names = fc.stringMatching(/^[a-z]{1,6}$/);
  const pairs = fc.uniqueArray(fc.tuple(names, text), { maxLength: 4, selector: ([name]) => name });

  it("is equal to itself, encoded; and to none with another value of a parameter", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), pairs, (segments, query) => {
        const path = segments.map((one) => `/x${encodeURIComponent(one)}`).join("") || "/";
        const withQuery = (all: typeof query): string =>
          path +
          (all.length === 0 ? "" : `?${all.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`);
        expectSame(recorded(withQuery(query)), shown(withQuery([...query].reverse())));
        const [first, ...rest] = query;
        if (first === undefined) return;
        expectOther(recorded(withQuery([[first[0], `${first[1]}z`], ...rest])), shown(withQuery(query)));
        expectOther(recorded(withQuery(rest)), shown(withQuery(query)));
      }),
    );
  });
});
