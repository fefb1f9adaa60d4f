import { expect, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";

test("prints the page about a change, with the facts of its rule", async () => {
  const { code, stdout } = await runCli(["explain", "property-became-required"], { cwd: "/" });
  expect(code).toBe(0);
  expect(stdout.split("\n").slice(0, 6)).toEqual([
    "# property-became-required",
    "",
    "breaking in requests · area properties · required added · the other way round: property-no-longer-required",
    "",
    "The pages say that a property is required.",
    "",
  ]);
});

test("prints the page about a finding, with its severity and its message", async () => {
  const { code, stdout } = await runCli(["explain", "row-width"], { cwd: "/" });
  expect(code).toBe(0);
  expect(stdout.split("\n").slice(0, 4)).toEqual([
    "# row-width",
    "",
    "note · Unexpected {actual} cells in a row, expected {expected}",
    "",
  ]);
});

test("lists all ids, and says how findings are silenced", async () => {
  const { code, stdout } = await runCli(["explain"], { cwd: "/" });
  expect(code).toBe(0);
  const [findings = "", changes = ""] = stdout.split("\n\n");
  expect(findings.split("\n").slice(0, 2)).toEqual(["Findings on pages:", "  file-unreadable"]);
  expect(findings.split("\n").at(-1)).toBe(
    'A severity is set by code in the config, "off" silences it: diagnostics: { "section-unknown": "off" }',
  );
  expect(changes.split("\n").slice(0, 2)).toEqual(["Changes that apipage diff reports:", "  type-added"]);
});

test.each([
  ["row-widht", 'there is no "row-widht" to explain, did you mean row-width?'],
  ["property-remove", 'there is no "property-remove" to explain, did you mean property-removed?'],
  ["__proto__", 'there is no "__proto__" to explain, apipage explain lists what there is'],
])("%s is unknown", async (id, message) => {
  expect(await runCli(["explain", id], { cwd: "/" })).toEqual({ code: 2, stdout: "", stderr: `apipage: ${message}\n` });
});
