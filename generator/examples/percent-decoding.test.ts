import fc from "fast-check";
import { expect, test } from "vitest";
import { percentDecoded } from "./percent-decoding.ts";

test("undoes encodeURIComponent", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(percentDecoded(encodeURIComponent(text))).toBe(text);
    }),
  );
});

test("leaves what is no UTF-8 and goes on behind it", () => {
  expect(percentDecoded("50% of a%2Fb %zz %E4%20%C3%A4")).toBe("50% of a/b %zz %E4 ä");
  expect(percentDecoded("100%")).toBe("100%");
});

test("decodes once", () => {
  expect(percentDecoded("%2520")).toBe("%20");
});
