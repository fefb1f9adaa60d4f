import { describe, expect, expectTypeOf, it } from "vitest";
import { ApiError } from "./api-error.ts";
import { type Delta, type DeltaChange, DeltaExpired, deltaOperation } from "./delta.ts";
import type { OptionalDeltaFunction } from "./function-types.ts";
import { answers, baseUrl, collect, recordedClient } from "./recorded-client.fixture.ts";

interface Thing {
  readonly id: string;
  name: string;
  note: string | null;
}

interface Args {
  select?: readonly (keyof Thing)[];
  prefer?: string;
  since?: string | undefined;
}

const deltaThings = deltaOperation<OptionalDeltaFunction<Args, Thing>>({
  name: "deltaThings",
  method: "GET",
  paths: ["/things/delta"],
  query: { $select: "select" },
  headers: { prefer: "prefer" },
  since: "since",
});

const twoPages = {
  "/things/delta": { value: [{ id: "1", name: "a" }], "@odata.nextLink": `${baseUrl}/things/delta?$skiptoken=2` },
  "/things/delta?$skiptoken=2": {
    value: [
      { id: "2", "@removed": { reason: "deleted" } },
      { id: "3", note: null },
      { id: "4", "@removed": {} },
    ],
    "@odata.deltaLink": `${baseUrl}/things/delta?$deltatoken=9`,
  },
  "/things/delta?$deltatoken=9": { value: [], "@odata.deltaLink": "things/delta?$deltatoken=10" },
};

const changes = [
  { kind: "changed", value: { id: "1", name: "a" } },
  { kind: "removed", id: "2", reason: "deleted" },
  { kind: "changed", value: { id: "3", note: null } },
  { kind: "removed", id: "4", reason: undefined },
];

describe("deltaOperation", () => {
  it("tells changes page by page, then the state", async () => {
    const { client, sent } = recordedClient(answers(twoPages));
    const delta = await deltaThings(client, { prefer: "p" });
    expect(sent).toHaveLength(1);
    expect(delta.state).toBe(undefined);
    expect(await collect(delta)).toEqual(changes);
    expect(delta.state).toBe(`${baseUrl}/things/delta?$deltatoken=9`);
    expect(sent.map(({ url, headers }) => [url, headers])).toEqual([
      ["/things/delta", { prefer: "p" }],
      ["/things/delta?$skiptoken=2", { prefer: "p" }],
    ]);
  });

  it("can be iterated as it is called, or read as a whole", async () => {
    const { client } = recordedClient(answers(twoPages));
    const kinds: string[] = [];
    for await (const change of await deltaThings(client)) {
      kinds.push(
        change.kind === "removed" ? `${change.id} ${change.reason}` : `${change.value.id} ${change.value.name}`,
      );
    }
    expect(kinds).toEqual(["1 a", "2 deleted", "3 undefined", "4 undefined"]);
    const delta = await deltaThings(client);
    expect(await delta.toArray()).toEqual(changes);
    expect(delta.state).toBe(`${baseUrl}/things/delta?$deltatoken=9`);
  });

  it("goes on from a state, which holds the arguments", async () => {
    const { client, sent } = recordedClient(answers(twoPages));
    const since = `${baseUrl}/things/delta?$deltatoken=9`;
    const delta = await deltaThings(client, { since, select: ["name"], prefer: "p" }, { query: { extra: 1 } });
    expect(await delta.toArray()).toEqual([]);
    expect(delta.state).toBe(`${baseUrl}/things/delta?$deltatoken=10`);
    expect(sent).toEqual([
      { method: "GET", url: "/things/delta?$deltatoken=9", headers: { prefer: "p" }, body: undefined },
    ]);
    expect(deltaThings.request({ since })).toMatchObject({ path: since, template: "/things/delta", result: "delta" });
  });

  it("starts from the beginning if there is no state yet", async () => {
    const { client, sent } = recordedClient(answers({ "/things/delta?$select=id": { value: [] } }));
    const delta = await deltaThings(client, { since: undefined, select: ["id"] });
    expect([await delta.toArray(), delta.state]).toEqual([[], undefined]);
    expect(sent).toHaveLength(1);
  });

  it("has no state while changes are left", async () => {
    const { client } = recordedClient(answers(twoPages));
    const delta = await deltaThings(client);
    for await (const { kind } of delta) {
      expect(delta.state).toBe(undefined);
      if (kind === "removed") break;
    }
    expect(delta.state).toBe(undefined);
    // Once more from the start.
    expect(await delta.toArray()).toEqual(changes);
  });

  it("follows no state to another origin", async () => {
    const { client, sent } = recordedClient(answers(twoPages));
    await expect(deltaThings(client, { since: "https://evil.example/delta" })).rejects.toThrow(
      "Unexpected origin https://evil.example, expected https://api.example",
    );
    expect(sent).toEqual([]);
  });

  it("does not run in circles", async () => {
    const { client } = recordedClient(
      answers({ "/things/delta": { value: [], "@odata.nextLink": "a" }, "/a": { value: [], "@odata.nextLink": "a" } }),
    );
    await expect((await deltaThings(client)).toArray()).rejects.toMatchObject({ code: "InvalidResponse" });
  });

  it("rejects with any other error as it is", async () => {
    const { client } = recordedClient(() => ({ status: 403 }));
    const error: unknown = await deltaThings(client).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).not.toBeInstanceOf(DeltaExpired);
    expect(await deltaThings.safe(client)).toMatchObject({ ok: false, error: { status: 403, name: "ApiError" } });
  });
});

describe("DeltaExpired", () => {
  const gone = (headers: Readonly<Record<string, string>>) => ({
    status: 410,
    headers: { "request-id": "92fd", ...headers },
    json: { error: { code: "resyncRequired", message: "Too old." } },
  });

  it.each([
    [{ location: `${baseUrl}/things/delta?$deltatoken=` }, `${baseUrl}/things/delta?$deltatoken=`],
    [{ location: "/v1/things/delta" }, `${baseUrl}/things/delta`],
    [{}, undefined],
  ])("tells where to start again: %j", async (headers, restart) => {
    const { client } = recordedClient(() => gone(headers));
    const since = `${baseUrl}/things/delta?$deltatoken=1`;
    const error: unknown = await deltaThings(client, { since }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(DeltaExpired);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "DeltaExpired",
      status: 410,
      code: "resyncRequired",
      requestId: "92fd",
      message: "410 resyncRequired: Too old. (GET /things/delta, request-id 92fd)",
      restart,
    });
    const result = await deltaThings.safe(client, { since });
    expect(!result.ok && result.error instanceof DeltaExpired).toBe(true);
  });

  it("is met on later pages, too", async () => {
    const { client } = recordedClient((_, index) =>
      index === 0 ? { json: { value: [{ id: "1" }], "@odata.nextLink": "next" } } : gone({}),
    );
    await expect(collect(await deltaThings(client))).rejects.toBeInstanceOf(DeltaExpired);
  });
});

describe("types", () => {
  it("narrows changes to what was selected, and keeps what an object is known by", () => {
    const { client } = recordedClient(() => ({ json: { value: [] } }));
    const check = async (): Promise<void> => {
      for await (const change of await deltaThings(client, { select: ["name"] })) {
        if (change.kind === "removed") {
          expectTypeOf(change.id).toEqualTypeOf<string>();
          expectTypeOf<"deleted">().toExtend<typeof change.reason>();
          // @ts-expect-error: nothing else is known of it
          change.value;
        } else {
          expectTypeOf(change.value.id).toEqualTypeOf<string>();
          expectTypeOf(change.value.name).toEqualTypeOf<string | undefined>();
          // @ts-expect-error: not selected
          change.value.note;
        }
      }
      // @ts-expect-error: no such property
      await deltaThings(client, { select: ["nmae"] });
      expectTypeOf(await deltaThings(client)).toEqualTypeOf<Delta<Thing>>();
    };
    expect(check).toBeTypeOf("function");
    expectTypeOf<DeltaChange<{ a: number }> & { kind: "changed" }>().toHaveProperty("value");
  });
});
