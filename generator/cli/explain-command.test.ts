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

test("lists all ids", async () => {
  const { code, stdout } = await runCli(["explain"], { cwd: "/" });
  expect(code).toBe(0);
  expect(stdout.split("\n").slice(0, 3)).toEqual([
    "Changes that apipage diff reports:",
    "  type-added",
    "  type-removed",
  ]);
});

test.each([
  ["property-remove", 'there is no "property-remove" to explain, did you mean property-removed?'],
  ["__proto__", 'there is no "__proto__" to explain, apipage explain lists what there is'],
])("%s is unknown", async (id, message) => {
  expect(await runCli(["explain", id], { cwd: "/" })).toEqual({ code: 2, stdout: "", stderr: `apipage: ${message}\n` });
});
