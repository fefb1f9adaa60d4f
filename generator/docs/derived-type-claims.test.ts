import { describe, expect, it } from "vitest";
import { readDerivedTypeClaims } from "./derived-type-claims.ts";
import { openingBlocks } from "./page-opening.ts";
import { contextFor, rangeText, sectionsFrom, timeOf } from "./reading.fixture.ts";

function read(text: string) {
  const sections = sectionsFrom(text);
  return readDerivedTypeClaims(openingBlocks(sections), sections, contextFor());
}

const names = (text: string): string[] => read(`# Light\n\n${text}`).map(({ name }) => name);

describe("derived types in prose", () => {
  it.each([
    ["This is a base class; the derived types are [desk](desk.md), [wall](wall.md), and [floor](floor.md)."],
    ["It is an abstract type that is inherited by [desk](desk.md), [wall](wall.md) and [floor](floor.md)."],
    ["**light** is the base type for [desk](desk.md), [wall](wall.md) or the [floor](floor.md)."],
    ["This is the base type for brighter kinds of light such as [desk](desk.md), [wall](wall.md), [floor](floor.md)."],
    ["A base type for [desk](desk.md), [wall](wall.md) and [floor](floor.md) resource types. See [others](others.md)."],
    ["The subtypes include: [desk](desk.md), [wall](wall.md), [floor](floor.md)."],
    [
      "Represents a light. The derived types are:\n\n- [desk](desk.md) stands on a [table](table.md).\n- [wall](wall.md)\n- [floor](floor.md)",
    ],
    ["Supported derived types:\n\n- **[desk](desk.md)**\n- [wall](wall.md)\n- [floor](floor.md)\n- none"],
  ])("%s", (text) => {
    expect(names(text)).toEqual(["desk", "wall", "floor"]);
  });

  it.each([
    ["A base class for actions in the [settings](settings.md) of a [room](room.md)."],
    ["A base class of lamps that [rooms](room.md) have."],
    ["Inherits from [source](source.md)."],
    ["The derived types are many. See [desk](desk.md)."],
    ["The derived types are [here](#types)."],
    ["Rooms are:\n\n- [desk](desk.md)"],
  ])("are not in %s", (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe("derived types in a section of their own", () => {
  it("are the links of the first column", () => {
    const claims = read(
      "# Light\n\n## Derived types\n\n|Type|Description|\n|-|-|\n|[contoso.crm.desk](desk.md)|A [lamp](lamp.md).|\n|none||",
    );
    expect(claims.map(({ namespace, name, link, place }) => [namespace, name, link, rangeText(place)])).toEqual([
      ["contoso.crm", "desk", "desk.md", "7:1-7:49"],
    ]);
  });

  it("are the links of its list", () => {
    expect(names("## Derived types\n\n- [desk](desk.md)\n- [wall](wall.md): on a [wall](walls.md)")).toEqual([
      "desk",
      "wall",
    ]);
  });
});

it.each(["derived types are ", "base type for a ", "inherited by x ", " ", ","])(
  "prose with %j many times takes linear time",
  (part) => {
    const sections = sectionsFrom(`# Light\n\nx ${part.repeat(60_000 / part.length)}[desk](desk.md)`);
    expect(timeOf(() => readDerivedTypeClaims(openingBlocks(sections), sections, contextFor()))).toBeLessThan(500);
  },
);
