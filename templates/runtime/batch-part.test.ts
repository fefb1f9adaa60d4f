import { describe, expect, expectTypeOf, it } from "vitest";
import type { Result } from "./api-error.ts";
import { batch } from "./batch.ts";
import type { ResponsePart } from "./batch-part.ts";
import { echo, service, type WirePart } from "./batch-service.fixture.ts";
import { type Delta, DeltaExpired, deltaOperation } from "./delta.ts";
import type { ApiFunction, OptionalDeltaFunction } from "./function-types.ts";
import { type LongRunning, longRunningOperation } from "./long-running.ts";
import { baseUrl, recordedClient } from "./recorded-client.fixture.ts";
import type { ApiRequest, BinaryBody, Method } from "./request.ts";
import { type Content, contentOperation, jsonOperation, textOperation, valueOperation } from "./results.ts";

interface Thing {
  readonly id: string;
  name?: string;
}

const getThing = jsonOperation<ApiFunction<{ id: string }, Thing>>({
  name: "getThing",
  method: "GET",
  paths: ["/things/{id}"],
});
const addThing = jsonOperation<ApiFunction<{ body: Partial<Thing> }, Thing>>({
  name: "addThing",
  method: "POST",
  paths: ["/things"],
  json: "body",
});
describe("results of parts", () => {
  const request = <T>(result: ApiRequest["result"], method: Method = "GET"): ApiRequest<T> => ({
    operation: "x",
    method,
    path: "/x",
    template: "/x",
    result,
  });
  const read = async <T>(made: ApiRequest<T>, response: Partial<ResponsePart>): Promise<Result<T>> =>
    (await batch(service(() => response).client, { x: made })).x;
  const typed = (type: string) => ({ "Content-Type": type });

  it("reads values, with or without an envelope", async () => {
    const get = valueOperation<ApiFunction<{ id: string }, number>>({ name: "x", method: "GET", paths: ["/x"] });
    expect((await read(get.request({ id: "" }), { body: { value: 3 } })).value).toBe(3);
    expect((await read(request("json"), { body: "text" })).value).toBe("text");
    expect((await read(request("json"), { status: 204 })).value).toBe(undefined);
    expect((await read(request("json"), { body: null })).value).toBe(undefined);
  });

  it("reads text", async () => {
    const get = textOperation<ApiFunction<{ id: string }, string>>({ name: "x", method: "GET", paths: ["/x"] });
    const made = get.request({ id: "" });
    expect((await read(made, { headers: typed("text/plain"), body: "42" })).value).toBe("42");
    expect((await read(made, { headers: typed("text/plain"), body: 42 })).value).toBe("42");
    expect((await read(made, { body: "abcd" })).value).toBe("abcd");
  });

  it("reads content that comes as base64, in either alphabet", async () => {
    const get = contentOperation<ApiFunction<{ id: string }, Content>>({ name: "x", method: "GET", paths: ["/x"] });
    const bytes = async (response: Partial<ResponsePart>): Promise<number[]> => {
      const { value } = await read(get.request({ id: "" }), response);
      return [...new Uint8Array((await value?.arrayBuffer()) ?? new ArrayBuffer(0))];
    };
    expect(await bytes({ headers: typed("image/png"), body: "+/8AAQ==" })).toEqual([251, 255, 0, 1]);
    expect(await bytes({ headers: typed("image/png"), body: "-_8AAQ" })).toEqual([251, 255, 0, 1]);
    expect(await bytes({ body: "+/8AAQ==" })).toEqual([251, 255, 0, 1]);
    expect(await bytes({ headers: typed("text/csv"), body: "ab" })).toEqual([97, 98]);
    expect(await bytes({ headers: typed("application/xml"), body: "<a/>" })).toEqual([
      ...new TextEncoder().encode("<a/>"),
    ]);
    expect(await bytes({ headers: typed("application/json"), body: { a: 1 } })).toEqual([
      ...new TextEncoder().encode('{"a":1}'),
    ]);
    const result = await read(get.request({ id: "" }), { headers: typed("image/png"), body: "AA==" });
    expect(result.value?.contentType).toBe("image/png");
  });

  it("gives the changes of a delta function, whose later pages are sent alone", async () => {
    const deltaThings = deltaOperation<OptionalDeltaFunction<{ since?: string }, Thing>>({
      name: "deltaThings",
      method: "GET",
      paths: ["/things/delta"],
      since: "since",
    });
    const since = `${baseUrl}/things/delta?$deltatoken=1`;
    const { client, sent } = recordedClient(({ url }) => ({
      json: url.endsWith("/$batch")
        ? {
            responses: [{ id: "1", status: 200, body: { value: [{ id: "1" }], "@odata.nextLink": `${baseUrl}/next` } }],
          }
        : { value: [{ id: "2" }], "@odata.deltaLink": `${baseUrl}/state` },
    }));
    const { changes } = await batch(client, { changes: deltaThings.request({ since }) });
    expectTypeOf(changes).toEqualTypeOf<Result<Delta<Thing>>>();
    expect((await changes.value?.toArray())?.map((change) => change.kind === "changed" && change.value.id)).toEqual([
      "1",
      "2",
    ]);
    expect(changes.value?.state).toBe(`${baseUrl}/state`);
    expect(sent).toMatchObject([
      { body: { requests: [{ url: "/things/delta?$deltatoken=1", method: "GET" }] } },
      { url: "/next" },
    ]);
    const expired = await read(deltaThings.request({ since }), { status: 410 });
    expect(expired.error).toBeInstanceOf(DeltaExpired);
  });

  it("gives the handles of long-running operations", async () => {
    const copyThing = longRunningOperation<ApiFunction<{ id: string }, LongRunning>>({
      name: "copyThing",
      method: "POST",
      paths: ["/things/{id}/copy"],
    });
    const { value } = await read(copyThing.request({ id: "1" }), {
      status: 202,
      headers: { Location: "/operations/1" },
    });
    expect(value?.location).toBe(`${baseUrl}/operations/1`);
  });
});

describe("bodies of parts", () => {
  const put = (content: BinaryBody, contentType?: string): ApiRequest<void> => ({
    operation: "putContent",
    method: "PUT",
    path: "/x",
    template: "/x",
    content,
    ...(contentType && { contentType }),
    result: "void",
  });
  const written = async (made: ApiRequest): Promise<WirePart | undefined> => {
    const { client, rounds } = service(() => ({ status: 204 }));
    await batch(client, { made });
    return rounds[0]?.[0];
  };

  it("are base64, text, or JSON", async () => {
    const bytes = new Uint8Array([251, 255, 0, 1]);
    const type = "application/octet-stream";
    expect(await written(put(bytes))).toMatchObject({ body: "-_8AAQ", headers: { "content-type": type } });
    expect(await written(put(new Blob([bytes]), "image/png"))).toMatchObject({ body: "-_8AAQ" });
    expect(await written(put("a,b", "text/csv"))).toMatchObject({
      body: "a,b",
      headers: { "content-type": "text/csv" },
    });
    expect(await written(put('{"a":1}', "application/json"))).toMatchObject({ body: { a: 1 } });
    expect(await written(addThing.request({ body: { id: "1" } }))).toMatchObject({ body: { id: "1" } });
  });

  it("are no streams and no forms", async () => {
    const { client, sent } = service(echo);
    const stream = batch(client, { a: getThing.request({ id: "1" }), b: put(new Blob(["x"]).stream()) });
    await expect(stream).rejects.toThrow(new TypeError("Unexpected ReadableStream as body of putContent in a batch"));
    await expect(batch(client, { b: put(new FormData()) })).rejects.toThrow(
      "Unexpected FormData as body of putContent",
    );
    expect(sent).toEqual([]);
  });

  it("cannot lead elsewhere", async () => {
    const { client } = service(echo);
    const made = { ...getThing.request({ id: "1" }), path: "https://api.example/v2/things" };
    await expect(batch(client, { made })).rejects.toThrow(
      new TypeError("Unexpected link of getThing in a batch, expected one below https://api.example/v1"),
    );
  });
});
