/** Inputs 9 to 17 of README.md: the cells of a table of properties. */
import { expect, test } from "vitest";
import { lampPage, lampPath, type Sdk, sdkOf } from "./sdk-of.fixture.ts";

/** The SDK of a page with the rows, the first of them on line 9. */
function withRows(...rows: readonly string[]): Sdk {
  return sdkOf({ [lampPath]: lampPage(rows) });
}

function lampOf(...members: readonly string[]): string {
  return members.length === 0
    ? "export interface Lamp {}"
    : ["export interface Lamp {", ...members.map((member) => `  ${member};`), "}"].join("\n");
}

const typeCell = (type: string): Sdk => withRows(`|a|${type}||`);

test("#9 property name: code around a name", () => {
  const sdk = withRows("|a: string }; X; interface Y { b|String||", "|`a: string }; X`|String||", "|ok|String||");
  expect(sdk.declaration("Lamp")).toBe(lampOf("ok: string"));
  expect(sdk.findings).toEqual(["row-unread resources/lamp.md:9:1", "row-unread resources/lamp.md:10:1"]);
});

test("#10 property name: members of every object", () => {
  const names = ["__proto__", "constructor", "hasOwnProperty", "toString", "valueOf"];
  const sdk = withRows(...names.map((name) => `|\`${name}\`|String||`));
  expect(sdk.declaration("Lamp")).toBe(lampOf(...names.map((name) => `${name}: string`)));
  expect(sdk.model.types[0]?.properties.map(({ name }) => name)).toEqual(names);
  expect(sdk.findings).toEqual([]);
});

test("#11 property name: no identifier", () => {
  const sdk = withRows(
    "|@odata.type|String||",
    "|extension_ab12_x|String||",
    "|a-b|String||",
    // Only ASCII names, and none with a digit in front, are names of properties: see the limits in the main README.
    "|1st|String||",
    "|💡|String||",
  );
  expect(sdk.declaration("Lamp")).toBe(lampOf('"@odata.type": string', "extension_ab12_x: string", '"a-b": string'));
  expect(sdk.findings).toEqual(["row-unread resources/lamp.md:12:1", "row-unread resources/lamp.md:13:1"]);
});

test("#12 property name: quotes and templates", () => {
  const sdk = withRows("|a'; X; '|String||", "|`${X}`|String||", "|`` `${X}` ``|String||");
  expect(sdk.declaration("Lamp")).toBe(lampOf());
  expect(sdk.findings).toEqual([9, 10, 11].map((line) => `row-unread resources/lamp.md:${line}:1`));
});

test("#13 property name: twins", () => {
  const sdk = withRows("|id|String|one|", "|ID|String|two|", "|id|Int32|three|");
  expect(sdk.declaration("Lamp")).toBe(
    ["export interface Lamp {", "  /** one */", "  id: string;", "  /** two */", "  ID: string;", "}"].join("\n"),
  );
  expect(sdk.findings).toEqual(["name-case-differs resources/lamp.md:10:1", "name-duplicate resources/lamp.md:11:1"]);
  expect(sdk.diagnostics.map(({ related }) => related?.place.line)).toEqual([9, 9]);
});

test("#14 type cell: code behind a type", () => {
  const sdk = typeCell("string } ; X ; interface E { z: 1");
  expect(sdk.declaration("Lamp")).toBe(lampOf("a: unknown"));
  expect(sdk.findings).toEqual(["type-cell-invalid resources/lamp.md:9:3"]);
  expect(typeCell("`${X}`").declaration("Lamp")).toBe(lampOf("a: unknown"));
});

test("#15 type cell: text on which careless expressions take for ever", () => {
  const start = performance.now();
  const sdk = withRows(`|a|${"a".repeat(28)}!|x|`, `|b|x${" ".repeat(60_000)}!|x|`, `|c|${"a.".repeat(30_000)}!|x|`);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(sdk.model.types[0]?.properties.map(({ type }) => type.kind)).toEqual(["unknown", "unknown", "unknown"]);
  expect(sdk.findings).toEqual([
    "type-unresolved resources/lamp.md:9:3",
    "type-unresolved resources/lamp.md:10:3",
    "type-cell-invalid resources/lamp.md:11:3",
  ]);
});

test("#16 type cell: collections in collections", () => {
  // No type of a reference is a collection of collections: the second level is over the limit already.
  for (const depth of [2, 50, 5_000]) {
    const sdk = typeCell(`${"Collection(".repeat(depth)}String${")".repeat(depth)}`);
    expect(sdk.declaration("Lamp")).toBe(lampOf("a: unknown"));
    expect(sdk.findings).toEqual(["type-cell-invalid resources/lamp.md:9:3"]);
  }
});

test("#17 type cell link: a target outside, or of another scheme", () => {
  const shade =
    "# shade resource type\n\nNamespace: sample.time\n\n## Properties\n\n|Property|Type|\n|-|-|\n|id|String|\n";
  const sdk = sdkOf({
    [lampPath]: lampPage([
      "|a|[user](../../../../etc/passwd)||",
      "|b|[x](javascript:alert)||",
      "|c|[x](//evil.example/x)||",
      // The text of a link is a name, wherever the link leads.
      "|d|[shade](../../../../etc/passwd)||",
    ]),
    "resources/shade.md": shade,
  });
  expect(sdk.declaration("Lamp")).toBe(lampOf("a: unknown", "b: unknown", "c: unknown", "d: Shade"));
  expect(sdk.findings).toEqual([9, 10, 11].map((line) => `type-unresolved resources/lamp.md:${line}:3`));
  expect([...sdk.files.values()].join("\n")).not.toMatch(/passwd|javascript:|evil\.example/);
});
