import { describe, expect, it } from "vitest";
import { TypeIndex } from "./type-index.ts";

function reference(name: string, link: string | null = null, namespace: string | null = null) {
  return { name, link, namespace };
}

describe("TypeIndex", () => {
  it("finds a name in the namespace of the page before the default one", () => {
    const index = new TypeIndex("shop");
    index.setNamespace("resources/calls-stream.md", "shop.calls");
    const general = index.add("object", "shop", "stream", "resources/stream.md");
    const own = index.add("object", "shop.calls", "stream", "resources/calls-stream.md");
    expect(index.resolve(reference("stream"), "resources/calls-stream.md")).toBe(own);
    expect(index.resolve(reference("stream"), "resources/other.md")).toBe(general);
  });

  it("ignores letter case and keeps the first spelling", () => {
    const index = new TypeIndex("shop");
    const entry = index.add("object", "shop", "orderLine", null);
    expect(index.add("object", "shop", "OrderLine", null)).toBe(entry);
    expect(index.resolve(reference("ORDERLINE"), "a.md")?.name).toBe("orderLine");
  });

  it("takes the text of a link before its target", () => {
    const index = new TypeIndex("shop");
    index.add("object", "shop", "party", "resources/party.md");
    const info = index.add("object", "shop", "partyInfo", "resources/partyinfo.md");
    expect(index.resolve(reference("partyInfo", "party.md"), "resources/order.md")).toBe(info);
  });

  it("takes the target where the text names nothing, whatever its letter case", () => {
    const index = new TypeIndex("shop");
    const entry = index.add("object", "shop", "sessionControl", "resources/sessioncontrol.md");
    expect(index.resolve(reference("Session Control", "../resources/SessionControl.md"), "api/x.md")).toBe(entry);
  });

  it("does not guess between several types of a page", () => {
    const index = new TypeIndex("shop");
    index.add("enum", "shop", "colour", "resources/enums.md");
    index.add("enum", "shop", "size", "resources/enums.md");
    expect(index.resolve(reference("shade", "enums.md"), "resources/a.md")).toBeNull();
  });

  it("finds a name in another namespace if there is just one of it", () => {
    const index = new TypeIndex("shop");
    const entry = index.add("object", "shop.calls", "segment", null);
    expect(index.resolve(reference("segment", null, "calls"), "a.md")).toBe(entry);
    index.add("object", "shop.routes", "segment", null);
    expect(index.resolve(reference("segment", null, "calls"), "a.md")).toBeNull();
  });

  it("is not confused by names of Object.prototype", () => {
    const index = new TypeIndex("");
    expect(index.resolve(reference("constructor"), "a.md")).toBeNull();
    expect(index.add("object", "", "__proto__", null).id).toBe("__proto__");
    expect(index.resolve(reference("__proto__"), "a.md")?.name).toBe("__proto__");
  });

  it("forgets what is removed", () => {
    const index = new TypeIndex("shop");
    const entry = index.add("enum", "shop", "size", "resources/size.md");
    index.remove(entry);
    expect(index.resolve(reference("size", "size.md"), "resources/a.md")).toBeNull();
  });
});
