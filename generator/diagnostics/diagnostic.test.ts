import { expect, test } from "vitest";
import { diagnostic, finding } from "./diagnostic.ts";
import { startOf } from "./place.ts";

const place = startOf("api/widget-get.md");

test("severity and wording come from the table, the parameters fill the template", () => {
  expect(diagnostic("row-width", place, { actual: 4, expected: 3 })).toEqual({
    code: "row-width",
    severity: "note",
    message: "Unexpected 4 cells in a row, expected 3",
    place,
    related: null,
  });
  expect(diagnostic("title-missing", null, {}).message).toBe("Unexpected end of page, expected a level-1 heading");
});

test("text of a page is one bounded line without control characters, and is not taken for a template", () => {
  const { message } = diagnostic("type-unresolved", place, { name: "a\u001b[31m\u202eb\n{name}".padEnd(200, "c") });
  expect(message).toBe(`The type \`${"a [31m b {name}".padEnd(119, "c")}…\` is on no page: \`unknown\` is emitted`);
  expect(finding("golden-failed", place, "a\u0007b").message).toBe("a b");
});

// What must not compile; `npm run typecheck` looks at this file.
test("codes and parameters are checked by their types", () => {
  const calls = [
    // @ts-expect-error no such code
    () => diagnostic("type-unresolvd", place, { name: "x" }),
    // @ts-expect-error no such parameter
    () => diagnostic("type-unresolved", place, { type: "x" }),
    // @ts-expect-error a parameter is missing
    () => diagnostic("row-width", place, { actual: 4 }),
    // @ts-expect-error one parameter too many
    () => diagnostic("include-missing", place, { target: "x", reason: "y" }),
    // @ts-expect-error the message has no parameters
    () => diagnostic("title-missing", place, { name: "x" }),
    // @ts-expect-error neither text nor number
    () => diagnostic("include-missing", place, { target: null }),
  ];
  expect(calls).toHaveLength(6);
});
