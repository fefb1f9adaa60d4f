import { describe, expect, it } from "vitest";
import { createClient } from "./client.ts";
import type { ListOptions } from "./pages.ts";
import { listPages, type Pages } from "./pages.ts";
import { path } from "./path.ts";

const base = "https://api.example/v1";

/** A list over some responses by URL; `sent` are the requests in order. */
function listOf(answers: Readonly<Record<string, unknown>>, options?: ListOptions) {
  const sent: { url: string; method: string | undefined; prefer: string | null }[] = [];
  const client = createClient({
    baseUrl: base,
    token: "t",
    fetch: async (url, { method, headers }) => {
      sent.push({ url: url.replace(base, ""), method, prefer: new Headers(headers).get("prefer") });
      return new Response(JSON.stringify(answers[url.replace(base, "")]));
    },
  });
  const list: Pages<number> = listPages(client, options, {
    method: "GET",
    path: path`/n`,
    query: { $top: 2 },
    headers: { prefer: "p" },
  });
  return { list, sent };
}

const threePages = {
  "/n?$top=2": { value: [1, 2], "@odata.count": 5, "@odata.nextLink": `${base}/n?$skip=2` },
  "/n?$skip=2": { value: [3, 4], "@odata.nextLink": "n?$skip=4" },
  "/n?$skip=4": { value: [5], "@odata.deltaLink": `${base}/n?$delta=x` },
};

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("listPages", () => {
  it("sends nothing before it is used", () => {
    expect(listOf(threePages).sent).toEqual([]);
  });

  it("is its first page when awaited", async () => {
    const { list, sent } = listOf(threePages);
    expect(await list).toEqual({ value: [1, 2], count: 5, next: `${base}/n?$skip=2` });
    expect(sent).toHaveLength(1);
  });

  it("is all items when iterated, with the same headers for each page", async () => {
    const { list, sent } = listOf(threePages);
    expect(await collect(list)).toEqual([1, 2, 3, 4, 5]);
    expect(sent).toEqual(["/n?$top=2", "/n?$skip=2", "/n?$skip=4"].map((url) => ({ url, method: "GET", prefer: "p" })));
  });

  it("asks for no more pages than it needs", async () => {
    const { list, sent } = listOf(threePages);
    expect(await list.toArray({ limit: 2 })).toEqual([1, 2]);
    expect(sent).toHaveLength(1);
    expect(await listOf(threePages).list.toArray({ limit: 3 })).toEqual([1, 2, 3]);
    expect(await listOf(threePages).list.toArray({ limit: 0 })).toEqual([]);
    expect(await listOf(threePages).list.toArray()).toEqual([1, 2, 3, 4, 5]);
  });

  it("gives pages, the last one with its delta link", async () => {
    const pages = await collect(listOf(threePages).list.pages());
    expect(pages.map(({ value }) => value)).toEqual([[1, 2], [3, 4], [5]]);
    expect(pages[2]).toEqual({ value: [5], deltaLink: `${base}/n?$delta=x` });
  });

  it("reads the first page once, even if it is awaited and iterated", async () => {
    const { list, sent } = listOf(threePages);
    await list;
    await collect(list);
    expect(sent).toHaveLength(3);
  });

  it("goes on from a stored link", async () => {
    const { list, sent } = listOf(threePages, { next: `${base}/n?$skip=4` });
    expect(await collect(list)).toEqual([5]);
    expect(sent.map(({ url }) => url)).toEqual(["/n?$skip=4"]);
  });

  it("does not follow a link to another origin", async () => {
    const { list, sent } = listOf({ "/n?$top=2": { value: [1], "@odata.nextLink": "https://evil.example/n" } });
    await expect(collect(list)).rejects.toThrow("Unexpected origin https://evil.example, expected https://api.example");
    expect(sent).toHaveLength(1);
  });

  it("does not run in circles", async () => {
    const { list, sent } = listOf({
      ...threePages,
      "/n?$skip=4": { value: [5], "@odata.nextLink": `${base}/n?$skip=2` },
    });
    await expect(collect(list)).rejects.toThrow("The pages of /n lead back to an earlier one");
    expect(sent).toHaveLength(3);
  });

  it("takes a bare list, and rejects what is no list", async () => {
    expect(await listOf({ "/n?$top=2": [7] }).list).toEqual({ value: [7] });
    await expect(listOf({ "/n?$top=2": { value: 1 } }).list).rejects.toThrow("Unexpected response, expected a list");
  });

  it("rejects with the error of the request", async () => {
    const client = createClient({ baseUrl: base, fetch: async () => new Response("", { status: 500 }) });
    await expect(listPages(client, {}, { method: "GET", path: path`/n` })).rejects.toMatchObject({ status: 500 });
  });
});
