import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { jsonTemplate } from "./json-template.ts";

/** What the template evaluates to. The code is parsed, never run; `undefined` if it is anything else. */
function evaluated(code: string): string | undefined {
  const source = ts.createSourceFile("a.ts", `x = ${code};`, ts.ScriptTarget.Latest, true);
  const [statement] = source.statements;
  if (source.statements.length !== 1 || !statement || !ts.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  if (!ts.isBinaryExpression(expression) || !ts.isNoSubstitutionTemplateLiteral(expression.right)) return undefined;
  return expression.right.text;
}

describe("jsonTemplate", () => {
  it("is laid out to be read", () => {
    const value = {
      id: "7",
      none: undefined,
      empty: {},
      list: [],
      short: { a: [1, true, null], b: "c" },
      long: ["x".repeat(50), { y: "y".repeat(50) }],
    };
    expect(jsonTemplate(value)).toBe(`\`{
  "id": "7",
  "empty": {},
  "list": [],
  "short": { "a": [1, true, null], "b": "c" },
  "long": [
    "${"x".repeat(50)}",
    { "y": "${"y".repeat(50)}" }
  ]
}\``);
  });

  it.each<[string, string]>([
    ["`", '`"\\`"`'],
    ["$" + "{x}", '`"\\${x}"`'],
    ["$x", '`"$x"`'],
    ["a\\b", '`"a\\\\\\\\b"`'],
    ['"', '`"\\\\""`'],
    ["*/", '`"*/"`'],
    ["</script><!--", '`"<\\\\/script>\\\\u003C!--"`'],
    ["\u2028\u202e\u{e0001}\u0000\n", '`"\\\\u2028\\\\u202E\\\\uDB40\\\\uDC01\\\\u0000\\\\n"`'],
    ["\ud800", '`"\\\\ud800"`'],
  ])("keeps %j a string", (text, code) => {
    expect(jsonTemplate(text)).toBe(code);
    expect(JSON.parse(evaluated(code) ?? "")).toBe(text);
  });

  it("holds any JSON, and nothing else", () => {
    const text = fc.string({ unit: "binary" });
    const nasty = fc.constantFrom(
      "`",
      "${x}",
      "\\",
      "\\`",
      "</script>",
      "\u2029",
      "__proto__",
      "constructor",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(text, nasty), fc.oneof(fc.jsonValue(), nasty)), (value) => {
        const code = jsonTemplate(value);
        expect(JSON.parse(evaluated(code) ?? "")).toEqual(JSON.parse(JSON.stringify(value)));
        expect(code).not.toMatch(/[\r\u0080-\u009f\u2028\u2029\u202a-\u202e\u200b]|<[/!]/);
      }),
    );
  });

  it("keeps what is called like the prototype", () => {
    const value = JSON.parse('{"__proto__":{"x":1}}');
    expect(JSON.stringify(JSON.parse(evaluated(jsonTemplate(value)) ?? ""))).toBe('{"__proto__":{"x":1}}');
  });

  it("takes deep values", () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 200; depth++) value = { a: [value] };
    expect(JSON.parse(evaluated(jsonTemplate(value)) ?? "")).toEqual(value);
  });
});
