import { expect, test } from "vitest";
import { chooseParser } from "./choose-parser.ts";
import type { MarkdownParser, ParserName } from "./docs/parser.ts";
import { RunError } from "./run-error.ts";

const parsers: Readonly<Record<ParserName, MarkdownParser>> = {
  remark: () => ({ type: "root", children: [] }),
  satteri: () => ({ type: "root", children: [] }),
};

const everywhere = (name: ParserName): MarkdownParser => parsers[name];
const withoutBinary = (name: ParserName): MarkdownParser | null => (name === "remark" ? parsers.remark : null);

test("auto takes the native parser where there is one", () => {
  expect(chooseParser("auto", everywhere)).toBe(parsers.satteri);
  expect(chooseParser("auto", withoutBinary)).toBe(parsers.remark);
});

test("a parser named is the one, or none", () => {
  expect(chooseParser("remark", everywhere)).toBe(parsers.remark);
  expect(chooseParser("satteri", everywhere)).toBe(parsers.satteri);
  expect(() => chooseParser("satteri", withoutBinary)).toThrow(
    new RunError("usage", 'the parser "satteri" is not installed for this platform: set parser to "auto" or "remark"'),
  );
});
