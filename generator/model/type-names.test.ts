import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelReport } from "./model-report.ts";
import { assignTypeNames, typeSdkName } from "./type-names.ts";

const place = (page: string) => ({ page, line: 3, column: 1, endLine: 3, endColumn: 9 });
const type = (namespace: string, name: string) => ({
  id: `${namespace}.${name}`,
  namespace,
  name,
  place: place(`resources/${name}.md`),
});

describe("typeSdkName", () => {
  it.each([
    ["shop.core", "orderLine", "OrderLine"],
    ["shop.core", "cert_v2", "Cert_v2"],
    ["shop.core", "3dModel", "_3dModel"],
    ["shop.core", "order-line", "OrderLine"],
    ["shop.core.calls", "session", "CallsSession"],
    ["shop.billing", "session", "BillingSession"],
    ["shop.core", "date", "DateType"],
    ["shop.core", "record", "RecordType"],
  ])("%s.%s → %s", (namespace, name, expected) => {
    expect(typeSdkName(namespace, name, "shop.core")).toBe(expected);
  });

  it("gives an identifier for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (name, namespace) => {
        expect(typeSdkName(namespace, name, "shop")).toMatch(/^[A-Za-z_$][\w$]*$/);
      }),
    );
  });
});

describe("assignTypeNames", () => {
  it("keeps the name of the first and gives the other its whole namespace", () => {
    const report = new ModelReport();
    const types = [type("shop.core", "callsSession"), type("shop.core.calls", "session")];
    const names = assignTypeNames(types, "shop.core", new Map(), report);
    expect(types.map(({ id }) => names.nameOf(id))).toEqual(["ShopCoreCallsSession", "CallsSession"]);
    expect(report.diagnostics).toEqual([
      {
        code: "name-collision",
        severity: "warning",
        message:
          "`CallsSession` would be the name of this and of another: named `ShopCoreCallsSession`, settle it with an entry for `shop.core.callsSession` under `names`",
        place: place("resources/callsSession.md"),
        related: { place: place("resources/session.md"), message: "`shop.core.calls.session` has the name" },
      },
    ]);
  });

  it("settles it by the setting, whatever the order", () => {
    const report = new ModelReport();
    const types = [type("shop.core", "callsSession"), type("shop.core.calls", "session")];
    const settings = new Map([["shop.core.calls.session", "CallSession"]]);
    const names = assignTypeNames(types.toReversed(), "shop.core", settings, report);
    expect(types.map(({ id }) => names.nameOf(id))).toEqual(["CallsSession", "CallSession"]);
    expect(report.diagnostics).toEqual([]);
  });

  it("does not change a name because of types without collision", () => {
    const one = assignTypeNames([type("shop.core", "order")], "shop.core", new Map(), new ModelReport());
    const more = assignTypeNames(
      [type("shop.core", "a"), type("shop.core", "order"), type("shop", "z")],
      "shop.core",
      new Map(),
      new ModelReport(),
    );
    expect(one.nameOf("shop.core.order")).toBe(more.nameOf("shop.core.order"));
  });
});
