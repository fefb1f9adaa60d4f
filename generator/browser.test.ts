/** The same client code in Node.js and in a browser, against a service of another origin. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { steps } from "./browser.fixture.ts";
import { bundle } from "./testing/bundle.ts";
import { chromiumFlags, chromiumPath, noChromium } from "./testing/chromium.ts";
import { repositoryRoot } from "./testing/corpus.ts";
import { type Loopback, listen } from "./testing/loopback.ts";

/** What the service has been asked, in order. */
let asked: string[] = [];
/** Connections that the client has given up. */
let givenUp = 0;

const jane = { id: "1", displayName: "Jane" };
const photo = Uint8Array.from({ length: 256 }, (_, at) => at);

/** Base URLs differ by how the service behaves: `/busy/hidden` is a service that is busy and exposes no headers. */
function serve(request: IncomingMessage, response: ServerResponse): void {
  const { method = "", url = "", headers } = request;
  const [, behaviour = "", detail = ""] = url.split("/");
  const requested = headers["access-control-request-headers"];
  asked.push([method, url, requested ?? ""].filter(Boolean).join(" "));
  response.setHeader("access-control-allow-origin", "*");
  if (method === "OPTIONS") {
    response.writeHead(204, { "access-control-allow-methods": "*", "access-control-allow-headers": requested }).end();
    return;
  }
  const json = (body: unknown, status = 200): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  if (behaviour === "busy" && asked.filter((line) => line.startsWith("GET")).length === 1) {
    if (detail !== "hidden") response.setHeader("access-control-expose-headers", "Retry-After");
    response.setHeader("retry-after", detail === "brief" ? "0.05" : "7");
    json({ error: { code: "tooManyRequests", message: "Later." } }, 429);
  } else if (behaviour === "silent") {
    response.on("close", () => givenUp++);
  } else if (url.endsWith("/photo/$value")) {
    response.writeHead(200, { "content-type": "image/jpeg" });
    response.write(photo.subarray(0, 100));
    setTimeout(() => response.end(photo.subarray(100)), 10);
  } else if (/\/users\?/u.test(url)) {
    const next = `http://${headers.host}${url}&page=2`;
    json(url.endsWith("page=2") ? { value: [{ displayName: "Joe" }] } : { value: [jane], "@odata.nextLink": next });
  } else if (method === "PATCH") {
    let body = "";
    request.on("data", (text) => {
      body += text;
    });
    request.on("end", () => json({ ...jane, ...JSON.parse(body) }));
  } else json(jane);
}

type Step = keyof typeof steps;

let service: Loopback;
beforeAll(async () => {
  service = await listen(serve);
});
beforeEach(() => {
  asked = [];
  givenUp = 0;
});
afterAll(() => service.close());

/** What holds wherever the program runs; a preflight is what a browser asks before it sends. */
function behavesAlike(
  run: (step: Step, baseUrl: string) => Promise<unknown>,
  preflight: (line: string) => string[],
): void {
  it("gets one object", async () => {
    expect(await run("getOne", service.origin)).toEqual(jane);
    // Nothing that a browser would have to ask for: no header of ours beyond those that every page may send.
    expect(asked).toEqual(["GET /users/jane?$select=id%2CdisplayName"]);
  });

  it("pages through a list", async () => {
    expect(await run("pageThrough", service.origin)).toEqual(["Jane", "Joe"]);
    expect(asked).toEqual([
      ...preflight("OPTIONS /users?$select=displayName authorization"),
      "GET /users?$select=displayName",
      ...preflight("OPTIONS /users?$select=displayName&page=2 authorization"),
      "GET /users?$select=displayName&page=2",
    ]);
  });

  it("sends a body", async () => {
    expect(await run("change", service.origin)).toEqual({ ...jane, jobTitle: null });
    expect(asked).toEqual([...preflight("OPTIONS /users/jane authorization,content-type"), "PATCH /users/jane"]);
  });

  it("reads raw content as a stream", async () => {
    expect(await run("readStream", service.origin)).toEqual({ contentType: "image/jpeg", bytes: [...photo] });
  });

  it("waits as long as the service asks", async () => {
    expect(await run("wait", `${service.origin}/busy/brief`)).toEqual({ displayName: "Jane", waits: [50] });
  });

  it("says what failed, and when to come back", async () => {
    expect(await run("fail", `${service.origin}/busy/long`)).toEqual({
      message: "429 tooManyRequests: Later. (GET /users/{userId})",
      code: "tooManyRequests",
      retryAfter: 7,
    });
  });

  it("aborts", async () => {
    expect(await run("abort", `${service.origin}/silent`)).toEqual({ reason: "Error: enough", isApiError: false });
    await expect.poll(() => givenUp).toBe(1);
  });
}

describe("in Node.js, the program", () => {
  behavesAlike(
    (step, baseUrl) => steps[step](baseUrl),
    () => [],
  );
});

describe.skipIf(chromiumPath === undefined)(
  `in Chromium, the program${chromiumPath === undefined ? ` (${noChromium})` : ""}`,
  () => {
    let pages: Loopback;
    let browser: Browser;
    let page: Page;
    const complaints: string[] = [];

    beforeAll(async () => {
      const entry = 'import { steps } from "./browser.fixture.ts";\nglobalThis.steps = steps;\n';
      const { text } = await bundle(entry, join(repositoryRoot, "generator"));
      pages = await listen(({ url }, response) => {
        if (url === "/program.js") response.writeHead(200, { "content-type": "text/javascript" }).end(text);
        else
          response
            .writeHead(200, { "content-type": "text/html" })
            .end('<script type="module" src="/program.js"></script>');
      });
      browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: [...chromiumFlags] });
      page = await browser.newPage();
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
      await page.goto(pages.origin);
      await page.waitForFunction("globalThis.steps");
      // On a busy machine a browser takes its time to start.
    }, 30_000);
    beforeEach(() => {
      complaints.length = 0;
    });
    afterAll(async () => {
      await browser.close();
      await pages.close();
    });

    const run = (step: Step, baseUrl: string): Promise<unknown> =>
      page.evaluate(`steps.${step}(${JSON.stringify(baseUrl)})`);
    // Chromium itself notes each response that is no success.
    const noted = "error: Failed to load resource: the server responded with a status of 429 (Too Many Requests)";

    behavesAlike(run, (line) => [line]);

    it("backs off where the service hides from pages how long to wait", async () => {
      await page.evaluate("Math.random = () => 0.1");
      expect(await run("wait", `${service.origin}/busy/hidden`)).toEqual({ displayName: "Jane", waits: [100] });
      expect(complaints).toEqual([noted]);
    });

    it("makes the console say nothing", async () => {
      for (const step of ["getOne", "pageThrough", "change", "readStream"] as const) await run(step, service.origin);
      await run("abort", `${service.origin}/silent`);
      expect(complaints).toEqual([]);
    });
  },
);
