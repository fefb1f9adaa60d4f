import { describe, expect, it } from "vitest";
import { model, operation } from "../model/sample-model.fixture.ts";
import { emittedText } from "./emitted.fixture.ts";

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const letter = String.fromCharCode(97 + (i % 26));
    return operation(`${letter}Call${i}`, [`/things/${i}`], { resource: "things" });
  });

describe("files of operations", () => {
  it("keeps the functions of a resource in one file", () => {
    const text = emittedText(model({ operations: many(20) }), "operations/things.ts");
    expect(text.match(/^export const /gm)).toHaveLength(20);
  });

  it("divides what is too long, behind the path that callers import", () => {
    const files = model({ operations: many(120) });
    expect(emittedText(files, "operations/things.ts")).toBe(
      'export * from "./things.a-m.js";\nexport * from "./things.n-z.js";\n',
    );
    const [low, high] = ["a-m", "n-z"].map((part) => emittedText(files, `operations/things.${part}.ts`));
    expect(low?.match(/^export const [a-m]/gm)).toHaveLength(65);
    expect(high?.match(/^export const [n-z]/gm)).toHaveLength(55);
  });
});
