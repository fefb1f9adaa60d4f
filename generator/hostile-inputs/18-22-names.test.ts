/** Inputs 18 to 22 of README.md: members of enums, titles, and what becomes the name of something. */
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { codeText } from "../emit/emitted.fixture.ts";
import { lampPage, lampPath, operationPage, type Sdk, sdkOf } from "./sdk-of.fixture.ts";

/** The SDK of a page with an enum `mode` of the rows, the first of them on line 15. */
function withMembers(...rows: readonly string[]): Sdk {
  const table = ["|Member|Value|Description|", "|:---|:---|:---|", ...rows].join("\n");
  return sdkOf({ [lampPath]: lampPage(["|a|mode||"], `### mode values\n\n${table}`) });
}

/** The enum `Mode` as it is when it runs. */
function membersOf(sdk: Sdk): [string, unknown][] {
  const code = codeText(sdk.files.get("models/all.ts") ?? "", "Mode").replace("export ", "");
  return Object.entries(new Function(`${ts.transpile(code)}; return Mode;`)() as object);
}

describe("#18 enum table", () => {
  test("members of any text evaluate to that text", () => {
    const values = ["it's", "a\\", "*/", "</script>", "-1", "${x}", '"', "a: 1,", "//", "m".repeat(10_240)];
    const sdk = withMembers(...values.map((value) => `|\`${value}\`|0||`));
    expect(membersOf(sdk).map(([, value]) => value)).toEqual(values);
    expect(sdk.findings).toEqual([]);
  });

  test("a line break is part of the text, an empty one is no member", () => {
    const sdk = withMembers("|a<br>b|0||", "||1||");
    expect(membersOf(sdk)).toEqual([["a_b", "a\nb"]]);
    expect(sdk.findings).toEqual(["row-unread resources/lamp.md:16:1"]);
  });

  test("a member of more than 16 KB is none", () => {
    const sdk = withMembers(`|${"m".repeat(16_385)}|0||`, "|b|1||");
    expect(membersOf(sdk)).toEqual([["b", "b"]]);
    expect(sdk.findings).toEqual(["row-unread resources/lamp.md:15:1"]);
  });
});

test("#19 enum table: values that need keys of their own", () => {
  const sdk = withMembers("|0 - Unknown|0||", "|`__proto__`|1||", "|`constructor`|2||", "|`it's`|3||", "|`it_s`|4||");
  // The same key twice gets a number. That is no finding: the value, which is what goes to the service, is kept.
  expect(membersOf(sdk)).toEqual([
    ["0 - Unknown", "0 - Unknown"],
    ["___proto__", "__proto__"],
    ["constructor", "constructor"],
    ["it_s", "it's"],
    ["it_s_2", "it_s"],
  ]);
  expect(sdk.findings).toEqual([]);
});

test("#20 enum table: a million rows", () => {
  const rows = Array.from({ length: 1_000_000 }, (_, i) => `|m${i}|${i}||`).join("\n");
  const sdk = withMembers(rows);
  expect(sdk.findings).toEqual(["page-too-complex resources/lamp.md:1:1"]);
  expect(sdk.model.types).toEqual([]);
});

function resource(title: string): string {
  return `# ${title}\n\nNamespace: sample.time\n\n## Properties\n\n|Property|Type|\n|-|-|\n|id|String|\n`;
}

describe("#21 title", () => {
  test("reserved words and paths are names by rule", () => {
    const sdk = sdkOf({
      "resources/a.md": resource("class"),
      "resources/b.md": resource("string resource type"),
      "resources/c.md": resource("../../x"),
    });
    expect(sdk.model.types.map(({ id, sdkName }) => [id, sdkName])).toEqual([
      ["sample.time.c", "C"],
      ["sample.time.class", "Class"],
      ["sample.time.string", "StringType"],
    ]);
    expect(sdk.findings).toEqual([]);
    expect([...sdk.files.keys()].filter((path) => path.startsWith("models/"))).toEqual([
      "models/all.ts",
      "models/index.ts",
    ]);
  });

  test("two spellings of one name are one type, and reported with both places", () => {
    const sdk = sdkOf({ "resources/a.md": resource("User"), "resources/b.md": resource("user") });
    expect(sdk.model.types.map(({ id, places }) => [id, places.map(({ page }) => page)])).toEqual([
      ["sample.time.User", ["resources/a.md", "resources/b.md"]],
    ]);
    expect(sdk.findings).toEqual(["name-case-differs resources/b.md:1:1"]);
    expect(sdk.diagnostics[0]?.related?.place.page).toBe("resources/a.md");
  });

  test("two functions of one name are reported with both places", () => {
    const page = (title: string, path: string): string => operationPage(`POST ${path}`).replace("Get lamp", title);
    const sdk = sdkOf({ "api/a.md": page("delete", "/delete"), "api/b.md": page("Delete", "/Delete") });
    expect(sdk.model.operations.map(({ id, name }) => [id, name])).toEqual([
      ["api/a", "createDelete"],
      ["api/b", "deleteOperation"],
    ]);
    expect(sdk.findings).toEqual(["name-collision api/b.md:8:1"]);
    expect(sdk.diagnostics.find(({ code }) => code === "name-collision")?.related?.place.page).toBe("api/a.md");
  });
});

test("#22 title: names that a file system keeps, or does not take", () => {
  const long = "l".repeat(300);
  const sdk = sdkOf(
    Object.fromEntries(
      ["con", "nul", "aux", "dot.", long].map((name, i) => [
        `api/${i}.md`,
        operationPage(`GET /${name}/{id}`).replace("Get lamp", name),
      ]),
    ),
  );
  // Each function is in index.json with its file; that is the report.
  const { operations } = JSON.parse(sdk.files.get("index.json") ?? "") as { operations: { file: string }[] };
  expect(operations.map(({ file }) => file).sort()).toEqual([
    "operations/aux_.ts",
    "operations/con_.ts",
    `operations/${"l".repeat(80)}.ts`,
    "operations/nul_.ts",
    "operations/operations.ts",
  ]);
  expect(sdk.model.operations).toHaveLength(5);
});
