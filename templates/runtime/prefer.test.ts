import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { preferText } from "./prefer.ts";

const write = preferText({ zone: 'time.zone="*"', pageSize: "maxpagesize=*", wait: "wait", onlyNew: "only-new" });

describe("preferText", () => {
  it("writes preferences by name, in the order in which they are given", () => {
    expect(write({ pageSize: 50, zone: "Central Time", wait: true })).toBe(
      'maxpagesize=50, time.zone="Central Time", wait',
    );
  });

  it("leaves out what is false or undefined, and everything if nothing is left", () => {
    expect(write({ wait: false, onlyNew: true, zone: undefined })).toBe("only-new");
    expect(write({ wait: false })).toBe(undefined);
    expect(write({})).toBe(undefined);
  });

  it("lets a text through as it is", () => {
    expect(write('anything="goes", x=*')).toBe('anything="goes", x=*');
  });

  it("escapes what stands in quotes, and puts in quotes what would end the preference", () => {
    expect(write({ zone: 'a"b\\c' })).toBe('time.zone="a\\"b\\\\c"');
    expect(write({ zone: "$&$'" })).toBe('time.zone="$&$\'"');
    expect(write({ pageSize: "1, wait" })).toBe('maxpagesize="1, wait"');
    expect(write({ pageSize: "" })).toBe('maxpagesize=""');
    expect(write({ pageSize: "*" })).toBe("maxpagesize=*");
  });

  it("refuses control characters, and names that are not in the table", () => {
    expect(() => write({ zone: "a\r\nx: y" })).toThrow(
      new TypeError("Unexpected control character in the preference zone"),
    );
    expect(() => write({ toString: true })).toThrow(new TypeError("Unexpected preference toString"));
  });

  it("never lets a value end its preference", () => {
    const value = fc.string({
      unit: fc.oneof(fc.constantFrom(...'",;=\\* ab$&'), fc.string({ minLength: 1, maxLength: 1 })),
    });
    fc.assert(
      fc.property(value, value, (zone, pageSize) => {
        fc.pre(!/[\0-\x1f\x7f]/.test(zone + pageSize));
        expect(preferencesIn(write({ zone, pageSize }) ?? "")).toEqual([
          ["time.zone", zone],
          ["maxpagesize", pageSize],
        ]);
      }),
    );
  });
});

/** Reads the header as RFC 7240 has it, without parameters. */
function preferencesIn(text: string): readonly (readonly [string, string | undefined])[] {
  const found: [string, string | undefined][] = [];
  const pattern = /([\w.-]+)(?:=(?:"((?:[^"\\]|\\.)*)"|([^\s",;=\\()]+)))?(?:, |$)/y;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) throw new Error(`Unreadable: ${text}`);
    const [, name = "", quoted, token] = match;
    found.push([name, quoted === undefined ? token : quoted.replace(/\\(.)/g, "$1")]);
  }
  return found;
}
