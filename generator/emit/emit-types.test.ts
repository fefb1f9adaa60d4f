import { beforeAll, describe, expect, it } from "vitest";
import type { ApiModel } from "../model/api-model.ts";
import { libraryModel, model } from "../model/sample-model.fixture.ts";
import { declarationText, emittedText, sdkIn, typeErrors } from "./emitted.fixture.ts";
import { fullModel } from "./full-model.fixture.ts";

/** Code as a caller writes it; what must not compile is marked. */
const consumer = `
import { ApiError, createClient, type Delta, type Input, type LongRunning, type Open, type Page } from "./client.js";
import { type AudioBook, type Book, Condition, type CopyStatus, type Loan } from "./models/index.js";
import {
  copyBook, createBook, deleteBook, deltaLoans, findBooks, getBook, getBookCover, getBookPart, getLoan, getMember,
  lendBook, listBooks, listLoans, listMembers, replaceBookCover, updateBook, updateMember,
} from "./operations/books.js";

const client = createClient({ token: async () => "t" });

/** Whether two types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function is<_ extends true>(): void {}

export async function plain(): Promise<void> {
  const book: Book = await getBook(client, { bookId: "1" });
  const title: string = book.title;
  const published: string | null = book.publishedDate;
  // @ts-expect-error: has to be expanded, so it may be missing
  book.authors.length;
  // @ts-expect-error: read-only
  book.pageCount = 1;
  // @ts-expect-error: a required argument
  await getBook(client, {});
  // @ts-expect-error: no such argument
  await getBook(client, { bookId: "1", top: 1 });

  const nothing: void = await deleteBook(client, { bookId: "1" }, { signal: AbortSignal.abort(), timeout: 5000 });
  const lent: boolean = await lendBook(client, { bookId: "1", body: { until: "2020-01-31" } });
  const found = await findBooks(client, { topic: "art", pages: 3 });
  // @ts-expect-error: no such value
  findBooks(client, { topic: "sport", pages: 3 });
  // @ts-expect-error: the sentinel is nothing to ask for
  findBooks(client, { topic: "unknownFutureValue", pages: 3 });

  const bytes: ArrayBuffer = await (await getBookCover(client, { bookId: "1" })).arrayBuffer();
  await replaceBookCover(client, { bookId: "1", body: bytes });
  await replaceBookCover(client, { bookId: "1", body: new Uint8Array([1]) });
  await getBookPart(client, { filePath: "a/b", range: [0, 9], xOdd: "other" });
  await getBookPart(client, { filePath: "a/b", range: [5] });
  // @ts-expect-error: a range is two numbers
  await getBookPart(client, { filePath: "a/b", range: "bytes=0-9" });

  const open: Open<AudioBook> = { ...book, duration: "PT1H", narrator: "N" };
  const narrator: unknown = open["narrator"];
  const part: Input<AudioBook> = { duration: "PT1H", title: "T" };
  void [title, published, nothing, lent, found, narrator, part];
}

export async function bodies(): Promise<void> {
  await createBook(client, { body: { title: "T", condition: "new", shelf: { room: "1", topics: ["art"] } } });
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

  const member = await updateMember(client, { memberId: "1", body: { rights: ["read", "write"] } });
  await updateMember(client, { memberId: "1", body: { rights: "read,write" } });
  member?.name;
  // @ts-expect-error: there may be no answer
  member.name;
}

export async function selection(): Promise<void> {
  const some = await getLoan(client, { loanId: "1", select: ["id", "secret"] });
  is<Same<typeof some, { id: string; secret: string } & Pick<Loan, never>>>();
  // @ts-expect-error: not selected
  some.until;
  const preset = await getLoan(client, { loanId: "1" });
  preset.until.length;
  // @ts-expect-error: only with a selection
  preset.secret;
  const names: string[] = ["id"];
  const maybe = await getLoan(client, { loanId: "1", select: names });
  const until: string | undefined = maybe.until;
  // @ts-expect-error: no such property
  await getLoan(client, { loanId: "1", select: ["nothing"] });
  // @ts-expect-error: a relationship is no property
  await getLoan(client, { loanId: "1", select: ["book"] });
  // @ts-expect-error: an annotation is no property
  await getBook(client, { bookId: "1", select: ["@odata.etag"] });

  const derived = await getBook(client, { bookId: "1", select: ["title", "duration"] });
  derived.title.length;
  const duration: string | undefined = derived.duration;

  const member = await getMember(client);
  is<Same<typeof member, { name: string; readonly id: string } & Pick<import("./models/index.js").Member, "@odata.type" | "@odata.etag">>>();
  // @ts-expect-error: not in the default set of the page
  member.rights;
  void [until, duration];
}

export async function expansion(): Promise<void> {
  const loan = await getLoan(client, {
    loanId: "1",
    select: ["id"],
    expand: { book: { select: ["title"], expand: { authors: true } }, member: true },
  });
  loan.book?.title.length;
  loan.book?.authors[0]?.name.length;
  loan.member?.name.length;
  // @ts-expect-error: there may be none
  loan.member.name;
  // @ts-expect-error: not selected of the book
  loan.book?.condition;
  // @ts-expect-error: not selected
  loan.until;
  const members = await listMembers(client, { expand: { loans: { top: 2, orderBy: ["until desc"] } } });
  members.value[0]?.loans[0]?.until.length;
  // @ts-expect-error: no such relationship
  await getLoan(client, { loanId: "1", expand: { shelf: true } });
  // @ts-expect-error: a property is no relationship
  await getLoan(client, { loanId: "1", expand: { until: true } });
  // @ts-expect-error: no such property of the book
  await getLoan(client, { loanId: "1", expand: { book: { select: ["until"] } } });
  // @ts-expect-error: the page grants no selection
  await listMembers(client, { select: ["name"] });
}

export async function lists(): Promise<void> {
  for await (const each of listBooks(client)) each.title.length;
  const page: Page<Book> = await listBooks(client, { branchId: "b", top: 3 }, { headers: { "x-y": "z" } });
  page.value[0]?.title;
  const all: Book[] = await listBooks(client, {}, page.next === undefined ? {} : { next: page.next }).toArray({ limit: 5 });
  for await (const each of listBooks(client, { select: ["title"] }).pages()) {
    each.value[0]?.title;
    // @ts-expect-error: not selected
    each.value[0]?.condition;
  }
  // @ts-expect-error: no such argument
  listBooks(client, { shelfId: "s" });
  // @ts-expect-error: a list is no option of a single object
  await getBook(client, { bookId: "1" }, { next: "x" });

  listLoans(client, { overdue: true, orderBy: ["until desc", "id"], skip: 1, skipToken: "t", format: "json" });
  // @ts-expect-error: no such direction
  listLoans(client, { orderBy: ["until down"] });
  listLoans(client, { memberId: "1", path: "/archive/{memberId}/loans" });
  listLoans(client, { path: "/me/loans" });
  // @ts-expect-error: this path has a parameter
  listLoans(client, { path: "/archive/{memberId}/loans" });
  // @ts-expect-error: no such path
  listLoans(client, { memberId: "1", path: "/other" });
  void all;
}

export function rules(): void {
  listLoans(client, { search: "x", consistencyLevel: "eventual", count: true });
  listLoans(client, { filter: "x" });
  listLoans(client, { orderBy: ["until"] });
  listLoans(client, { filter: "x", orderBy: ["until"], consistencyLevel: "eventual", count: true });
  listLoans(client, { memberId: "1", search: "x", consistencyLevel: "eventual", count: true, select: ["id"] });
  // @ts-expect-error: needs a header, and a count
  listLoans(client, { search: "x" });
  // @ts-expect-error: needs a count
  listLoans(client, { search: "x", consistencyLevel: "eventual" });
  // @ts-expect-error: the count counts only if it is asked for
  listLoans(client, { search: "x", consistencyLevel: "eventual", count: false });
  // @ts-expect-error: needs this very value
  listLoans(client, { search: "x", consistencyLevel: "other", count: true });
  // @ts-expect-error: both together need a header
  listLoans(client, { filter: "x", orderBy: ["until"] });
  // @ts-expect-error: selected or not
  listLoans(client, { search: "x", select: ["id"] });

  listLoans(client, { prefer: { timeZone: "UTC", bodyType: "html", maxPageSize: 5, wait: true } });
  listLoans(client, { prefer: "anything" });
  // @ts-expect-error: no such preference
  listLoans(client, { prefer: { zone: "UTC" } });
  // @ts-expect-error: a flag is there or not
  listLoans(client, { prefer: { wait: false } });
}

export async function changes(saved: string | undefined): Promise<void> {
  const delta = await deltaLoans(client, { since: saved, select: ["until"] });
  is<Same<typeof delta extends Delta<infer T, infer Id> ? [keyof T, keyof Id] : never, ["until", "id"]>>();
  for await (const change of delta) {
    if (change.kind === "removed") {
      change.id.length;
      // @ts-expect-error: it is gone
      change.value;
    } else {
      change.value.id.length;
      const until: string | undefined = change.value.until;
      void until;
      // @ts-expect-error: not selected
      change.value.secret;
    }
  }
  const state: string | undefined = delta.state;
  const whole = await deltaLoans(client);
  for await (const change of whole) if (change.kind === "changed") change.value.book?.title;
  void state;
}

export async function longRunning(): Promise<void> {
  const copy: LongRunning<CopyStatus, Book> = await copyBook(client, { bookId: "1", body: { title: "T" } });
  const status: CopyStatus | undefined = await copy.wait({ onProgress: ({ body }) => void body?.percentComplete });
  const book: Book = await copy.result();
  const location: string | undefined = copy.location;
  void [status, book, location];
}

export async function ways(): Promise<void> {
  const result = await getLoan.safe(client, { loanId: "1", select: ["id"] });
  if (result.ok) result.value.id.length;
  else {
    const code: "notFound" | "lent" | (string & {}) | undefined = result.error.code;
    void code;
    // @ts-expect-error: there is no value
    result.value.id;
  }
  const first = await listLoans.safe(client);
  if (first.ok) first.value.value[0]?.until;
  const request = getLoan.request({ loanId: "1" });
  const { operation, method, path, scopes } = request;
  const name: string = getMember.spec.name;
  // @ts-expect-error: a required argument
  getLoan.request({});
  const status: number = new ApiError({ method: "GET", template: "/x" }, { status: 1 }).status;
  void [operation, method, path, scopes, name, status];
}
`;

/** The calls in the comments of the functions, as a module beside the folder of the SDK. */
function examples(full: ApiModel): string {
  const text = emittedText(full, "operations/books.ts");
  const calls = full.operations.flatMap(({ name }) => {
    const lines = /@example\n \* ```ts\n(.*?)\n \* ```\n/s.exec(declarationText(text, name))?.[1];
    return lines === undefined ? [] : [{ name, call: lines.replace(/^ \* ?/gm, "") }];
  });
  return [
    `import { createClient } from "./client.js";`,
    `import { ${calls.map(({ name }) => name).join(", ")} } from "./operations/books.js";`,
    "const client = createClient();",
    ...calls.map(({ name, call }) => `export async function ${name}Example() {\n${call}\n}`),
  ].join("\n");
}

/** Where the pages have no base URL, or none of the web. */
const badUrls = [null, "file:///x", "https://user:password@library.example", "not a URL"];

const urlConsumer = `
import { createClient } from "./client.js";
createClient({ baseUrl: "https://library.example", token: "t" });
// @ts-expect-error: no base URL
createClient({ token: "t" });
`;

describe("emitted code", () => {
  const full = fullModel();
  let errors: readonly string[] = [];
  const called = { "enum/consumer.ts": consumer, "const/consumer.ts": consumer, "enum/examples.ts": examples(full) };
  // One program for all, as most of the time goes into the types of the platform.
  beforeAll(() => {
    errors = typeErrors(
      [
        ...sdkIn("enum", full),
        ...sdkIn("const", full, { enumStyle: "const" }, "enum"),
        ...sdkIn("union", full, { enumStyle: "union", nullability: "lenient" }, "enum"),
        ...sdkIn("bare", libraryModel(), { importExtension: "", pageUrl: "https://docs.example/{path}" }, "enum"),
        ...sdkIn("ts", libraryModel(), { importExtension: ".ts" }, "enum"),
        ...badUrls.flatMap((baseUrl, index) => sdkIn(`url${index}`, model({ baseUrl }), {}, "enum")),
      ],
      { ...called, ...Object.fromEntries(badUrls.map((_, index) => [`url${index}/consumer.ts`, urlConsumer])) },
      { allowImportingTsExtensions: true, noUnusedLocals: true, noUnusedParameters: true, declaration: true },
    );
  }, 60_000);
  const errorsIn = (...folders: readonly string[]): readonly string[] =>
    errors.filter((error) => folders.some((folder) => error.startsWith(`${folder}/`)));

  it("type-checks with its callers, enums as enum or as constants", () => {
    expect(errorsIn("enum", "const")).toEqual([]);
  });

  it("type-checks with the examples in its own comments", () => {
    expect(called["enum/examples.ts"].match(/^await /gm)).toHaveLength(6);
    expect(errorsIn("enum")).toEqual([]);
  });

  it("type-checks with enums as unions, and null wherever it is not ruled out", () => {
    expect(errorsIn("union")).toEqual([]);
  });

  it("type-checks with `.ts` in imports, and without extension", () => {
    expect(errorsIn("ts", "bare")).toEqual([]);
  });

  it("demands a base URL where the pages have none, or none of the web", () => {
    expect(errorsIn("url0", "url1", "url2", "url3")).toEqual([]);
  });

  it("has no other errors, such as in the runtime", () => {
    expect(errors).toEqual([]);
  });
});
