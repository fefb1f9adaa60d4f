import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  capitalized,
  code,
  identifier,
  indentCode,
  isIdentifier,
  memberAccess,
  memberName,
  objectKey,
  pathText,
  queryText,
  stringLiteral,
} from "./text.ts";

/** A template literal with an expression, as text of a page. */
const templateInText = `\`$\{X}\``;

const anyText = fc.string({ unit: "binary", maxLength: 60 });

/** Statements of a text that has no syntax errors. */
function parse(text: string): readonly ts.Statement[] {
  const result = ts.transpileModule(text, { reportDiagnostics: true });
  expect(result.diagnostics).toEqual([]);
  return ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true).statements.slice();
}

const evaluate = (text: string): unknown => new Function(`return ${text}`)();

describe("identifier", () => {
  it.each([
    ["User", "User"],
    ["getUser", "getUser"],
    ["$ref", "$ref"],
    ["class", "class_"],
    ["string", "string_"],
    ["undefined", "undefined_"],
    ["Omit", "Omit_"],
    ["toString", "toString_"],
    ["1st", "_1st"],
    ["", "_"],
    ["a-b", "a_2d_b"],
    ["Größe", "Gr_f6__df_e"],
    ["X { } ; evil()", "X_20__7b__20__7d__20__3b__20_evil_28__29_"],
  ])("makes %j into %j", (text, name) => {
    expect(identifier(text)).toBe(name);
  });

  it("always makes a name that can be declared as a type and as a function", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = identifier(text);
        expect(isIdentifier(name)).toBe(true);
        expect(parse(`export interface ${name} {}\nexport function ${name}() {}`)).toHaveLength(2);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps what can be declared", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,30}$/), (text) => {
        expect(identifier(text)).toBe(text === "Omit" ? "Omit_" : text);
      }),
    );
  });

  it("capitalizes", () => {
    expect(capitalized(identifier("getUser"))).toBe("GetUser");
  });
});

describe("stringLiteral", () => {
  it.each([
    ["it's", '"it\'s"'],
    ['say "hi"', '"say \\"hi\\""'],
    ["a\\", '"a\\\\"'],
    ["two\nlines\r\u2028\u2029\u0085", '"two\\nlines\\r\\u2028\\u2029\\u0085"'],
    [templateInText, `"${templateInText}"`],
    ["</script><!-- x -->", '"\\x3C/script>\\x3C!-- x -->"'],
    ["a\u202Eb\u200Bc\u{E0041}", '"a\\u202Eb\\u200Bc\\u{E0041}"'],
    ["", '""'],
  ])("writes %j as %s", (text, literal) => {
    expect(stringLiteral(text)).toBe(literal);
  });

  it("evaluates to the very text, on one line, as value and as type", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const literal = stringLiteral(text);
        expect(evaluate(literal)).toBe(text);
        expect(literal).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/);
        const [alias] = parse(`type A = ${literal};`);
        const type = alias !== undefined && ts.isTypeAliasDeclaration(alias) ? alias.type : undefined;
        expect(
          type !== undefined && ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) && type.literal.text,
        ).toBe(text);
      }),
    );
  });
});

describe("names of members", () => {
  it.each([
    ["displayName", "displayName", ".displayName"],
    ["constructor", "constructor", ".constructor"],
    ["__proto__", "__proto__", ".__proto__"],
    ["class", "class", ".class"],
    ["@odata.type", '"@odata.type"', '["@odata.type"]'],
    ["a-b", '"a-b"', '["a-b"]'],
    ["1st", '"1st"', '["1st"]'],
    ["7", '"7"', '["7"]'],
    ["😀", '"😀"', '["😀"]'],
    ["a: string }; X; interface Y { b", '"a: string }; X; interface Y { b"', '["a: string }; X; interface Y { b"]'],
    ["a'; X; '", "\"a'; X; '\"", "[\"a'; X; '\"]"],
    [templateInText, `"${templateInText}"`, `["${templateInText}"]`],
  ])("writes %j as %s and %s", (text, name, access) => {
    expect([memberName(text), memberAccess(text)]).toEqual([name, access]);
  });

  it("makes exactly one member of a type", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [type, ...others] = parse(`interface A { ${memberName(text)}: 1 }`);
        expect(others).toEqual([]);
        const members = type !== undefined && ts.isInterfaceDeclaration(type) ? type.members : [];
        expect(members).toHaveLength(1);
        const name = members[0]?.name;
        expect(name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text).toBe(text);
      }),
    );
  });

  it("makes exactly one own property of an object, `__proto__` too", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constant("__proto__")), (text) => {
        expect(Object.entries(evaluate(`({ ${objectKey(text)}: 1 })`) as object)).toEqual([[text, 1]]);
      }),
    );
  });

  it("reads the member", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const object = Object.fromEntries([[text, 1]]);
        expect(new Function("args", `return args${memberAccess(text)}`)(object)).toBe(1);
      }),
    );
  });
});

describe("pathText and queryText", () => {
  it.each([
    ["/users/", "/users/"],
    ["/a'+X+'", "/a'+X+'"],
    [`/a${templateInText}`, "/a%60$%7BX%7D%60"],
    ["\\n", "%5Cn"],
    ["/a?b#c", "/a%3Fb%23c"],
    ["/%20%2", "/%20%252"],
    ["/f(a=1,b='x'):/$value", "/f(a=1,b='x'):/$value"],
    ["/ä", "/%C3%A4"],
  ])("writes %j as %s", (text, path) => {
    expect(pathText(text)).toBe(path);
  });

  it("stands in a template as it is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [path, query] = [pathText(text), queryText(text)];
        expect(evaluate(`String.raw\`${path}\``)).toBe(path);
        expect(evaluate(`\`${path}?${query}=\``)).toBe(`${path}?${query}=`);
        expect(path).toMatch(/^[\x21-\x7E]*$/);
        expect(query).toMatch(/^[\x21-\x7E]*$/);
      }),
    );
  });

  it("leaves paths as they are", () => {
    expect(pathText("/me/drive/root:/file%20name:/content")).toBe("/me/drive/root:/file%20name:/content");
    expect(queryText("$filter")).toBe("$filter");
    expect(queryText("a&b=c")).toBe("a%26b%3Dc");
  });
});

describe("code", () => {
  it("composes and indents", () => {
    const inner = code`a: ${stringLiteral("x")},\n\nb: 1,`;
    expect(code`{\n${indentCode(inner)}\n}`).toBe('{\n  a: "x",\n\n  b: 1,\n}');
  });

  it("takes no plain text", () => {
    const plain: string = "evil()";
    // @ts-expect-error: not code
    expect(code`${plain}`).toBe("evil()");
  });
});
