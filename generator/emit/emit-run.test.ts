import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Client } from "../../templates/runtime/client.ts";
import { emitModel } from "./emit-model.ts";
import { testOptions } from "./emitted.fixture.ts";
import { libraryModel } from "./sample-model.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "apipage-emit-"));
for (const { path, text } of emitModel(libraryModel(), { ...testOptions, importExtension: ".ts" })) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
afterAll(() => rmSync(folder, { recursive: true }));

type Call = (client: Client, args?: object, options?: object) => PromiseLike<unknown>;

const functions: Readonly<Record<string, Call>> = await import(join(folder, "operations/books.ts"));
const { createClient } = (await import(join(folder, "client.ts"))) as { createClient: (options: object) => Client };

/** Calls an emitted function; gives what was sent, and what the function gave for the response. */
async function call(name: string, args: object, body: BodyInit | null = "{}", status = 200) {
  let sent = "";
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = Object.fromEntries(new Headers(init.headers));
    sent = [`${init.method} ${url}`, headers["content-type"], headers["if-match"], init.body]
      .filter(Boolean)
      .join(" | ");
    return new Response(body, { status });
  };
  const result = await functions[name]?.(createClient({ fetch }), args);
  return { sent, result };
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
    ["findBooks", { topic: "it's", pages: 3 }, `GET ${base}/books/find(topic='it''s',pages=3)`],
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
    ["replaceBookCover", { bookId: "1", body: "jpeg" }, `PUT ${base}/books/1/cover/$value | image/jpeg | jpeg`],
  ])("%s sends the documented request for %j", async (name, args, request) => {
    expect((await call(name, args, '{"value":[]}')).sent).toBe(request);
  });

  it("give what the response holds", async () => {
    expect((await call("getBook", { bookId: "1" }, '{"id":"1"}')).result).toEqual({ id: "1" });
    expect((await call("listBooks", {}, '{"value":[{"id":"1"}]}')).result).toEqual({ value: [{ id: "1" }] });
    expect((await call("lendBook", { bookId: "1", body: {} }, '{"value":true}')).result).toBe(true);
    expect((await call("deleteBook", { bookId: "1" }, null, 204)).result).toBeUndefined();
  });

  it("reject a parameter that would change the path", async () => {
    await expect(call("deleteBook", { bookId: ".." })).rejects.toThrow(
      "Unexpected `.` or `..` as a segment of /books/{}",
    );
    await expect(call("deleteBook", { bookId: "" })).rejects.toThrow("Unexpected empty parameter in /books/{}");
  });
});
