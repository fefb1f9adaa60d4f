/** A client that nobody here wrote, against the mock behind a real port. */

import {
  BatchRequestContent,
  type BatchRequestStep,
  BatchResponseContent,
  Client,
  GraphError,
  type PageCollection,
  PageIterator,
  ResponseType,
} from "@microsoft/microsoft-graph-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createValueChecker } from "../conformance/check-value.ts";
import { readExampleUrl } from "../examples/example-url.ts";
import type { ApiModel } from "../model/api-model.ts";
import { buildModel } from "../model/build-model.ts";
import { readPages } from "../read-pages.ts";
import { createModelView } from "../shapes/model-view.ts";
import { isCorpusThere, measuredSet } from "../testing/corpus.ts";
import { repositoryModel } from "./mock.fixture.ts";
import { type AnsweredRequest, createMockApp } from "./mock-app.ts";
import { type MockServer, serveMock } from "./serve-mock.ts";

const patience = 120_000;

/** What has been asked: `GET /v1.0/users 200 listUsers`. */
let asked: string[] = [];
let server: MockServer;
let client: Client;

async function start(model: ApiModel): Promise<void> {
  const note = ({ method, target, status, operation }: AnsweredRequest): void => {
    asked.push(`${method} ${target} ${status} ${operation}`);
  };
  const app = createMockApp(model, { checkBody: createValueChecker(createModelView(model)).checkBody, onAnswer: note });
  server = await serveMock(app.fetch, { port: 0, host: "127.0.0.1" });
  // It sends its token to no host without TLS: the mock has no use for one.
  client = Client.init({ baseUrl: `${server.origin}/`, authProvider: (done) => done(null, "token") });
}

async function failure(request: Promise<unknown>): Promise<unknown> {
  const error: unknown = await request.then(
    () => "no error",
    (reason: unknown) => reason,
  );
  return error instanceof GraphError ? [error.statusCode, error.code, error.message] : error;
}

/** All items, over all pages. */
async function allItems(first: PageCollection): Promise<unknown[]> {
  const items: unknown[] = [];
  const iterator = new PageIterator(client, first, (item) => {
    items.push(item);
    return true;
  });
  await iterator.iterate();
  return items;
}

/** Sends requests in one batch, and gives status and body by their ids. */
async function inBatch(steps: BatchRequestStep[]): Promise<unknown> {
  const content = await new BatchRequestContent(steps).getContent();
  const responses = new BatchResponseContent(await client.api("/$batch").post(content));
  const found = [...responses.getResponses()].map(async ([id, response]) => {
    return [id, [response.status, response.status === 204 ? null : await response.json()]] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

// The client takes off scheme and host.
const requestTo = (path: string, init: RequestInit = {}): Request => new Request(`https://batch.test${path}`, init);

describe("by the docs of this repository, the client", () => {
  beforeAll(() => start(repositoryModel()));
  afterAll(() => server.close());

  test("gets", async () => {
    expect(await client.api("/users/mira.vold@contoso.com").get()).toMatchObject({ displayName: "Mira Vold" });
  });

  test("selects", async () => {
    const { "@odata.context": _, ...user } = await client.api("/users/7").select(["id", "mail"]).get();
    expect(user).toMatchObject({ id: "d2aa8990-ca27-400f-8e8a-590b13501662", mail: "mira.vold@contoso.com" });
    expect(Object.keys(user)).not.toContain("displayName");
  });

  test("lists over pages", async () => {
    asked = [];
    const items = await allItems(await client.api("/users").top(1).get());
    expect(items).toMatchObject([{ displayName: "Mira Vold" }, { displayName: "Joss Tamm" }]);
    expect(asked).toEqual([
      "GET /v1.0/users?$top=1 200 listUsers",
      // A link without TLS is a path to this client, which puts it behind its base URL.
      `GET /v1.0/${server.origin}/v1.0/users?$top=1&$skiptoken=apipage.listUsers.getTheFirstUsers.1 200 listUsers`,
      `GET /v1.0/${server.origin}/v1.0/users?$top=1&$skiptoken=apipage.listUsers.getTheFirstUsers.2 200 listUsers`,
    ]);
  });

  test("counts, filters and searches with what the page ties to that", async () => {
    const search = client.api("/users").search('"displayName:tamm"').count(true);
    expect(await search.header("ConsistencyLevel", "eventual").get()).toMatchObject({ "@odata.count": 1 });
    expect(await failure(client.api("/users").search('"displayName:tamm"').get())).toEqual([
      400,
      "missingHeader",
      "$search needs the header ConsistencyLevel: eventual; $search needs $count",
    ]);
  });

  test("creates", async () => {
    const body = { accountEnabled: true, displayName: "New", userPrincipalName: "new@contoso.com" };
    expect(await client.api("/users").post(body)).toMatchObject({ displayName: "Ada Quill" });
    const { userPrincipalName: _, ...incomplete } = body;
    expect(await failure(client.api("/users").post(incomplete))).toEqual([
      400,
      "invalidBody",
      "The body is not what createUser takes: `userPrincipalName` is required, and not sent",
    ]);
    expect(await failure(client.api("/users").post({ ...body, displayName: 7 }))).toEqual([
      400,
      "invalidBody",
      "The body is not what createUser takes: `displayName` is a number, expected String",
    ]);
  });

  test("updates", async () => {
    expect(await client.api("/users/7").patch({ jobTitle: null })).toBeUndefined();
    const wanted = client.api("/me").header("Prefer", "return=representation");
    expect(await wanted.patch({ jobTitle: "Pilot" })).toMatchObject({ id: "d2aa8990-ca27-400f-8e8a-590b13501662" });
  });

  test("deletes", async () => {
    expect(await client.api("/users/7").header("If-Match", "*").delete()).toBeUndefined();
    expect(await failure(client.api("/users/7").delete())).toEqual([
      400,
      "missingHeader",
      "The header If-Match is missing",
    ]);
  });

  test("reads content as it is", async () => {
    const photo = await client.api("/me/photo/$value").responseType(ResponseType.RAW).get();
    expect([photo.headers.get("content-type"), await photo.text()]).toEqual([
      "image/jpeg",
      "<binary data of the photo>",
    ]);
  });

  test("gets the error that it asks for", async () => {
    const wanted = client.api("/users/7").header("Prefer", "code=404");
    expect(await failure(wanted.get())).toEqual([404, "userNotFound", "There is no such user."]);
  });

  test("sends batches", async () => {
    const json = { "content-type": "application/json" };
    const remove = requestTo("/users/7", { method: "DELETE", headers: { "if-match": "*" } });
    const rename = requestTo("/users/7", { method: "PATCH", headers: json, body: '{"displayName":"X"}' });
    expect(
      await inBatch([
        { id: "get", request: requestTo("/users/7?$select=id") },
        { id: "rename", request: rename, dependsOn: ["get"] },
        { id: "remove", request: remove, dependsOn: ["rename"] },
      ]),
    ).toMatchObject({
      get: [200, { id: "d2aa8990-ca27-400f-8e8a-590b13501662" }],
      rename: [204, null],
      remove: [204, null],
    });
    expect(
      await inBatch([
        { id: "none", request: requestTo("/nothing") },
        { id: "after", request: requestTo("/me"), dependsOn: ["none"] },
      ]),
    ).toMatchObject({
      none: [404, { error: { code: "pathNotDocumented" } }],
      after: [424, { error: { code: "failedDependency" } }],
    });
  });
});

const skipped = isCorpusThere ? "" : " (skipped: there are no doc sets, set APIPAGE_CORPUS)";

describe.skipIf(!isCorpusThere)(`by ${measuredSet.name}${skipped}, the client`, () => {
  let model: ApiModel;
  beforeAll(async () => {
    model = buildModel(readPages({ docs: measuredSet.docs }).pages).model;
    await start(model);
  }, patience);
  afterAll(() => server.close());

  test("gets and lists", async () => {
    expect(await client.api("/me").get()).toMatchObject({ displayName: "Adele Vance" });
    const messages = await allItems(await client.api("/me/messages").top(1).get());
    expect(messages.length).toBeGreaterThan(0);
  });

  test("hears what a page requires", async () => {
    expect(await failure(client.api("/planner/tasks/x").patch({ title: "x" }))).toEqual([
      400,
      "missingHeader",
      "The header If-Match is missing",
    ]);
    const wrong = await failure(client.api("/groups").post({ displayName: 7 }));
    expect(wrong).toEqual([400, "invalidBody", expect.stringContaining("`displayName` is a number, expected String")]);
    const unknown = await failure(client.api("/user/7").get());
    expect(unknown).toEqual([
      404,
      "pathNotDocumented",
      expect.stringContaining("; near are /users/{usersId} (DELETE, GET, PATCH)."),
    ]);
  });

  test("sends batches", async () => {
    expect(await inBatch([{ id: "1", request: requestTo("/me") }])).toMatchObject({
      1: [200, { displayName: "Adele Vance" }],
    });
  });

  test(
    "is answered as the pages say, whatever documented request it sends",
    async () => {
      const app = createMockApp(model, { checkBody: createValueChecker(createModelView(model)).checkBody });
      const differing: string[] = [];
      let count = 0;
      for (const { method, name, examples } of model.operations) {
        for (const { request, responses } of examples) {
          const url = request?.method === method ? readExampleUrl(request.url, model.baseUrl) : null;
          const reading = url?.ok ? url.readings[0] : undefined;
          if (reading === undefined || request === null || responses.length === 0) continue;
          const query = new URLSearchParams(reading.query.map((pair) => [pair.name, pair.text]));
          const target = `http://mock.test/v1.0/${reading.segments.join("/")}?${query}`;
          const headers = new Headers({ "content-type": "application/json", "user-agent": "test" });
          for (const header of request.headers)
            if (/^[\w-]+$/.test(header.name)) headers.set(header.name, header.value.replace(/[^\x20-\x7e]/g, "?"));
          const hasBody = request.body !== null && method !== "GET";
          const body = hasBody ? { body: JSON.stringify(request.body?.json) ?? request.body?.text ?? "" } : {};
          const { status } = await app.fetch(new Request(target, { method, headers, ...body }));
          count += 1;
          if (!responses.some((response) => response.status === status)) differing.push(`${name} ${status}`);
        }
      }
      expect(count).toBeGreaterThan(2_000);
      // Placeholders in place of values, JSON that is none, files that no page can show.
      expect(differing.length).toBeLessThan(count / 200);
    },
    patience,
  );

  test(
    "comes to the end of every list",
    async () => {
      const app = createMockApp(model, { checkBody: () => [], isValidating: false });
      for (const { method, paths, response } of model.operations) {
        if (method !== "GET" || response.envelope !== "collection") continue;
        const path = (paths[0]?.template ?? "/").replace(/\{[^{}]*\}/g, "1");
        let next: string | undefined = `http://mock.test/v1.0${path}?$top=1`;
        for (let page = 0; next !== undefined; page++) {
          expect(page, path).toBeLessThan(200);
          const body: { "@odata.nextLink"?: string } = await (await app.fetch(new Request(next))).json();
          next = body["@odata.nextLink"];
        }
      }
    },
    patience,
  );
});
