import { expect, test } from "vitest";
import { createOwnLinks } from "./own-links.ts";

const links = createOwnLinks("http://127.0.0.1:3000", "/v1.0", "https://api.example.com/v1.0");

test.each([
  ["https://api.example.com/v1.0/things?$skiptoken=a", "http://127.0.0.1:3000/v1.0/things?$skiptoken=a"],
  ["https://other.example/beta/things", "http://127.0.0.1:3000/v1.0/things"],
  ["/things", "http://127.0.0.1:3000/v1.0/things"],
  ["https://", "https://"],
])("a link to follow: %s", (link, expected) => {
  expect(links.follow(link)).toBe(expected);
});

test.each([
  ["https://api.example.com/v1.0/jobs/7", "http://127.0.0.1:3000/v1.0/jobs/7"],
  ["https://api.example.com/beta/jobs/7", "http://127.0.0.1:3000/v1.0/jobs/7"],
  ["https://files.example/report.csv", "https://files.example/report.csv"],
  ["/jobs('7')", "/jobs('7')"],
])("a header: %s", (link, expected) => {
  expect(links.redirect(link)).toBe(expected);
});

test("a header without a base URL", () => {
  expect(createOwnLinks("http://x", "", null).redirect("https://api.example.com/a")).toBe("https://api.example.com/a");
});

test("in a body, links to more of a list, on all levels", () => {
  const body = JSON.parse(`{
    "@odata.nextLink": "https://api.example.com/v1.0/a",
    "webUrl": "https://api.example.com/v1.0/b",
    "value": [{ "parts@odata.nextLink": "https://api.example.com/v1.0/c", "@odata.deltaLink": 7, "__proto__": {} }]
  }`);
  const led = links.inBody(body);
  expect(JSON.stringify(led)).toBe(
    JSON.stringify(body)
      .replace("https://api.example.com/v1.0/a", "http://127.0.0.1:3000/v1.0/a")
      .replace("https://api.example.com/v1.0/c", "http://127.0.0.1:3000/v1.0/c"),
  );
});
