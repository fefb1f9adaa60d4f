import { describe, expect, expectTypeOf, it } from "vitest";
import { ApiError } from "./api-error.ts";
import type { ListFunction, OptionalListFunction } from "./function-types.ts";
import { listOperation, type Page, type Pages } from "./pages.ts";
import { answers, baseUrl, collect, recordedClient } from "./recorded-client.fixture.ts";

const listNumbers = listOperation<OptionalListFunction<{ top?: number; prefer?: string }, number>>({
  name: "listNumbers",
  method: "GET",
  paths: ["/n"],
  query: { $top: "top" },
  headers: { prefer: "prefer" },
});

const threePages = {
  "/n?$top=2": { value: [1, 2], "@odata.count": 5, "@odata.nextLink": `${baseUrl}/n?$skip=2` },
  "/n?$skip=2": { value: [3, 4], "@odata.nextLink": "n?$skip=4" },
  "/n?$skip=4": { value: [5], "@odata.nextLink": "" },
};

function listOf(table: Readonly<Record<string, unknown>>) {
  const { client, sent } = recordedClient(answers(table));
  return { list: listNumbers(client, { top: 2 }), client, sent };
}

describe("listOperation", () => {
  it("sends nothing before it is used", () => {
    expect(listOf(threePages).sent).toEqual([]);
  });

  it("is its first page when awaited", async () => {
    const { list, sent } = listOf(threePages);
    const page = await list;
    expectTypeOf(page).toEqualTypeOf<Page<number>>();
    expect(page).toEqual({ value: [1, 2], count: 5, next: `${baseUrl}/n?$skip=2` });
    expect(sent).toHaveLength(1);
  });

  it("is all items when iterated", async () => {
    const { list, sent } = listOf(threePages);
    expectTypeOf(list).toEqualTypeOf<Pages<number>>();
    expect(await collect(list)).toEqual([1, 2, 3, 4, 5]);
    expect(sent.map(({ url }) => url)).toEqual(["/n?$top=2", "/n?$skip=2", "/n?$skip=4"]);
  });

  it("sends the headers of the first call for each page, but not its further query options", async () => {
    const { client, sent } = recordedClient(({ url }, index) => ({
      json: { value: [url], ...(index < 2 && { "@odata.nextLink": `${baseUrl}/n?page=${index}` }) },
    }));
    const list = listNumbers(client, { prefer: "p" }, { headers: { "x-trace": "t" }, query: { extra: 1 } });
    expect(await list.toArray()).toEqual(["/n?extra=1", "/n?page=0", "/n?page=1"]);
    expect(sent.map(({ headers }) => headers)).toEqual(Array(3).fill({ prefer: "p", "x-trace": "t" }));
  });

  it("asks for later pages by GET without a body, whatever the first request was", async () => {
    const findNumbers = listOperation<ListFunction<{ body: object }, number>>({
      name: "findNumbers",
      method: "POST",
      paths: ["/n/find"],
      json: "body",
      contentType: "application/json",
    });
    const { client, sent } = recordedClient(
      answers({
        "/n/find": { value: [1], "@odata.nextLink": `${baseUrl}/n/more` },
        "/n/more": { value: [2] },
      }),
    );
    expect(await collect(findNumbers(client, { body: { q: "x" } }))).toEqual([1, 2]);
    expect(sent).toEqual([
      { method: "POST", url: "/n/find", headers: { "content-type": "application/json" }, body: { q: "x" } },
      { method: "GET", url: "/n/more", headers: {}, body: undefined },
    ]);
  });

  it("asks for no more pages than it needs", async () => {
    const { list, sent } = listOf(threePages);
    expect(await list.toArray({ limit: 2 })).toEqual([1, 2]);
    expect(sent).toHaveLength(1);
    expect(await listOf(threePages).list.toArray({ limit: 3 })).toEqual([1, 2, 3]);
    expect(await listOf(threePages).list.toArray()).toEqual([1, 2, 3, 4, 5]);
    const none = listOf(threePages);
    expect(await none.list.toArray({ limit: 0 })).toEqual([]);
    expect(none.sent).toEqual([]);
  });

  it("gives pages", async () => {
    const pages = await collect(listOf(threePages).list.pages());
    expect(pages).toEqual([
      { value: [1, 2], count: 5, next: `${baseUrl}/n?$skip=2` },
      { value: [3, 4], next: "n?$skip=4" },
      { value: [5] },
    ]);
  });

  it("reads the first page once, even if it is awaited and iterated", async () => {
    const { list, sent } = listOf(threePages);
    await list;
    expect(await collect(list)).toEqual([1, 2, 3, 4, 5]);
    expect(sent).toHaveLength(3);
  });

  it.each([`${baseUrl}/n?$skip=4`, "n?$skip=4"])("goes on from the stored link %s", async (next) => {
    const { client, sent } = listOf(threePages);
    const list = listNumbers(client, { top: 2, prefer: "p" }, { next, query: { extra: 1 } });
    expect(await collect(list)).toEqual([5]);
    expect(sent).toEqual([{ method: "GET", url: "/n?$skip=4", headers: { prefer: "p" }, body: undefined }]);
  });

  it("follows no link to another origin, stored or not", async () => {
    const message = "Unexpected origin https://evil.example, expected https://api.example";
    for (const link of ["https://evil.example/n", "//evil.example/n"]) {
      const { list, client, sent } = listOf({ "/n?$top=2": { value: [1], "@odata.nextLink": link } });
      await expect(collect(list)).rejects.toThrow(new TypeError(message));
      await expect(listNumbers(client, {}, { next: link })).rejects.toThrow(new TypeError(message));
      expect(sent).toHaveLength(1);
    }
  });

  it("does not run in circles", async () => {
    const { list, sent } = listOf({
      ...threePages,
      "/n?$skip=4": { value: [5], "@odata.nextLink": `${baseUrl}/n?$skip=2` },
    });
    const error: unknown = await collect(list).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toHaveProperty("message", "200 InvalidResponse: a page leads back to an earlier one (GET /n)");
    expect(sent).toHaveLength(3);
  });

  it("does not run in circles from a stored link", async () => {
    const next = `${baseUrl}/n?$skip=2`;
    const { client, sent } = listOf({ "/n?$skip=2": { value: [1], "@odata.nextLink": next } });
    await expect(collect(listNumbers(client, {}, { next }))).rejects.toMatchObject({ code: "InvalidResponse" });
    expect(sent).toHaveLength(1);
  });

  it("takes a bare list", async () => {
    expect(await listOf({ "/n?$top=2": [7] }).list).toEqual({ value: [7] });
  });

  it.each([[{ value: 1 }], [{}], [null], ["text"], [3]])("rejects %j, which is no list, readably", async (body) => {
    const error: unknown = await collect(listOf({ "/n?$top=2": body }).list).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 200,
      code: "InvalidResponse",
      message: "200 InvalidResponse: the response is not a list (GET /n)",
      body: JSON.stringify(body),
    });
  });

  it("rejects an empty response", async () => {
    const { client } = recordedClient(() => ({}));
    await expect(listNumbers(client)).rejects.toMatchObject({ code: "InvalidResponse", body: "" });
  });

  it("rejects with the error of the request, or gives it as a result", async () => {
    const { client } = recordedClient(() => ({ status: 500 }));
    await expect(listNumbers(client)).rejects.toMatchObject({ status: 500 });
    await expect(listNumbers(client).toArray()).rejects.toMatchObject({ status: 500 });
    expect(await listNumbers.safe(client)).toMatchObject({ ok: false, error: { status: 500 } });
    expect(await listNumbers.safe(listOf(threePages).client, { top: 2 })).toMatchObject({
      ok: true,
      value: { count: 5 },
    });
  });

  it("rejects for arguments that cannot be sent, instead of throwing", async () => {
    const listParts = listOperation<ListFunction<{ id: string }, number>>({
      name: "listParts",
      method: "GET",
      paths: ["/things/{id}/parts"],
    });
    const list = listParts(recordedClient(() => ({})).client, { id: ".." });
    await expect(list.then((page) => page)).rejects.toThrow(TypeError);
  });

  it("stops between pages when it is aborted", async () => {
    const { client, sent } = listOf(threePages);
    const controller = new AbortController();
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const item of listNumbers(client, { top: 2 }, { signal: controller.signal })) {
        seen.push(item);
        controller.abort("enough");
      }
    };
    await expect(run()).rejects.toBe("enough");
    expect(seen).toEqual([1, 2]);
    expect(sent).toHaveLength(1);
  });

  it("gives its request without sending it", () => {
    expect(listNumbers.request({ top: 5 })).toMatchObject({ path: "/n", query: { $top: "5" }, result: "page" });
  });
});
