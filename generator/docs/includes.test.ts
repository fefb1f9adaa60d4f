import { toString as textOf } from "mdast-util-to-string";
import { describe, expect, it } from "vitest";
import { expandIncludes, includeTarget, resolveInclude } from "./includes.ts";
import { defaultLimits } from "./limits.ts";
import { blocksFrom, contextFor, type Files, findings, timeOf } from "./reading.fixture.ts";

function expand(text: string, files: Files = {}, path = "resources/lamp.md") {
  const context = contextFor(path, files);
  const blocks = expandIncludes(blocksFrom(text, path), context);
  return { texts: blocks.map((block) => textOf(block.node)), blocks, diagnostics: context.diagnostics };
}

describe("an include line", () => {
  it("is replaced by the blocks of its file", () => {
    const { texts, blocks, diagnostics } = expand("Before.\n\n[!INCLUDE [notice](../includes/notice.md)]\n\nAfter.", {
      "includes/notice.md": "---\nms.topic: include\n---\n\nOne.\n\nTwo.",
    });
    expect(texts).toEqual(["Before.", "One.", "Two.", "After."]);
    expect(blocks.map((block) => block.file)).toEqual([
      "resources/lamp.md",
      "includes/notice.md",
      "includes/notice.md",
      "resources/lamp.md",
    ]);
    expect(diagnostics).toEqual([]);
  });

  it("uses the definitions and the text of its own file", () => {
    const { blocks } = expand("[!INCLUDE [a](a.md)]\n\n[shade]: page.md", {
      "resources/a.md": "[shade][]\n\n[shade]: own.md",
    });
    expect(blocks[0]?.definitions.get("shade")?.url).toBe("own.md");
    expect(blocks[0]?.source).toContain("own.md");
  });

  it("may name files that include others, relative to themselves", () => {
    const { texts } = expand("[!INCLUDE [a](../includes/a.md)]", {
      "includes/a.md": "[!INCLUDE [b](deep/b.md)]",
      "includes/deep/b.md": "Deep.",
    });
    expect(texts).toEqual(["Deep."]);
  });

  it("may stand in lines one after the other, which are one paragraph", () => {
    const { texts } = expand("[!INCLUDE [a](a.md)]\n[!INCLUDE [b](b.md)]", {
      "resources/a.md": "A.",
      "resources/b.md": "B.",
    });
    expect(texts).toEqual(["A.", "B."]);
  });

  it("is cut out exactly, whatever letters stand before it", () => {
    expect(expand("Straße ŉ: [!INCLUDE [a](a.md)]", { "resources/a.md": "A." }).texts).toEqual(["Straße ŉ: ", "A."]);
  });

  it("leaves the words around it, each in a paragraph of its own", () => {
    const { texts } = expand("Look: [!INCLUDE [a](a.md)] and **more**.", { "resources/a.md": "A." });
    expect(texts).toEqual(["Look: ", "A.", " and more."]);
  });

  it("is read between the markers of a zone of the docs site", () => {
    const { texts } = expand(':::zone pivot="next"\n[!INCLUDE [a](a.md)]\n:::zone-end', { "resources/a.md": "A." });
    expect(texts).toEqual(["A."]);
  });

  it("in a quote has its blocks quoted", () => {
    const { blocks } = expand("> [!INCLUDE [a](a.md)]", { "resources/a.md": "A." });
    expect(blocks.map((block) => block.isQuoted)).toEqual([true]);
  });

  it("in a list item has its blocks after the list", () => {
    const { texts } = expand("- first\n- [!INCLUDE [a](a.md)]", { "resources/a.md": "A." });
    expect(texts).toEqual(["first[!INCLUDE a]", "A."]);
  });

  it.each([["[!include [a](a.md)]"], ["[!INCLUDE[a](a.md)]"], ["[!INCLUDE  [a](a.md)]"]])(
    "may be written %s",
    (line) => {
      expect(expand(line, { "resources/a.md": "A." }).texts).toEqual(["A."]);
    },
  );

  it("of code snippets is dropped unread and unreported", () => {
    const { texts, diagnostics } = expand("[!INCLUDE [sample](../includes/snippets/go/get-lamp.md)]", {});
    expect(texts).toEqual([]);
    expect(diagnostics).toEqual([]);
  });

  it("has a target, and other paragraphs have none", () => {
    const target = (text: string) => {
      const [block] = blocksFrom(text);
      return block?.node.type === "paragraph" ? includeTarget(block.node) : undefined;
    };
    expect(target("[!INCLUDE [a](a.md)]")).toBe("a.md");
    expect(target("See [a](a.md)")).toBeNull();
    expect(target("[!INCLUDE a]")).toBeNull();
  });
});

describe("an include that cannot be read", () => {
  it("is reported with its place where the file is absent", () => {
    const { texts, diagnostics } = expand("Before.\n\n[!INCLUDE [a](a.md)]");
    expect(texts).toEqual(["Before."]);
    expect(findings(diagnostics)).toEqual(["include-missing 3:1-3:21"]);
    expect(diagnostics[0]?.message).toBe("The included file `a.md` is not in the docs folder");
  });

  it("is reported in the file that has it", () => {
    const { diagnostics } = expand("[!INCLUDE [a](a.md)]", { "resources/a.md": "# A\n\n[!INCLUDE [b](b.md)]" });
    expect(diagnostics[0]?.place).toMatchObject({ page: "resources/a.md", line: 3 });
  });

  it("counts as absent where it is a shared include beside the docs folder", () => {
    const { diagnostics } = expand("[!INCLUDE [a](../../../shared/includes/a.md)]");
    expect(findings(diagnostics)).toEqual(["include-missing 1:1-1:46"]);
  });

  it.each([
    "../../secrets/passwords.md",
    "/etc/passwd",
    "~/notes.md",
    "file:///etc/passwd",
    "https://contoso.example/a.md",
    "%2e%2e/a.md",
    "a%00.md",
  ])("is refused where its target is %s", (target) => {
    const { texts, diagnostics } = expand(`[!INCLUDE [a](${target})]`, { [target]: "Secret." });
    expect(texts).toEqual([]);
    expect(findings(diagnostics)).toEqual([`include-outside 1:1-1:${target.length + 17}`]);
  });

  it("ends a cycle at the file that is already being read", () => {
    const { texts, diagnostics } = expand("[!INCLUDE [a](a.md)]", {
      "resources/a.md": "A.\n\n[!INCLUDE [b](b.md)]",
      "resources/b.md": "B.\n\n[!INCLUDE [a](a.md)]",
    });
    expect(texts).toEqual(["A.", "B."]);
    expect(diagnostics.map(({ code, place }) => [code, place?.page, place?.line])).toEqual([
      ["include-cycle", "resources/b.md", 3],
    ]);
  });

  it("is one of the page itself", () => {
    expect(findings(expand("[!INCLUDE [me](lamp.md)]").diagnostics)).toEqual(["include-cycle 1:1-1:25"]);
  });

  it("is nested too deep", () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`resources/f${i}.md`, `[!INCLUDE [next](f${i + 1}.md)]`]),
    );
    const { diagnostics } = expand("[!INCLUDE [first](f0.md)]", files);
    expect(diagnostics.map(({ code, place }) => [code, place?.page])).toEqual([
      ["include-cycle", `resources/f${defaultLimits.includeDepth - 1}.md`],
    ]);
  });

  it("is one of too many: files that include each other twice do not double without end", () => {
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [
        `resources/f${i}.md`,
        Array.from({ length: 20 }, () => `[!INCLUDE [next](f${i + 1}.md)]`).join("\n\n"),
      ]),
    );
    const work = () => expand("[!INCLUDE [first](f0.md)]", files);
    expect(work).toThrow(`${defaultLimits.includes + 1} includes`);
    expect(timeOf(() => expect(work).toThrow())).toBeLessThan(2_000);
  });
});

describe("the path that a target means", () => {
  it.each<[string, string, string | null]>([
    ["resources/lamp.md", "a.md", "resources/a.md"],
    ["resources/lamp.md", "./a.md", "resources/a.md"],
    ["resources/lamp.md", "../includes/a.md", "includes/a.md"],
    ["resources/lamp.md", "../includes//a.md", "includes/a.md"],
    ["resources/lamp.md", "a.md#part", "resources/a.md"],
    ["resources/lamp.md", "a.md?view=next", "resources/a.md"],
    ["lamp.md", "includes/a.md", "includes/a.md"],
    ["lamp.md", "../a.md", null],
    ["resources/lamp.md", "../../a.md", null],
    ["resources/lamp.md", "..", null],
    ["resources/lamp.md", "", "resources"],
    ["resources/lamp.md", "\\\\server\\a.md", null],
    ["resources/lamp.md", "..\\a.md", null],
    ["resources/lamp.md", "a\0.md", null],
  ])("from %s, %s is %s", (from, target, path) => {
    expect(resolveInclude(from, target)).toBe(path);
  });
});
