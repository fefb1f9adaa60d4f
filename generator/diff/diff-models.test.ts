import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createModelText } from "../emit/api-json.ts";
import type { ApiModel } from "../model/api-model.ts";
import { parseModel } from "../model/parse-model.ts";
import { shuffled } from "../testing/shuffled.ts";
import { diffModels } from "./diff-models.ts";
import { basePages, edited, modelFrom, type Pages } from "./pages.fixture.ts";

const base = modelFrom(basePages);

function found(old: ApiModel, current: ApiModel): string[] {
  return diffModels(old, current).map(({ id, level, path }) => `${id} ${level} ${path}`);
}

describe("nothing is found", () => {
  it("between a set and itself", () => {
    expect(diffModels(base, base)).toEqual([]);
    expect(diffModels(base, JSON.parse(JSON.stringify(base)))).toEqual([]);
  });

  it("between a model and what was read of its file, where keys are sorted", () => {
    expect(diffModels(base, parseModel(Buffer.from(createModelText(base).bytes).toString()))).toEqual([]);
  });

  it("when all files are renamed", () => {
    const renamed = Object.fromEntries(
      Object.entries(basePages).map(([path, text]) => {
        const name = (stem: string): string => `${[...stem].reverse().join("")}-x`;
        const links = text.replace(
          /\((\.\.\/resources\/)?(\w+)\.md\)/gu,
          (_, folder = "", stem: string) => `(${folder}${name(stem)}.md)`,
        );
        return [
          path.replace(
            /([^/]+)\.md$/u,
            (_, stem: string) => `${stem.includes("-") ? [...stem].reverse().join("") : name(stem)}.md`,
          ),
          links,
        ];
      }),
    );
    expect(Object.keys(renamed)).not.toEqual(Object.keys(basePages));
    expect(found(base, modelFrom(renamed))).toEqual([]);
  });

  it("when all tables are reordered", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const pages: Pages = Object.fromEntries(
          Object.entries(basePages).map(([path, text]) => [
            path,
            // The order of permissions is their rank, and stands in cells.
            text.replace(
              /(?<=\|[:|-]+\|\n)(?:\|.+\|\n)+/gu,
              (rows) => `${shuffled(rows.trimEnd().split("\n"), seed).join("\n")}\n`,
            ),
          ]),
        );
        expect(found(base, modelFrom(pages))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it("when a type moves to a page of another name, and an operation to another page", () => {
    const { "resources/face.md": face = "", "api/clock-wind.md": wind = "", ...rest } = basePages;
    const moved = { ...rest, "resources/face.md": "", "other/look.md": face, "other/turn.md": wind };
    delete (moved as Record<string, string>)["resources/face.md"];
    const linked = Object.fromEntries(
      Object.entries(moved).map(([path, text]) => [path, text.replaceAll("](face.md)", "](../other/look.md)")]),
    );
    expect(found(base, modelFrom(linked))).toEqual([]);
  });

  it("when a type no longer repeats what it inherits", () => {
    const pages = edited(basePages, {
      replace: [
        ["resources/clock.md", "|id|String|The key of the clock. Read-only.|\n", ""],
        ["resources/clock.md", '  "id": "String (identifier)",\n', ""],
      ],
    });
    expect(found(base, modelFrom(pages))).toEqual([]);
  });
});

describe("a change", () => {
  const old = edited(basePages, {});
  const removed = edited(basePages, {
    replace: [
      ["resources/clock.md", "|hands|Int32|Number of hands that it has.|\n", ""],
      ["resources/clock.md", '  "hands": 1024,\n', ""],
    ],
  });

  it("has all that a reader needs", () => {
    expect(diffModels(modelFrom(old), modelFrom(removed))).toEqual([
      {
        id: "property-removed",
        level: "breaking",
        direction: "both",
        area: "properties",
        kind: "property",
        action: "removed",
        path: "sample.time.clock/hands",
        message: "property sample.time.clock/hands is removed, was Int32",
        old: { name: "hands", type: "Int32", isNavigation: false },
        new: null,
        fingerprint: "df426710c12163f6",
        emitted: ["Clock"],
        resource: "clock",
        oldPlace: { page: "resources/clock.md", line: 19, column: 1, endLine: 19, endColumn: 43 },
        newPlace: null,
      },
    ]);
  });

  it("names the interface that a relationship is in", () => {
    const pages = edited(basePages, {
      replace: [
        ["resources/clock.md", "|maker|[maker](maker.md)|Who made the clock.|", ""],
        ["resources/clock.md", "|note|", "|maker|[maker](maker.md)|Who made the clock.|\n|note|"],
      ],
    });
    const [change] = diffModels(base, modelFrom(pages));
    expect([change?.id, change?.emitted]).toEqual(["property-no-longer-relationship", ["Clock", "ClockRelationships"]]);
  });

  it("keeps its fingerprint whatever else changes", () => {
    const also = edited(removed, {
      replace: [["resources/clock.md", "# clock resource type\n", "# clock resource type\n\nMore.\n"]],
    });
    const print = (current: Pages): string | undefined =>
      diffModels(modelFrom(old), modelFrom(current)).find(({ id }) => id === "property-removed")?.fingerprint;
    expect(print(removed)).toMatch(/^[0-9a-f]{16}$/u);
    expect(print(also)).toBe(print(removed));
  });

  it("is not called a removal where an example still shows the property", () => {
    const example = `\n## Example\n\n\`\`\`http\nGET https://api.example.com/v1.0/clocks/1\n\`\`\`\n\n\`\`\`http\nHTTP/1.1 200 OK\nContent-type: application/json\n\n{ "id": "1", "hands": 2 }\n\`\`\`\n`;
    const shown = edited(removed, { add: { "api/clock-get.md": `${basePages["api/clock-get.md"]}${example}` } });
    expect(found(modelFrom(old), modelFrom(shown)).filter((line) => line.startsWith("property-"))).toEqual([
      "property-undocumented info sample.time.clock/hands",
    ]);
  });
});

it("an enum can be deprecated as a whole", () => {
  const deprecated = base.enums.map((one) => ({ ...one, deprecation: { text: "Use words." } }));
  const current = { ...base, enums: deprecated };
  const paths = base.enums.map(({ id }) => id);
  expect(found(base, current)).toEqual(paths.map((path) => `enum-deprecated info ${path}`));
  expect(found(current, base)).toEqual(paths.map((path) => `enum-no-longer-deprecated info ${path}`));
});

it("levels follow the way that the data goes", () => {
  // Faces are only read here, makers are written as well.
  const nullable = (page: string, text: string): string[] =>
    found(
      modelFrom(edited(basePages, { replace: [[page, text, `${text} Not nullable.`]] })),
      modelFrom(edited(basePages, { replace: [[page, text, `${text} Nullable.`]] })),
    ).filter((line) => !line.includes("description"));
  expect(nullable("resources/device.md", "Number on its back.")).toEqual([
    "property-became-nullable breaking sample.time.device/serial",
  ]);
  const required = (page: string, text: string): string[] =>
    found(base, modelFrom(edited(basePages, { replace: [[page, text, `${text} Required.`]] }))).filter(
      (line) => !line.includes("description"),
    );
  expect(required("resources/maker.md", "Where the maker works.")).toEqual([
    "property-became-required breaking sample.time.maker/town",
  ]);
});
