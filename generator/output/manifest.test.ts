import { expect, test } from "vitest";
import { contentHash, manifestText, parseManifest } from "./manifest.ts";

const hash = contentHash("text\n");

test("is written sorted, and read back as it was", () => {
  const manifest = {
    files: new Map([
      ["b.ts", hash],
      ["a/x.ts", hash],
    ]),
    pending: new Map<string, string>(),
  };
  const text = manifestText(manifest);
  expect(text).toBe(`{
  "tool": "apipage",
  "schema": 1,
  "files": {
    "a/x.ts": "${hash}",
    "b.ts": "${hash}"
  }
}
`);
  expect(parseManifest(text)).toEqual(manifest);
});

test("names what a run was about to move, and only then", () => {
  const manifest = { files: new Map([["a.ts", hash]]), pending: new Map([["a.ts", "other"]]) };
  expect(parseManifest(manifestText(manifest))).toEqual(manifest);
});

test("line ends make no difference to a hash, content does", () => {
  expect(contentHash("a\r\nb\r\n")).toBe(contentHash("a\nb\n"));
  expect(contentHash("a\nb")).not.toBe(contentHash("a\nb\n"));
});

test("paths that lead elsewhere are not ours to remove", () => {
  const text = JSON.stringify({
    tool: "apipage",
    schema: 1,
    files: { "../outside.ts": hash, "/etc/hosts": hash, ".git/config": hash, "a.ts": hash },
    pending: { "a/../../b.ts": hash },
  });
  expect(parseManifest(text)).toEqual({ files: new Map([["a.ts", hash]]), pending: new Map() });
});

test("an own __proto__ is an entry like any other", () => {
  const text = `{"tool":"apipage","schema":1,"files":{"__proto__":"${hash}"}}`;
  expect(parseManifest(text)?.files.get("__proto__")).toBe(hash);
});

test.each([
  "",
  "{",
  "null",
  "[]",
  "{}",
  '{"tool":"other","schema":1,"files":{}}',
  '{"tool":"apipage","schema":2,"files":{}}',
  '{"tool":"apipage","schema":1}',
  '{"tool":"apipage","schema":1,"files":[]}',
  '{"tool":"apipage","schema":1,"files":{"a.ts":1}}',
  "<<<<<<< HEAD",
])("%s is no manifest", (text) => {
  expect(parseManifest(text)).toBeNull();
});
