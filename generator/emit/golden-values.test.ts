import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { createValueChecker } from "../conformance/check-value.ts";
import type { ContradictionCode } from "../conformance/contradictions.ts";
import { type Conformance, Finding } from "../conformance/finding.ts";
import { libraryModel, object } from "../model/sample-model.fixture.ts";
import { createModelView } from "../shapes/model-view.ts";
import { goldenValue, type MarkName, type Marks } from "./golden-values.ts";
import { identifier } from "./text.ts";

const marks: Marks = {
  use: (name) => identifier(name),
  typeName: (id) => (id.includes("missing") ? null : identifier(id.replace("lib.", ""))),
};

function written(value: unknown, found: Partial<Conformance> = {}, direction: "read" | "write" = "read"): string {
  return goldenValue(value, Object.assign(new Finding(), found), direction, marks);
}

function contradiction(code: ContradictionCode, ...path: readonly (string | number)[]) {
  return { code, path, message: "" };
}

describe("goldenValue", () => {
  it("writes what nothing stands against as it is", () => {
    expect(written({ a: [1, "b", null, true, { "c-d": {} }], e: [] })).toBe(
      '{ a: [1, "b", null, true, { "c-d": {} }], e: [] }',
    );
    expect(goldenValue("a", null, "write", marks)).toBe('"a"');
  });

  it("marks what is of another type, where it stands", () => {
    const value = { a: "x", b: [1, { c: null }], d: "s" };
    const contradictions = [
      contradiction("example-value-type", "a"),
      contradiction("example-value-null", "b", 1, "c"),
      contradiction("example-value-enum", "d"),
    ];
    expect(written(value, { contradictions })).toBe(
      '{ a: contradiction("x"), b: [1, { c: contradiction(null) }], d: contradiction("s") }',
    );
    expect(written([1], { contradictions: [contradiction("example-value-type")] })).toBe("contradiction([1])");
  });

  it("tells a member called `1` from an item", () => {
    const contradictions = [contradiction("example-value-type", "1")];
    expect(written({ 1: "x", 2: "x" }, { contradictions })).toBe('{ "1": contradiction("x"), "2": "x" }');
    expect(written(["x", "y"], { contradictions })).toBe('["x", "y"]');
  });

  it("marks texts that stand for values, before all else", () => {
    const contradictions = [contradiction("example-value-type", "a")];
    expect(written({ a: "{id}" }, { placeholders: [["a"]], contradictions })).toBe('{ a: placeholder("{id}") }');
    expect(written("String", { placeholders: [[]] })).toBe('placeholder("String")');
  });

  it("sets members that are not declared aside", () => {
    const contradictions = [
      contradiction("example-member-undeclared", "b"),
      contradiction("example-member-undeclared", "c", 0, "d"),
    ];
    expect(written({ a: 1, b: 2, c: [{ d: 3 }] }, { contradictions })).toBe(
      "undeclared({ a: 1, c: [undeclared({}, { d: 3 })] }, { b: 2 })",
    );
  });

  it("names members that are required and not there", () => {
    const contradictions = [
      contradiction("example-member-missing", "b"),
      contradiction("example-member-missing", "it's"),
      contradiction("example-member-undeclared", "x"),
    ];
    expect(written({ a: 1, x: 2 }, { contradictions }, "write")).toBe(
      'undeclared(incomplete(["b", "it\'s"], { a: 1 }), { x: 2 })',
    );
  });

  it("marks members beyond the declared ones, but not of a body itself", () => {
    const further = [
      { path: [], names: ["x"] },
      { path: ["a"], names: ["y"] },
    ];
    const value = { x: 1, a: { y: 2 } };
    expect(written(value, { further }, "read")).toBe("further({ x: 1, a: further({ y: 2 }) })");
    expect(written(value, { further }, "write")).toBe("{ x: 1, a: further({ y: 2 }) }");
  });

  it("marks undeclared members around further ones", () => {
    const contradictions = [contradiction("example-member-undeclared", "valueOf")];
    const further = [{ path: [], names: ["x"] }];
    expect(written({ x: 1, valueOf: 2 }, { contradictions, further })).toBe(
      "undeclared(further({ x: 1 }), { valueOf: 2 })",
    );
  });

  it("says of which type an object is, but not of a body itself, and only if the type is there", () => {
    const derived = [
      { path: [], id: "lib.audioBook" },
      { path: ["a"], id: "lib.poet" },
      { path: ["b"], id: "lib.missing" },
    ];
    const value = { a: { y: 2 }, b: {} };
    expect(written(value, { derived }, "read")).toBe("shown<audioBook>({ a: shown<poet>({ y: 2 }), b: {} })");
    expect(written(value, { derived }, "write")).toBe("{ a: sent<poet>({ y: 2 }), b: {} }");
  });

  it("unsets what every object has", () => {
    const shadowed = [{ path: ["a"], names: ["toString", "valueOf"] }];
    expect(written({ a: { b: 1 } }, { shadowed })).toBe("{ a: { b: 1, toString: unset(), valueOf: unset() } }");
  });
});

/** The value of an expression of TypeScript. The marks stand for what they do in a golden. */
function evaluated(code: string): unknown {
  const { outputText, diagnostics } = ts.transpileModule(`result = ${code};`, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext },
  });
  expect(diagnostics).toEqual([]);
  const same = (value: unknown): unknown => value;
  const functions: Readonly<Record<MarkName, unknown>> = {
    absent: () => undefined,
    contradiction: same,
    further: same,
    incomplete: (_: unknown, value: unknown) => value,
    lacks: () => same,
    placeholder: same,
    sent: same,
    shown: same,
    undeclared: (declared: object, others: object) => ({ ...declared, ...others }),
    unset: () => undefined,
  };
  const run = new Function(...Object.keys(functions), `"use strict"; let result; ${outputText}; return result;`);
  return run(...Object.values(functions));
}

describe("any value", () => {
  // The code of a number has one zero.
  const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

  it("evaluates to itself", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(evaluated(goldenValue(value, null, "read", marks))).toStrictEqual(value);
      }),
    );
    const hostile: unknown = JSON.parse(
      '{ "__proto__": { "a": 1 }, "constructor": "</script>", "\\u2028": "\\u202e${x}`" }',
    );
    expect(evaluated(goldenValue(hostile, null, "read", marks))).toStrictEqual(hostile);
  });

  it("evaluates to itself, whatever stands against it", () => {
    const names = fc.constantFrom(
      "title",
      "condition",
      "pageCount",
      "authors",
      "shelf",
      "room",
      "topics",
      "@odata.etag",
      "toString",
      "x",
    );
    const { value: values } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(null, 1, true, "new", "{id}", "String"),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(names, tie("value"), { noNullPrototype: true }),
        fc
          .dictionary(names, tie("value"), { noNullPrototype: true })
          .map((members) => ({ "@odata.type": "#lib.audioBook", ...members })),
      ),
    }));
    const library = libraryModel();
    const checker = createValueChecker(createModelView(library));
    const create = library.operations.find(({ name }) => name === "createBook");
    if (create === undefined) throw new Error("the library has the operation");
    fc.assert(
      fc.property(values, (value) => {
        const read = checker.conformance(value, object("book"), "read");
        expect(evaluated(goldenValue(value, read, "read", marks))).toEqual(value);
        const write = checker.bodyConformance(create, value);
        expect(evaluated(goldenValue(value, write, "write", marks))).toEqual(value);
      }),
    );
  });
});
