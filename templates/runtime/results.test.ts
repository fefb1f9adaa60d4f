import { describe, expect, it } from "vitest";
import { createClient } from "./client.ts";
import type { OptionalApiFunction } from "./function-types.ts";
import type { OperationSpec } from "./operation-spec.ts";
import {
  type Content,
  contentOf,
  contentOperation,
  jsonOperation,
  textOperation,
  valueOperation,
  voidOperation,
} from "./results.ts";

interface NoArgs {
  readonly none?: never;
}

const spec: OperationSpec<"none"> = { name: "getThing", method: "GET", paths: ["/thing"] };
const getJson: OptionalApiFunction<NoArgs, unknown> = jsonOperation(spec);
const getValue: OptionalApiFunction<NoArgs, unknown> = valueOperation(spec);
const getText: OptionalApiFunction<NoArgs, string> = textOperation(spec);
const getContent: OptionalApiFunction<NoArgs, Content> = contentOperation(spec);
const callVoid: OptionalApiFunction<NoArgs, void> = voidOperation(spec);

function clientOf(body: BodyInit | null, init: ResponseInit = {}) {
  const accepted: (string | null)[] = [];
  const client = createClient({
    baseUrl: "https://api.example",
    fetch: async (_, { headers }) => {
      accepted.push(new Headers(headers).get("accept"));
      return new Response(body, init);
    },
  });
  return { client, accepted };
}

describe("jsonOperation", () => {
  it("gives the value, and asks for JSON", async () => {
    const { client, accepted } = clientOf('{"name":"x"}');
    expect(await getJson(client)).toEqual({ name: "x" });
    expect(accepted).toEqual(["application/json"]);
  });

  it("gives undefined for an empty response, as the call has succeeded", async () => {
    expect(await getJson(clientOf(null, { status: 204 }).client)).toBeUndefined();
    expect(await getJson(clientOf("").client)).toBeUndefined();
  });

  it("rejects if the response is not JSON", async () => {
    await expect(getJson(clientOf("<html>", { headers: { "x-a": "1" } }).client)).rejects.toMatchObject({
      status: 200,
      code: "InvalidResponse",
      message: "200 InvalidResponse: the response is not JSON (GET /thing)",
      body: "<html>",
      cause: expect.any(SyntaxError),
    });
  });
});

describe("valueOperation", () => {
  it.each([
    ['{"value":{"id":"1"}}', { id: "1" }],
    ['{"@odata.context":"…","value":true}', true],
    ['{"id":"1","value":"own"}', { id: "1", value: "own" }],
    ['{"id":"1"}', { id: "1" }],
    ["3", 3],
    ["null", null],
    ["", undefined],
  ])("takes the value out of %j", async (body, value) => {
    expect(await getValue(clientOf(body).client)).toEqual(value);
  });
});

describe("voidOperation", () => {
  it("gives nothing, whatever comes", async () => {
    expect(await callVoid(clientOf("ignored").client)).toBeUndefined();
    expect(await callVoid(clientOf(null, { status: 204 }).client)).toBeUndefined();
  });
});

describe("textOperation", () => {
  it("gives text, and asks for it", async () => {
    const { client, accepted } = clientOf("42");
    expect(await getText(client)).toBe("42");
    expect(accepted).toEqual(["text/plain, */*"]);
  });
});

describe("contentOperation", () => {
  it("gives raw content unread, and asks for any", async () => {
    const { client, accepted } = clientOf("abc", { headers: { "content-type": "text/csv", "content-length": "3" } });
    const content = await getContent(client);
    expect(content.response.bodyUsed).toBe(false);
    expect([content.contentType, content.contentLength]).toEqual(["text/csv", 3]);
    expect(await new Response(content.stream()).text()).toBe("abc");
    expect(accepted).toEqual(["*/*"]);
  });

  it.each(["text", "blob", "arrayBuffer"] as const)("gives it by %s()", async (method) => {
    const content = await getContent(clientOf("abc").client);
    expect(await new Response(await content[method]()).text()).toBe("abc");
  });

  it("gives an empty stream for an empty response", async () => {
    const content = await getContent(clientOf(null, { status: 204 }).client);
    expect([content.contentType, content.contentLength]).toEqual([undefined, undefined]);
    expect(await new Response(content.stream()).text()).toBe("");
  });
});

describe("contentOf", () => {
  const broken = (cause: unknown) => new Response(new ReadableStream({ start: (stream) => stream.error(cause) }));
  const request = getContent.request();

  it("rejects with an ApiError if the content breaks off", async () => {
    const cause = new TypeError("terminated");
    for (const read of ["text", "blob", "arrayBuffer"] as const) {
      await expect(contentOf(broken(cause), request)[read]()).rejects.toMatchObject({ code: "ConnectionLost", cause });
    }
  });

  it("rejects with the reason if it was aborted", async () => {
    const content = contentOf(broken(new TypeError("terminated")), request, AbortSignal.abort("enough"));
    await expect(content.text()).rejects.toBe("enough");
  });

  it("says so if it is read twice", async () => {
    const content = contentOf(new Response("abc"), request);
    await content.text();
    await expect(content.text()).rejects.toThrow(TypeError);
  });
});
