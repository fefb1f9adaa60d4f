import { describe, expect, expectTypeOf, it } from "vitest";
import { ApiError } from "../runtime/api-error.ts";
import { createClient } from "../runtime/client.ts";
import { deltaOperation } from "../runtime/delta.ts";
import type { ExampleResponse } from "../runtime/example.ts";
import type { OptionalApiFunction, OptionalDeltaFunction, OptionalListFunction } from "../runtime/function-types.ts";
import { type LongRunning, longRunningOperation } from "../runtime/long-running.ts";
import type { OperationSpec } from "../runtime/operation-spec.ts";
import { listOperation, type Page } from "../runtime/pages.ts";
import {
  type Content,
  contentOperation,
  jsonOperation,
  textOperation,
  valueOperation,
  voidOperation,
} from "../runtime/results.ts";
import { answerOf } from "./answer.ts";
import {
  bodiless,
  changes,
  content,
  differs,
  empty,
  expanded,
  failure,
  handle,
  listed,
  nothing,
  page,
  type Reading,
  redirect,
  text,
  value,
} from "./readings.ts";
import { baseUrl } from "./service.ts";
import { unset } from "./shown.ts";

interface Book {
  id: string;
  title: string;
  pages: number | null;
}

interface NoArgs {
  readonly none?: never;
}

const spec: OperationSpec<"none"> = { name: "getBook", method: "GET", paths: ["/books/1"] };
const getBook: OptionalApiFunction<NoArgs, Book | undefined> = jsonOperation(spec);
const getFlag: OptionalApiFunction<NoArgs, boolean> = valueOperation(spec);
const getText: OptionalApiFunction<NoArgs, string> = textOperation(spec);
const getCover: OptionalApiFunction<NoArgs, Content> = contentOperation(spec);
const remove: OptionalApiFunction<NoArgs, void> = voidOperation(spec);
const copy: OptionalApiFunction<NoArgs, LongRunning> = longRunningOperation(spec);
const listBooks: OptionalListFunction<NoArgs, Book> = listOperation(spec);
const deltaBooks: OptionalDeltaFunction<NoArgs & { since?: string }, Book> = deltaOperation({
  ...spec,
  since: "since",
});

/** Serves responses to a function, and checks what it gives for the first of them, as a golden does. */
async function read<Value>(
  call: (client: ReturnType<typeof createClient>) => PromiseLike<Value>,
  reading: Reading<Value>,
  ...responses: readonly [ExampleResponse, ...ExampleResponse[]]
): Promise<void> {
  const { fetch, response } = answerOf(responses, 0);
  const client = createClient({ baseUrl, fetch, retry: false });
  const result = await call(client).then(
    (given) => ({ value: given }),
    (error: unknown) => ({ error }),
  );
  await reading.check(result, response);
}

const fails = async (checked: Promise<void>): Promise<void> => {
  await expect(checked).rejects.toThrow();
};

const ok = (body: unknown, headers: Readonly<Record<string, string>> = {}): ExampleResponse => ({
  status: 200,
  headers,
  body,
});
const notFound: ExampleResponse = { status: 404, body: { error: { code: "itemNotFound", message: "No such book." } } };

describe("value", () => {
  const reading = value<Book>({ id: "1", title: "Tides", "@odata.etag": "e" });

  it("may be without a member that every object has, of another type", () => {
    const one = value<{ id: string; valueOf?: string }>({ id: "1", valueOf: unset() });
    expectTypeOf(one).toExtend<Reading<{ id: string }>>();
  });

  it("is the whole of what the function gives", async () => {
    await read(getBook, reading, ok({ title: "Tides", id: "1", "@odata.etag": "e" }));
    await fails(read(getBook, reading, ok({ title: "Tides", id: "1" })));
    await fails(read(getBook, reading, ok({ title: "Tides", id: "1", "@odata.etag": "e", pages: null })));
    await fails(read(getBook, reading, ok({ title: "tides", id: "1", "@odata.etag": "e" })));
    await fails(read(getBook, reading, { status: 204 }));
  });

  it("is what stands inside", async () => {
    await read(getFlag, value<boolean>(true), ok({ value: true }));
    await fails(read(getFlag, value<boolean>(true), ok({ value: false })));
  });

  it("fails with the error of the function", async () => {
    await expect(read(getBook, reading, notFound)).rejects.toBeInstanceOf(ApiError);
  });

  it("is for functions that give a part of the type, perhaps nothing, and for no others", () => {
    expectTypeOf<Reading<Book>>().not.toExtend<Reading<Pick<Book, "id">>>();
    expectTypeOf(reading).toExtend<Reading<Book>>();
    expectTypeOf(reading).toExtend<Reading<Partial<Book> | undefined>>();
    expectTypeOf(reading).not.toExtend<Reading<{ id: number }>>();
    expectTypeOf(reading).not.toExtend<Reading<Page<Book>>>();
    expectTypeOf(expanded<Book>({})).toExtend<Reading<{ id: number }>>();
  });
});

describe("page", () => {
  const next = `${baseUrl}/books?$skip=1`;
  const reading = page<Book>({ value: [{ id: "1" }], count: 3, next });

  it("is the first page, with its count and where it leads", async () => {
    const body = { value: [{ id: "1" }], "@odata.count": 3, "@odata.nextLink": next };
    await read(listBooks, reading, ok(body));
    await fails(read(listBooks, reading, ok({ ...body, "@odata.count": 2 })));
    await fails(read(listBooks, reading, ok({ ...body, "@odata.nextLink": `${next}0` })));
    await fails(read(listBooks, reading, ok({ ...body, value: [] })));
    await fails(read(listBooks, reading, ok({ ...body, value: [{ id: "1" }, { id: "2" }] })));
    await fails(read(listBooks, page<Book>({ value: [{ id: "1" }] }), ok(body)));
    await read(listBooks, page<Book>({ value: [] }), ok([]));
    await read(listBooks, expanded<{ value: Book[] }>({ value: [{ id: "1" }] }), ok([{ id: "1" }]));
    await fails(read(listBooks, expanded<{ value: Book[] }>({ value: [{ id: "2" }] }), ok([{ id: "1" }])));
  });

  it("fails where there is no list", async () => {
    await expect(read(listBooks, reading, ok({ id: "1" }))).rejects.toMatchObject({ code: "InvalidResponse" });
  });
});

describe("changes", () => {
  interface Change extends Book {
    "@removed"?: { reason: string };
  }
  const items = [
    { id: "1", title: "Tides" },
    { id: "2", "@removed": { reason: "deleted" } },
  ];
  const link = { "@odata.deltaLink": `${baseUrl}/books/1?$deltatoken=2` };

  it("are those of the first page, wherever that leads", async () => {
    await read(deltaBooks, changes<Change>(items), ok({ value: items, ...link }));
    await read(deltaBooks, changes<Change>(items), ok({ value: items, "@odata.nextLink": `${baseUrl}/books/1?p=2` }));
    await read(deltaBooks, changes<Change>([]), ok({ value: [], "@odata.nextLink": `${baseUrl}/books/1?p=2` }));
    await read(deltaBooks, changes<Change>([]), ok({ value: [], ...link }));
  });

  it("fail with fewer, others, or another reason", async () => {
    const reading = changes<Change>(items);
    await fails(read(deltaBooks, reading, ok({ value: items.slice(0, 1), ...link })));
    await fails(read(deltaBooks, reading, ok({ value: items.toReversed(), ...link })));
    await fails(read(deltaBooks, reading, ok({ value: [items[0], { id: "2", "@removed": {} }], ...link })));
    await fails(read(deltaBooks, reading, ok({ value: [items[0], { id: "2" }], ...link })));
  });

  it("fail with the error of the function, also where there are none to come", async () => {
    await expect(read(deltaBooks, changes<Change>(items), notFound)).rejects.toBeInstanceOf(ApiError);
    await expect(read(deltaBooks, changes<Change>([]), notFound)).rejects.toBeInstanceOf(ApiError);
    await expect(read(deltaBooks, changes<Change>([]), ok({ id: "1" }))).rejects.toBeInstanceOf(ApiError);
  });
});

describe("text and content", () => {
  it("are the body as it is", async () => {
    await read(getText, text(), ok("<p>Tides</p>", { "content-type": "text/html" }));
    await fails(read(() => Promise.resolve("<p>"), text(), ok("<p>Tides</p>")));
    await fails(read(getText, text(), notFound));
    const png = { "content-type": "image/png" };
    await read(getCover, content(), ok("1010", png));
    await read(getCover, content(), ok(undefined, png));
    await read(getCover, content(), ok({ a: 1 }));
    await fails(read(getCover, content(), notFound));
  });

  it("are of the documented type", () => {
    const given = answerOf([ok("1010", { "content-type": "image/png" })], 0);
    const check = async (type: string, body: string): Promise<void> => {
      const client = createClient({
        baseUrl,
        retry: false,
        fetch: async () => new Response(body, { headers: { "content-type": type } }),
      });
      await content().check({ value: await getCover(client) }, given.response);
    };
    return Promise.all([
      check("image/png", "1010"),
      fails(check("image/jpeg", "1010")),
      fails(check("image/png", "1")),
    ]);
  });
});

describe("redirect", () => {
  const found = (location: string): ExampleResponse => ({ status: 302, headers: { location } });

  it.each([
    "https://files.example/1?a=b%20c",
    "https://files.example/a b/{name}",
    "/cover",
    "files/covers/1",
    "../covers/1",
    "{location}",
    "https://{host}/covers/1",
  ])("is the content at the place that the response leads to: %s", async (location) => {
    await read(getCover, redirect(), found(location));
    await read(getCover, redirect(), found(location), ok("1010"));
  });

  it("fails at another place, or with an error", async () => {
    const at = (url: string): Promise<Content> => {
      const { fetch } = answerOf([ok("1")], 0);
      return getCover(createClient({ baseUrl, retry: false, fetch: (_, init) => fetch(url, init) }));
    };
    const check = async (location: string, url: string): Promise<void> => {
      await redirect().check({ value: await at(url) }, found(location));
    };
    await check("https://files.example/1", "https://files.example/1");
    await fails(check("https://files.example/1", "https://files.example/2"));
    await fails(check("https://files.example/1", `${baseUrl}/books/1`));
    await fails(check("/covers/1", `${baseUrl}/books/1`));
    await fails(check("covers/1", `${baseUrl}/books/1`));
    const failed = async (): Promise<void> => redirect().check({ error: new Error("gone") }, found("/cover"));
    await fails(failed());
  });
});

describe("handle", () => {
  it("knows where to ask", async () => {
    const accepted = (headers: Readonly<Record<string, string>>): ExampleResponse => ({ status: 202, headers });
    const reading = handle();
    await read(copy, reading, accepted({ location: "https://api.example.com/v1/operations/1" }));
    await read(copy, reading, accepted({ location: "/operations('1 a')" }));
    await read(copy, reading, accepted({ "operation-location": "/operations/1", location: "/books/2" }));
    await read(copy, reading, accepted({}));
    await fails(read(() => read2("/operations/2"), reading, accepted({ location: "/operations/1" })));
    await fails(read(() => read2("/operations/2"), reading, accepted({})));
    await fails(read(() => read2(undefined), reading, accepted({ location: "/operations/1" })));
    await fails(read(copy, reading, notFound));
  });

  it("has the value that came at once; what was created is at the location, not its state", async () => {
    const created: ExampleResponse = { status: 201, headers: { location: "/books/2" }, body: { id: "2" } };
    await read(copy, handle(), created);
    await fails(read(() => read2(undefined), handle(), created));
    await read(copy, handle(), { status: 202, headers: { location: "/operations/1" }, body: { id: "2" } });
  });

  /** A handle of the runtime for a response of its own. */
  function read2(location: string | undefined): Promise<LongRunning> {
    const { fetch } = answerOf([{ status: 202, headers: location === undefined ? {} : { location } }], 0);
    return copy(createClient({ baseUrl, retry: false, fetch }));
  }
});

describe("nothing", () => {
  it("is nothing, and no error", async () => {
    await read(remove, nothing(), { status: 204 });
    await read(getBook, empty(), { status: 204 });
    await fails(read(remove, nothing(), notFound));
    await fails(read(getBook, empty(), notFound));
    await fails(read(getBook, empty(), ok({ id: "1" })));
  });

  it("is for functions that give nothing", () => {
    expectTypeOf(nothing()).toExtend<Reading<void>>();
    expectTypeOf(nothing()).not.toExtend<Reading<Book>>();
    expectTypeOf(nothing()).not.toExtend<Reading<Book | undefined>>();
  });
});

describe("failure", () => {
  it("is an error with status, code and message", async () => {
    const reading = failure();
    await read(getBook, reading, notFound);
    await read(getBook, reading, { status: 500 });
    await read(getBook, reading, { status: 400, body: "<html>" });
    await read(getBook, reading, { status: 400, body: { error: { code: "", message: "" } } });
    await read(getBook, reading, { status: 400, body: { error: { code: 7 } } });
    await fails(read(getBook, reading, ok({ id: "1" })));
  });

  it.each([
    ["status", { ...notFound, status: 410 }],
    ["code", { status: 404, body: { error: { code: "gone", message: "No such book." } } }],
    ["message", { status: 404, body: { error: { code: "itemNotFound", message: "Not there." } } }],
  ] as const)("fails with another %s", async (_, other) => {
    const client = createClient({ baseUrl, retry: false, fetch: answerOf([other], 0).fetch });
    const error = await getBook(client).catch((caught: unknown) => caught);
    await fails((async () => failure().check({ error }, notFound))());
  });

  it("fails with an error of another kind", async () => {
    await fails((async () => failure().check({ error: new TypeError("fetch failed") }, notFound))());
  });
});

describe("a contradiction", () => {
  it("of the whole response holds as long as the function gives something else, or nothing", async () => {
    const reading = differs("example-response-differs");
    expect(reading.code).toBe("example-response-differs");
    await read(listBooks, reading, ok({ id: "1" }));
    await read(remove, reading, ok({ id: "1" }));
    await fails(read(getBook, reading, ok({ id: "1" })));
    await fails(read(() => Promise.resolve(null), reading, { status: 200 }));
  });

  it("of a body that is not there holds as long as that is not there", async () => {
    const reading = bodiless("example-response-differs");
    expect(reading.code).toBe("example-response-differs");
    await read(listBooks, reading, { status: 200 });
    await fails(read(listBooks, reading, ok([])));
    await fails(read(() => Promise.resolve({}), reading, { status: 200 }));
    // A function without a result is no mistake of the page any more.
    expectTypeOf(reading).not.toExtend<Reading<void>>();
    expectTypeOf(reading).toExtend<Reading<Page<Book>>>();
  });

  it("of types alone is read as any other response", async () => {
    const reading = listed("example-value-type", value<Book>({ id: "1" }));
    expect(reading.code).toBe("example-value-type");
    await read(getBook, reading, ok({ id: "1" }));
    await fails(read(getBook, reading, ok({ id: "2" })));
  });
});
