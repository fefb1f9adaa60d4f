/** The SDK of this repository's docs, in Node.js and in a browser, against the mock of the same docs on another origin. */

import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createValueChecker } from "../conformance/check-value.ts";
import { useMock } from "../mock-browser.fixture.ts";
import { createModelView } from "../shapes/model-view.ts";
import { bundle } from "../testing/bundle.ts";
import { chromiumFlags, chromiumPath, noChromium } from "../testing/chromium.ts";
import { repositoryRoot } from "../testing/corpus.ts";
import { type Loopback, listen } from "../testing/loopback.ts";
import { example, model, operationWith, repositoryModel } from "./mock.fixture.ts";
import { createMockApp } from "./mock-app.ts";
import { type MockServer, serveMock } from "./serve-mock.ts";

let asked: string[] = [];
let server: MockServer;

beforeAll(async () => {
  const docs = repositoryModel();
  const app = createMockApp(docs, {
    checkBody: createValueChecker(createModelView(docs)).checkBody,
    onAnswer: ({ part, method, status }) => {
      if (part === null) asked.push(`${method} ${status}`);
    },
  });
  server = await serveMock(app.fetch, { port: 0, host: "127.0.0.1" });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => server.close());

const expected = {
  names: ["Mira Vold", "Joss Tamm"],
  changed: ["changed"],
  later: ["changed", "removed"],
  got: ["displayName", "mail"],
  created: "Ada Quill",
  updated: "nothing",
  removed: "nothing",
  wrong:
    "400 invalidBody: The body is not what createUser takes: `displayName` is a number, expected String (POST /users, request-id #)",
  missing: "404 userNotFound: There is no such user. (GET /users/{userId}, request-id #)",
  photo: ["image/jpeg", "<binary data of the photo>"],
  copy: "cloneTeam",
  batch: ["Mira Vold", true],
};

it("in Node.js, the SDK does one of everything", async () => {
  expect(await useMock(`${server.origin}/v1.0`)).toEqual(expected);
  expect(asked.filter((line) => line.endsWith("500"))).toEqual([]);
});

describe.skipIf(chromiumPath === undefined)(
  `in Chromium, the SDK${chromiumPath === undefined ? ` (${noChromium})` : ""}`,
  () => {
    let pages: Loopback;
    let browser: Browser;
    let page: Page;
    const complaints: string[] = [];

    beforeAll(async () => {
      const entry = 'import { useMock } from "./mock-browser.fixture.ts";\nglobalThis.useMock = useMock;\n';
      const { text } = await bundle(entry, join(repositoryRoot, "generator"));
      pages = await listen(({ url }, response) => {
        const isProgram = url === "/program.js";
        response.writeHead(200, { "content-type": isProgram ? "text/javascript" : "text/html" });
        response.end(isProgram ? text : '<script type="module" src="/program.js"></script>');
      });
      browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: [...chromiumFlags] });
      page = await browser.newPage();
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
      await page.goto(pages.origin);
      await page.waitForFunction("globalThis.useMock");
      // On a busy machine a browser takes its time to start.
    }, 30_000);
    afterAll(async () => {
      await browser.close();
      await pages.close();
    });

    it("does one of everything across origins", async () => {
      expect(await page.evaluate(`useMock(${JSON.stringify(`${server.origin}/v1.0`)})`)).toEqual(expected);
      // Chromium itself notes each response that is no success, and nothing else.
      expect(
        complaints.filter((line) => !line.startsWith("error: Failed to load resource: the server responded")),
      ).toEqual([]);
    });

    it("runs no script that a page of the docs holds, should somebody open it", async () => {
      const html = "<title>still</title><script>document.title = 'ran'</script><p>text";
      const headers = [{ name: "content-type", value: "text/html" }];
      const shown = operationWith("page", { paths: ["/page"] }, [example("a", "GET /page", { text: html, headers })]);
      const hostile = createMockApp(model([shown]), { checkBody: () => [] });
      const opened = await serveMock(hostile.fetch, { port: 0, host: "127.0.0.1" });
      await page.goto(`${opened.origin}/page`);
      expect([await page.title(), await page.textContent("p")]).toEqual(["still", "text"]);
      await opened.close();
    });
  },
);
