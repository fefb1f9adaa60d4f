import { describe, expect, it } from "vitest";
import { codesOf, enumIn, modelOf, propertyIn, resourcePage } from "./pages.fixture.ts";

const enums = (sections: string): string => `---
doc_type: enumPageType
---

# Enum values

Namespace: shop.core

${sections}`;

const section = (name: string, members: readonly string[]): string =>
  `### ${name} values\n\n|Member|\n|:---|\n${members.map((member) => `|${member}|`).join("\n")}\n`;

const values = (result: ReturnType<typeof modelOf>, name: string): string[] =>
  enumIn(result, name).members.map(({ value }) => value);

describe("enums of the model", () => {
  it("takes the members of the table and adds what only a description lists", () => {
    const result = modelOf({
      "resources/enums.md": enums(section("orderState", ["open", "paid"])),
      "resources/order.md": resourcePage("order", ["|state|orderState|Possible values are: `open`, `paid`, `lost`.|"]),
    });
    expect(values(result, "orderState")).toEqual(["open", "paid", "lost"]);
    expect(propertyIn(result, "order", "state").type).toEqual({ kind: "enum", id: "shop.core.orderState" });
    expect(codesOf(result)).toEqual(["enum-conflict"]);
  });

  it("trusts the description where the table shares no member with it", () => {
    // trap 31
    const result = modelOf({
      "resources/enums.md": enums(section("changeKind", ["north", "south"])),
      "resources/change.md": resourcePage("change", ["|kind|changeKind|Possible values are: `created`, `deleted`.|"]),
    });
    expect(values(result, "changeKind")).toEqual(["created", "deleted"]);
  });

  it("makes an enum of a name that only a description gives members to", () => {
    const result = modelOf({
      "resources/order.md": resourcePage("order", [
        "|priority|orderPriority|The possible values are: `low` or `high`.|",
      ]),
    });
    expect(enumIn(result, "orderPriority")).toMatchObject({
      source: "inline",
      sdkName: "OrderPriority",
      isEvolvable: false,
    });
    expect(values(result, "orderPriority")).toEqual(["low", "high"]);
  });

  it("names the enum of an `Enumeration` cell after type and property", () => {
    const result = modelOf({
      "resources/order.md": resourcePage("order", ["|state|Enumeration|Possible values are: `open`, `paid`.|"]),
    });
    expect(enumIn(result, "orderState")).toMatchObject({ source: "anonymous", id: "shop.core.orderState" });
    expect(codesOf(result)).toEqual(["enum-anonymous"]);
  });

  it("gives the anonymous enum and a named one of the same name one list", () => {
    const result = modelOf({
      "resources/a.md": resourcePage("order", ["|state|Enumeration|Possible values are: `open`, `paid`.|"]),
      "resources/b.md": resourcePage("bill", ["|state|orderState|Possible values are: `open`, `paid`, `late`.|"]),
    });
    expect(values(result, "orderState")).toEqual(["open", "paid", "late"]);
  });

  it("falls back to a string where an `Enumeration` has no values", () => {
    const result = modelOf({ "resources/order.md": resourcePage("order", ["|state|Enumeration|The state.|"]) });
    expect(propertyIn(result, "order", "state").type).toEqual({ kind: "primitive", name: "String" });
    expect(codesOf(result)).toEqual(["enum-empty"]);
  });

  it("leaves a string with listed values a string, with the values beside it", () => {
    const result = modelOf({
      "resources/order.md": resourcePage("order", ["|origin|String|Possible values are: `Web`, `Phone`, `null`.|"]),
    });
    expect(result.model.enums).toEqual([]);
    expect(propertyIn(result, "order", "origin")).toMatchObject({
      type: { kind: "literals", values: ["Web", "Phone"] },
      isNullable: true,
    });
  });

  it("finds the enum behind a string by name and values", () => {
    const result = modelOf({
      "resources/enums.md": enums(section("planPreviewKind", ["automatic", "none", "unknownFutureValue"])),
      "resources/plantask.md": resourcePage("planTask", [
        "|previewKind|String|Possible values are: `automatic`, `none`.|",
      ]),
    });
    expect(propertyIn(result, "planTask", "previewKind").type).toEqual({
      kind: "enum",
      id: "shop.core.planPreviewKind",
    });
  });

  it("finds the enum behind a string by the JSON representation", () => {
    const result = modelOf({
      "resources/job.md": resourcePage("job", ["|status|String|Possible values are: `Running`, `Done`.|"], {
        json: `{ "status": { "@odata.type": "shop.core.jobStatus" } }`,
      }),
    });
    expect(propertyIn(result, "job", "status").type).toEqual({ kind: "enum", id: "shop.core.jobStatus" });
    expect(values(result, "jobStatus")).toEqual(["Running", "Done"]);
  });

  it("reads a section that names the property as the members of the property's enum", () => {
    const result = modelOf({
      "resources/order.md": resourcePage("order", ["|state|[orderState](#state-values)|The state.|"], {
        after: section("state", ["open", "paid"]),
      }),
    });
    expect(values(result, "orderState")).toEqual(["open", "paid"]);
    expect(result.model.enums).toHaveLength(1);
  });

  it("reads a table that lists `null` as the values of the property, not as an enum", () => {
    const result = modelOf({
      "resources/person.md": resourcePage("person", ["|ageGroup|[ageGroup](#agegroup-values)|The age group.|"], {
        after: section("ageGroup", ["null", "minor", "adult"]),
      }),
    });
    expect(result.model.enums).toEqual([]);
    expect(propertyIn(result, "person", "ageGroup")).toMatchObject({
      type: { kind: "literals", values: ["minor", "adult"] },
      isNullable: true,
    });
  });

  it("keeps enums of one name in two namespaces apart, and drops the one that nothing uses", () => {
    const result = modelOf({
      "resources/enums.md": enums(section("callKind", ["group", "direct"])),
      "resources/enums-calls.md": enums(section("callKind", ["conference"])).replace("shop.core", "shop.calls"),
      "resources/order.md": resourcePage("order", ["|id|String|The id.|"]),
      "resources/record.md": resourcePage("record", ["|kind|shop.calls.callKind|The kind.|"]),
    });
    expect(result.model.enums.map(({ id }) => id)).toEqual(["shop.calls.callKind"]);
    expect(codesOf(result)).toEqual(["enum-unused"]);
  });

  it("marks flags by powers of two, and evolvable enums by their sentinel", () => {
    const page = (rows: string): string =>
      `# part enum type\n\nNamespace: shop.core\n\n## Members\n\n|Member|Value|Description|\n|:--|:--|:--|\n${rows}`;
    const order = resourcePage("order", ["|parts|part|The parts.|"]);
    const flags = modelOf({
      "resources/part.md": page("|none|0|None.|\n|lid|1|Lid.|\n|box|2|Box.|\n|tape|4|Tape.|"),
      "resources/order.md": order,
    });
    expect(enumIn(flags, "part")).toMatchObject({ isFlags: true, isEvolvable: false, source: "table" });
    const counted = modelOf({
      "resources/part.md": page("|lid|0|Lid.|\n|unknownFutureValue|1|Sentinel.|\n|tape|2|Tape.|"),
      "resources/order.md": order,
    });
    expect(enumIn(counted, "part")).toMatchObject({ isFlags: false, isEvolvable: true });
    expect(enumIn(counted, "part").members.map(({ value, isAfterSentinel }) => [value, isAfterSentinel])).toEqual([
      ["lid", false],
      ["unknownFutureValue", false],
      ["tape", true],
    ]);
  });
});
