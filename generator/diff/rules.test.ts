import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { areas } from "./change.ts";
import { pagePairs } from "./pairs.fixture.ts";
import type { Rule } from "./rule.ts";
import { isRuleId, type RuleId, ruleIds, rules } from "./rules.ts";

it("there are so many rules: a new one is a decision", () => {
  expect(ruleIds.length).toBe(123);
});

it("every rule has a mirror, and each is a mirror of its mirrors", () => {
  const broken = ruleIds.flatMap((id) => {
    const mirrors: readonly string[] = rules[id].mirrors;
    const isMutual = (other: string): boolean =>
      isRuleId(other) && (rules[other].mirrors as readonly string[]).includes(id);
    return mirrors.length > 0 && mirrors.every(isMutual) ? [] : [`${id}: ${mirrors.join(", ")}`];
  });
  expect(broken).toEqual([]);
});

it("every area has rules", () => {
  const used = new Set<string>(ruleIds.map((id) => rules[id].area));
  expect(areas.filter((area) => !used.has(area))).toEqual([]);
});

it("what only pages have lost is never breaking", () => {
  const bad = ruleIds.filter((id) => rules[id].action === "undocumented" && (rules[id].level as string) === "breaking");
  expect(bad).toEqual([]);
});

it("each check has a file of its own, with its name", () => {
  const folder = new URL("rules/", import.meta.url);
  const named = (check: string): string => `${check.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}.ts`;
  const checks = new Set(Object.values<Rule>(rules).map(({ check }) => named(check.name)));
  expect(readdirSync(folder).sort()).toEqual([...checks].sort());
});

it("the pairs reach every rule that is not listed here with the test that does", () => {
  const reached = new Set(
    pagePairs.flatMap(({ changes, swapped }) => [...changes, ...swapped]).map((line) => line.split(" ")[0]),
  );
  // No page deprecates an enum as a whole; a model made elsewhere may.
  const elsewhere: readonly RuleId[] = ["enum-deprecated", "enum-no-longer-deprecated"];
  expect(ruleIds.filter((id) => !reached.has(id))).toEqual(elsewhere);
});

it("an id is no rule because an object has it", () => {
  expect(["toString", "__proto__", "type-added"].map(isRuleId)).toEqual([false, false, true]);
});
