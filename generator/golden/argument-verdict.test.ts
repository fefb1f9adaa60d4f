import { describe, expect, it } from "vitest";
import { createValueChecker } from "../conformance/check-value.ts";
import { queryArgument } from "../examples/argument-values.ts";
import type { TypeRef } from "../model/api-model.ts";
import { enumRef, enumType, listOf, model, operation, parameter, primitive } from "../model/sample-model.fixture.ts";
import { createModelView } from "../shapes/model-view.ts";
import { type ArgumentVerdict, argumentVerdict } from "./argument-verdict.ts";

const enums = [enumType("size", ["small", "large"]), enumType("tag", ["new"], { isFlags: true })];
const checker = createValueChecker(createModelView(model({ enums })));

function verdict(type: TypeRef, text: string): ArgumentVerdict {
  const declared = parameter("size", type);
  const find = operation("find", ["/find"], { queryParameters: [declared] });
  return argumentVerdict(find, queryArgument(declared, text), checker);
}

describe("argumentVerdict", () => {
  it.each([
    ["fine", primitive("Int32"), "7"],
    ["wrong", primitive("Int32"), "seven"],
    ["placeholder", primitive("Int32"), "{count}"],
    ["placeholder", primitive("Boolean"), "<flag>"],
    ["fine", primitive("String"), "{id}"],
    ["fine", enumRef("size"), "small"],
    ["wrong", enumRef("size"), "Small"],
    ["wrong", enumRef("size"), "huge"],
    ["placeholder", enumRef("size"), "{size}"],
    ["placeholder", enumRef("size"), "String"],
    ["fine", enumRef("tag"), "other"],
    ["fine", enumRef("missing"), "anything"],
    ["fine", listOf(primitive("Int32")), "1,2"],
    ["wrong", listOf(primitive("Int32")), "1,b"],
  ] as const)("is %s", (expected, type, text) => {
    expect(verdict(type, text)).toBe(expected);
  });

  it("is fine for what no parameter is declared for", () => {
    const argument = queryArgument(parameter("other"), "x");
    expect(argumentVerdict(operation("find", ["/find"]), argument, checker)).toBe("fine");
  });
});
