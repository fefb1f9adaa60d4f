import { describe, expect, it } from "vitest";
import { readFrontMatter } from "./front-matter.ts";
import { openingBlocks, readOpening } from "./page-opening.ts";
import { contextFor, rangeText, sectionsFrom, timeOf } from "./reading.fixture.ts";

function read(text: string, path = "resources/lamp.md") {
  const context = contextFor(path);
  return { opening: readOpening(sectionsFrom(text, path), readFrontMatter(context.parse(text), context), context) };
}

describe("the title", () => {
  it("is the level-1 heading, as plain text", () => {
    const { opening } = read("---\ntitle: other\n---\n\n# **lamp** resource  type\n");
    expect([opening.title.value, rangeText(opening.title.place)]).toEqual(["lamp resource type", "5:1-5:26"]);
  });

  it.each([
    ["---\ntitle: lamp resource type\n---\n\nText.", "lamp resource type"],
    ["Text.", "lamp"],
    ["#\n\nText.", "lamp"],
    ["## Properties", "lamp"],
  ])("of %j is %j by front matter or file name", (text, title) => {
    const { opening } = read(text);
    expect([opening.title.value, rangeText(opening.title.place)]).toEqual([title, "1:1-1:1"]);
  });
});

describe("the namespace", () => {
  it.each([
    ["Namespace: contoso", "contoso"],
    ["Namespace: contoso.crm", "contoso.crm"],
    ["namespace:contoso.crm", "contoso.crm"],
    ["Namespace: contoso.crm.", "contoso.crm"],
    ["Namespace: `contoso.crm`", "contoso.crm"],
    ["**Namespace:** contoso.crm", "contoso.crm"],
  ])("of %j is %s", (line, namespace) => {
    const { opening } = read(`# Lamp\n\n${line}\n\nA lamp.`);
    expect(opening.namespace?.value).toBe(namespace);
    expect(opening.description).toBe("A lamp.");
  });

  it("may stand in the paragraph of the description", () => {
    const { opening } = read("# Lamp\n\nNamespace: contoso.crm\nA lamp\nof the desk.");
    expect([opening.namespace?.value, opening.namespace && rangeText(opening.namespace.place)]).toEqual([
      "contoso.crm",
      "3:1-5:13",
    ]);
    expect(opening.description).toBe("A lamp of the desk.");
  });

  it.each(["Namespace: two words", "The namespace: contoso", "Namespace:", "A namespace is contoso."])(
    "is not in %j",
    (line) => {
      expect(read(`# Lamp\n\n${line}`).opening.namespace).toBeNull();
    },
  );

  it("is read under the title only", () => {
    expect(read("# Lamp\n\nA lamp.\n\n## Properties\n\nNamespace: contoso").opening.namespace).toBeNull();
  });
});

describe("the description", () => {
  it.each<[string, string | null]>([
    ["A lamp.\n\nIt shines.", "A lamp."],
    ["A [lamp](lamp.md)\nof the `desk`.", "A lamp of the desk."],
    ["> [!NOTE]\n> Careful.\n\nA lamp.", "A lamp."],
    ["[!NOTE]\nCareful.\n\nA lamp.", "A lamp."],
    ["**Note:** Careful.\n\nA lamp.", "A lamp."],
    ["Important: Careful.\n\nA lamp.", "A lamp."],
    ["Not yet documented\n\nA lamp.", "A lamp."],
    ["**TODO: Add a description.**\n\nA lamp.", "A lamp."],
    ["<!-- markdownlint-disable -->\n\nA lamp.", "A lamp."],
    ["- A list\n\nA lamp.", "A lamp."],
    [':::zone pivot="next"\nA lamp.\n:::zone-end', "A lamp."],
    [':::zone pivot="next"\n\nA lamp.\n\n:::zone-end', "A lamp."],
    ["", null],
    ["Not yet documented.", null],
  ])("of %j is %j", (text, description) => {
    expect(read(`# Lamp\n\n${text}\n\n## Properties\n\nNot this.`).opening.description).toBe(description);
  });

  it("is that of the front matter where the page has no words of its own", () => {
    expect(read("---\ndescription: A lamp.\n---\n\n# Lamp").opening.description).toBe("A lamp.");
    expect(read("---\ndescription: Not yet documented\n---\n\n# Lamp").opening.description).toBeNull();
  });
});

describe("the version that a page says to be about", () => {
  it.each<[string, string | null]>([
    ["> APIs under the `/beta` version in Contoso are subject to change.", "beta"],
    ["> APIs under the /beta version in Contoso are subject to change.", "beta"],
    ["APIs under the `/v2.0` version are new.", "v2.0"],
    ["APIs under the preview version may change.", "preview"],
    ["Learn of the API versions.", null],
  ])("%j: %s", (text, version) => {
    expect(read(`# Lamp\n\n${text}`).opening.version?.value ?? null).toBe(version);
  });

  it("is the first that it states, in the opening", () => {
    const { opening } = read("# Lamp\n\nAPIs under the `/beta` version.\n\nAPIs under the `/v1.0` version.");
    expect(opening.version && [opening.version.value, rangeText(opening.version.place)]).toEqual(["beta", "3:1-3:32"]);
    expect(read("# Lamp\n\n## Remarks\n\nAPIs under the `/beta` version.").opening.version).toBeNull();
  });
});

describe("the deprecation of a page", () => {
  it.each<[string, string | null]>([
    [
      "# Lamp\n\n> [!CAUTION]\n> This API is deprecated and stops\n> in May.",
      "This API is deprecated and stops in May.",
    ],
    ["# Lamp\n\n> **Note:** This resource is deprecated.", "This resource is deprecated."],
    ["# Lamp\n\nA lamp. This resource type is deprecated. Use light.", "This resource type is deprecated."],
    ["# Lamp (deprecated)\n\nA lamp.", ""],
    ["# Lamp (deprecated)\n\n> [!CAUTION]\n> This API is deprecated. Use light.", "This API is deprecated."],
    ["# Lamp\n\nA lamp. Replaces the deprecated light.", null],
    ["# Lamp\n\nOlder lamps are deprecated.", null],
    ["# Lamp\n\n## Remarks\n\nThis API is deprecated.", null],
  ])("%j: %j", (text, deprecation) => {
    expect(read(text).opening.deprecation).toBe(deprecation);
  });
});

it("the blocks of the opening are those under the title, or before any heading", () => {
  expect(
    openingBlocks(sectionsFrom("Before.\n\n# Lamp\n\nA lamp.")).map(({ node }) => node.position?.start.line),
  ).toEqual([5]);
  expect(openingBlocks(sectionsFrom("Before.\n\n## Lamp")).map(({ node }) => node.position?.start.line)).toEqual([1]);
});

it.each(["the api ", "this deprecated ", "deprecated ", "APIs under the ", "Namespace: ", ".", " "])(
  "an opening with %j many times is read in linear time",
  (part) => {
    expect(timeOf(() => read(`# Lamp\n\nx ${part.repeat(60_000 / part.length)}x`))).toBeLessThan(2_000);
  },
);
