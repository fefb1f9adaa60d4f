import { describe, expect, it } from "vitest";
import { readFrontMatter } from "./front-matter.ts";
import { defaultLimits } from "./limits.ts";
import { contextFor, findings } from "./reading.fixture.ts";

function read(yaml: string) {
  const context = contextFor();
  const frontMatter = readFrontMatter(context.parse(`---\n${yaml}\n---\n\n# Lamp\n`), context);
  return { frontMatter, diagnostics: context.diagnostics };
}

const none = { title: null, description: null, docType: null };

describe("front matter", () => {
  it.each([
    ["doc_type: resourcePageType", "resourcePageType"],
    ['doc_type: "resourcePageType"', "resourcePageType"],
    ["doc_type: 'enumPageType'", "enumPageType"],
    ["doc_type: resourcePageType_", "resourcePageType"],
    ['doc_type: "apiPageType "', "apiPageType"],
    ["doc_type: ~", "~"],
    ["doc_type: ''", null],
    ["title: x", null],
  ])("%s says that the page is of type %s", (yaml, docType) => {
    expect(read(yaml).frontMatter.docType).toBe(docType);
  });

  it("gives title and description", () => {
    expect(read('title: "lamp: a light"\ndescription: Lights up.').frontMatter).toEqual({
      title: "lamp: a light",
      description: "Lights up.",
      docType: null,
    });
  });

  it("keeps words, numbers and dates as the text they are", () => {
    expect(read("title: no\ndescription: 1.0").frontMatter).toMatchObject({ title: "no", description: "1.0" });
    expect(read("title: 2021-07-16").frontMatter.title).toBe("2021-07-16");
  });

  it("may have comments and other keys of any shape", () => {
    const { frontMatter, diagnostics } = read("# customer intent: none\ntitle: lamp\nlist: [a, b]\nmap: { a: b }");
    expect(frontMatter.title).toBe("lamp");
    expect(diagnostics).toEqual([]);
  });

  it("is absent on a page that starts otherwise", () => {
    const context = contextFor();
    expect(readFrontMatter(context.parse("# Lamp\n\n---\n\ntitle: lamp\n\n---"), context)).toEqual(none);
    expect(context.diagnostics).toEqual([]);
  });

  it("states no type where the key is empty", () => {
    expect(read("doc_type:")).toEqual({ frontMatter: none, diagnostics: [] });
  });

  it.each(["doc_type: [a]", "doc_type: { a: b }"])("%s states no type, and is reported", (yaml) => {
    const { frontMatter, diagnostics } = read(`title: lamp\n${yaml}`);
    expect(frontMatter).toEqual({ ...none, title: "lamp" });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "Unexpected front matter (`doc_type` is no text), expected a YAML mapping of texts: it is ignored",
    ]);
  });

  it("holds keys of the language as plain keys", () => {
    expect(read("__proto__: { title: x }\nconstructor: y\ntitle: lamp").frontMatter).toEqual({
      ...none,
      title: "lamp",
    });
  });

  it.each([
    ["a list", "- a\n- b", "front-matter-invalid 1:1-4:4"],
    ["a duplicate key", "title: a\ntitle: b", "front-matter-invalid 1:1-4:4"],
    ["a second colon", "title: a: b", "front-matter-invalid 1:1-3:4"],
    ["a tab", "title:\n\t- a", "front-matter-invalid 1:1-4:4"],
    ["aliases", "title: &a x\ndescription: *a", "front-matter-invalid 1:1-4:4"],
    ["a bomb of aliases", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c", "front-matter-invalid 1:1-6:4"],
    ["a code tag", "title: !!js/function 'function(){}'", null],
    ["too much text", `title: ${"x".repeat(defaultLimits.frontMatterLength)}`, "front-matter-invalid 1:1-3:4"],
    ["brackets inside each other", `title: ${"[".repeat(5_000)}`, "front-matter-invalid 1:1-3:4"],
  ])("with %s leaves the page readable", (_, yaml, finding) => {
    const { frontMatter, diagnostics } = read(yaml);
    expect(findings(diagnostics)).toEqual(finding === null ? [] : [finding]);
    if (finding !== null) expect(frontMatter).toEqual(none);
  });
});
