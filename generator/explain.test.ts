import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diagnosticCodes } from "./diagnostics/codes.ts";
import { ruleIds } from "./diff/rules.ts";
import { explain } from "./explain.ts";
import { templatesFolder } from "./templates-folder.ts";

test("every rule has a page, and there are no others", () => {
  const pages = readdirSync(join(templatesFolder(), "explain", "changes")).map((name) => name.replace(/\.md$/u, ""));
  expect(pages.sort()).toEqual([...ruleIds].sort());
});

test.each(ruleIds)("the page of %s is about it, and says why and what to do", (id) => {
  const page = explain(id);
  expect(page.split("\n")[0]).toBe(`# ${id}`);
  expect(page.match(/^## .*$/gmu)).toEqual(["## Level", "## What to do"]);
  expect(page.split(/^## .*$/mu).every((part) => part.trim().length > 10)).toBe(true);
});

test("no id means two things", () => {
  expect(ruleIds.filter((id) => Object.hasOwn(diagnosticCodes, id))).toEqual([]);
});
