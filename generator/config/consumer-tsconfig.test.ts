import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { enumStyleFor } from "./consumer-tsconfig.ts";

const erasable = '{ "compilerOptions": { "erasableSyntaxOnly": true } }';

test.each([
  ["none at all", {}, "enum"],
  ["one without the option", { "tsconfig.json": "{}" }, "enum"],
  ["one with the option", { "tsconfig.json": erasable }, "const"],
  [
    "one with comments and commas",
    { "tsconfig.json": '{ // yes\n "compilerOptions": { "erasableSyntaxOnly": true, } }' },
    "const",
  ],
  ["one that extends another", { "tsconfig.json": '{ "extends": "./base.json" }', "base.json": erasable }, "const"],
  [
    "one that extends a package",
    {
      "tsconfig.json": '{ "extends": "@example/tsconfig/tsconfig.json" }',
      "node_modules/@example/tsconfig/tsconfig.json": erasable,
    },
    "const",
  ],
  [
    "one that takes the option back",
    {
      "tsconfig.json": '{ "extends": "./base.json", "compilerOptions": { "erasableSyntaxOnly": false } }',
      "base.json": erasable,
    },
    "enum",
  ],
  ["a nearer one", { "tsconfig.json": erasable, "src/tsconfig.json": "{}" }, "enum"],
  ["a damaged one", { "tsconfig.json": '{ "extends": "./none.json" }' }, "enum"],
])("with %s: the folder of the output need not exist", (_, files, style) => {
  expect(enumStyleFor(join(tempFolder(files), "src/api"))).toBe(style);
});
