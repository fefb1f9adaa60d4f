import { describe, expect, it } from "vitest";
import { emitModel } from "./emit-model.ts";
import { testOptions, typeErrors } from "./emitted.fixture.ts";
import { libraryModel, model } from "./sample-model.fixture.ts";

/** Code as a caller writes it; what must not compile is marked. */
const consumer = `
import { ApiError, createClient, type Input, type Open } from "./client.js";
import { type AudioBook, type Book, Condition } from "./models/index.js";
import { createBook, deleteBook, findBooks, getBook, getBookCover, lendBook, listBooks, replaceBookCover, updateBook } from "./operations/books.js";

const client = createClient({ token: async () => "t" });

export async function use(): Promise<void> {
  const book: Book = await getBook(client, { bookId: "1", select: ["title"], expand: ["authors"] });
  const title: string = book.title;
  const published: string | null = book.publishedDate;
  // @ts-expect-error: has to be expanded, so it may be missing
  book.authors.length;
  // @ts-expect-error: read-only
  book.pageCount = 1;
  // @ts-expect-error: a required argument
  await getBook(client, {});

  for await (const each of listBooks(client)) each.title.length;
  const page = await listBooks(client, { branchId: "b", top: 3 }, { headers: { "x-y": "z" } });
  page.value[0]?.title;
  const all: Book[] = await listBooks(client, {}, page.next === undefined ? {} : { next: page.next }).toArray({ limit: 5 });
  // @ts-expect-error: no such argument
  listBooks(client, { shelfId: "s" });

  await createBook(client, { body: { title: "T", condition: "new", shelf: { room: "1", topics: ["art", "later"] } } });
  await createBook(client, { body: { title: "T", condition: Condition.used } });
  await createBook(client, { body: { title: "T", "@odata.type": "#lib.audioBook", duration: "PT1H" } });
  await createBook(client, { body: { title: "T", "shelf@odata.bind": "https://library.example/v1/shelves/1" } });
  await createBook(client, { body: { title: "T", shelf: { "@odata.type": "#lib.shelf", room: "1" }, "@lib.note": 1 } });
  await createBook(client, { body: { title: "T", authors: [{ id: "1" }] } });
  // @ts-expect-error: required
  await createBook(client, { body: {} });
  // @ts-expect-error: no such value
  await createBook(client, { body: { title: "T", condition: "broken" } });
  // @ts-expect-error: read-only
  await createBook(client, { body: { title: "T", pageCount: 1 } });

  await updateBook(client, { bookId: "1", ifMatch: "*", body: { publishedDate: null, condition: null } });
  // @ts-expect-error: not nullable
  await updateBook(client, { bookId: "1", ifMatch: "*", body: { title: null } });
  // @ts-expect-error: a required header
  await updateBook(client, { bookId: "1", body: {} });
  // @ts-expect-error: the key
  await updateBook(client, { bookId: "1", ifMatch: "*", body: { id: "2" } });

  const lent: boolean = await lendBook(client, { bookId: "1", body: { until: "2020-01-31" } });
  const nothing: void = await deleteBook(client, { bookId: "1" }, { signal: AbortSignal.abort() });
  const found = await findBooks(client, { topic: "art", pages: 3 });
  // @ts-expect-error: no such value
  findBooks(client, { topic: "sport", pages: 3 });

  const bytes: ArrayBuffer = await (await getBookCover(client, { bookId: "1" })).arrayBuffer();
  await replaceBookCover(client, { bookId: "1", body: bytes });
  await replaceBookCover(client, { bookId: "1", body: new Uint8Array([1]) });

  const open: Open<AudioBook> = { ...book, duration: "PT1H", narrator: "N" };
  const narrator: unknown = open["narrator"];
  const part: Input<AudioBook> = { duration: "PT1H", title: "T" };
  const status: number = new ApiError({ method: "GET", path: { text: "", template: "" } }, { status: 1 }).status;
  void [title, published, all, lent, nothing, found, narrator, part, status];
}
`;

describe("emitted code", () => {
  it.each(["enum", "const"] as const)("type-checks with its callers, enums as %s", (enumStyle) => {
    const files = emitModel(libraryModel(), { ...testOptions, enumStyle });
    expect(typeErrors(files, { "consumer.ts": consumer }, { erasableSyntaxOnly: enumStyle === "const" })).toEqual([]);
  });

  it("type-checks with its callers, enums as union", () => {
    const files = emitModel(libraryModel(), { ...testOptions, enumStyle: "union" });
    const text = consumer
      .replace(", Condition }", " }")
      .replace("Condition.used", '"used"')
      .replace("import { type AudioBook, type Book }", "import type { AudioBook, Book }");
    expect(typeErrors(files, { "consumer.ts": text }, { erasableSyntaxOnly: true })).toEqual([]);
  });

  it("type-checks with `.ts` in imports, and without extension", () => {
    expect(typeErrors(emitModel(libraryModel(), { ...testOptions, importExtension: "" }))).toEqual([]);
    expect(
      typeErrors(
        emitModel(libraryModel(), { ...testOptions, importExtension: ".ts" }),
        {},
        { allowImportingTsExtensions: true },
      ),
    ).toEqual([]);
  });

  it("demands a base URL where the pages have none, or none of the web", () => {
    for (const baseUrl of [null, "file:///x", "https://user:password@library.example", "not a URL"]) {
      const files = emitModel(model({ baseUrl }), testOptions);
      const use = `import { createClient } from "./client.js";
createClient({ baseUrl: "https://library.example", token: "t" });
// @ts-expect-error: no base URL
createClient({ token: "t" });`;
      expect(typeErrors(files, { "use.ts": use })).toEqual([]);
    }
  });
});
