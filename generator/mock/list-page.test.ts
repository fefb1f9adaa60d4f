import { describe, expect, test } from "vitest";
import type { Operation } from "../model/api-model.ts";
import { type Ask, asking, example, model, operationWith, type Shown } from "./mock.fixture.ts";

const items = (...ids: number[]) => ids.map((id) => ({ id: String(id) }));

function list(
  examples: readonly (readonly [name: string, line: string, json: unknown])[],
  more: Partial<Operation> = {},
) {
  const plain = operationWith(
    "listThings",
    { paths: ["/things", "/mine/things"] },
    examples.map(([name, line, json]) => example(name, line, { json } as Shown)),
    { query: { named: [], isGeneric: true }, kind: "list", ...more },
  );
  return asking(model([{ ...plain, response: { ...plain.response, envelope: "collection" } }]));
}

interface ListBody {
  readonly value: readonly unknown[];
  readonly "@odata.nextLink"?: string;
  readonly "@odata.deltaLink"?: string;
}

/** All pages, following their links. */
async function pages(ask: Ask, line: string): Promise<ListBody[]> {
  const found: ListBody[] = [];
  for (let next: string | undefined = line; next !== undefined; ) {
    const { status, json } = await ask(next);
    expect([status, found.length < 50]).toEqual([200, true]);
    const body = json as ListBody;
    found.push(body);
    const link: string | undefined = body["@odata.nextLink"];
    expect(link === undefined || link.startsWith("http://mock.test/")).toBe(true);
    next = link && `GET ${link.slice("http://mock.test".length)}`;
  }
  return found;
}

const values = async (ask: Ask, line: string): Promise<unknown> => (await pages(ask, line)).map(({ value }) => value);

const three = { "@odata.context": "c", value: items(1, 2, 3) };

test("$top is the size of a page, and links lead to the rest", async () => {
  const ask = list([["all", "GET /things", three]]);
  expect((await ask("GET /v1.0/mine/things?$top=2&$orderby=a b")).json).toEqual({
    "@odata.context": "c",
    "@odata.nextLink": "http://mock.test/v1.0/mine/things?$top=2&$orderby=a+b&$skiptoken=apipage.listThings.all.2",
    value: items(1, 2),
  });
  expect(await values(ask, "GET /things?$top=2")).toEqual([items(1, 2), items(3)]);
  expect(await values(ask, "GET /things?$top=3")).toEqual([items(1, 2, 3)]);
  expect(await values(ask, "GET /things?$top=0")).toEqual([[]]);
});

test("$skip leaves out the first ones", async () => {
  const ask = list([["all", "GET /things", three]]);
  expect(await values(ask, "GET /things?$skip=1")).toEqual([items(2, 3)]);
  expect(await values(ask, "GET /things?$skip=1&$top=1")).toEqual([items(2), items(3)]);
  expect(await values(ask, "GET /things?$skip=7")).toEqual([[]]);
});

test("a documented link that leads to nothing documented leads to an empty last page", async () => {
  const next = "https://api.example.com/v1.0/things?$skiptoken=x";
  const ask = list([["all", "GET /things", { ...three, "@odata.nextLink": next }]]);
  expect(await values(ask, "GET /things")).toEqual([items(1, 2, 3), []]);
  expect(await values(ask, "GET /things?$top=2")).toEqual([items(1, 2), items(3), []]);
  expect(await values(ask, "GET /things?$skip=3")).toEqual([[]]);
});

test("a documented link leads to the page that the docs show", async () => {
  const ask = list([
    ["first", "GET /things", { value: items(1), "@odata.nextLink": "https://api.example.com/v1.0/things?page=2" }],
    ["second", "GET /things?page=2", { value: items(2, 3) }],
  ]);
  expect(await values(ask, "GET /mine/things")).toEqual([items(1), items(2, 3)]);
  expect(await values(ask, "GET /things?$top=1")).toEqual([items(1), items(2), items(3)]);
});

test("pages that lead to each other, or to themselves, come to an end", async () => {
  const base = "https://api.example.com/v1.0";
  const ask = list([
    ["first", "GET /things", { value: items(1), "@odata.nextLink": `${base}/things?page=2` }],
    ["second", "GET /things?page=2", { value: items(2), "@odata.nextLink": `${base}/things` }],
    ["third", "GET /things?page=3", { value: items(3), "@odata.nextLink": `${base}/things?page=3` }],
    ["empty", "GET /things?page=4", { value: [], "@odata.nextLink": `${base}/things?page=4` }],
    ["odd", "GET /things?page=5", { value: items(5), "@odata.nextLink": "`no link" }],
  ]);
  expect(await values(ask, "GET /things")).toEqual([items(1), items(2), []]);
  expect(await values(ask, "GET /things?page=3")).toEqual([items(3), []]);
  expect(await values(ask, "GET /things?page=4")).toEqual([[]]);
  expect(await values(ask, "GET /things?page=5")).toEqual([items(5), []]);
});

test.each(["apipage.", "apipage.listThings.none.0", "apipage.listThings.all.x", "apipage.listThings.all.0.1"])(
  "$skiptoken=%s is none of ours",
  async (token) => {
    const { status, log } = await list([["all", "GET /things", three]])(`GET /things?$skiptoken=${token}`);
    expect([status, log?.complaint]).toEqual([400, "The page token is none that this server has given"]);
  },
);

describe("@odata.count", () => {
  const count = async (ask: Ask, line: string): Promise<unknown> =>
    ((await ask(line)).json as { "@odata.count"?: number })["@odata.count"];

  test("comes when it is asked for, as documented if it is", async () => {
    const ask = list([["all", "GET /things", three]]);
    expect([await count(ask, "GET /things?$count=true&$top=1"), await count(ask, "GET /things")]).toEqual([
      3,
      undefined,
    ]);
    const counted = list([["all", "GET /things?$count=true", { ...three, "@odata.count": 40 }]]);
    expect([await count(counted, "GET /things?$count=true"), await count(counted, "GET /things")]).toEqual([
      40,
      undefined,
    ]);
  });

  test("comes unasked where the docs show that", async () => {
    expect(await count(list([["all", "GET /things", { ...three, "@odata.count": 3 }]]), "GET /things")).toBe(3);
  });
});

describe("changes", () => {
  const next = "https://api.example.com/v1.0/things?$skiptoken=x";
  const delta = "https://api.example.com/v1.0/things?$deltatoken=later";
  const links = async (ask: Ask, line: string): Promise<unknown> =>
    (await pages(ask, line)).map((body) => body["@odata.deltaLink"]);

  test("the last page says where to ask for the next ones", async () => {
    const ask = list(
      [
        ["begin", "GET /things", { value: items(1), "@odata.nextLink": next }],
        ["later", "GET /things?$deltatoken=first", { value: items(2), "@odata.deltaLink": delta }],
      ],
      { kind: "delta" },
    );
    const later = "http://mock.test/things?$deltatoken=later";
    expect(await links(ask, "GET /things")).toEqual([undefined, later]);
    expect(await values(ask, "GET /things?$deltatoken=later")).toEqual([items(2)]);
  });

  test("even where no example shows a link", async () => {
    const ask = list([["begin", "GET /things", { value: items(1) }]], { kind: "delta" });
    expect(await links(ask, "GET /mine/things")).toEqual(["http://mock.test/mine/things?$deltatoken=apipage"]);
  });
});

test("an array in a body that is no list stays whole", async () => {
  const plain = operationWith("get", { paths: ["/thing"] }, [example("one", "GET /thing", { json: three })], {
    query: { named: [], isGeneric: true },
  });
  expect((await asking(model([plain]))("GET /thing?$top=1")).json).toEqual(three);
});
