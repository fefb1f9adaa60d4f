import { describe, expect, it } from "vitest";
import type { Client } from "../runtime/client.ts";
import type { Page } from "../runtime/pages.ts";
import { golden, readings } from "./golden.ts";
import { bodiless, differs, failure, listed, nothing, page, value } from "./readings.ts";

interface Book {
  id: string;
  title: string;
}

declare function getBook(client: Client): Promise<Book>;
declare function listBooks(client: Client): Promise<Page<Book>>;
declare function remove(client: Client): Promise<void>;

const example = { request: { method: "GET", path: "/books" }, responses: [] };

// To call them would make tests: what the compiler says of the calls is what is tested.
describe("golden and readings", () => {
  it("take readings of what the call gives, several of them together", () => {
    const calls = [
      () => golden("a", example, { call: (client) => getBook(client), reads: [value<Book>({ id: "1" }), failure()] }),
      () => golden("a", example, { call: (client) => getBook(client), reads: [bodiless("c"), value<Book>({})] }),
      () =>
        golden("a", example, {
          call: (client) => listBooks(client),
          reads: [bodiless("c"), page<Book>({ value: [] })],
        }),
      () => golden("a", example, { call: (client) => remove(client), reads: [nothing(), differs("c")] }),
      () => golden("a", example, { call: (client) => remove(client), reads: [] }),
      () => readings("a", example, { call: (client) => getBook(client), reads: [bodiless("c"), value<Book>({})] }),
      () => readings("a", example, { call: (client) => getBook(client), reads: [listed("c", value<Book>({}))] }),
    ];
    expect(calls).toHaveLength(7);
  });

  it("take no readings of something else", () => {
    const calls = [
      // @ts-expect-error: a list
      () => golden("a", example, { call: (client) => listBooks(client), reads: [value<Book>({})] }),
      // @ts-expect-error: no list
      () => golden("a", example, { call: (client) => getBook(client), reads: [page<Book>({ value: [] })] }),
      // @ts-expect-error: something
      () => golden("a", example, { call: (client) => getBook(client), reads: [nothing()] }),
      // @ts-expect-error: nothing, as the page shows
      () => golden("a", example, { call: (client) => remove(client), reads: [bodiless("c")] }),
      // @ts-expect-error: another type, though it is listed
      () => readings("a", example, { call: (client) => getBook(client), reads: [listed("c", value<{ id: 1 }>({}))] }),
    ];
    expect(calls).toHaveLength(5);
  });
});
