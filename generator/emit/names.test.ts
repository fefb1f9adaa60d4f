import { describe, expect, it } from "vitest";
import { enumType, model, objectType, operation } from "../model/sample-model.fixture.ts";
import { createNames } from "./names.ts";

describe("createNames", () => {
  it("takes the names of the model as they are", () => {
    const { types, functions } = createNames(
      model({
        types: [objectType("book", [])],
        enums: [enumType("topic", ["a"])],
        operations: [operation("getBook", ["/b"])],
      }),
    );
    expect([...types]).toEqual([
      ["lib.book", "Book"],
      ["lib.topic", "Topic"],
    ]);
    expect([...functions]).toEqual([["api/getBook", "getBook"]]);
  });

  it("changes only what cannot be declared, and settles collisions in favour of what can", () => {
    const types = [
      objectType("a", [], { sdkName: "string" }),
      objectType("b", [], { sdkName: "string_" }),
      objectType("c", [], { sdkName: "class" }),
    ];
    expect([...createNames(model({ types })).types.values()].sort()).toEqual(["class_", "string_", "string_2"]);
    expect(createNames(model({ types })).types.get("lib.b")).toBe("string_");
  });

  it("does not depend on the order of the model", () => {
    const types = [objectType("a", [], { sdkName: "x-y" }), objectType("b", [], { sdkName: "x-y" })];
    const names = createNames(model({ types })).types;
    expect(createNames(model({ types: types.toReversed() })).types.get("lib.a")).toBe(names.get("lib.a"));
    expect(names.get("lib.b")).toBe("x_2d_y2");
  });
});
