import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apiPage, readApi } from "./api-page.fixture.ts";
import { readDefaultProperties } from "./default-properties.ts";
import { sectionsFrom } from "./reading.fixture.ts";

const lists = (text: string) => readDefaultProperties(sectionsFrom(text));

describe("reads", () => {
  it.each([
    "By default, only a limited set of properties are returned (**id**, **name**, and **mail**).",
    "> Note: Getting a user returns a default set of properties only (*id, name, mail*). Use `$select` to get others.",
    "By default, only some properties are returned ( _id, name, mail_ ). This example shows it.",
    "The following properties are returned by default: `id`, `name` and `mail`.",
  ])("%s", (text) => {
    expect(lists(text)).toEqual([["id", "name", "mail"]]);
  });
});

describe("reads nothing of", () => {
  it.each([
    "The default query expands `parent` and selects its `id`, `name`, and `self` properties (a, b).",
    "These properties are not returned by default: `id`, `name`.",
    "You can get properties that aren't returned by default (a, b).",
    "It returns the default properties unless you use `$select` to specify others.",
    "By default, properties are returned (see the table below).",
    "By default, properties are returned (a).",
    "By default, properties are returned (a, b",
  ])("%s", (text) => {
    expect(lists(text)).toEqual([]);
  });
});

it("reads every list of a page, wherever it stands", () => {
  const { page } = readApi(
    apiPage(
      "GET /a",
      "## Optional query parameters\n\nProperties returned by default: a, b.",
      "## Response\n\nProperties returned by default: c, d.",
    ),
  );
  expect(page.defaultProperties).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

it("takes any text", () => {
  const word = fc.constantFrom("default", "properties", "returned", "(", ")", ":", ",", "and", "not", "a", ".", " ");
  fc.assert(
    fc.property(fc.array(word), (parts) => {
      for (const names of lists(parts.join(" "))) expect(names.length).toBeGreaterThan(1);
    }),
  );
});
