import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPermissions, leastScopes, type PermissionTable } from "./permissions.ts";

const named = (name: string) => ({ spec: { name } });

/** The set for some functions, each as its alternatives in one text: `"A | B+C"`. */
function least(...needs: readonly string[]): string {
  return [...leastScopes(needs.map(alternatives)).scopes].sort().join(" ");
}

function alternatives(text: string): string[][] {
  return text.split(" | ").map((one) => one.split("+"));
}

describe("leastScopes", () => {
  it("needs nothing for nothing", () => {
    expect(leastScopes([])).toEqual({ scopes: new Set(), isExact: true });
  });

  it("takes the least privileged alternative of a single function", () => {
    expect(least("Thing.Read | Thing.ReadWrite | All.ReadWrite")).toBe("Thing.Read");
  });

  it("prefers two narrow permissions to a broad one that would serve both", () => {
    expect(least("Thing.Read | All.Read", "Note.Read | All.Read")).toBe("Note.Read Thing.Read");
  });

  it("does not take a broad permission however many functions it would serve", () => {
    const needs = Array.from({ length: 30 }, (_, index) => `Area${index}.Read | All.Read | All.ReadWrite`);
    expect(leastScopes(needs.map(alternatives)).scopes.size).toBe(30);
  });

  it("uses a permission that another function needs anyway", () => {
    expect(least("Thing.Read | Thing.ReadWrite", "Thing.ReadWrite | All.ReadWrite")).toBe("Thing.ReadWrite");
    expect(least("Thing.Read | All.Read", "Note.Read | All.Read", "All.Read")).toBe("All.Read");
  });

  it("adds a narrow permission where the one that is needed anyway does not stand in the table", () => {
    expect(least("Thing.Read | Thing.Manage", "Thing.ReadWrite")).toBe("Thing.Read Thing.ReadWrite");
  });

  it("does not ask for what no function needs so that the set reaches less far for others", () => {
    // With the right to write for the last one, the first ten would get along without the right to read.
    expect(least(...Array(10).fill("Thing.ReadBasic | Thing.Read"), "Thing.Read | Thing.ReadWrite")).toBe("Thing.Read");
  });

  it("takes what is needed elsewhere instead of what would reach further for others", () => {
    expect(least("A | X", "B | X", "X | C", "C")).toBe("A B C");
  });

  it("takes several permissions where they are needed together", () => {
    expect(least("Thing.Read+Note.Read | All.Read", "Note.Read")).toBe("Note.Read Thing.Read");
    expect(least("Thing.Read+Note.Read | All.Read", "All.Read")).toBe("All.Read");
    expect(least("Thing.Read | Note.Read+User.Read", "Note.Read", "User.Read")).toBe("Note.Read User.Read");
  });

  it("takes a permission away again that stands first only where something else serves", () => {
    expect(least("Old.Read | User.Read", "User.Read")).toBe("User.Read");
  });

  it("decides by name between what is equal", () => {
    expect(least("A | B", "B | A")).toBe("A");
    expect(least("B | A", "A | B")).toBe("A");
  });

  it("is exact for hundreds of functions over dozens of permissions", () => {
    const names = Array.from({ length: 40 }, (_, index) => `Area${index}`);
    const needs = names.flatMap((name, index) => {
      const next = names[(index + 1) % names.length];
      return [`${name}.Read | ${name}.ReadWrite | ${next}.ReadWrite`, `${name}.ReadWrite | All.ReadWrite`];
    });
    const { scopes, isExact } = leastScopes([...needs, ...needs, ...needs].map(alternatives));
    expect([scopes, isExact]).toEqual([new Set(names.map((name) => `${name}.ReadWrite`).sort()), true]);
  });

  it("gives a sufficient set, and says so, where there are too many to look at", () => {
    // Tables that contradict each other all around, so that nothing is decided by them.
    const needs = Array.from({ length: 60 }, (_, index) => {
      const at = (step: number): string => `P${(index * 7 + step * step * 5) % 60}`;
      return [`P${index}`, at(1), at(2), at(3)].map((name) => [name]);
    });
    const { scopes, isExact } = leastScopes(needs);
    expect(isExact).toBe(false);
    for (const need of needs) expect(need.some(([name = ""]) => scopes.has(name))).toBe(true);
    for (const scope of scopes)
      expect(needs.some((need) => need.every(([name = ""]) => name === scope || !scopes.has(name)))).toBe(true);
  });
});

const scope = fc.constantFrom("A", "B", "C", "D", "E", "F", "G");
const need = fc.array(fc.uniqueArray(scope, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 });
const someNeeds = fc.array(need, { minLength: 1, maxLength: 7 });

/** The rules as they are written down, over all sets that there are. */
function byBruteForce(needs: readonly (readonly (readonly string[])[])[]): readonly string[] {
  const allowed = [...new Set(needs.flatMap(([first = []]) => first))].sort();
  const usable = needs.map((options) => options.filter((one) => one.every((name) => allowed.includes(name))));
  let best: { readonly rank: readonly (number | string)[]; readonly set: readonly string[] } | undefined;
  for (let mask = 0; mask < 2 ** allowed.length; mask++) {
    const set = allowed.filter((_, place) => mask & (1 << place));
    const places = usable.map((options) =>
      options.flatMap((one, place) => (one.every((name) => set.includes(name)) ? [place] : [])),
    );
    if (places.some((list) => list.length === 0)) continue;
    const reach = places.reduce((sum, list) => sum + Math.max(...list), 0);
    const rank = [reach, set.length, set.join(" ")];
    const differing = rank.findIndex((part, index) => part !== best?.rank[index]);
    const [mine, other] = [rank[differing], best?.rank[differing]];
    if (other === undefined || (mine !== undefined && mine < other)) best = { rank, set };
  }
  return best?.set ?? [];
}

describe("leastScopes, for any tables", () => {
  it("finds the set that the rules say", () => {
    fc.assert(
      fc.property(someNeeds, (needs) => {
        const { scopes, isExact } = leastScopes(needs);
        expect([[...scopes].sort(), isExact]).toEqual([byBruteForce(needs), true]);
      }),
      { numRuns: 1000 },
    );
  });

  it("finds the same in any order, and whatever is asked for twice", () => {
    fc.assert(
      fc.property(
        someNeeds.chain((needs) =>
          fc.tuple(fc.constant(needs), fc.shuffledSubarray(needs, { minLength: needs.length })),
        ),
        ([needs, shuffled]) => {
          const { scopes } = leastScopes(needs);
          expect(leastScopes(shuffled).scopes).toEqual(scopes);
          expect(leastScopes([...needs, ...needs]).scopes).toEqual(scopes);
        },
      ),
    );
  });
});

const table: PermissionTable = {
  getThing: [
    {
      delegatedWork: ["Thing.Read", "Thing.ReadWrite", ["Note.Read", "User.Read"]],
      delegatedPersonal: "notSupported",
      application: ["Thing.Read.All"],
    },
  ],
  updateThing: [{ delegatedWork: ["Thing.ReadWrite"], delegatedPersonal: "notSupported" }],
  listNotes: [{ delegatedWork: ["Note.Read"], delegatedPersonal: ["Note.Read"], application: "notSupported" }],
  ping: [{ delegatedWork: "noneNeeded", delegatedPersonal: "noneNeeded", application: "noneNeeded" }],
  lookUp: [],
  findNotes: [
    { appliesTo: "one", delegatedWork: { text: "For groups: Group.Read" }, application: { text: "A role." } },
    { appliesTo: "two", delegatedWork: ["Note.Read"], application: "notSupported" },
  ],
  ["__proto__"]: [{ delegatedWork: ["Odd.Read"] }],
  getCalendar: [
    { appliesTo: "own", delegatedWork: ["Calendar.Read"], application: "notSupported" },
    { appliesTo: "shared", delegatedWork: ["Calendar.Read.Shared"], application: ["Calendar.Read.All"] },
  ],
  getClock: [
    { appliesTo: "own", delegatedWork: ["Clock.Read"] },
    { appliesTo: "shared", delegatedWork: ["Clock.Read"] },
  ],
};

const permissions = createPermissions(table);
const nothing = { scopes: [], because: {}, unsupported: [], undocumented: [], assumed: {}, isExact: true };

describe("permissions.of", () => {
  it("gives the tables of a function as they are", () => {
    expect(permissions.of(named("getCalendar"))).toBe(table["getCalendar"]);
    expect(permissions.of(named("lookUp"))).toEqual([]);
    expect(permissions.of(named("__proto__"))).toEqual([{ delegatedWork: ["Odd.Read"] }]);
  });

  it("refuses a function of another SDK", () => {
    expect(() => permissions.of(named("toString"))).toThrow(
      new TypeError("Unexpected function toString, expected one of this SDK"),
    );
  });
});

describe("permissions.least", () => {
  it("gives the scopes in the order of the functions, with the reasons", () => {
    expect(permissions.least(["getThing", "listNotes"].map(named), "delegatedWork")).toEqual({
      ...nothing,
      scopes: ["Thing.Read", "Note.Read"],
      because: { "Thing.Read": ["getThing"], "Note.Read": ["listNotes"] },
    });
  });

  it("names all functions that a scope is for, each once", () => {
    const calls = ["getThing", "updateThing", "getThing"].map(named);
    expect(permissions.least(calls, "delegatedWork")).toEqual({
      ...nothing,
      scopes: ["Thing.ReadWrite"],
      because: { "Thing.ReadWrite": ["getThing", "updateThing"] },
    });
  });

  it("tells what is not supported, not documented, and needs nothing", () => {
    const calls = ["listNotes", "ping", "lookUp", "updateThing", "getThing"].map(named);
    expect(permissions.least(calls, "application")).toEqual({
      ...nothing,
      scopes: ["Thing.Read.All"],
      because: { "Thing.Read.All": ["getThing"] },
      unsupported: ["listNotes"],
      undocumented: ["lookUp", "updateThing"],
    });
    expect(permissions.least([named("ping")], "delegatedWork")).toEqual(nothing);
    expect(permissions.least([], "delegatedWork")).toEqual(nothing);
  });

  it("passes over what is said in words, and counts it as not documented where there is nothing else", () => {
    const inWords = named("findNotes");
    expect(permissions.least([inWords], "delegatedWork")).toMatchObject({
      scopes: ["Note.Read"],
      assumed: { findNotes: "two" },
    });
    expect(permissions.least([inWords], "application")).toMatchObject({ unsupported: [], undocumented: ["findNotes"] });
  });

  it("assumes the first case that is possible, and says which", () => {
    const assumed = (scheme: "delegatedWork" | "application") => {
      const { scopes, assumed } = permissions.least(["getCalendar", "getClock"].map(named), scheme);
      return { scopes, assumed };
    };
    expect(assumed("delegatedWork")).toEqual({
      scopes: ["Calendar.Read", "Clock.Read"],
      assumed: { getCalendar: "own" },
    });
    expect(assumed("application")).toEqual({ scopes: ["Calendar.Read.All"], assumed: { getCalendar: "shared" } });
  });

  it("takes the cases that are named, several of one function too", () => {
    const of = named("getCalendar");
    expect(permissions.least([{ of, appliesTo: "shared" }], "delegatedWork")).toEqual({
      ...nothing,
      scopes: ["Calendar.Read.Shared"],
      because: { "Calendar.Read.Shared": ["getCalendar"] },
    });
    const both = ["own", "shared"].map((appliesTo) => ({ of, appliesTo }));
    expect(permissions.least(both, "delegatedWork").scopes).toEqual(["Calendar.Read", "Calendar.Read.Shared"]);
    expect(permissions.least([{ of, appliesTo: "own" }], "application").unsupported).toEqual(["getCalendar"]);
  });

  it("refuses a case that there is not", () => {
    expect(() => permissions.least([{ of: named("getCalendar"), appliesTo: "mine" }], "delegatedWork")).toThrow(
      new TypeError('Unexpected case "mine" of getCalendar, expected one of "own", "shared"'),
    );
    expect(() => permissions.least([{ of: named("getThing"), appliesTo: "mine" }], "delegatedWork")).toThrow(
      new TypeError('Unexpected case "mine" of getThing, expected one of none'),
    );
  });
});
