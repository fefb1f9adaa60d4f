import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { type Comment, comment, commentCode, example, maxProseLength, note, prose, webLink } from "./comment-text.ts";
import { type Code, code, identifier, objectKey, stringLiteral } from "./text.ts";

const blockOf = (text: Comment | null): string => (text === null ? "" : commentCode(text));

/** The first statement behind a comment, with what TypeScript reads in it. */
function read(block: string) {
  const source = ts.createSourceFile("a.ts", `${block}\ninterface A {}`, ts.ScriptTarget.Latest, true);
  const [statement, ...others] = source.statements;
  const all = statement === undefined ? [] : ts.getJSDocTags(statement);
  const comments = [...all, ...(statement === undefined ? [] : ts.getJSDocCommentsAndTags(statement))];
  const links = comments.flatMap(({ comment: parts }) => (typeof parts === "string" ? [] : (parts ?? [])));
  const pragmas = [...((Reflect.get(source, "pragmas") as Map<string, unknown> | undefined)?.keys() ?? [])];
  return {
    count: others.length + 1,
    name: statement !== undefined && ts.isInterfaceDeclaration(statement) ? statement.name.text : null,
    tags: all.map(({ tagName }) => tagName.text),
    links: links.filter(({ kind }) => kind !== ts.SyntaxKind.JSDocText).length,
    pragmas,
  };
}

/** The code of the example in a comment. */
function exampleIn(block: string): string {
  const lines = block.split("\n").map((line) => line.replace(/^ \* ?/, ""));
  return lines.slice(lines.indexOf("```ts") + 1, lines.indexOf("```")).join("\n");
}

describe("prose", () => {
  it.each([
    ["See */ X /*", "See *\\/ X /*"],
    ["a **//X", "a **\\//X"],
    ["one\u2028two\u2029three\u0085four\vfive\rsix\r\nseven", "one\ntwo\nthree\nfour\nfive\nsix\nseven"],
    ["  many \t blanks\u0000\u001b  ", "many blanks"],
    ["ends with \\", "ends with \\"],
    ["@deprecated no", "\\@deprecated no"],
    ["{@link javascript:alert(1)}", "{\\@link javascript:alert(1)}"],
    ["jane@contoso.example", "jane@contoso.example"],
    ["the `@odata.type` of", "the `@odata.type` of"],
    ["see @odata.type", "see \\@odata.type"],
    ["// @ts-ignore", "// \\@ ts-ignore"],
    ["@jsx h", "\\@ jsx h"],
    ["eslint-disable no-x", "`eslint-disable` no-x"],
    ["# sourceMappingURL=x", "# sourceMapping URL=x"],
    ["a\u202Eb\u200Bc\u2066d\uFEFF", "abcd"],
    ["\uD800x", "\uFFFDx"],
    ["", ""],
  ])("writes %j as %j", (text, safe) => {
    expect(prose(text)).toBe(safe);
  });

  it("is cut at a word", () => {
    expect(prose("one two three four", 12)).toBe("one two…");
    expect(prose("x".repeat(2000))).toHaveLength(maxProseLength);
    expect(prose("😀".repeat(10), 4)).toBe("😀…");
  });
});

describe("comment", () => {
  it("is one line, or paragraphs with the tags together at the end", () => {
    expect(blockOf(comment([prose("One line.")]))).toBe("/** One line. */");
    const paragraphs = [
      prose("One."),
      null,
      prose(""),
      note`Two of {@link ${identifier("x")}}.`,
      note`@deprecated`,
      note`@internal`,
    ];
    expect(blockOf(comment(paragraphs))).toBe(
      ["/**", " * One.", " *", " * Two of {@link x}.", " *", " * @deprecated", " * @internal", " */"].join("\n"),
    );
    expect(comment([null, prose(" ")])).toBeNull();
  });

  it("wraps at a hundred columns", () => {
    const block = blockOf(comment([prose("word ".repeat(60))], 4));
    expect(Math.max(...block.split("\n").map((line) => line.length))).toBeLessThanOrEqual(96);
    expect(block.split("\n").length).toBeGreaterThan(3);
  });

  it("does not break code", () => {
    const request = `\`GET /${"x".repeat(80)}\``;
    expect(blockOf(comment([prose(`This is the request ${request} that is sent.`)]))).toBe(
      `/**\n * This is the request\n * ${request} that is\n * sent.\n */`,
    );
  });

  it("does not break links", () => {
    const name = identifier("x".repeat(80));
    expect(blockOf(comment([note`This is what {@link ${name}} gives.`]))).toBe(
      `/**\n * This is what\n * {@link ${name}} gives.\n */`,
    );
  });

  it("keeps a bullet and its text together", () => {
    const request = `\`GET /${"x".repeat(95)}\``;
    expect(blockOf(comment([prose(`- ${request} and more\n- b\n-`)]))).toBe(
      `/**\n * - ${request}\n *   and more\n * - b\n * -\n */`,
    );
  });

  it("keeps two lines of a description inside one comment", () => {
    expect(blockOf(comment([prose("first\n}\nsecond")]))).toBe("/**\n * first\n * }\n * second\n */");
  });

  it("cannot be left, and has only the tags that it was given", () => {
    const hostile = fc.array(
      fc.constantFrom(
        "*",
        "/",
        "*/",
        "/*",
        "@",
        "@x",
        "{",
        "}",
        "\n",
        " ",
        "\\",
        "`",
        "<",
        "//",
        "#",
        "\u2028",
        "link",
        "jsx h",
        "ts-nocheck",
      ),
      { maxLength: 40 },
    );
    const text = fc.oneof(
      hostile.map((parts) => parts.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, text, (first, second) => {
        const block = blockOf(comment([prose(first), prose(second), note`@deprecated ${prose(second)}`]));
        const wanted = ["deprecated"];
        expect(read(block)).toEqual({ count: 1, name: "A", tags: wanted, links: 0, pragmas: [] });
        expect(block).not.toMatch(/[\u2028\u2029\r\u202E]/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("example", () => {
  it("is code behind a tag, line by line", () => {
    const call = code`await getBook(client, {\n  bookId: ${stringLiteral("1")},\n});`;
    expect(blockOf(comment([prose("Get."), example(call), note`@throws ApiError`]))).toBe(`/**
 * Get.
 *
 * @example
 * \`\`\`ts
 * await getBook(client, {
 *   bookId: "1",
 * });
 * \`\`\`
 * @throws ApiError
 */`);
  });

  it.each([
    ["a */ b", '"a *\\/ b"'],
    ["@ts-ignore", '"\\u0040ts-ignore"'],
    ["# sourceMappingURL=x", '"# sourceMapping\\u0055RL=x"'],
    ["sourceURL", '"source\\u0055RL"'],
    ["eslint-disable", '"eslint\\u002Ddisable"'],
    ["of @internal use", '"of \\u0040internal use"'],
    ["{@link javascript:x}", '"{\\u0040link javascript:x}"'],
    ["jane@contoso.example", '"jane@contoso.example"'],
    ["#lib.book@odata.type", '"#lib.book@odata.type"'],
  ])("writes %j as %s, which is the same", (text, written) => {
    const block = example(code`f(${stringLiteral(text)});`);
    expect(block).toBe(`@example\n\`\`\`ts\nf(${written});\n\`\`\``);
    expect(new Function(`return ${written}`)()).toBe(text);
  });

  it("does nothing but to show what it shows, whatever texts are in it", () => {
    const parts = ["*/", "/*", " @x", "@", "{@link x}", "`", "```", " ", "*", "\\", "@ts-nocheck", "@jsx h", "eslint-"];
    const hostile = fc.oneof(
      fc.array(fc.constantFrom(...parts, "sourceMappingURL=", "sourceURL", "biome-ignore", "\n"), { maxLength: 8 }),
      fc.array(fc.string({ unit: "binary" }), { maxLength: 1 }),
    );
    fc.assert(
      fc.property(hostile, hostile, (keyParts, valueParts) => {
        const [key, value] = [keyParts.join(""), valueParts.join("")];
        const call = code`f({ ${objectKey(key)}: ${stringLiteral(value)}, sourceURL: ${stringLiteral(key)} });`;
        const block = blockOf(comment([example(call as Code), note`@throws ApiError`]));
        expect(read(block)).toEqual({ count: 1, name: "A", tags: ["example", "throws"], links: 0, pragmas: [] });
        expect(block).not.toMatch(/eslint-|biome-|sourceMappingURL|sourceURL/);
        let given: unknown;
        new Function("f", exampleIn(block))((args: object) => {
          given = Object.entries(args);
        });
        expect(given).toEqual(Object.entries({ [key]: value, sourceURL: key }));
      }),
      { numRuns: 300 },
    );
  });
});

describe("webLink", () => {
  it.each([
    ["https://docs.example/api/get-user?view=v1#top", "https://docs.example/api/get-user?view=v1#top"],
    ["https://docs.example/a b*/x", "https://docs.example/a%20b%2A/x"],
    ["https://docs.example/{@link x}`\n", "https://docs.example/%7B%40link%20x%7D%60"],
    ["https://docs.example/%7Bx%7D", "https://docs.example/%7Bx%7D"],
    ["https://docs.example/\u202Eä", "https://docs.example/%E2%80%AE%C3%A4"],
    ["https://docs.example/?q={x}|@y", "https://docs.example/?q=%7Bx%7D%7C%40y"],
  ])("writes %j as %s", (url, written) => {
    expect(webLink(url)).toBe(written);
  });

  it("refuses what is no address", () => {
    expect(() => webLink("docs")).toThrow(TypeError);
  });
});
