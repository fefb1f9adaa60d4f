import { describe, expect, it } from "vitest";
import { isPlural, plural, singular } from "./inflection.ts";

describe("singular and plural", () => {
  it.each([
    ["user", "users"],
    ["policy", "policies"],
    ["key", "keys"],
    ["address", "addresses"],
    ["status", "statuses"],
    ["box", "boxes"],
    ["mailbox", "mailboxes"],
    ["branch", "branches"],
    ["license", "licenses"],
    ["response", "responses"],
    ["cause", "causes"],
    ["drive", "drives"],
    ["person", "people"],
    ["child", "children"],
    ["mailFolder", "mailFolders"],
    ["appPolicy", "appPolicies"],
  ])("%s, %s", (one, many) => {
    expect(plural(one)).toBe(many);
    expect(singular(many)).toBe(one);
  });

  it.each(["series", "news", "analytics", "status", "basis", "access", "me", "a", ""])("%j is no plural", (word) => {
    expect(singular(word)).toBe(word);
    expect(isPlural(word)).toBe(false);
  });

  it("leave a plural as it is", () => {
    expect(plural("widgets")).toBe("widgets");
    expect(plural("children")).toBe("children");
    expect(plural("series")).toBe("series");
  });

  it("change whole words only", () => {
    expect(singular("childrenOf")).toBe("childrenOf");
    expect(plural("stepchild")).toBe("stepchilds");
  });
});
