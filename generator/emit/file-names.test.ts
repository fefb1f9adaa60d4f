import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileName, fixedPath, importSpecifier, outputPath } from "./file-names.ts";

describe("fileName", () => {
  it.each([
    ["users", "users"],
    ["Device Management", "device-management"],
    ["../../etc/passwd", "etc-passwd"],
    ["a/b\\c", "a-b-c"],
    ["con", "con_"],
    ["NUL", "nul_"],
    ["com1", "com1_"],
    ["index", "index_"],
    ["trailing.", "trailing"],
    ["...", "_"],
    ["", "_"],
    ["日本", "_"],
    ["x".repeat(300), "x".repeat(80)],
  ])("makes %j into %j", (text, name) => {
    expect(fileName(text)).toBe(name);
  });

  it("makes a file name of anything", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fileName(text)).toMatch(/^[a-z0-9_]([a-z0-9_-]{0,79}[a-z0-9_])?$/);
      }),
    );
  });
});

describe("importSpecifier", () => {
  const [models, operations] = [outputPath("models", fileName("a")), outputPath("operations", fileName("b"))];

  it("leads from file to file", () => {
    expect(importSpecifier(operations, models, ".js")).toBe("../models/a.js");
    expect(importSpecifier(models, outputPath("models", fileName("c")), ".ts")).toBe("./c.ts");
    expect(importSpecifier(fixedPath("client.ts"), models, "")).toBe("./models/a");
    expect(importSpecifier(operations, fixedPath("client.ts"), ".js")).toBe("../client.js");
  });
});
