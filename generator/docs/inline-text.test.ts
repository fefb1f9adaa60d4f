import { describe, expect, it } from "vitest";
import { type InlineToken, plainText, tokensLinks, tokensText } from "./inline-text.ts";
import { paragraphTokens, tokensFrom } from "./reading.fixture.ts";

const text = (value: string, isBold = false): InlineToken => ({ kind: "text", text: value, isBold });

describe("tokens of phrasing content", () => {
  it.each<[string, InlineToken[]]>([
    ["plain", [text("plain")]],
    ["**bold**", [text("bold", true)]],
    ["`code`", [{ kind: "code", text: "code" }]],
    ["*slanted*", [{ kind: "emphasis", text: "slanted" }]],
    ["_slanted_", [{ kind: "emphasis", text: "slanted" }]],
    ["[lamp](lamp.md)", [{ kind: "link", text: "lamp", url: "lamp.md" }]],
    ["[`lamp`](lamp.md)", [{ kind: "link", text: "lamp", url: "lamp.md" }]],
    ["**[lamp](lamp.md)**", [{ kind: "link", text: "lamp", url: "lamp.md" }]],
    // Stars around code or a link say nothing of their own.
    ["*`code`*", [{ kind: "code", text: "code" }]],
    ["*[lamp](lamp.md)*", [{ kind: "link", text: "lamp", url: "lamp.md" }]],
    ["*a `b`*", [{ kind: "emphasis", text: "a b" }]],
    ["a<br>b", [text("a"), { kind: "break" }, text("b")]],
    ["a<br/>b", [text("a"), { kind: "break" }, text("b")]],
    ["a</br>b", [text("a"), { kind: "break" }, text("b")]],
    ["a<b>c</b>", [text("a"), text("c")]],
    ["a<!-- note -->b", [text("a"), text("b")]],
    ["![shade](shade.png)a", [text("a")]],
    ["&lt;a&gt;&#42;", [text("<a>*")]],
    ["a \\| b", [text("a | b")]],
  ])("reads %s", (source, expected) => {
    expect(tokensFrom(source)).toEqual(expected);
  });

  it("ends a line with each item of a list that is written as tags", () => {
    const tokens = tokensFrom("Modes:<ul><li>`dim`</li><li>`bright`</li></ul>");
    expect(tokensText(tokens)).toBe("Modes:\ndim\nbright");
  });

  // trap 42
  it("ends a line with each row of a table that is written as tags, and keeps its cells apart", () => {
    const tokens = tokensFrom(
      "Modes: <table><tr><td>dim</td><td>Low.</td></tr><tr><td>bright</td><td>High.</td></tr></table>",
    );
    expect(tokensText(tokens)).toBe("Modes:\ndim Low.\nbright High.");
  });
});

describe("links", () => {
  // traps 35 and 41
  it.each([
    ["[lamp][]", "[lamp]: lamp.md", "lamp.md"],
    ["[lamp][ref]", "[ref]: ../resources/lamp.md", "../resources/lamp.md"],
    ["[lamp][The  Ref]", "[the ref]: lamp.md", "lamp.md"],
    ["[lamp]", "[lamp]: lamp.md", "lamp.md"],
  ])("of the form %s take their target from the definition", (source, definition, url) => {
    expect(tokensLinks(tokensFrom(source, definition))).toEqual([{ kind: "link", text: "lamp", url }]);
  });

  it("take the first of two definitions of one label", () => {
    expect(tokensLinks(tokensFrom("[lamp][]", "[lamp]: first.md\n\n[Lamp]: second.md"))[0]?.url).toBe("first.md");
  });

  it("without a definition are text", () => {
    expect(tokensFrom("[lamp][ref]")).toEqual([text("[lamp][ref]")]);
  });
});

describe("plain text", () => {
  it("folds white space line by line and drops empty lines", () => {
    expect(tokensText(paragraphTokens("one   two\u00a0three  \nfour<br><br>five"))).toBe("one two three\nfour\nfive");
  });

  it("keeps the text as it stands where asked for", () => {
    expect(plainText(paragraphTokens("one   two<br>three"))).toBe("one   two\nthree");
  });
});
