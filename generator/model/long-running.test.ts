import { expect, it } from "vitest";
import { getPage, modelOf, resourcePage } from "./pages.fixture.ts";

const fence = "```";
const responseOf = (head: string, body = "") =>
  `<!-- { "blockType": "response" } -->\n${fence}http\nHTTP/1.1 ${head}\n${body === "" ? "" : `Content-type: application/json\n\n${body}\n`}${fence}`;

/** A page with a POST, the prose of its response, and example responses. */
const post = (prose: string, ...responses: readonly string[]) =>
  `# Rebuild shop\n\nNamespace: shop.core\n\nRebuilds a shop.\n\n## HTTP request\n\n${fence}http\nPOST /shops/{id}/rebuild\n${fence}\n\n## Response\n\n${prose}\n${responses
    .map(
      (response) =>
        `\n## Example\n\n${fence}http\nPOST https://api.example.com/v1.0/shops/1/rebuild\n${fence}\n\n${response}\n`,
    )
    .join("")}`;

const shownJob = { type: "shop.core.job", json: '{ "id": "1", "status": "running" }' };
const set = {
  "api/job-get.md": getPage("Get job", "/shops/{shop-id}/jobs/{id}", shownJob),
  "api/shop-get.md": getPage("Get shop", "/shops/{id}", { type: "shop.core.shop", json: '{ "id": "1" }' }),
  "resources/job.md": resourcePage("job", ["|id|String||", "|status|String||"]),
  "resources/build.md": resourcePage("build", ["|walls|Int32||"], { annotation: '"baseType": "shop.core.job"' }),
  "resources/shop.md": resourcePage("shop", ["|id|String||"]),
};

const built = (page: string) => {
  const { model } = modelOf({ ...set, "api/rebuild.md": page });
  const response = model.operations.find(({ id }) => id === "api/rebuild")?.response;
  return { ...response, longRunning: response?.longRunning ?? null };
};
const job = { kind: "object", id: "shop.core.job" };
const accepted = "Returns `202 Accepted` and a `Location` header.";
const location = "202 Accepted\nLocation: /shops('1')/jobs('2')";

it("finds the status by the URL of an example", () => {
  expect(built(post(accepted, responseOf(location)))).toMatchObject({
    content: "none",
    type: null,
    longRunning: { header: "Location", statusType: job, resultType: null },
  });
  const absolute = "202 Accepted\nOperation-Location: https://api.example.com/v1.0/shops/1/jobs/{job-id}";
  expect(built(post("Returns `202 Accepted`.", responseOf(absolute))).longRunning).toEqual({
    header: "Operation-Location",
    statusType: job,
    resultType: null,
  });
});

it("finds it by a link to a page of it", () => {
  const ask = (link: string) => built(post(`${accepted} Then [ask](${link}).`)).longRunning?.statusType;
  expect(ask("job-get.md")).toEqual(job);
  expect(ask("../resources/job.md")).toEqual(job);
  expect(ask("../resources/shop.md")).toBeNull();
  expect(ask("https://example.com/long-running.md")).toBeNull();
});

it("prefers the derived type, and takes a body for what it is", () => {
  const prose = `${accepted} It leads to the [build](../resources/build.md).`;
  const build = { kind: "object", id: "shop.core.build" };
  // The link says where the header leads, not what the response holds.
  expect(built(post(prose, responseOf(location)))).toMatchObject({
    content: "none",
    longRunning: { statusType: build },
  });
  expect(built(post(prose, responseOf(location, '{ "id": "2", "status": "new" }')))).toMatchObject({
    content: "json",
    type: build,
    longRunning: { statusType: build },
  });
});

it.each<[string, string]>([
  ["created", post("Returns `201 Created` and a `Location` header.", responseOf("201 Created\nLocation: /shops/1"))],
  ["moved", post("Returns `302 Found` and a `Location` header.", responseOf("302 Found\nLocation: https://a.example"))],
  ["accepted without a header", post("Returns `202 Accepted`.", responseOf("202 Accepted"))],
  [
    "answered",
    post(
      "Returns `202 Accepted` and the [shop](../resources/shop.md) in the response body.",
      responseOf("202 Accepted\nLocation: /shops/1", '{ "id": "1" }'),
    ),
  ],
  [
    "created, or accepted without a header",
    post(
      "Returns `201 Created` or `202 Accepted`. `201` has a `Location` header.",
      responseOf("201 Created\nLocation: /shops/1"),
    ),
  ],
])("is not long-running: %s", (_, page) => {
  expect(built(page).longRunning).toBeNull();
});

it("believes prose where there is no status", () => {
  expect(built(post("This is a long-running operation. Poll the `Location` header.")).longRunning).toEqual({
    header: "Location",
    statusType: null,
    resultType: null,
  });
});

it("keeps the content of an operation that may answer at once", () => {
  const prose =
    "Returns `201 Created` and a [shop](../resources/shop.md) object in the response body. If it takes long, returns `202 Accepted` and a `Location` header.";
  expect(built(post(prose, responseOf(location, "{}")))).toMatchObject({
    statuses: [201, 202],
    content: "json",
    type: { kind: "object", id: "shop.core.shop" },
    longRunning: { statusType: job },
  });
});
