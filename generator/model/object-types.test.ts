import { describe, expect, it } from "vitest";
import { codesOf, getPage, modelOf, propertyIn, resourcePage, typeIn } from "./pages.fixture.ts";

const entity = resourcePage("thing", ["|id|String|The key. Read-only.|"], {
  annotation: `"keyProperty": "id", "abstract": true`,
});
const names = (result: ReturnType<typeof modelOf>, type: string): string[] =>
  typeIn(result, type).properties.map(({ name }) => name);

describe("object types of the model", () => {
  it("joins the pages of one type, in the order of their paths", () => {
    // trap 38
    const result = modelOf({
      "resources/b-store.md": resourcePage("store", ["|size|Int32|The size.|", "|name|String|Again.|"]),
      "resources/a-store.md": resourcePage("store", ["|name|String|The name.|"]),
    });
    expect(names(result, "store")).toEqual(["name", "size"]);
    expect(propertyIn(result, "store", "name").description).toBe("The name.");
    expect(typeIn(result, "store").places.map(({ page }) => page)).toEqual([
      "resources/a-store.md",
      "resources/b-store.md",
    ]);
  });

  it("says where two pages of one type contradict each other", () => {
    const result = modelOf({
      "resources/a-store.md": resourcePage("store", ["|size|Int32|The size.|"]),
      "resources/b-store.md": resourcePage("store", ["|size|String collection|The size.|"]),
    });
    expect(propertyIn(result, "store", "size").type).toEqual({ kind: "primitive", name: "Int32" });
    expect(result.diagnostics).toMatchObject([
      {
        code: "type-conflict",
        message: "`size` is `String collection` here and `Int32` on another page of the type: the other one counts",
        place: { page: "resources/b-store.md", line: 16 },
        related: { place: { page: "resources/a-store.md", line: 16 } },
      },
    ]);
  });

  it("takes the name of the annotation, not that of title or file", () => {
    // trap 37
    const page = resourcePage("graphChart", ["|id|String|The id.|"]).replace(
      "# graphChart resource type",
      "# Chart resource type",
    );
    const result = modelOf({
      "resources/chart.md": page,
      "resources/sheet.md": resourcePage("sheet", ["|main|[Chart](chart.md)|The chart.|"]),
    });
    expect(propertyIn(result, "sheet", "main").type).toEqual({ kind: "object", id: "shop.core.graphChart" });
  });

  it("takes the title's name where an annotation was copied from another page", () => {
    const copied = resourcePage("order", ["|lines|Int32|The lines.|"]).replace(
      "# order resource type",
      "# basket resource type",
    );
    const result = modelOf({
      "resources/order.md": resourcePage("order", ["|id|String|The id.|"]),
      "resources/basket.md": copied,
    });
    expect(result.model.types.map(({ name }) => name)).toEqual(["basket", "order"]);
  });

  it("fills in from the JSON representation what no table has", () => {
    // trap 36
    const result = modelOf({
      "resources/order.md": resourcePage("order", ["|total|Double|The total.|"], {
        json: `{ "id": "String (identifier)", "paidAt": "String (timestamp)", "tags": ["String"], "state": "open | paid", "count": 1024, "total": "Double" }`,
      }),
    });
    expect(typeIn(result, "order").properties.map(({ name, type, evidence }) => [name, type, evidence])).toEqual([
      ["total", { kind: "primitive", name: "Double" }, "table"],
      ["id", { kind: "primitive", name: "String" }, "representation"],
      ["paidAt", { kind: "primitive", name: "DateTimeOffset" }, "representation"],
      ["tags", { kind: "collection", of: { kind: "primitive", name: "String" } }, "representation"],
      ["state", { kind: "literals", values: ["open", "paid"] }, "representation"],
      ["count", { kind: "primitive", name: "Int32" }, "representation"],
    ]);
  });

  it("notes what the representation does not show, though the table lists it", () => {
    const rows = ["|total|Double|The total.|", "|paid|Boolean|Whether it is paid.|"];
    const shown = modelOf({ "resources/order.md": resourcePage("order", rows, { json: `{ "total": "Double" }` }) });
    const without = modelOf({ "resources/order.md": resourcePage("order", rows) });
    expect(propertyIn(shown, "order", "total")).not.toHaveProperty("isUnrepresented");
    expect(propertyIn(shown, "order", "paid").isUnrepresented).toBe(true);
    expect(propertyIn(without, "order", "paid")).not.toHaveProperty("isUnrepresented");
  });

  it("takes nothing from the representation of an open type that has a table", () => {
    const result = modelOf({
      "resources/order.md": resourcePage("order", ["|id|String|The id.|"], {
        annotation: `"openType": true`,
        json: `{ "id": "1", "colour": "red" }`,
      }),
    });
    expect(typeIn(result, "order")).toMatchObject({ isOpen: true });
    expect(names(result, "order")).toEqual(["id"]);
  });

  it("reads a page about any JSON value as no type", () => {
    const result = modelOf({
      "resources/json.md": resourcePage("Json", []),
      "resources/order.md": resourcePage("order", ["|extra|[Json](json.md)|Anything.|"]),
    });
    expect(result.model.types.map(({ name }) => name)).toEqual(["order"]);
    expect(propertyIn(result, "order", "extra").type).toEqual({ kind: "primitive", name: "Untyped" });
  });

  it("takes the link's target where the representation sides with it against the text", () => {
    const result = modelOf({
      "resources/principal.md": resourcePage("principal", ["|id|String|The id.|"]),
      "resources/syncprincipal.md": resourcePage("syncPrincipal", ["|id|String|The id.|"]),
      "resources/job.md": resourcePage(
        "job",
        ["|by|[principal](syncprincipal.md)|Who.|", "|for|[principal](syncprincipal.md)|Whom.|"],
        {
          json: `{ "by": { "@odata.type": "shop.core.syncPrincipal" }, "for": { "@odata.type": "shop.core.principal" } }`,
        },
      ),
    });
    expect(typeIn(result, "job").properties.map(({ type }) => type)).toEqual([
      { kind: "object", id: "shop.core.syncPrincipal" },
      { kind: "object", id: "shop.core.principal" },
    ]);
  });

  it("knows what the name of a type is, whatever a table says", () => {
    const result = modelOf({
      "resources/store.md": resourcePage("store", ["|@odata.type|[order](order.md)|The type.|"]),
      "resources/order.md": resourcePage("order", ["|id|String|The id.|"]),
    });
    expect(propertyIn(result, "store", "@odata.type").type).toEqual({ kind: "primitive", name: "String" });
  });

  it("keeps members that differ only in letter case", () => {
    const result = modelOf({
      "resources/order.md": resourcePage("order", ["|total|Int32|One.|", "|Total|String|Two.|"]),
    });
    expect(names(result, "order")).toEqual(["total", "Total"]);
  });

  it("allows null where a response shows it and no page says otherwise", () => {
    const result = modelOf({
      "resources/order.md": resourcePage("order", [
        "|paidAt|Date|When.|",
        "|placedAt|Date|When. Not nullable.|",
        "|total|Int32|How much.|",
      ]),
      "api/order-get.md": getPage("Get order", "/orders/{id}", {
        type: "shop.core.order",
        json: `{ "paidAt": null, "placedAt": null, "total": 1 }`,
      }),
    });
    expect(typeIn(result, "order").properties.map(({ isNullable }) => isNullable)).toEqual([true, false, null]);
  });

  it("says which type a cell names in vain", () => {
    const result = modelOf({ "resources/order.md": resourcePage("order", ["|shade|colourShade|The shade.|"]) });
    expect(propertyIn(result, "order", "shade").type).toEqual({ kind: "unknown", text: "colourShade" });
    expect(result.diagnostics).toMatchObject([
      {
        code: "type-unresolved",
        message: "The type `colourShade` is on no page: `unknown` is emitted",
        place: { page: "resources/order.md", line: 16 },
      },
    ]);
  });
});

describe("base types", () => {
  it("reads them from prose before the annotation, and from the base type's own page", () => {
    const result = modelOf({
      "resources/thing.md": entity,
      "resources/order.md": resourcePage("order", ["|id|String|The key.|"], {
        opening: "Inherits from [thing](thing.md).",
        annotation: `"baseType": null`,
      }),
      "resources/answer.md": resourcePage("answer", [], {
        opening: "An abstract base; the derived types are [yes](yes.md) and [no](no.md).",
      }),
      "resources/yes.md": resourcePage("yes", ["|at|Date|When.|"]),
      "resources/no.md": resourcePage("no", ["|why|String|Why.|"]),
    });
    expect(result.model.types.map(({ name, baseType }) => [name, baseType])).toEqual([
      ["answer", null],
      ["no", "shop.core.answer"],
      ["order", "shop.core.thing"],
      ["thing", null],
      ["yes", "shop.core.answer"],
    ]);
    expect(propertyIn(result, "order", "id").inheritedFrom).toBe("shop.core.thing");
  });

  it("takes the nearest of the types that members are inherited from", () => {
    const result = modelOf({
      "resources/thing.md": entity,
      "resources/job.md": resourcePage("job", [
        "|id|String|Inherited from [thing](thing.md)|",
        "|status|String|The status.|",
      ]),
      "resources/printjob.md": resourcePage("printJob", [
        "|id|String|Inherited from [thing](thing.md)|",
        "|status|String|Inherited from [job](job.md)|",
        "|pages|Int32|The pages.|",
      ]),
    });
    expect(typeIn(result, "printJob").baseType).toBe("shop.core.job");
    expect(typeIn(result, "job").baseType).toBe("shop.core.thing");
  });

  it("derives entity types without a word on it from the type that holds just the key", () => {
    const result = modelOf({
      "resources/thing.md": entity,
      "resources/order.md": resourcePage("order", ["|id|String|The key.|"], {
        opening: "Inherits from [thing](thing.md).",
      }),
      "resources/line.md": resourcePage("line", ["|id|String|The key.|"], { annotation: `"keyProperty": "id"` }),
      "resources/address.md": resourcePage("address", ["|street|String|The street.|"]),
      "resources/shop.md": resourcePage("shop", ["|address|[address](address.md)|Where.|"]),
    });
    expect(result.model.types.map(({ name, baseType }) => [name, baseType])).toEqual([
      ["address", null],
      ["line", "shop.core.thing"],
      ["order", "shop.core.thing"],
      ["shop", null],
      ["thing", null],
    ]);
  });

  it("derives a type that nothing refers to from the one whose members it repeats", () => {
    const job = ["|id|String|The id.|", "|status|String|The status.|", "|context|String|The context.|"];
    const result = modelOf({
      "resources/job.md": resourcePage("commonJob", job),
      "resources/queue.md": resourcePage("queue", ["|jobs|[commonJob](job.md) collection|The jobs.|"]),
      "resources/printjob.md": resourcePage("printJob", [...job, "|pages|Int32|The pages.|"]),
    });
    expect(typeIn(result, "printJob").baseType).toBe("shop.core.commonJob");
  });

  it("cuts a cycle and says where", () => {
    const result = modelOf({
      "resources/a.md": resourcePage("alpha", [], { opening: "Inherits from [beta](b.md)." }),
      "resources/b.md": resourcePage("beta", [], { opening: "Inherits from [alpha](a.md)." }),
    });
    expect(result.model.types.map(({ baseType }) => baseType)).toEqual([null, "shop.core.alpha"]);
    expect(codesOf(result)).toEqual(["base-type-cycle"]);
  });
});

describe("what operations and examples add", () => {
  const order = (rows: readonly string[], after = ""): string =>
    resourcePage("order", rows, { annotation: `"keyProperty": "id"`, after });

  it("takes a member that responses on several pages show", () => {
    const response = { type: "shop.core.order", json: `{ "id": "1", "total": 5, "placedBy": "Kim" }` };
    const result = modelOf({
      "resources/order.md": order(["|id|String|The key.|", "|total|Double|The total.|"]),
      "api/order-get.md": getPage("Get order", "/orders/{id}", response),
      "api/order-latest.md": getPage("Get latest order", "/orders/latest", response),
    });
    expect(propertyIn(result, "order", "placedBy")).toMatchObject({
      evidence: "example",
      type: { kind: "primitive", name: "String" },
    });
    expect(codesOf(result)).toContain("property-only-in-examples");
  });

  it("does not take a member that one page shows", () => {
    const result = modelOf({
      "resources/order.md": order(["|id|String|The key.|", "|total|Double|The total.|"]),
      "api/order-get.md": getPage("Get order", "/orders/{id}", {
        type: "shop.core.order",
        json: `{ "id": "1", "total": 5, "colour": "red" }`,
      }),
    });
    expect(names(result, "order")).toEqual(["id", "total"]);
  });

  it("takes the navigation property that a page of the Methods table lists", () => {
    const methods =
      "## Methods\n\n|Method|Return type|Description|\n|:--|:--|:--|\n|[List owners](../api/order-list-owners.md)|[person](person.md) collection|The owners.|\n";
    const result = modelOf({
      "resources/person.md": resourcePage("person", ["|id|String|The key.|"]),
      "resources/order.md": order(["|id|String|The key.|"], methods),
      "api/order-list-owners.md": getPage("List owners", "/orders/{id}/owners"),
    });
    expect(propertyIn(result, "order", "owners")).toMatchObject({
      isNavigation: true,
      evidence: "operation",
      type: { kind: "collection", of: { kind: "object", id: "shop.core.person" } },
    });
  });

  it("makes a relationship a collection where the Methods table lists it", () => {
    const after = `## Relationships

|Relationship|Type|Description|
|:--|:--|:--|
|owners|[person](person.md)|The owners.|

## Methods

|Method|Return type|Description|
|:--|:--|:--|
|[List owners](../api/order-list-owners.md)|[person](person.md) collection|The owners.|
`;
    const result = modelOf({
      "resources/person.md": resourcePage("person", ["|id|String|The key.|"]),
      "resources/order.md": order(["|id|String|The key.|"], after),
      "api/order-list-owners.md": getPage("List owners", "/orders/{id}/owners"),
    });
    expect(propertyIn(result, "order", "owners").type.kind).toBe("collection");
    expect(codesOf(result)).toContain("collection-corrected");
  });
});
