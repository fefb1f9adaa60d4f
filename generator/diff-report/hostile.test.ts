/** Text of pages in every place of a report that it can get to: it is shown, and it does nothing. */
import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { githubDiff } from "./github.ts";
import { htmlDiff } from "./html.ts";
import { loadHtmlTemplates } from "./html-templates.ts";
import { jsonDiff } from "./json.ts";
import { junitDiff } from "./junit.ts";
import { markdownDiff } from "./markdown.ts";
import { prettyDiff } from "./pretty.ts";
import { hostileReport } from "./report.fixture.ts";
import { sarifDiff } from "./sarif.ts";

const bad = [
  "\u001b]8;;https://evil.example\u0007x",
  "\u001b[31m",
  "a\n::error::b",
  "a\r\n##vso[task.setvariable]x",
  "::set-output name=x::y",
  "%0A::error::x",
  "<script>alert(1)</script>",
  "</style><img src=x onerror=alert(1)>",
  "\"><svg onload='alert(1)'>",
  "{{constructor}} {{{script}}}",
  "[x](javascript:alert(1)) <https://evil.example>",
  "https://evil.example www.evil.example a@evil.example @everyone #12",
  "| a | b |\n|---|---|\n# heading\n- [ ] x\n```\n~~~",
  "]]><x/>&#0;&amp;",
  "\ud800 \uffff \u0000 \u202e",
  "../../etc/passwd",
  "__proto__",
];

const text = fc.oneof(
  fc.constantFrom(...bad),
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...bad)).map((list) => list.join("")),
);
const templates = loadHtmlTemplates();

// Whatever acts on a terminal. A line feed is part of the report.
const acting = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

function lines(report: string): string[] {
  return report.split("\n");
}

describe("hostile text", () => {
  it("does not act on a terminal, and adds no line", () => {
    fc.assert(
      fc.property(text, (one) => {
        const report = prettyDiff(hostileReport(one), false);
        expect(
          lines(report).filter((line) => acting.test(line) || line.startsWith("::") || line.includes("##vso[")),
        ).toEqual([]);
        expect(lines(report)).toHaveLength(lines(prettyDiff(hostileReport("x"), false)).length);
      }),
    );
  });

  it("gives GitHub's runner one command a change, and none of its own", () => {
    fc.assert(
      fc.property(text, (one) => {
        const report = lines(githubDiff(hostileReport(one)));
        expect(report).toHaveLength(3);
        expect(report[0]).toMatch(/^::error (?:file=[^:,]*,line=\d+,col=\d+,endLine=\d+,)?title=property-removed::/u);
        expect(report.filter((line) => acting.test(line))).toEqual([]);
      }),
    );
  });

  it("is text in markdown: no link, no markup, no heading, no mention", () => {
    fc.assert(
      fc.property(text, (one) => {
        const report = markdownDiff(hostileReport(one));
        const tree = unified().use(remarkParse).use(remarkGfm).parse(report);
        const kinds = new Set<string>();
        visit(tree, (node) => {
          kinds.add(node.type);
        });
        expect(
          [...kinds].filter(
            (kind) =>
              !["root", "heading", "paragraph", "text", "inlineCode", "strong", "list", "listItem"].includes(kind),
          ),
        ).toEqual([]);
        expect(tree.children.filter(({ type }) => type === "heading")).toHaveLength(3);
        const words: string[] = [];
        visit(tree, "text", ({ value }) => {
          words.push(value);
        });
        expect(words.filter((word) => /@|:\/\//u.test(word))).toEqual([]);
      }),
    );
  });

  it("is text in HTML: no element, no attribute", () => {
    const elements = (html: string): string[] => html.match(/<[a-z/!][^>]*>/giu) ?? [];
    const expected = elements(htmlDiff(hostileReport("x"), templates));
    fc.assert(
      fc.property(text, (one) => {
        if (one === "") return;
        expect(elements(htmlDiff(hostileReport(one), templates))).toEqual(expected);
      }),
    );
  });

  it("leaves XML well-formed", () => {
    fc.assert(
      fc.property(text, (one) => {
        const xml = junitDiff(hostileReport(one), "breaking");
        const structure = xml.replaceAll(/"[^"<>&]*(?:&(?:amp|lt|gt|quot|apos);[^"<>&]*)*"/gu, '""');
        expect(structure).toBe(junitDiff(hostileReport("x"), "breaking").replaceAll(/"[^"]*"/gu, '""'));
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u);
      }),
    );
  });

  it("stays within relative paths in SARIF", () => {
    fc.assert(
      fc.property(text, (one) => {
        const { runs } = JSON.parse(sarifDiff(hostileReport(one)));
        const { uri } = runs[0].results[0].locations[0].physicalLocation.artifactLocation;
        expect(uri).not.toMatch(/^[a-z][a-z0-9+.-]*:|^\/|(?:^|\/)\.\.(?:\/|$)|[<>"\s]/iu);
      }),
    );
  });

  it("comes back from JSON as it was", () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(JSON.parse(jsonDiff(hostileReport(one))).changes[0].message).toBe(one);
      }),
    );
  });
});
