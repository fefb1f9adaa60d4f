import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideIntoVolumes, type VolumeLimits } from "./volumes.ts";

const limits: VolumeLimits = { maxEntries: 4, maxSize: 100 };
const entriesOf = (names: readonly string[], size = 1) => names.map((name) => ({ name, size }));
const filesOf = (names: readonly string[], given = limits): Record<string, string[]> =>
  Object.fromEntries(
    divideIntoVolumes(entriesOf(names), given).map(({ file, entries }) => [file, entries.map(({ name }) => name)]),
  );

const name = fc.stringMatching(/^[A-C][a-c]{0,3}[0-9_]?$/);
const names = fc.uniqueArray(name, { maxLength: 60 });

describe("divideIntoVolumes", () => {
  it("keeps a small set in one file", () => {
    expect(filesOf(["User", "Group"])).toEqual({ all: ["Group", "User"] });
    expect(filesOf([])).toEqual({});
  });

  it("divides where the alphabet says", () => {
    expect(filesOf(["Apple", "Melon", "Nut", "Pear", "Zebra"])).toEqual({
      "a-m": ["Apple", "Melon"],
      "n-z": ["Nut", "Pear", "Zebra"],
    });
  });

  it("goes on with the next letter", () => {
    expect(filesOf(["User", "UserA", "UserB", "UserN", "User1", "Us"])).toEqual({
      "usa-usc": ["Us"],
      "usera-userm": ["User", "User1", "UserA", "UserB"],
      "usern-userz": ["UserN"],
    });
  });

  it("keeps together what letters do not tell apart", () => {
    expect(filesOf(["A1", "A2", "A3", "A4", "A5", "A_"])).toEqual({ a_: ["A1", "A2", "A3", "A4", "A5", "A_"] });
  });

  it("divides by size too, but not because of one giant", () => {
    const entries = [...entriesOf(["Abc", "Abd", "Xyz"], 40), { name: "Abe", size: 5000 }];
    expect(divideIntoVolumes(entries, limits).map(({ file, entries: all }) => [file, all.length])).toEqual([
      ["aba-abc", 1],
      ["abd-abf", 2],
      ["n-z", 1],
    ]);
  });

  it("holds each entry once, within the limit wherever letters tell", () => {
    fc.assert(
      fc.property(names, (all) => {
        const volumes = divideIntoVolumes(entriesOf(all), limits);
        expect(volumes.flatMap(({ entries }) => entries.map((entry) => entry.name)).sort()).toEqual([...all].sort());
        expect(new Set(volumes.map(({ file }) => file)).size).toBe(volumes.length);
        for (const { file, entries } of volumes)
          if (!file.endsWith("_")) expect(entries.length).toBeLessThanOrEqual(limits.maxEntries);
      }),
    );
  });

  it("moves entries of no other file when one is added", () => {
    fc.assert(
      fc.property(names, name, (all, added) => {
        const before = divideIntoVolumes(entriesOf(all), limits);
        const after = new Map(
          Object.entries(filesOf([...new Set([...all, added])])).flatMap(([file, list]) =>
            list.map((one) => [one, file] as const),
          ),
        );
        const touched = before.filter(({ file, entries }) => entries.some((entry) => after.get(entry.name) !== file));
        expect(touched.length).toBeLessThanOrEqual(1);
        for (const { entries } of touched) expect(entries.length).toBeLessThanOrEqual(limits.maxEntries);
      }),
    );
  });
});
