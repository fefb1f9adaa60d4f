import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkTargetKey } from "./link-target.ts";

describe("linkTargetKey", () => {
  it.each([
    ["api/user-list.md", "../resources/User.md", "resources/user.md"],
    ["resources/a.md", "b.md#values", "resources/b.md"],
    ["resources/a.md", "./b.md?view=next", "resources/b.md"],
    ["resources/a.md", "..\\resources\\b.md", "resources/b.md"],
    ["a.md", "b.md", "b.md"],
  ])("%s → %s", (from, url, expected) => {
    expect(linkTargetKey(from, url)).toBe(expected);
  });

  it.each([
    "#values",
    "https://example.com/a.md",
    "/concepts/a.md",
    "../../etc/passwd.md",
    "javascript:x.md",
    "a.png",
    "",
  ])("%s is no page of the set", (url) => {
    expect(linkTargetKey("resources/a.md", url)).toBeNull();
  });

  it("never leads out of the docs folder", () => {
    fc.assert(
      fc.property(fc.string(), (url) => {
        const key = linkTargetKey("resources/a.md", `${url}.md`);
        expect(key === null || !key.split("/").includes("..")).toBe(true);
      }),
    );
  });
});
