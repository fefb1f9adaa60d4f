import { expect, test } from "vitest";
import { withComment, withRow, withSentence } from "./page-change.ts";

const page = `# Get a lamp

Namespace: sample

Get one lamp.

## Permissions

|Kind|Permission|
|:--|:--|
|Any|Lamp.Read|

## Query parameters

Use these:

|Parameter|Type|
|:--|:--|
|color|String|

Done.
`;

test("a row goes to the end of the table below its heading", () => {
  expect(withRow(page, "## Query parameters", "|size|Int32|")).toBe(
    page.replace("|color|String|\n", "|color|String|\n|size|Int32|\n"),
  );
  expect(withRow("## Properties\n|a|\n|-|\n|b|", "## Properties", "|c|")).toBe("## Properties\n|a|\n|-|\n|b|\n|c|");
});

test("a sentence goes to the description, not to the line of the namespace", () => {
  expect(withSentence(page, "It shines.")).toBe(page.replace("Get one lamp.", "Get one lamp. It shines."));
});

test("a comment goes to the end", () => {
  expect(withComment(page, "seen")).toBe(`${page}\n<!-- seen -->\n`);
});

test("a page without the place is an error, not an unchanged page", () => {
  expect(() => withRow(page, "## Properties", "|c|")).toThrow('no table below "## Properties"');
  expect(() => withRow(`${page}## Properties\n`, "## Properties", "|c|")).toThrow("no table");
  expect(() => withSentence("No title.", "It shines.")).toThrow("no description");
});
