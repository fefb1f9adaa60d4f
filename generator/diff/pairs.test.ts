/** One pair of small sets of pages for each kind of change, with exactly what is found. */
import { describe, expect, it } from "vitest";
import type { Change } from "./change.ts";
import { diffModels } from "./diff-models.ts";
import { modelFrom } from "./pages.fixture.ts";
import { pagePairs, pagesOf } from "./pairs.fixture.ts";
import { isRuleId, rules } from "./rules.ts";

/** The description of a thing goes with most edits; it has pairs of its own. */
function isAside({ id }: Change): boolean {
  return id.endsWith("-description-changed") || id === "examples-changed";
}

function short(changes: readonly Change[]): string[] {
  return changes.map(({ id, level, path }) => `${id} ${level} ${path}`).sort();
}

describe.each(pagePairs)("$name", (pair) => {
  const { old, new: current } = pagesOf(pair);
  const [before, after] = [modelFrom(old), modelFrom(current)];
  const isAboutWording = [...pair.changes, ...pair.swapped].some((line) =>
    /-description-changed|^examples/u.test(line),
  );
  const shown = (changes: readonly Change[]): Change[] => changes.filter((one) => isAboutWording || !isAside(one));
  const forth = shown(diffModels(before, after));
  const back = shown(diffModels(after, before));

  it("is these changes and no others", () => {
    expect(short(forth)).toEqual(pair.changes);
  });

  it("is their mirror with the sides swapped", () => {
    expect(short(back)).toEqual(pair.swapped);
    for (const [changes, others] of [
      [forth, back],
      [back, forth],
    ] as const)
      for (const { id } of changes) {
        const mirrors: readonly string[] = isRuleId(id) ? rules[id].mirrors : [];
        expect(
          others.map((other) => other.id).some((other) => mirrors.includes(other)),
          id,
        ).toBe(true);
      }
  });

  it("leads to the pages, and names what is emitted", () => {
    for (const { action, id, oldPlace, newPlace, emitted } of [...forth, ...back]) {
      if (id === "base-url-changed" || id.startsWith("namespace-")) continue;
      if (action !== "added" || id.includes("became")) expect(oldPlace?.page, id).toBeDefined();
      if (action !== "removed" && action !== "undocumented") expect(newPlace?.page, id).toBeDefined();
      expect(emitted.length, id).toBeGreaterThan(0);
    }
  });
});
