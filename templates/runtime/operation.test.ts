import { describe, expect, it } from "vitest";
import { ApiError } from "./api-error.ts";
import type { ApiFunction } from "./function-types.ts";
import { makeOperation } from "./operation.ts";
import { recordedClient } from "./recorded-client.fixture.ts";

const spec = { name: "getThing", method: "GET", paths: ["/things/{thingId}"] } as const;

describe("makeOperation", () => {
  const { client } = recordedClient(() => ({}));
  const failing = (error: unknown): ApiFunction<{ thingId: string }, string> =>
    makeOperation(spec, "text", () => Promise.reject(error));
  const asking: ApiFunction<{ thingId: string }, string> = makeOperation(
    spec,
    "text",
    async (_, request, options) => `${request().path} ${options?.timeout}`,
  );

  it("gives what the call gives, the options handed on", async () => {
    expect(await asking(client, { thingId: "1" }, { timeout: 5 })).toBe("/things/1 5");
    expect(await asking.safe(client, { thingId: "1" }, { timeout: 5 })).toEqual({ ok: true, value: "/things/1 5" });
  });

  it("has its specification, and a request that is not sent", () => {
    expect(asking.spec).toBe(spec);
    expect(asking.request({ thingId: "1" })).toEqual({
      operation: "getThing",
      method: "GET",
      path: "/things/1",
      template: "/things/{thingId}",
      result: "text",
    });
  });

  it("gives the error of the service as a result", async () => {
    const error = new ApiError(asking.request({ thingId: "1" }), { status: 404 });
    expect(await failing(error).safe(client, { thingId: "1" })).toEqual({ ok: false, error });
    await expect(failing(error)(client, { thingId: "1" })).rejects.toBe(error);
  });

  it("rejects for mistakes of the caller, also without throwing", async () => {
    const message = "Unexpected empty path parameter thingId";
    await expect(asking(client, { thingId: "" })).rejects.toThrow(message);
    await expect(asking.safe(client, { thingId: "" })).rejects.toThrow(message);
    expect(() => asking.request({ thingId: "" })).toThrow(message);
    const aborted = new DOMException("stop", "AbortError");
    await expect(failing(aborted).safe(client, { thingId: "1" })).rejects.toBe(aborted);
  });
});
