import fc from "fast-check";
import { expect, test } from "vitest";
import { linkWithToken, readToken, writeToken } from "./page-links.ts";

const token = fc.record({
  operation: fc.stringMatching(/^[\p{L}_$][\p{L}\d_$]{0,30}$/u),
  example: fc.stringMatching(/^\w{1,30}$/),
  given: fc.nat({ max: 999_999_999 }),
});

test("a token is read back as it was written, out of any URL", () => {
  fc.assert(
    fc.property(token, fc.webUrl({ withQueryParameters: true }), (written, url) => {
      const link = new URL(linkWithToken(new URL(url), written));
      const query = [...link.searchParams].map(([name, value]) => ({ name, value }));
      expect(readToken(query)).toEqual(written);
      expect(link.pathname).toBe(new URL(url).pathname);
    }),
  );
});

test("a token of a service is none of ours", () => {
  expect(readToken([{ name: "$skiptoken", value: "abc" }])).toBeUndefined();
  expect(readToken([{ name: "other", value: writeToken({ operation: "a", example: "b", given: 1 }) }])).toBeUndefined();
});

test("any text behind ours is read as a token or as none", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readToken([{ name: "$skiptoken", value: `apipage.${text}` }]);
      expect(read === null || typeof read?.given === "number").toBe(true);
    }),
  );
});
