import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PermissionGrant, PermissionScheme, PermissionSet } from "../model/api-model.ts";
import { grant, model, operation } from "../model/sample-model.fixture.ts";
import { readPermissionTable } from "../permissions/read-permission-table.ts";
import { createModelView } from "../shapes/model-view.ts";
import { createContext } from "./context.ts";
import { emitModel } from "./emit-model.ts";
import { emittedText, testOptions, typeErrors } from "./emitted.fixture.ts";
import { permissionsFile } from "./permissions-file.ts";

const notSupported = (scheme: PermissionScheme): PermissionGrant => grant(scheme, [], { isSupported: false });

function set(appliesTo: string | null, ...grants: readonly PermissionGrant[]): PermissionSet {
  return { appliesTo, grants };
}

/** `permissions.ts` for functions with these tables. */
function permissionsText(tables: Readonly<Record<string, readonly PermissionSet[]>>): string {
  const operations = Object.entries(tables).map(([name, permissions]) =>
    operation(name, ["/things/{thingId}"], { permissions }),
  );
  return emittedText(model({ operations }), "permissions.ts");
}

/** The entries of the table, without the lines around. */
function entries(tables: Readonly<Record<string, readonly PermissionSet[]>>): string {
  return /PermissionTable = \{\n([\s\S]*?)\n\};\n/.exec(permissionsText(tables))?.[1] ?? "";
}

describe("permissions.ts", () => {
  it("lists all functions by name, schemes in one order", () => {
    const tables = {
      updateThing: [
        set(null, grant("application", ["Thing.ReadWrite.All"]), grant("delegatedWork", ["Thing.ReadWrite"])),
      ],
      getThing: [
        set(
          null,
          grant("delegatedWork", ["Thing.Read", "Thing.ReadWrite", "Directory.Read.All", "Directory.ReadWrite.All"]),
          notSupported("delegatedPersonal"),
          grant("application", ["Thing.Read.All"]),
        ),
      ],
    };
    expect(
      permissionsText(tables),
    ).toBe(`import { createPermissions, type Permissions, type PermissionTable } from "./runtime/permissions.js";

const table: PermissionTable = {
  getThing: [{
    delegatedWork: ["Thing.Read", "Thing.ReadWrite", "Directory.Read.All", "Directory.ReadWrite.All"],
    delegatedPersonal: "notSupported",
    application: ["Thing.Read.All"],
  }],
  updateThing: [{ delegatedWork: ["Thing.ReadWrite"], application: ["Thing.ReadWrite.All"] }],
};

/**
 * The permissions of all functions, as the pages list them.
 *
 * \`permissions.least\` gives the least privileged set with which some functions can be called, with its reasons;
 * \`permissions.of\` gives what the page of one function says; \`permissions.table\` is all of it as plain data.
 *
 * @example permissions.least([getThing, listThings], "delegatedWork").scopes
 */
export const permissions: Permissions = /*@__PURE__*/ createPermissions(table);
`);
  });

  it("keeps together what is needed together", () => {
    expect(
      entries({ moveThing: [set(null, grant("application", ["Thing.Read+Shelf.ReadWrite", "All.ReadWrite"]))] }),
    ).toBe('  moveThing: [{ application: [["Thing.Read", "Shelf.ReadWrite"], "All.ReadWrite"] }],');
  });

  it("tells not supported, none needed, said in words and not documented apart", () => {
    const none = (text: string): PermissionGrant => grant("delegatedWork", [], { text });
    const inWords = grant("delegatedWork", [], { scopes: ["A.Read"], text: "For groups:\nA.Read" });
    expect(
      entries({
        a: [set(null, notSupported("delegatedWork"))],
        b: [set(null, none("None."))],
        c: [set(null, none("No permissions are required."))],
        d: [set(null, none("The role that made it."), notSupported("application"))],
        e: [set(null, inWords)],
        f: [set(null, none("None of the above."))],
        g: [set(null, none(""))],
        h: [],
        i: [set(null, none("None.; Not available."))],
      }),
    ).toBe(
      [
        '  a: [{ delegatedWork: "notSupported" }],',
        '  b: [{ delegatedWork: "noneNeeded" }],',
        '  c: [{ delegatedWork: "noneNeeded" }],',
        // What is not understood must not look like a call that anybody may make.
        '  d: [{ delegatedWork: { text: "The role that made it." }, application: "notSupported" }],',
        '  e: [{ delegatedWork: { text: "For groups:\\nA.Read" } }],',
        '  f: [{ delegatedWork: { text: "None of the above." } }],',
        "  g: [],",
        "  h: [],",
        '  i: [{ delegatedWork: "noneNeeded" }],',
      ].join("\n"),
    );
  });

  it("keeps the cases of a page apart, under names that can be chosen", () => {
    const read = grant("delegatedWork", ["Thing.Read"]);
    expect(
      entries({
        getThing: [set("own", read), set(null, read), set("own", read), set("shared", grant("application", []))],
        listThings: [set("all things", read)],
      }),
    ).toBe(
      [
        "  getThing: [",
        '    { appliesTo: "own", delegatedWork: ["Thing.Read"] },',
        '    { appliesTo: "table 2", delegatedWork: ["Thing.Read"] },',
        '    { appliesTo: "own (2)", delegatedWork: ["Thing.Read"] },',
        "  ],",
        '  listThings: [{ appliesTo: "all things", delegatedWork: ["Thing.Read"] }],',
      ].join("\n"),
    );
  });

  it("has functions only, those that are emitted", () => {
    const operations = [operation("getThing", []), operation("listThings", ["/things"])];
    expect(emittedText(model({ operations }), "permissions.ts")).toContain("{\n  listThings: [],\n};");
    expect(emittedText(model(), "permissions.ts")).toContain("const table: PermissionTable = {};");
  });

  it("compiles under all strict flags, and takes the functions of the SDK", () => {
    const operations = [
      operation("getThing", ["/things/{thingId}"], { permissions: [set("own", grant("application", ["A.B"]))] }),
    ];
    const files = emitModel(model({ operations }), testOptions);
    const use = `import { getThing } from "./operations/books.js";
import { permissions } from "./permissions.js";
export const scopes: readonly string[] = permissions.least([getThing, { of: getThing, appliesTo: "own" }], "application").scopes;
export const sets = permissions.of(getThing)[0]?.application;
permissions.least([getThing], "delegated");
// @ts-expect-error no such scheme
permissions.least([getThing], "personal");
`;
    expect(typeErrors(files, { "use.ts": use })).toEqual([]);
  });

  it("holds whatever text pages have, and nothing else", () => {
    const text = fc.string({ unit: "binary" });
    const alternatives = fc.array(fc.uniqueArray(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(text, text, alternatives, (name, appliesTo, lists) => {
        const permissions = [
          set(appliesTo, { ...grant("application", []), alternatives: lists }),
          set(null, notSupported("application")),
        ];
        const context = createContext(
          createModelView(model({ operations: [operation(name, ["/things"], { permissions })] })),
          {
            enumStyle: "enum",
            importExtension: ".js",
            nullability: "documented",
            pageUrl: null,
          },
        );
        const table = readPermissionTable(permissionsFile(context).text);
        expect(Object.values(table ?? {})).toEqual([
          [
            { appliesTo, application: lists.map((one) => (one.length === 1 ? one[0] : one)) },
            { appliesTo: appliesTo === "table 2" ? "table 2 (2)" : "table 2", application: "notSupported" },
          ],
        ]);
      }),
    );
  });

  it.each(["__proto__", "constructor", "toString", "delete"])("takes a function of the name %s", (name) => {
    const text = permissionsText({ [name]: [set(null, grant("application", ["A.B"]))], ["zzz"]: [] });
    const table = readPermissionTable(text);
    expect(Object.keys(table ?? {})).toEqual([name === "__proto__" ? name : `${name}_`, "zzz"]);
  });
});
