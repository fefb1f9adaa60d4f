import { describe, expect, it } from "vitest";
import type { PermissionSet } from "../model/api-model.ts";
import { grant, model, operation } from "../model/sample-model.fixture.ts";
import { codeText, emittedText } from "./emitted.fixture.ts";
import { leastScopes } from "./operation-scopes.ts";

/** The permissions by scheme. */
function scopes(...permissions: readonly PermissionSet[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    leastScopes(operation("f", ["/f"], { permissions })).map(({ name, value }) => [
      name,
      "list" in value ? value.list.map((item) => ("text" in item ? item.text : "?")) : [],
    ]),
  );
}

const set = (...grants: PermissionSet["grants"]): PermissionSet => ({ appliesTo: null, grants });

describe("leastScopes", () => {
  it("are the least privileged ways, schemes in one order", () => {
    const grants = [
      grant("application", ["Book.Read.All", "Book.ReadWrite.All"]),
      grant("delegatedPersonal", ["Book.Read"]),
      grant("delegatedWork", ["Book.Read+Shelf.Read", "Book.ReadWrite"]),
    ];
    expect(JSON.stringify(scopes(set(...grants)))).toBe(
      '{"delegatedWork":["Book.Read","Shelf.Read"],"delegatedPersonal":["Book.Read"],"application":["Book.Read.All"]}',
    );
  });

  it("are absent where there is no way, where no permission is needed, and where the page does not say when which", () => {
    expect(scopes()).toEqual({});
    expect(scopes(set())).toEqual({});
    expect(scopes(set(grant("application", ["Book.Read"], { isSupported: false })))).toEqual({});
    expect(scopes(set(grant("application", [])))).toEqual({});
    expect(scopes(set(grant("application", [], { scopes: ["Book.Read", "Shelf.Read"], text: "books: …" })))).toEqual(
      {},
    );
  });

  it("are those of the first table", () => {
    expect(
      scopes(set(grant("application", ["A"])), set(grant("application", ["B"]), grant("delegatedWork", ["B"]))),
    ).toEqual({
      application: ["A"],
    });
  });

  it("are data of the function", () => {
    const permissions = [set(grant("application", ["Book's", "Other"]))];
    const operations = [operation("f", ["/f"], { permissions }), operation("g", ["/g"])];
    const file = emittedText(model({ operations }), "operations/books.ts");
    expect(codeText(file, "f")).toContain('\n  scopes: { application: ["Book\'s"] },\n});');
    expect(codeText(file, "g")).not.toContain("scopes");
  });
});
