import { expect, test } from "vitest";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { withSeverities } from "./severities.ts";

const found = [diagnostic("title-missing", null, {}), diagnostic("type-unresolved", null, { name: "x" })];

test("changes the severity of a code and leaves out what is off", () => {
  const changed = withSeverities(
    found,
    new Map([["type-unresolved", "error"] as const, ["title-missing", "off"] as const]),
  );
  expect(changed.map(({ code, severity }) => [code, severity])).toEqual([["type-unresolved", "error"]]);
});

test("without settings they are what they are", () => {
  expect(withSeverities(found, new Map())).toBe(found);
});
