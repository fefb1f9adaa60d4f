/** Each limit at its edge: what is as large as it says is read, one more is reported by the code of the limit. */
import { describe, expect, test } from "vitest";
import { defaultLimits, type Limits } from "./docs/limits.ts";
import { example, fence, getPath, lampPage, lampPath, operationPage } from "./hostile-inputs/sdk-of.fixture.ts";
import { readDocsSet, readPages } from "./read-pages.ts";
import { tempFolder } from "./testing/temp-folder.ts";

const lamp = (type = "String", more = ""): string => lampPage([`|id|${type}||`], more);
const annotated = (annotation: string): string =>
  lamp("String", `<!-- ${annotation} -->\n\n${fence}json\n{}\n${fence}`);
const frontMatter = (yaml: string): string => `---\n${yaml}\n---\n\n${lamp()}`;
const operation = (more: string): Readonly<Record<string, string>> => ({
  [getPath]: operationPage("GET /lamps/{id}", more),
});
const chain = (length: number) =>
  Object.fromEntries(Array.from({ length }, (_, i) => [`resources/i${i}.md`, `[!INCLUDE [a](i${i + 1}.md)]`]));
const messages = (count: number): string =>
  Array.from({ length: count }, () => "GET https://api.example.com/v1.0/lamps/7").join("\n\n");

/** A limit that is smaller than the default, the code of what is beyond it, and pages that hold as much as is said. */
const cases: Readonly<
  Record<
    Exclude<keyof Limits, "pageBytes" | "pageSeconds">,
    readonly [number, string, (count: number) => Readonly<Record<string, string>>]
  >
> = {
  lines: [20, "page-too-complex", (count) => ({ "a.md": `# A${"\n".repeat(count - 1)}` })],
  nesting: [5, "page-too-complex", (count) => ({ "a.md": `# A\n\n${">".repeat(count)} a` })],
  indentation: [4, "page-too-complex", (count) => ({ "a.md": `# A\n\n${" ".repeat(count)}- a` })],
  tablePipes: [30, "page-too-complex", (count) => ({ "a.md": `# A\n\n${"|".repeat(count)}` })],
  linkDefinitions: [3, "page-too-complex", (count) => ({ "a.md": "[r]: b.md\n".repeat(count) })],
  markRun: [5, "page-too-complex", (count) => ({ "a.md": `# A\n\n${"*".repeat(count)}` })],
  includes: [3, "page-too-complex", (count) => ({ "a.md": "[!INCLUDE [x](b.md)]\n\n".repeat(count), "b.md": "b" })],
  includeDepth: [3, "include-cycle", (count) => ({ ...chain(count), [`resources/i${count}.md`]: "end" })],
  frontMatterLength: [
    40,
    "front-matter-invalid",
    (count) => ({ [lampPath]: frontMatter(`title: ${"x".repeat(count - 7)}`) }),
  ],
  frontMatterDepth: [
    3,
    "front-matter-invalid",
    (count) => ({ [lampPath]: frontMatter(`x: ${"[".repeat(count)}${"]".repeat(count)}`) }),
  ],
  annotationLength: [
    60,
    "annotation-invalid",
    (count) => ({
      [lampPath]: annotated(
        '{ "blockType": "resource", "tags": "" }'
          .padEnd(count - 1)
          .replace(/\s*\}\s*$/, (end) => `${" ".repeat(end.length)}}`),
      ),
    }),
  ],
  jsonLength: [
    20,
    "example-json-invalid",
    (count) => operation(example({ body: `{ "id": "${"x".repeat(count - 12)}" }` })),
  ],
  jsonDepth: [
    4,
    "example-json-invalid",
    (count) => operation(example({ body: `{ "a": ${"[".repeat(count - 1)}${"]".repeat(count - 1)} }` })),
  ],
  messagesPerBlock: [
    2,
    "example-unread",
    (count) => operation(`## Example\n\n${fence}http\n${messages(count)}\n${fence}`),
  ],
  headerLength: [
    10,
    "example-header-removed",
    (count) => operation(example({ headers: `X: ${"x".repeat(count)}\n` }).replace("application/json", "text/json")),
  ],
  pathLength: [20, "request-line-invalid", (count) => ({ [getPath]: operationPage(`GET /${"a".repeat(count - 1)}`) })],
  typeLength: [10, "type-cell-invalid", (count) => ({ [lampPath]: lamp("x".repeat(count)) })],
  enumMemberLength: [
    10,
    "row-unread",
    (count) => ({ [lampPath]: lamp("String", `### mode values\n\n|Member|\n|-|\n|${"x".repeat(count)}|\n|y|`) }),
  ],
  permissionsPerCell: [
    3,
    "permission-cell-unread",
    (count) =>
      operation(
        `## Permissions\n\n|Permission type|Permissions|\n|-|-|\n|Application|${Array.from({ length: count }, (_, i) => `A${i}.Read`).join(", ")}|`,
      ),
  ],
};

function codesOf(texts: Readonly<Record<string, string>>, limits: Partial<Limits>): string[] {
  const set = { root: "/docs", texts: new Map(Object.entries(texts)), diagnostics: [] };
  return readDocsSet(set, { limits }).findings.map(({ diagnostic }) => diagnostic.code);
}

describe.each(Object.entries(cases))("the limit %s", (name, [limit, code, pages]) => {
  test("lets through what is as large, and reports one more", () => {
    expect(codesOf(pages(limit), { [name]: limit })).not.toContain(code);
    expect(codesOf(pages(limit + 1), { [name]: limit })).toContain(code);
  });

  test("can be raised as well as lowered", () => {
    expect(limit).toBeLessThan(defaultLimits[name as keyof Limits]);
    expect(codesOf(pages(limit + 1), {})).not.toContain(code);
  });
});

test("the limit pageBytes is about the bytes of a file", () => {
  const docs = tempFolder({ "a.md": "# Größe\n", "b.md": "# Lamp\n" });
  const codes = (pageBytes: number): string[] =>
    readPages({ docs, limits: { pageBytes } }).findings.map(({ page, diagnostic: { code, message } }) =>
      code === "file-too-large" ? `${page} ${message}` : "",
    );
  expect(codes(10).join("")).toBe("");
  expect(codes(9).filter((found) => found !== "")).toEqual([
    "a.md Unexpected size of 10 bytes, expected at most 9: the page is left out",
  ]);
});
