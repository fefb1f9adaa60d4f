/** Inputs 29 to 35 of README.md: requests, headers, permissions, examples and includes. */
import { describe, expect, test } from "vitest";
import { example, getPath, lampPage, lampPath, operationPage, type Sdk, sdkOf } from "./sdk-of.fixture.ts";

const lamp = lampPage(["|id|String||"]);

/** The SDK of an operation; its request begins on line 8. */
function requested(request: string, ...more: readonly string[]): Sdk {
  return sdkOf({ [getPath]: operationPage(request, ...more), [lampPath]: lamp });
}

/** Paths and names of arguments of the functions. */
function signatures({ model }: Sdk): [readonly string[], string[]][] {
  const emitted = model.operations.filter(({ paths }) => paths.length > 0);
  return emitted.map(({ paths, pathParameters }) => [
    paths.map(({ template }) => template),
    pathParameters.map(({ name }) => name),
  ]);
}

describe("#29 HTTP block: path", () => {
  test.each([
    ["GET /users/{id}'+X+'", "unexpected `'` in a path"],
    ["GET /a`${X}`", "unexpected ``` in a path"],
    ["GET /a/{id", "unexpected end, expected `}`"],
    ["GET /a/../../x", "unexpected segment `..`"],
    ["GET /a\\b", "unexpected `\\` in a path"],
    [`GET /${"a".repeat(4_000)}`, "4001 characters"],
  ])("%s is refused", (request, reason) => {
    const sdk = requested(request);
    expect(signatures(sdk)).toEqual([]);
    expect(sdk.findings).toEqual(["request-missing api/lamp-get.md:1:1", "request-line-invalid api/lamp-get.md:8:1"]);
    expect(sdk.diagnostics.find(({ code }) => code === "request-line-invalid")?.message).toContain(`: ${reason}`);
  });

  test.each([
    ["GET /a/{a}{b}", "/a/{a}{b}", ["a", "b"]],
    ["GET /a/{}", "/a/{aId}", ["aId"]],
    ["GET /a/{__proto__}", "/a/{proto}", ["proto"]],
    ["GET /a/{constructor}", "/a/{constructor}", ["constructor"]],
    ["GET /a/{id}/b/{id}", "/a/{aId}/b/{bId}", ["aId", "bId"]],
  ])("%s has parameters that are unique identifiers", (request, template, names) => {
    expect(signatures(requested(request))).toEqual([[[template], names]]);
  });
});

describe("#30 HTTP block: host", () => {
  const baseOf = ({ files }: Sdk): string | undefined =>
    /^export const defaultBaseUrl = (".*");$/m.exec(files.get("client.ts") ?? "")?.[1];
  const unexpected = ["host-unexpected api/lamp-get.md:8:1"];

  test.each([
    "http://169.254.169.254",
    "https://169.254.169.254/v1.0",
    "https://[::1]/v1.0",
    "http://localhost:8080",
    "https://metadata.internal/v1.0",
    "http://api.example.com/v1.0",
  ])("%s is never what a client talks to", (base) => {
    const sdk = requested(`GET ${base}/lamps`);
    expect(baseOf(sdk)).toBeUndefined();
    expect(
      [...sdk.findings].every((found) => /^(?:host-unexpected|request-line-invalid|request-missing) /.test(found)),
    ).toBe(true);
    expect(sdk.findings.length).toBeGreaterThan(0);
  });

  test("another host than that of most pages is reported, and only the path is taken", () => {
    const sdk = sdkOf({
      [getPath]: operationPage("GET https://evil.example/v1.0/lamps/{id}"),
      "api/a.md": operationPage("GET https://api.example.com/v1.0/a").replace("Get lamp", "Get a"),
      "api/b.md": operationPage("GET https://api.example.com/v1.0/b").replace("Get lamp", "Get b"),
    });
    expect(baseOf(sdk)).toBe('"https://api.example.com/v1.0"');
    expect(sdk.findings).toEqual(unexpected);
    for (const text of sdk.files.values()) expect(text).not.toContain("evil.example");
  });

  test.each(["https://user:pass@api.example.com/v1.0/x", "file:///etc/passwd", "gopher://api.example.com/x"])(
    "%s is refused",
    (url) => {
      const sdk = requested(`GET ${url}`);
      expect(signatures(sdk)).toEqual([]);
      expect(sdk.findings).toContain("request-line-invalid api/lamp-get.md:8:1");
    },
  );
});

describe("#31 HTTP block: headers of an example", () => {
  /** The headers of the request in the output. */
  const headersOf = (headers: string) => {
    const sdk = requested("GET /lamps/{id}", example({ headers }));
    const text = sdk.files.get("examples/lamps.ts") ?? "";
    const json = /readExamples\(`(.*)`\)/s.exec(text)?.[1]?.replaceAll("\\\\", "\\") ?? "{}";
    const { one } = JSON.parse(json) as { one: { request: { headers?: object; body?: string } } };
    return { headers: one.request.headers, body: one.request.body, sdk };
  };

  test("a line break in a value begins another header, an escaped one is text", () => {
    expect(headersOf("X: a\rY: b\r\nZ: c\n").headers).toEqual({ x: "a", y: "b", z: "c" });
    expect(headersOf("X: a\\r\\nY: b\n").headers).toEqual({ x: "a\\r\\nY: b" });
  });

  test("a line that is no header is none", () => {
    const { headers, body } = headersOf("X: a\n{evil}: b\n");
    expect(headers).toEqual({ x: "a" });
    expect(body).toBe("{evil}: b");
  });

  test("1 MB is left out", () => {
    const { headers, sdk } = headersOf(`X: ${"x".repeat(1024 * 1024)}\n`);
    expect(headers).toEqual({ x: "…" });
    expect(sdk.findings).toEqual(["example-header-removed api/lamp-get.md:16:1"]);
  });

  test("what looks like a secret goes nowhere", () => {
    const token = "eyJ0eXAiOiJKV1Qi.eyJhIjoxMjM0NTY3ODkwfQ.abcdefghijklmnopqrstu";
    const { headers, sdk } = headersOf(
      [
        `Authorization: Bearer ${token}`,
        "Authorization: Basic dXNlcjpwYXNzd29yZA==",
        "Cookie: session=0123456789abcdef",
        "X-Api-Key: sk_live_0123456789abcdef",
        `X-Other: ${token}`,
        "Prefer: return=minimal\n",
      ].join("\n"),
    );
    expect(headers).toEqual({ "x-api-key": "…", "x-other": "…", prefer: "return=minimal" });
    expect(sdk.diagnostics.filter(({ code }) => code === "example-header-removed")).toHaveLength(4);
    for (const text of sdk.files.values()) expect(text).not.toMatch(/eyJ0|dXNl|0123456789abcdef/);
  });

  test("a placeholder is none", () => {
    const { headers, sdk } = headersOf("Authorization: Bearer {token}\nX-Api-Key: <your key>\n");
    expect(headers).toEqual({ "x-api-key": "<your key>" });
    expect(sdk.findings).toEqual([]);
  });
});

test("#32 headers table: code around a name", () => {
  const table = "## Request headers\n\n|Name|Description|\n|:---|:---|";
  const sdk = requested(
    "GET /lamps/{id}",
    `${table}\n|content-type'; X|Required.|\n|a b|Required.|\n|If-Match|Required.|\n|\`x\\r\\ny\`|Required.|`,
  );
  expect(sdk.declaration("getLamp")).toContain('  headers: { "If-Match": "ifMatch" },\n});');
  expect(sdk.findings).toEqual([15, 16, 18].map((line) => `header-invalid api/lamp-get.md:${line}:1`));
});

describe("#33 JSON example", () => {
  /** The body of the response in the output, as JSON text. */
  const bodyOf = (body: string) => {
    const sdk = requested("GET /lamps/{id}", example({ body }));
    const [response] = sdk.model.operations[0]?.examples[0]?.responses ?? [];
    return { json: response?.body?.json, text: sdk.files.get("examples/lamps.ts") ?? "", sdk };
  };

  test.each([
    ['{ "id": "…" }', { id: "…" }, []],
    ['{ "id": "a", }', { id: "a" }, ["example-json-repaired"]],
    ['{ "id": "a" /* x */ }', { id: "a" }, ["example-json-repaired"]],
    ['{ "id": "a", ... }', undefined, ["example-json-invalid"]],
    // The later one counts, as it does for who reads the body.
    ['{ "id": "a", "id": "b" }', { id: "b" }, []],
    ['{ "id": "\\ud800x" }', { id: "\ud800x" }, []],
  ])("%s is read with notes", (body, json, codes) => {
    const read = bodyOf(body);
    expect(read.json).toEqual(json);
    expect(read.sdk.findings).toEqual(codes.map((code) => `${code} api/lamp-get.md:25:1`));
  });

  test("keys of every object are keys", () => {
    const { text, sdk } = bodyOf('{ "id": "a", "__proto__": { "x": 1 }, "constructor": 2 }');
    expect(text).toContain('"body": { "id": "a", "__proto__": { "x": 1 }, "constructor": 2 }');
    expect(sdk.files.get("golden/lamps.test.ts")).toContain(
      'undeclared({ id: "a" }, { ["__proto__"]: { x: 1 }, constructor: 2 })',
    );
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  test("numbers that JavaScript does not hold are said to be others, and stay numbers", () => {
    const { text, sdk } = bodyOf('{ "n": 12345678901234567890, "e": 1e400, "m": -1e400, "f": 1.10 }');
    expect(text).toContain(
      '"n": 12345678901234567000,\n          "e": 1.7976931348623157e+308,\n          "m": -1.7976931348623157e+308,\n          "f": 1.1',
    );
    expect(sdk.findings).toContain("example-json-repaired api/lamp-get.md:25:1");
  });

  test("is written with escapes", () => {
    const { text } = bodyOf('{ "id": "`${X}` </script> \\u2028 */ \\u202e" }');
    expect(text).toContain('"id": "\\`\\${X}\\` <\\\\/script> \\\\u2028 */ \\\\u202E"');
  });

  test("of 3 MB is too long", () => {
    const { json, sdk } = bodyOf(`{ "id": "${"x".repeat(3_000_000)}" }`);
    expect(json).toBeUndefined();
    expect(sdk.findings).toEqual(["example-json-invalid api/lamp-get.md:25:1"]);
  });
});

test("#34 permissions table: what is no permission", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => `S${i}.Read`).join(", ");
  const sdk = requested(
    "GET /lamps/{id}",
    [
      "## Permissions\n",
      "|Permission type|Permissions|",
      "|:---|:---|",
      "|Delegated (work or school account)|`User.Read*/X`, `<script>`, User.Read, `a'; X`|",
      `|Application|${many}|`,
    ].join("\n"),
  );
  expect(sdk.model.operations[0]?.permissions[0]?.grants.map(({ scheme, scopes }) => [scheme, scopes])).toEqual([
    ["delegatedWork", ["User.Read"]],
    ["application", []],
  ]);
  expect(sdk.findings).toEqual([
    "permission-cell-unread api/lamp-get.md:15:36",
    "permission-cell-unread api/lamp-get.md:16:13",
  ]);
});

describe("#35 include", () => {
  const withInclude = (target: string, others: Readonly<Record<string, string>> = {}): Sdk =>
    sdkOf({ [lampPath]: lampPage(["|id|String||"], `[!INCLUDE [a](${target})]`), ...others });

  test.each([
    "../../x.md",
    "/etc/passwd",
    "//evil.example/x.md",
    "~/x.md",
    "%2e%2e/%2e%2e/x.md",
    "/dev/zero",
    "file:///etc/passwd",
    "C:\\x.md",
    "..\\..\\x.md",
  ])("%j is refused", (target) => {
    expect(withInclude(target).findings).toEqual(["include-outside resources/lamp.md:11:1"]);
  });

  // NUL is the replacement character to markdown.
  test.each(["．．/x.md", "a\0.md"])("%j is a name as any other, and of no file", (target) => {
    expect(withInclude(target).findings).toEqual(["include-missing resources/lamp.md:11:1"]);
  });

  test("what includes itself ends where it does", () => {
    expect(withInclude("lamp.md").findings).toEqual(["include-cycle resources/lamp.md:11:1"]);
    const cycle = { "resources/a.md": "[!INCLUDE [b](b.md)]", "resources/b.md": "[!INCLUDE [a](a.md)]" };
    const sdk = withInclude("a.md", cycle);
    expect(sdk.findings).toEqual(["include-cycle resources/b.md:1:1"]);
    expect(sdk.diagnostics[0]?.message).toBe(
      "The include `a.md` includes itself, or is nested too deep: it is ignored",
    );
  });

  test("what is nested without end is cut off", () => {
    const files = Array.from({ length: 40 }, (_, i) => [`resources/i${i}.md`, `[!INCLUDE [a](i${i + 1}.md)]`] as const);
    const sdk = withInclude("i0.md", Object.fromEntries(files));
    expect(sdk.findings.filter((found) => found.startsWith("include-cycle"))).toContain(
      "include-cycle resources/i7.md:1:1",
    );
  });
});
