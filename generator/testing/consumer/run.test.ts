/** The program runs: what it sends for each of the promises, and what it gets back. */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Client, ClientOptions } from "../../../generated/client.ts";
import { writeConsumerProject } from "./project.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "apipage-consumer-")));
afterAll(() => rmSync(folder, { recursive: true }));
const program = writeConsumerProject(folder);

const { createClient } = await load<typeof import("../../../generated/client.ts")>("generated/client.ts");
const app = {
  batches: await loadApp<typeof import("./app/batches.ts")>("batches"),
  calls: await loadApp<typeof import("./app/calls.ts")>("calls"),
  changes: await loadApp<typeof import("./app/changes.ts")>("changes"),
  content: await loadApp<typeof import("./app/content.ts")>("content"),
  enums: await loadApp<typeof import("./app/enums.ts")>("enums"),
  errors: await loadApp<typeof import("./app/errors.ts")>("errors"),
  headers: await loadApp<typeof import("./app/headers.ts")>("headers"),
  leastPrivilege: await loadApp<typeof import("./app/least-privilege.ts")>("least-privilege"),
  lists: await loadApp<typeof import("./app/lists.ts")>("lists"),
  literals: await loadApp<typeof import("./app/literals.ts")>("literals"),
  optional: await loadApp<typeof import("./app/optional.ts")>("optional"),
  read: await loadApp<typeof import("./app/read.ts")>("read"),
  requests: await loadApp<typeof import("./app/requests.ts")>("requests"),
  waiting: await loadApp<typeof import("./app/waiting.ts")>("waiting"),
  write: await loadApp<typeof import("./app/write.ts")>("write"),
};

function load<Module>(path: string): Promise<Module> {
  // What the path leads to is written a few lines above.
  return import(join(folder, path)) as Promise<Module>;
}

function loadApp<Module>(name: string): Promise<Module> {
  return import(join(program, `${name}.ts`)) as Promise<Module>;
}

const base = "https://graph.microsoft.com/v1.0";

type Answer = Response | object | (() => Response | Promise<Response>);
type Fetch = NonNullable<ClientOptions["fetch"]>;

interface Service {
  readonly fetch: Fetch;
  readonly client: Client;
  /** Method, URL below the base and decoded, headers but the usual ones, and body of each request. */
  readonly sent: string[];
}

/** Gives one answer after another; the last one for all that follow. Objects are sent as JSON. */
function service(...answers: readonly Answer[]): Service {
  const sent: string[] = [];
  const fetch: Fetch = async (url, init) => {
    const headers = [...new Headers(init.headers)].filter(([name]) => !["accept", "content-type"].includes(name));
    const body = init.body === undefined ? [] : [typeof init.body === "string" ? init.body : "(content)"];
    const path = decodeURIComponent(url.replace(base, ""));
    sent.push([`${init.method} ${path}`, ...headers.map((header) => header.join(": ")), ...body].join(" | "));
    const answer = answers[Math.min(sent.length, answers.length) - 1] ?? {};
    if (typeof answer === "function") return answer();
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  };
  return { fetch, sent, client: createClient({ fetch }) };
}

const mira = {
  id: "1",
  businessPhones: [],
  displayName: "Mira Vold",
  jobTitle: null,
  mail: "mira.vold@contoso.com",
  preferredLanguage: null,
  userPrincipalName: "mira.vold@contoso.com",
};
const joss = { ...mira, id: "2", displayName: "Joss Tamm", mail: null };

describe("reading", () => {
  test("a call gives the value", async () => {
    const { client, sent } = service(mira);
    expect(await app.read.whoIs(client, "jane@contoso.com")).toBe("Mira Vold <mira.vold@contoso.com>");
    expect(await app.read.whoAmI(client)).toBe("Mira Vold");
    expect(sent).toEqual(["GET /users/jane@contoso.com", "GET /me"]);
  });

  test("`select` names what comes back", async () => {
    const { client, sent } = service({ id: "1", accountEnabled: true, hireDate: null, userType: "Member" });
    expect(await app.read.canSignIn(client, "1")).toBe(true);
    expect(await app.read.someOf(client, "1", ["id", "hireDate"])).toBe("id, accountEnabled, hireDate, userType");
    expect(await app.read.columns(client, "1", [])).toBe("");
    expect(sent).toEqual([
      "GET /users/1?$select=id,accountEnabled,hireDate,userType",
      "GET /users/1?$select=id,hireDate",
      "GET /users/1",
    ]);
  });

  test("`expand` is written as deep as it goes, and nothing in a value ends it", async () => {
    const ada = { displayName: "Ada Quill", manager: null };
    const { client, sent } = service(
      { ...mira, manager: ada, directReports: [joss] },
      { displayName: "Mira Vold", manager: ada, messages: [] },
      {
        id: "1",
        messages: [{ id: "3", attachments: [{ name: "pier.txt", contentBytes: "UGllcg==" }, { name: "link" }] }],
      },
    );
    expect(await app.read.managerOf(client, "1")).toBe("Ada Quill, 1 reports");
    expect(await app.read.chainOf(client)).toEqual(["Mira Vold", "Ada Quill"]);
    expect(await app.read.filesOf(client)).toEqual(["pier.txt: UGllcg==", "link: no file"]);
    expect(sent).toEqual([
      "GET /users/1?$expand=manager($select=id,displayName),directReports",
      "GET /me?$select=displayName&$expand=manager($select=displayName;$expand=manager($select=displayName))," +
        "messages($select=subject;$filter=startsWith(subject,'it''s; (done');$top=1)",
      "GET /me?$select=id&$expand=messages($select=id;$expand=attachments($select=name,contentBytes))",
    ]);
  });
});

describe("writing", () => {
  test("`null` is sent, and what is left out is not", async () => {
    const { client, sent } = service(mira, new Response(null, { status: 204 }));
    expect(await app.write.hire(client, "Ada Quill")).toEqual(mira);
    await app.write.retire(client, "1");
    await app.write.rename(client, "Mira Vold-Tamm", null);
    await app.write.giveManager(client, "1", `${base}/users/4`);
    expect(sent).toEqual([
      'POST /users | {"accountEnabled":true,"displayName":"Ada Quill","userPrincipalName":"ada.quill@contoso.com","customAttributes":{"building":"Pier 4"}}',
      'PATCH /users/1 | {"jobTitle":null,"accountEnabled":false}',
      'PATCH /me | prefer: return=representation | {"displayName":"Mira Vold-Tamm"}',
      `PATCH /users/1 | {"manager@odata.bind":"${base}/users/4"}`,
    ]);
  });

  test("changes name the version that they are made to", async () => {
    const task = { id: "7", "@odata.etag": 'W/"41"', title: "Paint the railing" };
    const { client, sent } = service(task, { ...task, percentComplete: 100 });
    expect(await app.write.finish(client, "7")).toEqual({ ...task, percentComplete: 100 });
    const second = service({ id: "1", "@odata.etag": 'W/"7c1e04"' }, new Response(null, { status: 204 }));
    await app.write.dismiss(second.client, "1");
    expect([...sent, ...second.sent]).toEqual([
      "GET /tasks/7",
      'PATCH /tasks/7 | if-match: W/"41" | {"percentComplete":100,"dueDateTime":null}',
      "GET /users/1?$select=id",
      'DELETE /users/1 | if-match: W/"7c1e04"',
    ]);
  });

  test("members of enums and their literals are sent alike", async () => {
    const { client, sent } = service({});
    await app.enums.sendBoth(client);
    await app.literals.send(client, true);
    await app.write.draft(client, "C");
    expect(sent).toEqual([
      'POST /me/messages | {"subject":"A","importance":"high"}',
      'POST /me/messages | {"subject":"B","importance":"high","body":{"content":"B","contentType":"html"}}',
      'POST /me/messages | {"subject":"Pier 4","importance":"high"}',
      'POST /me/messages | {"subject":"C","body":{"content":"The crane comes on Monday.","contentType":"text"}}',
    ]);
    expect(app.enums.choices()).toEqual(["text", "html"]);
  });

  test("members that are added later are read as they come", async () => {
    const values = ["low", "normal", "high", "urgent", "someday"];
    const { client, sent } = service({ value: values.map((importance) => ({ importance })) });
    expect(await app.literals.withNewMembers(client)).toEqual(["v", "-", "^", "^", "?someday"]);
    expect(sent).toEqual(["GET /me/messages | prefer: include-unknown-enum-members"]);
  });
});

describe("errors", () => {
  const missing = Response.json(
    {
      error: {
        code: "userNotFound",
        message: "There is no user x.",
        innerError: { date: "2024-05-16T14:13:02", "request-id": "92fd" },
      },
    },
    { status: 404 },
  );

  test("say what happened, to programs and to people", async () => {
    const { client } = service(missing);
    expect(await app.errors.nameOrNothing(client, "x")).toBeUndefined();
    expect(await app.errors.whyNot(client, "x")).toBe("there is no such user");
    expect(await app.errors.mailOf(client, "x")).toBe(
      "404 userNotFound: There is no user x. (GET /users/{userId}, request-id 92fd)",
    );
    const [first] = await app.errors.both(client, ["x", "y"]);
    expect(JSON.parse(first?.error ? app.errors.report(first.error) : "")).toMatchObject({
      name: "ApiError",
      status: 404,
      code: "userNotFound",
      requestId: "92fd",
      date: "2024-05-16T14:13:02",
      request: { method: "GET", path: "/users/{userId}" },
    });
  });

  test("without them there is the value", async () => {
    const { client } = service(mira);
    expect(await app.errors.nameOrNothing(client, "1")).toBe("Mira Vold");
    expect(await app.errors.whyNot(client, "1")).toBe("there is one");
    expect(await app.errors.mailOf(client, "1")).toBe("mira.vold@contoso.com");
  });
});

describe("lists", () => {
  const next = `${base}/users?$skiptoken=a`;
  const pages = [{ value: [mira], "@odata.count": 2, "@odata.nextLink": next }, { value: [joss] }];

  test("are read as far as their items are taken", async () => {
    const short = service(...pages);
    expect(await app.lists.firstWith(short.client, "M")).toBe("1");
    expect(short.sent).toEqual(["GET /users?$select=id,displayName&$top=2"]);
    const long = service(...pages);
    expect(await app.lists.firstWith(long.client, "J")).toBe("2");
    expect(long.sent).toEqual(["GET /users?$select=id,displayName&$top=2", "GET /users?$skiptoken=a"]);
  });

  test("give one page, all pages or some items", async () => {
    expect(await app.lists.onePage(service(...pages).client)).toBe("Mira Vold; 1 of 2");
    expect(await app.lists.upTo(service(...pages).client, 10)).toBe(2);
    expect(await app.lists.sizes(service(...pages).client)).toEqual([1, 1]);
    const { client, sent } = service(...pages);
    const stored = await app.lists.nextPage(client);
    expect(stored).toBe(next);
    expect(await app.lists.nextPage(client, stored)).toBeUndefined();
    expect(sent).toEqual(["GET /users?$top=2", "GET /users?$skiptoken=a"]);
    expect(await app.optional.page(service(...pages).client, 5)).toBe("Mira Vold");
  });

  test("of messages come with what is expanded", async () => {
    const message = { id: "3", subject: null, from: { address: "a@contoso.com", name: null }, attachments: [] };
    const { client, sent } = service({ value: [message] });
    expect(await app.lists.unread(client)).toEqual(["a@contoso.com: (no subject), 0 files"]);
    expect(sent).toEqual([
      "GET /me/messages?$expand=attachments&$filter=isRead eq false&$orderby=receivedDateTime desc,from/address&$top=20",
    ]);
  });

  test("may be of texts, and read with POST", async () => {
    const { client, sent } = service({ value: ["8"] });
    expect(await app.lists.teamsAmong(client, ["8", "9"])).toEqual(["8"]);
    expect(sent).toEqual(['POST /me/checkTeams | {"teamIds":["8","9"]}']);
  });
});

test("headers and query options are sent as the page writes them, and others as they are", async () => {
  const { client, sent } = service({ value: [], "@odata.count": 0 });
  expect(await app.headers.search(client)).toBe(0);
  await app.headers.sorted(client);
  await app.headers.filtered(client);
  await app.headers.asText(client);
  await app.headers.asTextIn(client, 'a"b', false);
  await app.headers.undocumented(client);
  expect(sent).toEqual([
    'GET /users?$select=id&$search="displayName:Jo"&$count=true | consistencylevel: eventual',
    "GET /users?$filter=startsWith(displayName,'M')&$orderby=displayName desc&$count=true | consistencylevel: eventual",
    "GET /users?$filter=startsWith(displayName,'M')",
    "GET /users?$orderby=displayName",
    'GET /me/messages | prefer: outlook.timezone="UTC", outlook.body-content-type="text"',
    'GET /me/messages | prefer: outlook.timezone="a\\"b"',
    'GET /me/messages?$skip=10 | prefer: odata.maxpagesize=5, outlook.timezone="UTC" | x-trace: 1',
  ]);
});

test("the least permissions are those of the pages", () => {
  expect(app.leastPrivilege.forReading()).toMatchObject({
    scopes: ["User.Read", "Mail.Read"],
    because: { "User.Read": ["getUser"], "Mail.Read": ["listUserMessages"] },
    unsupported: [],
  });
  expect(app.leastPrivilege.forTasks()).toMatchObject({
    scopes: ["Tasks.ReadWrite", "Team.ReadBasic.All"],
    because: { "Tasks.ReadWrite": ["getTask", "updateTask"], "Team.ReadBasic.All": ["updateTask"] },
  });
  expect(app.leastPrivilege.forPersonalAccounts()).toMatchObject({
    scopes: ["User.Read"],
    unsupported: ["updateTask"],
  });
});

describe("changes", () => {
  const round = (number: number): string => `${base}/users/delta?$deltatoken=round-${number}`;

  test("go on where the last ones ended", async () => {
    const { client, sent } = service(
      { value: [mira, { id: "2", displayName: "Joss Tamm" }], "@odata.deltaLink": round(1) },
      {
        value: [
          { id: "1", jobTitle: "Head" },
          { id: "2", "@removed": { reason: "deleted" } },
        ],
        "@odata.deltaLink": round(2),
      },
    );
    const mirror = { state: undefined, names: new Map<string, string>() };
    await app.changes.synchronize(client, mirror);
    expect(mirror).toEqual({
      state: round(1),
      names: new Map([
        ["1", "Mira Vold"],
        ["2", "Joss Tamm"],
      ]),
    });
    await app.changes.synchronize(client, mirror);
    expect(mirror).toEqual({ state: round(2), names: new Map([["1", "Mira Vold"]]) });
    expect(sent).toEqual(["GET /users/delta?$select=id,displayName", "GET /users/delta?$deltatoken=round-1"]);
  });

  test("begin again where the state is too old", async () => {
    const gone = new Response("{}", { status: 410, headers: { location: round(0) } });
    const { client, sent } = service(gone, { value: [mira], "@odata.deltaLink": round(3) });
    const mirror = { state: round(1), names: new Map([["9", "Nobody"]]) };
    await app.changes.synchronizeOrRestart(client, mirror);
    expect(mirror).toEqual({ state: round(3), names: new Map([["1", "Mira Vold"]]) });
    expect(sent).toEqual(["GET /users/delta?$deltatoken=round-1", "GET /users/delta?$deltatoken=round-0"]);
    expect(await app.changes.changedMails(service({ value: [{ id: "1" }, mira] }).client)).toEqual([
      undefined,
      "mira.vold@contoso.com",
    ]);
  });
});

describe("batches", () => {
  test("give a result for each request", async () => {
    const { client, sent } = service({
      responses: [
        { id: "2", status: 200, body: { value: [{ subject: "Pier 4" }, { subject: null }] } },
        { id: "1", status: 200, body: { displayName: "Mira Vold", manager: null } },
      ],
    });
    expect(await app.batches.overview(client, "1")).toBe("Mira Vold: Pier 4, (no subject)");
    expect(sent.map((text) => text.replace(/ \| \{.*/u, ""))).toEqual(["POST /$batch"]);
    expect(JSON.parse(sent[0]?.split(" | ").at(-1) ?? "")).toEqual({
      requests: [
        { id: "1", method: "GET", url: "/users/1?$select=displayName&$expand=manager" },
        { id: "2", method: "GET", url: "/users/1/messages?$top=5" },
      ],
    });
  });

  test("keep an order, and one that fails is an error like others", async () => {
    const failed = { error: { code: "notAllowed", message: "No." } };
    const { client, sent } = service({
      responses: [
        { id: "1", status: 403, body: failed },
        { id: "2", status: 424, body: failed },
      ],
    });
    expect(await app.batches.inOrder(client)).toEqual([false, false]);
    expect(JSON.parse(sent[0]?.split(" | ").at(-1) ?? "").requests).toContainEqual(
      expect.objectContaining({ id: "2", dependsOn: ["1"] }),
    );
    const mail = await app.batches.subjects(service({ responses: [{ id: "1", status: 403, body: failed }] }).client);
    expect(() => app.batches.rethrow(mail)).toThrow("403 notAllowed: No. (GET /me/messages)");
  });
});

test("requests that are not sent are plain data", () => {
  expect(JSON.parse(JSON.stringify(app.requests.requestForMe()))).toMatchObject({
    operation: "getUser",
    method: "GET",
    path: "/me",
    template: "/me",
  });
  expect(app.requests.requestForMany()).toMatchObject({
    path: "/users",
    query: { $select: "id,mail", $top: "5", $filter: "startsWith(mail,'a&b')" },
  });
  expect(app.requests.requestForMessage("a/b")).toMatchObject({
    method: "POST",
    path: "/users/a%2Fb/messages",
    template: "/users/{userId}/messages",
    json: { subject: "Pier 4", importance: "high" },
  });
  expect(app.requests.whatIs()).toBe("getUser: GET /users/{userId} or /me");
});

test("raw content comes in whatever form it is wanted", async () => {
  const photo = new Response(new Uint8Array([255, 216, 1]), { headers: { "content-type": "image/jpeg" } });
  const { client, sent } = service(photo);
  const blob = await app.content.photoOf(client, "1");
  expect([blob.type, blob.size]).toEqual(["image/jpeg", 3]);
  expect(await app.content.sizeOf(client)).toBe(3);
  expect((await app.content.bytesOf(client)).byteLength).toBe(3);
  const page = service(new Response("<html></html>"));
  expect(await app.content.textOf(page.client, "Harbour survey/Soundings")).toBe("<html></html>");
  await app.content.beginningOf(page.client, "a");
  const upload = service(new Response(null, { status: 204 }));
  await app.content.setPhoto(upload.client, blob);
  expect([...sent, ...page.sent, ...upload.sent]).toEqual([
    "GET /users/1/photo/$value",
    "GET /me/photo/$value",
    "GET /me/photo/$value",
    "GET /me/onenote/root:/Harbour survey/Soundings:/content",
    "GET /me/onenote/root:/a:/content | range: bytes=0-1023",
    "PUT /me/photo/$value | (content)",
    "PUT /users/jane@contoso.com/photo/$value | (content)",
  ]);
});

describe("clients", () => {
  test("ask for a token with the least permissions of the call", async () => {
    const { fetch, sent } = service(mira, { value: [] });
    const tokens = new Map([
      ["User.Read", "read"],
      ["Mail.Read", "mail"],
    ]);
    const client = app.calls.clientWithLeastScopes(fetch, tokens);
    await app.read.whoAmI(client);
    await app.headers.asText(client);
    expect(sent).toEqual([
      "GET /me | authorization: Bearer read",
      'GET /me/messages | authorization: Bearer mail | prefer: outlook.timezone="UTC", outlook.body-content-type="text"',
    ]);
    expect(app.calls.plainClient().baseUrl).toBe(base);
    expect(app.calls.origin()).toBe("apipage 0.0.0");
  });

  test("try again after the time that the service names", async () => {
    const busy = new Response("", { status: 429, headers: { "retry-after": "0" } });
    const { fetch, sent } = service(busy, mira);
    const log: string[] = [];
    expect(await app.read.whoAmI(app.calls.patientClient(fetch, log))).toBe("Mira Vold");
    expect(log).toEqual(["1: 429, 0 ms"]);
    const once = "GET /me | authorization: Bearer t | x-app: consumer";
    expect(sent).toEqual([once, once]);
  });

  test("pass each try through their middleware", async () => {
    const { fetch, sent } = service(mira);
    const log: string[] = [];
    await app.read.whoAmI(app.calls.tracedClient(fetch, log));
    expect(log).toEqual([`outer: GET ${base}/me`, `inner: GET ${base}/me`, "inner: 200", "outer: 200"]);
    expect(sent).toEqual(["GET /me | x-inner: 1 | x-outer: 1"]);
  });

  test("stop when they are told to, and in time", async () => {
    const { client, sent } = service({ value: [mira], "@odata.nextLink": `${base}/users?$skiptoken=a` });
    expect(await app.calls.until(client, () => true)).toBe(1);
    expect(sent).toEqual(["GET /users"]);
    const silent = service(() => new Promise<Response>(() => {}));
    expect(await app.calls.inTime(silent.client, 5)).toBe("too late");
    expect(silent.sent).toEqual(["GET /me | x-trace: 1"]);
  });
});

describe("operations that go on", () => {
  const location = `${base}/teams/8/operations/9`;
  const started = new Response(null, { status: 202, headers: { location: "/teams/8/operations/9" } });

  test("are waited for", async () => {
    const { client, sent } = service(
      started,
      { status: "inProgress", attemptsCount: 1 },
      { status: "succeeded", targetResourceId: "10" },
    );
    const log: string[] = [];
    expect(await app.waiting.cloneAndWait(client, "8", log)).toBe("10");
    expect(log).toEqual(["inProgress", "succeeded"]);
    expect(sent).toEqual([
      'POST /teams/8/clone | {"displayName":"Old pier","partsToClone":"tabs,settings,channels","visibility":"private"}',
      "GET /teams/8/operations/9",
      "GET /teams/8/operations/9",
    ]);
  });

  test("can be left, and asked for later", async () => {
    expect(await app.waiting.start(service(started).client, "8")).toBe(location);
    const { client, sent } = service({ status: "failed", error: { code: "full", message: "There is no room." } });
    expect(await app.waiting.goOn(client, location)).toBe(
      "full: failed full: There is no room. (GET (status of an operation))",
    );
    expect(await app.waiting.ask(client, location)).toBe(true);
    expect(sent).toEqual(["GET /teams/8/operations/9", "GET /teams/8/operations/9"]);
  });
});
