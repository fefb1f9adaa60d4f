import { describe, expect, test } from "vitest";
import type { HeaderPreference } from "../model/api-model.ts";
import { header } from "./examples.fixture.ts";
import { headerArguments } from "./header-arguments.ts";

const preference = (token: string, more: Partial<HeaderPreference> = {}): HeaderPreference => ({
  key: token.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase()),
  token,
  values: [],
  kind: "text",
  isQuoted: false,
  description: null,
  ...more,
});

test("documented headers, whatever their letter case, and further ones", () => {
  const parameters = [header("ifMatch", "If-Match"), header("accept", "Accept")];
  const headers = [
    { name: "if-match", value: 'W/"1"' },
    { name: "accept", value: "text/csv" },
    { name: "accept-language", value: "fr" },
  ];
  expect(headerArguments(parameters, headers)).toEqual({
    headers: [
      { name: "ifMatch", value: 'W/"1"', preferences: null },
      { name: "accept", value: "text/csv", preferences: null },
    ],
    furtherHeaders: [{ name: "accept-language", value: "fr" }],
  });
});

test.each([
  "authorization",
  "content-type",
  "content-length",
  "host",
  "accept",
  "user-agent",
  "cookie",
  "x-api-key",
  "shop-subscription-key",
  "x-secret",
])("%s is the client's business, or a secret", (name) => {
  expect(headerArguments([], [{ name, value: "x" }])).toEqual({ headers: [], furtherHeaders: [] });
});

test("the client's own headers are no arguments even where a page lists them", () => {
  const parameters = [header("authorization", "Authorization")];
  expect(headerArguments(parameters, [{ name: "authorization", value: "Bearer x" }]).headers).toEqual([]);
});

describe("Prefer", () => {
  const prefer = header("prefer", "Prefer", {
    preferences: [
      preference("return", { values: ["minimal", "representation"] }),
      preference("respond-async", { kind: "flag" }),
      preference("page.size", { kind: "number" }),
      preference("time.zone", { isQuoted: true }),
    ],
  });

  function preferences(...values: readonly string[]): unknown {
    return headerArguments(
      [prefer],
      values.map((value) => ({ name: "prefer", value })),
    ).headers[0]?.preferences;
  }

  test("as an object", () => {
    expect(preferences('respond-async, page.size=5, Time.Zone="Central, Europe"')).toEqual({
      respondAsync: true,
      pageSize: 5,
      timeZone: "Central, Europe",
    });
    expect(preferences("return=minimal", "respond-async")).toEqual({ return: "minimal", respondAsync: true });
  });

  test.each([
    "return=maximal",
    "return",
    "respond-async=5",
    "page.size=many",
    "page.size",
    "unknown",
    "return=minimal, unknown=1",
    "return=minimal; wait=5",
    "return=minimal, return=minimal",
    "?",
  ])("only where all is understood, which %s is not", (value) => {
    expect(preferences(value)).toBeNull();
  });

  test("and as it was sent", () => {
    const headers = [
      { name: "prefer", value: "return=minimal" },
      { name: "prefer", value: "x=1" },
    ];
    expect(headerArguments([prefer], headers).headers).toEqual([
      { name: "prefer", value: "return=minimal, x=1", preferences: null },
    ]);
  });
});
