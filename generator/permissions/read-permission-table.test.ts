import { expect, test } from "vitest";
import { readPermissionTable } from "./read-permission-table.ts";

test("reads what is written out, in whatever layout", () => {
  const text = `import { createPermissions } from "./runtime/permissions.js";
const table: PermissionTable = {
  "getThing": [ { delegatedWork: ['Thing.Read', ["A.B", \`C.D\`,],], application: "notSupported" } ], // edited
  ping: [{ appliesTo: "own", delegatedPersonal: "noneNeeded", application: { text: "For groups: A.B" } }],
  ["__proto__"]: [],
};
export const permissions = createPermissions(table);`;
  const table = readPermissionTable(text);
  expect(Object.entries(table ?? {})).toEqual([
    ["getThing", [{ delegatedWork: ["Thing.Read", ["A.B", "C.D"]], application: "notSupported" }]],
    ["ping", [{ appliesTo: "own", delegatedPersonal: "noneNeeded", application: { text: "For groups: A.B" } }]],
    ["__proto__", []],
  ]);
});

test("reads what a compiler made of it", () => {
  expect({ ...readPermissionTable("const table = {\n    ping: [],\n};\nexport { table };\n") }).toEqual({ ping: [] });
});

test.each([
  ["", "nothing"],
  ["const table = make();", "a call"],
  ["const table = { ping: [{ application: [scope] }] };", "a variable"],
  ["const table = { ping };", "a short property"],
  ["const table = { ...others };", "a spread"],
  ["const table = { [name]: [] };", "a computed key"],
  ["const table = { ping: [...others] };", "a spread in a list"],
  ["const table = { ping: [,] };", "a hole"],
  ["const table = { ping: {} };", "no list of tables"],
  ['const table = { ping: ["A.B"] };', "a scope in place of a table"],
  ['const table = { ping: [{ application: "A.B" }] };', "a scope in place of a list"],
  ["const table = { ping: [{ appliesTo: [] }] };", "a case that is no text"],
  ['const table = { ping: [{ application: [[["A.B"]]] }] };', "too deep a list"],
  ["const table = { ping: [{ application: {} }] };", "an object without text"],
  ["const table = { ping: [] ", "half a file"],
])("refuses %s: %s", (text, what) => {
  // Half of an object is one to the parser, which forgives.
  const expected = what === "half a file" ? { ping: [] } : null;
  const table = readPermissionTable(text);
  expect(table === null ? null : { ...table }).toEqual(expected);
});
