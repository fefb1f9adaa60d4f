import { expect, it } from "vitest";
import { type Attempt, matchBy } from "./matches.ts";

const sameLetters: Attempt<string> = {
  score: (a, b) => ([...a].sort().join("") === [...b].sort().join("") ? a.length : 0),
};
const sameButCase: Attempt<string> = { key: (one) => one.toLowerCase(), score: () => 1 };

it("finds what is the same, then what is under another name, then what came and went", () => {
  expect(matchBy(["a", "bc", "De", "x"], ["a", "cb", "dE", "y"], (one) => one, [sameButCase, sameLetters])).toEqual({
    pairs: [
      { old: "a", new: "a", isRenamed: false },
      { old: "De", new: "dE", isRenamed: true },
      { old: "bc", new: "cb", isRenamed: true },
    ],
    added: ["y"],
    removed: ["x"],
  });
});

it("takes the best fit, and each thing once", () => {
  const longest: Attempt<string> = { score: (a, b) => a.length + b.length };
  expect(matchBy(["a", "aaa"], ["bbb", "b"], (one) => one, [longest]).pairs).toEqual([
    { old: "aaa", new: "bbb", isRenamed: true },
    { old: "a", new: "b", isRenamed: true },
  ]);
  expect(matchBy(["a", "a"], ["a"], (one) => one, [])).toEqual({
    pairs: [{ old: "a", new: "a", isRenamed: false }],
    added: [],
    removed: ["a"],
  });
});

it("compares no thousands with thousands, and still finds them by key", () => {
  const old = Array.from({ length: 5000 }, (_, at) => `Thing${at}`);
  const current = old.map((name) => name.toLowerCase());
  let compared = 0;
  const counting: Attempt<string> = { score: () => ++compared };
  expect(matchBy(old, current, (one) => one, [counting]).pairs).toEqual([]);
  expect(compared).toBe(0);
  expect(matchBy(old, current, (one) => one, [sameButCase]).pairs).toHaveLength(5000);
});
