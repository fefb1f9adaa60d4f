import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildModel } from "../model/build-model.ts";
import { getPage, pagesOf, resourcePage } from "../model/pages.fixture.ts";
import { accountFor, type Failures, type GoldenAccount } from "./account.ts";
import { goldenDiagnostics } from "./golden-diagnostics.ts";
import { outcomeOf } from "./golden-outcome.ts";
import { planGoldens } from "./plan-goldens.ts";

const message = (kind: "request" | "response", lines: string): string => `
<!-- { "blockType": "${kind}" } -->
\`\`\`http
${lines}
\`\`\`
`;

const request = (line: string, body = ""): string =>
  message("request", `${line}${body === "" ? "" : `\nContent-type: application/json\n\n${body}`}`);

const response = (body: string, status = "200 OK"): string =>
  message("response", `HTTP/1.1 ${status}${body === "" ? "" : `\nContent-type: application/json\n\n${body}`}`);

const host = "https://api.example.com/v1.0";

const thing = resourcePage("thing", ["|id|String|Key.|", "|size|Int32|Size.|"]);
const get = getPage("Get thing", "/things/{id}", { type: "shop.core.thing", json: '{ "id": "7", "size": 1 }' });

function planned(texts: Readonly<Record<string, string>>) {
  const pages = pagesOf(texts);
  const { model, diagnostics } = buildModel(pages);
  return { pages, model, goldens: planGoldens(model), diagnostics };
}

function account(texts: Readonly<Record<string, string>>, failures?: Failures): GoldenAccount {
  const { pages, model, goldens } = planned(texts);
  return accountFor(pages, model, goldens, failures);
}

const base = { "resources/thing.md": thing, "api/thing-get.md": get };

/** The page of a function with further examples. */
function withExamples(...examples: readonly string[]): Readonly<Record<string, string>> {
  return { ...base, "api/thing-get.md": `${base["api/thing-get.md"]}\n${examples.join("\n")}` };
}

describe("the account of all messages", () => {
  it("counts what holds", () => {
    expect(account(base)).toEqual({
      requests: { found: 1, passing: 1, listed: 0 },
      responses: { found: 1, passing: 1, listed: 0 },
      byCode: new Map(),
      listed: [],
      foreign: 0,
      withPlaceholders: 0,
      withAllowances: 0,
    });
  });

  it("lists what does not, with its place, its operation and its example", () => {
    const found = account(withExamples(request(`GET ${host}/things/7`), response('{ "size": "big" }')));
    expect(found.requests).toEqual({ found: 2, passing: 2, listed: 0 });
    expect(found.responses).toEqual({ found: 2, passing: 1, listed: 1 });
    expect(found.listed).toMatchObject([
      {
        kind: "response",
        code: "example-value-type",
        page: "api/thing-get.md",
        message: "`size` is a string, expected Int32",
        operation: "api/thing-get",
      },
    ]);
    expect(found.byCode).toEqual(new Map([["example-value-type", 1]]));
  });

  it("sorts codes by number, then by name, and messages by place", () => {
    const found = account(
      withExamples(
        request(`GET ${host}/things/7`),
        response("Some text"),
        request(`GET ${host}/things/7`),
        response('{ "size": "big" }'),
        request(`GET ${host}/things/7`),
        response('{ "size": "bigger" }'),
        request(`GET ${host}/things/7`),
        response('{ "weight": 1 }'),
      ),
    );
    expect([...found.byCode]).toEqual([
      ["example-value-type", 2],
      ["example-member-undeclared", 1],
      ["example-response-differs", 1],
    ]);
    const lines = found.listed.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect(new Set(lines).size).toBe(4);
  });

  it("counts requests to other hosts apart, and no response of theirs", () => {
    const found = account(
      withExamples(request("POST https://callback.example.org/hook", '{ "a": 1 }'), response("{}")),
    );
    expect(found.foreign).toBe(1);
    expect([found.requests.found, found.responses.found, found.listed]).toEqual([1, 1, []]);
  });

  it("lists requests by another method that no function has", () => {
    const found = account(withExamples(request(`DELETE ${host}/things/7`), response("", "204 No Content")));
    expect(found.requests).toEqual({ found: 2, passing: 1, listed: 1 });
    expect(found.listed.find(({ kind }) => kind === "request")).toMatchObject({ code: "example-method-differs" });
  });

  it("lists the examples of pages about another version", () => {
    const notice = "\n\n> Shop APIs under the /beta version are subject to change.\n";
    const beta = get.replace("# Get thing", `# Get thing${notice}`);
    const found = account({ ...base, "api/beta-get.md": beta });
    expect(found.listed).toMatchObject(
      ["request", "response"].map((kind) => ({
        kind,
        code: "page-other-version",
        message: "The page is about version `beta`",
        page: "api/beta-get.md",
        operation: null,
        example: null,
      })),
    );
    expect([found.requests, found.responses]).toEqual([
      { found: 2, passing: 1, listed: 1 },
      { found: 2, passing: 1, listed: 1 },
    ]);
  });

  it("lists the examples of pages from which no request can be read", () => {
    const lost = get.replaceAll(/^GET .*$/gm, "See below.");
    const found = account({ ...base, "api/lost-get.md": lost });
    const message = "The page has no function that could read the response";
    expect(found.listed).toMatchObject([
      { kind: "response", code: "request-missing", message, page: "api/lost-get.md", operation: "api/lost-get" },
    ]);
  });

  it("counts texts that only stand for values, and paths in other words, among what passes", () => {
    const found = account(
      withExamples(request(`GET ${host}/Things('7')`), response('{ "id": "7", "size": "{size}" }')),
    );
    expect([found.withAllowances, found.withPlaceholders, found.listed]).toEqual([1, 1, []]);
  });
});

describe("an account of a run", () => {
  const bad = withExamples(request(`GET ${host}/things/7`), response('{ "size": "big" }'));

  it("believes what ran, not what was planned", () => {
    const found = account(base, (_, message) => (message === "request" ? "It went wrong" : null));
    expect(found.listed).toMatchObject([{ kind: "request", code: "golden-failed", message: "It went wrong" }]);
    expect(found.requests).toEqual({ found: 1, passing: 0, listed: 1 });
    expect(found.responses).toEqual({ found: 1, passing: 1, listed: 0 });
  });

  it("lists what was not run, unless it is listed anyway", () => {
    const found = account(bad, () => undefined);
    expect(found.listed.map(({ kind, code, message }) => [kind, code, message])).toEqual([
      ["request", "golden-failed", "It was not run"],
      ["response", "golden-failed", "It was not run"],
      ["request", "golden-failed", "It was not run"],
      ["response", "example-value-type", "`size` is a string, expected Int32"],
    ]);
  });

  it("lists a contradiction whose test fails as failed: there is none any more", () => {
    const found = account(bad, (_, message) => (message === 0 ? "No contradiction" : null));
    expect(found.listed.map(({ code }) => code)).toEqual(["golden-failed", "golden-failed"]);
  });

  it("asks for each response by its number", () => {
    const asked: unknown[] = [];
    account(withExamples(response("{}"), response("{}")), (_, message) => {
      asked.push(message);
      return null;
    });
    expect(asked).toEqual(["request", 0, 1, 2]);
  });
});

describe("counts", () => {
  it("always add up", () => {
    const one = fc.oneof(
      fc
        .tuple(
          fc.constantFrom("GET", "POST", "DELETE"),
          fc.constantFrom(`${host}/things/7`, `${host}/nothing`, "https://other.example/a", "/things/8", "things"),
        )
        .map(([method, url]) => request(`${method} ${url}`)),
      fc.jsonValue().map((value) => response(JSON.stringify(value))),
      fc.constantFrom(response("", "204 No Content"), response('{ "error": {} }', "404 Not Found"), response("...")),
    );
    const verdicts = fc.constantFrom(null, undefined, "failed");
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), fc.array(verdicts, { minLength: 1 }), (examples, given) => {
        let at = 0;
        const { requests, responses, byCode, listed } = account(
          withExamples(...examples),
          () => given[at++ % given.length],
        );
        for (const { found, passing, listed } of [requests, responses]) expect(passing + listed).toBe(found);
        expect(listed.length).toBe(requests.listed + responses.listed);
        expect([...byCode.values()].reduce((sum, count) => sum + count, 0)).toBe(listed.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe("findings of examples", () => {
  it("come once each, and not where reading has said the same of the line", () => {
    const { goldens } = planned(
      withExamples(request(`GET ${host}/things/7`), response('{ "size": "big", "id": 1 }'), response("Some text")),
    );
    const { reasons } = outcomeOf(goldens);
    const found = goldenDiagnostics([...reasons, ...reasons], []);
    expect(found.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ["example-value-type", "warning", "`size` is a string, expected Int32"],
      ["example-value-type", "warning", "`id` is a number, expected String"],
      ["example-response-differs", "warning", "The body of the response is not JSON, as the page says that it is"],
    ]);
    // Two findings of one code on one line count as one that is known.
    expect(goldenDiagnostics(reasons, found.slice(0, 1)).map(({ code }) => code)).toEqual(["example-response-differs"]);
    const elsewhere = found.slice(0, 1).map((one) => ({ ...one, place: null }));
    expect(goldenDiagnostics(reasons, elsewhere)).toEqual(found);
  });
});
