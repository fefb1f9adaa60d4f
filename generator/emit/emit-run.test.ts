import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Client } from "../../templates/runtime/client.ts";
import type { OperationSpec } from "../../templates/runtime/operation-spec.ts";
import type { ApiRequest } from "../../templates/runtime/request.ts";
import { emitModel } from "./emit-model.ts";
import { testOptions } from "./emitted.fixture.ts";
import { fullModel } from "./full-model.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "apipage-emit-"));
for (const { path, text } of emitModel(fullModel(), { ...testOptions, importExtension: ".ts" })) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
afterAll(() => rmSync(folder, { recursive: true }));

interface Call {
  (client: Client, args?: object, options?: object): PromiseLike<unknown>;
  readonly spec: OperationSpec;
  safe(client: Client, args?: object, options?: object): Promise<{ ok: boolean; value?: unknown; error?: Error }>;
  request(args?: object): ApiRequest;
}

const functions: Readonly<Record<string, Call | undefined>> = await import(join(folder, "operations/books.ts"));
const { createClient } = (await import(join(folder, "client.ts"))) as { createClient: (options: object) => Client };

const named = (name: string): Call => {
  const found = functions[name];
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
};

const shownHeaders = ["content-type", "if-match", "prefer", "range", "consistencylevel", "x-odd"];

/** A client that notes what was sent, and answers each request with the same. */
function recorder(body: BodyInit | null = "{}", status = 200, headers: Readonly<Record<string, string>> = {}) {
  const sent: string[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const given = new Headers(init.headers);
    const shown = shownHeaders.map((name) => given.get(name));
    sent.push([`${init.method} ${url}`, ...shown, init.body].filter((part) => part != null).join(" | "));
    return new Response(body, { status, headers });
  };
  return { client: createClient({ fetch, retry: false }), sent };
}

/** Calls an emitted function; gives what was sent, and what the function gave for the response. */
async function call(name: string, args: object, body: BodyInit | null = "{}", status = 200) {
  const { client, sent } = recorder(body, status);
  const result = await named(name)(client, args);
  return { sent: sent[0], result };
}

const base = "https://library.example/v1";

describe("emitted functions", () => {
  it.each<[string, object, string]>([
    ["listBooks", {}, `GET ${base}/books`],
    [
      "listBooks",
      { branchId: "a/b", select: ["id", "title"], top: 2 },
      `GET ${base}/branches/a%2Fb/books?$select=id%2Ctitle&$top=2`,
    ],
    ["getBook", { bookId: "ä" }, `GET ${base}/books/%C3%A4`],
    [
      "getLoan",
      { loanId: "1", select: ["id"], expand: { book: { select: ["title"], expand: { authors: true } }, member: true } },
      `GET ${base}/loans/1?$select=id&$expand=${encodeURIComponent("book($select=title;$expand=authors),member")}`,
    ],
    ["findBooks", { topic: "it's", pages: 3 }, `GET ${base}/books/find(topic='it''s',pages=3)`],
    [
      "listLoans",
      { memberId: "1", overdue: true, filter: "a eq 'b'", orderBy: ["until desc", "id"], count: false, top: 0 },
      `GET ${base}/members/1/loans?over-due=true&$filter=a%20eq%20'b'&$orderby=until%20desc%2Cid&$top=0&$count=false`,
    ],
    [
      "listLoans",
      {
        search: "x",
        consistencyLevel: "eventual",
        count: true,
        prefer: { timeZone: 'a"b', bodyType: "text", maxPageSize: 5, wait: true },
      },
      `GET ${base}/me/loans?$search=x&$count=true | time.zone="a\\"b", body-type=text, maxpagesize=5, wait | eventual`,
    ],
    ["listLoans", { prefer: "other" }, `GET ${base}/me/loans | other`],
    ["listLoans", { memberId: "1", path: "/archive/{memberId}/loans" }, `GET ${base}/archive/1/loans`],
    [
      "createBook",
      { body: { title: "T", shelf: null } },
      `POST ${base}/books | application/json | {"title":"T","shelf":null}`,
    ],
    [
      "updateBook",
      { bookId: "1", ifMatch: '"2"', body: { title: undefined } },
      `PATCH ${base}/books/1 | application/json | "2" | {}`,
    ],
    [
      "updateMember",
      { memberId: "1", body: { rights: ["read", "write"], name: null } },
      `PATCH ${base}/members/1 | application/json | {"rights":"read,write","name":null}`,
    ],
    ["replaceBookCover", { bookId: "1", body: "jpeg" }, `PUT ${base}/books/1/cover/$value | image/jpeg | jpeg`],
    [
      "getBookPart",
      { filePath: "a b/c", range: [0, 9], xOdd: "a" },
      `GET ${base}/files/a%20b/c:/content?part=a%20b | bytes=0-9 | a`,
    ],
    ["deltaLoans", { select: ["until"] }, `GET ${base}/loans/delta?$select=until`],
    ["deltaLoans", { select: ["until"], since: `${base}/loans/delta?token=1` }, `GET ${base}/loans/delta?token=1`],
  ])("%s sends the documented request for %j", async (name, args, request) => {
    expect((await call(name, args, '{"value":[]}')).sent).toBe(request);
  });

  it("give what the response holds", async () => {
    expect((await call("getBook", { bookId: "1" }, '{"id":"1"}')).result).toEqual({ id: "1" });
    expect((await call("listBooks", {}, '{"value":[{"id":"1"}]}')).result).toEqual({ value: [{ id: "1" }] });
    expect((await call("lendBook", { bookId: "1", body: {} }, '{"value":true}')).result).toBe(true);
    expect((await call("deleteBook", { bookId: "1" }, null, 204)).result).toBeUndefined();
    expect((await call("updateMember", { memberId: "1", body: {} }, null, 204)).result).toBeUndefined();
  });

  it("follow changes to their end", async () => {
    const body = {
      value: [{ id: "1" }, { id: "2", "@removed": { reason: "deleted" } }],
      "@odata.deltaLink": `${base}/x`,
    };
    const { client } = recorder(JSON.stringify(body));
    const delta = (await named("deltaLoans")(client)) as { toArray(): Promise<unknown>; state?: string };
    expect(await delta.toArray()).toEqual([
      { kind: "changed", value: { id: "1" } },
      { kind: "removed", id: "2", reason: "deleted" },
    ]);
    expect(delta.state).toBe(`${base}/x`);
  });

  it("give a handle of what goes on", async () => {
    const { client } = recorder(null, 202, { location: "/operations/1" });
    const copy = (await named("copyBook")(client, { bookId: "1", body: { title: "T" } })) as { location: string };
    expect(copy.location).toBe(`${base}/operations/1`);
  });

  it("can be called without throwing, and asked for their request", async () => {
    const { client } = recorder('{"error":{"code":"notFound","message":"None."}}', 404);
    expect(await named("getLoan").safe(client, { loanId: "1" })).toMatchObject({
      ok: false,
      error: { code: "notFound" },
    });
    expect(named("getMember").request({ memberId: "1" })).toEqual({
      operation: "getMember",
      method: "GET",
      path: "/members/1",
      template: "/members/{memberId}",
      query: {},
      result: "json",
      scopes: { delegatedWork: ["Book.Read", "Shelf.Read"], application: ["Book.Read.All"] },
    });
    expect(named("getMember").spec.name).toBe("getMember");
  });

  it("reject a parameter that would change the path", async () => {
    await expect(call("deleteBook", { bookId: ".." })).rejects.toThrow(
      "Unexpected `.` or `..` as a segment of /books/{bookId}",
    );
    await expect(call("deleteBook", { bookId: "" })).rejects.toThrow("Unexpected empty path parameter bookId");
    await expect(call("listLoans", { memberId: undefined })).rejects.toThrow(
      "Unexpected empty path parameter memberId",
    );
  });
});
