import { describe, expect, it } from "vitest";
import { annotationsByCode } from "./annotations.ts";
import { readBaseTypeClaims } from "./base-type-claims.ts";
import { blocksFrom, contextFor, fence, rangeText, timeOf } from "./reading.fixture.ts";

function proseClaim(text: string): string | null {
  const [claim] = readBaseTypeClaims(null, blocksFrom(text));
  if (!claim) return null;
  return `${claim.namespace === null ? "" : `${claim.namespace}:`}${claim.name}${claim.link === null ? "" : ` @${claim.link}`}`;
}

describe("a base type in prose", () => {
  it.each([
    ["Inherits from [light](light.md).", "light @light.md"],
    ["A lamp. Inherits from [light](light.md).", "light @light.md"],
    ["Inherits from [light](light.md) type.", "light @light.md"],
    ["Inherits from [light resource type](light.md).", "light @light.md"],
    ["Inherits from base class [light](light.md).", "light @light.md"],
    ["Inherits from the abstract type [light](light.md).", "light @light.md"],
    ["It inherits all the properties from [light](light.md), and has others.", "light @light.md"],
    ["Derived from [light](light.md).", "light @light.md"],
    ["The **lamp** entity is derived from [light](light.md).", "light @light.md"],
    ["A lamp derives from [light](light.md).", "light @light.md"],
    ["Inherited from [light](light.md) entity.", "light @light.md"],
    ["A lamp that extends [light](light.md).", "light @light.md"],
    ["A lamp is a subtype of [light](light.md).", "light @light.md"],
    ["A desk lamp, a specialization of [light](light.md).", "light @light.md"],
    ["Base type: [light](light.md)", "light @light.md"],
    ["Inherits from **[light](light.md)**.", "light @light.md"],
    ["Inherits from **light**.", "light"],
    ["Inherits from `contoso.crm.light`.", "contoso.crm:light"],
    ["Inherits from [contoso.crm.light](light.md).", "contoso.crm:light @light.md"],
    ["Inherits from light.", "light"],
    ["It inherits from the base type light, always.", "light"],
    // Links by reference.
    ["Inherits from [light][].\n\n[light]: ../resources/light.md", "light @../resources/light.md"],
    // trap 39: only the target names the type
    ["Inherits from [Control of Lights](light.md).", "Control of Lights @light.md"],
  ])("%j is %s", (text, expected) => {
    expect(proseClaim(text)).toBe(expected);
  });

  it.each([
    "A lamp.",
    "See [light](light.md).",
    "This is the base type for [lamp](lamp.md).",
    "This is a base class that other lights inherit from.",
    "Types that are derived from [lamp](lamp.md): [desk](desk.md).",
    "It is inherited by [desk](desk.md).",
    "Other lamps inherit from [it](lamp.md).",
    "Inherits from the",
    "Has inherited properties for lamps.",
    "Whether it was inherited from a [group](group.md) of",
  ])("is not in %j", (text) => {
    expect(proseClaim(text)?.startsWith("lamp")).not.toBe(true);
    if (!text.includes("group")) expect(proseClaim(text)).toBeNull();
  });

  it("is the first that the opening states, with the place of its paragraph", () => {
    const claims = readBaseTypeClaims(
      null,
      blocksFrom("A lamp.\n\nInherits from [light](light.md).\n\nDerived from [other](other.md)."),
    );
    expect(claims.map(({ name, evidence, place }) => [name, evidence, rangeText(place)])).toEqual([
      ["light", "prose", "3:1-3:33"],
    ]);
  });
});

describe("a base type in the annotation", () => {
  const annotated = (json: string, text = "") => {
    const blocks = blocksFrom(`${text}\n\n<!-- { "blockType": "resource"${json} } -->\n\n${fence}json\n{}\n${fence}`);
    const [annotation] = [...annotationsByCode(blocks, contextFor()).values()];
    return readBaseTypeClaims(annotation ?? null, blocks).map(({ evidence, namespace, name }) => [
      evidence,
      namespace,
      name,
    ]);
  };

  it("comes first, before prose", () => {
    expect(annotated(', "baseType": "contoso.crm.light"', "Derived from [source](source.md).")).toEqual([
      ["annotation", "contoso.crm", "light"],
      ["prose", null, "source"],
    ]);
  });

  // trap 39
  it("can say that there is none", () => {
    expect(annotated(', "baseType": null')).toEqual([["annotation", null, null]]);
  });

  it("may be a bare name, or absent", () => {
    expect(annotated(', "baseType": "light"')).toEqual([["annotation", null, "light"]]);
    expect(annotated("")).toEqual([]);
  });
});

it.each(["inherits from ", "other ", "a ", " ", "base class of ", "inherit "])(
  "prose with %j many times takes linear time",
  (part) => {
    const blocks = blocksFrom(`x ${part.repeat(60_000 / part.length)}[light](light.md)`);
    expect(timeOf(() => readBaseTypeClaims(null, blocks))).toBeLessThan(500);
  },
);
