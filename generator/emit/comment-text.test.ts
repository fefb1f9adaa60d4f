import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { type Comment, comment, commentCode, maxProseLength, note, prose } from "./comment-text.ts";
import { identifier } from "./text.ts";

const blockOf = (text: Comment | null): string => (text === null ? "" : commentCode(text));

/** The first statement behind a comment, with what TypeScript reads in it. */
function read(block: string) {
  const source = ts.createSourceFile("a.ts", `${block}\ninterface A {}`, ts.ScriptTarget.Latest, true);
  const [statement, ...others] = source.statements;
  const tags = statement === undefined ? [] : ts.getJSDocTags(statement).map(({ tagName }) => tagName.text);
  const pragmas = [...((Reflect.get(source, "pragmas") as Map<string, unknown> | undefined)?.keys() ?? [])];
  return {
    count: others.length + 1,
    name: statement !== undefined && ts.isInterfaceDeclaration(statement) ? statement.name.text : null,
    tags,
    pragmas,
  };
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
        expect(read(block)).toEqual({ count: 1, name: "A", tags: wanted, pragmas: [] });
        expect(block).not.toMatch(/[\u2028\u2029\r\u202E]/);
      }),
      { numRuns: 500 },
    );
  });
});
