/**
 * Least privilege: which permissions some functions need together, worked out of the permissions tables of their pages.
 *
 * A table lists, for each scheme, the ways to be permitted, from least to most privileged. That order is all that is
 * known of how much a permission allows, so that the set to ask for is chosen by it:
 *
 * 1. Only what is least privileged for at least one of the functions is asked for. A permission that stands further
 *    back in every table is never needed, however many functions it would serve: that is how a program that reads two
 *    things ends up with the right to write everything.
 * 2. Of the sets that this leaves, the one that reaches least far back in the tables. How far a set reaches is counted
 *    for each function, as the place of the most privileged alternative that the set grants, whether the function needs
 *    it or not; alternatives that rule 1 leaves out do not count as places. Two narrow permissions are so preferred to
 *    one broad one, and a permission that another function needs anyway costs nothing more.
 * 3. Of these, the smallest: what the rest makes superfluous is left out. If one function writes and another one may
 *    read by the same permission, the one for reading alone is not asked for.
 * 4. Of these, the first by name, so that the same calls give the same set in whatever order.
 */
import type { PermissionScheme } from "./request.ts";

/** A way to be permitted: one permission, or several that are needed together. */
export type PermissionAlternative = string | readonly string[];

/**
 * What a page says of one scheme: the ways to be permitted, from least to most privileged, any of which is enough; that
 * no permission is needed; that the function cannot be called in this scheme; or something in words, which only people
 * can make use of ("for groups …").
 */
export type PermissionGrant =
  | readonly PermissionAlternative[]
  | "noneNeeded"
  | "notSupported"
  | { readonly text: string };

/** One permissions table of a page. A scheme that it does not speak of is absent. */
export interface PermissionSet extends Readonly<Partial<Record<PermissionScheme, PermissionGrant>>> {
  /** The case that the table is for, where the page tells cases apart; unique among the tables of a function. */
  readonly appliesTo?: string;
}

/** The tables of all functions, by name of the function. A function without any is there, with an empty list. */
export type PermissionTable = Readonly<Record<string, readonly PermissionSet[]>>;

/** Any function of the SDK. */
export interface NamedFunction {
  readonly spec: { readonly name: string };
}

/** A function that is called, and for which of the cases of its page. */
export type PermissionUse = NamedFunction | { readonly of: NamedFunction; readonly appliesTo: string };

export interface LeastPermissions {
  /** In the order of the functions that need them. */
  readonly scopes: readonly string[];
  /** The names of the functions that each of the scopes is for. */
  readonly because: Readonly<Record<string, readonly string[]>>;
  /** Functions that cannot be called in this scheme. */
  readonly unsupported: readonly string[];
  /** Functions whose page does not say what they need in this scheme, or only in words. */
  readonly undocumented: readonly string[];
  /**
   * Functions whose page has tables for several cases that differ, by the case that was taken because none was named:
   * the first one that is possible in this scheme.
   */
  readonly assumed: Readonly<Record<string, string>>;
  /** No set is better. `false` where there were too many to look at all of them: the set is sufficient then, too. */
  readonly isExact: boolean;
}

export interface Permissions {
  /** All that is known, as plain data. */
  readonly table: PermissionTable;
  /**
   * The tables of one function.
   *
   * @throws TypeError if the function is not one of this SDK.
   */
  of(call: NamedFunction): readonly PermissionSet[];
  /**
   * The least privileged set of permissions with which all of some functions can be called.
   *
   * @throws TypeError if one of the functions is not of this SDK, or has no such case.
   *
   * @example permissions.least([listThings, { of: getThing, appliesTo: "shared things" }], "delegatedWork").scopes
   */
  least(calls: readonly PermissionUse[], scheme: PermissionScheme | "delegated"): LeastPermissions;
}

type Alternatives = readonly (readonly string[])[];

export function createPermissions(table: PermissionTable): Permissions {
  const of = ({ spec: { name } }: NamedFunction): readonly PermissionSet[] => {
    const sets = Object.hasOwn(table, name) ? table[name] : undefined;
    if (sets === undefined) throw new TypeError(`Unexpected function ${name}, expected one of this SDK`);
    return sets;
  };
  return {
    table,
    of,
    least(calls, caller) {
      const scheme = caller === "delegated" ? "delegatedWork" : caller;
      const needs: { readonly name: string; readonly alternatives: Alternatives }[] = [];
      const unsupported = new Set<string>();
      const undocumented = new Set<string>();
      const assumed = new Map<string, string>();
      for (const use of calls) {
        const [call, wanted] = "spec" in use ? [use] : [use.of, use.appliesTo];
        const { name } = call.spec;
        const { set, isAssumed } = chooseSet(name, of(call), wanted, scheme);
        if (isAssumed && set?.appliesTo !== undefined) assumed.set(name, set.appliesTo);
        const grant = set?.[scheme];
        if (grant === undefined || isWords(grant)) undocumented.add(name);
        else if (grant === "notSupported") unsupported.add(name);
        else if (grant !== "noneNeeded")
          needs.push({ name, alternatives: grant.map((one) => (typeof one === "string" ? [one] : one)) });
      }
      const { scopes, isExact } = leastScopes(needs.map(({ alternatives }) => alternatives));
      const because = new Map<string, Set<string>>();
      for (const { name, alternatives } of needs) {
        for (const scope of alternatives.find((one) => one.every((part) => scopes.has(part))) ?? [])
          because.set(scope, (because.get(scope) ?? new Set()).add(name));
      }
      return {
        scopes: [...because.keys()],
        because: Object.fromEntries([...because].map(([scope, names]) => [scope, [...names]])),
        unsupported: [...unsupported],
        undocumented: [...undocumented],
        assumed: Object.fromEntries(assumed),
        isExact,
      };
    },
  };
}

/**
 * The table that counts. All of them together would ask for the permissions of cases that never occur; the first one
 * that is possible is the main case of the page, and the result says that it was assumed.
 */
function chooseSet(
  name: string,
  sets: readonly PermissionSet[],
  wanted: string | undefined,
  scheme: PermissionScheme,
): { readonly set: PermissionSet | undefined; readonly isAssumed: boolean } {
  if (wanted !== undefined) {
    const set = sets.find(({ appliesTo }) => appliesTo === wanted);
    const cases = sets.map(({ appliesTo }) => JSON.stringify(appliesTo)).join(", ");
    if (set === undefined)
      throw new TypeError(`Unexpected case ${JSON.stringify(wanted)} of ${name}, expected one of ${cases || "none"}`);
    return { set, isAssumed: false };
  }
  const set =
    sets.find((one) => isPossible(one[scheme])) ?? sets.find((one) => one[scheme] !== "notSupported") ?? sets[0];
  const said = new Set(sets.map((one) => JSON.stringify(one[scheme])));
  return { set, isAssumed: said.size > 1 };
}

function isPossible(grant: PermissionGrant | undefined): boolean {
  return grant !== undefined && grant !== "notSupported" && !isWords(grant);
}

function isWords(grant: PermissionGrant): grant is { readonly text: string } {
  return typeof grant === "object" && "text" in grant;
}

/** Steps of the search after which the best set so far is taken: some tenths of a second. */
const maxSteps = 20_000;

interface Candidate {
  readonly reach: number;
  /** Places in the list of scopes, ascending. */
  readonly members: readonly number[];
}

/**
 * Chooses the set by the rules above, by branch and bound. To add a permission never lowers the reach nor the size, so
 * that a set that is not better than the best one so far need not be looked into. The best one to begin with is what
 * remains if permissions are taken out of all that may be asked for, one by one, the furthest reaching first.
 *
 * @param needs for each function the ways to be permitted, least privileged first; none of the lists is empty
 */
export function leastScopes(needs: readonly Alternatives[]): {
  readonly scopes: ReadonlySet<string>;
  readonly isExact: boolean;
} {
  const names = [...new Set(needs.flatMap(([least = []]) => least))].sort();
  const places = new Map(names.map((name, place) => [name, place]));
  // Alternatives with anything else are out; functions with the same ones are looked at once. Sorted, for the same
  // steps in whatever order.
  const counts = new Map<string, number>();
  for (const need of needs) {
    const options = need.map((one) => [...new Set(one.map((name) => places.get(name) ?? -1))].sort((a, b) => a - b));
    const key = JSON.stringify(options.filter(([first]) => first !== -1));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const groups = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => {
      // As written above.
      const options = JSON.parse(key) as readonly (readonly number[])[];
      return { options, count };
    });

  const isIn = names.map(() => true);
  const granted = (option: readonly number[]): boolean => option.every((place) => isIn[place]);
  const isServed = ({ options }: { options: readonly (readonly number[])[] }): boolean => options.some(granted);
  const measure = (): Candidate => ({
    reach: groups.reduce((sum, { options, count }) => {
      let last = options.length - 1;
      while (last > 0 && !granted(options[last] ?? [])) last--;
      return sum + last * count;
    }, 0),
    members: isIn.flatMap((is, place) => (is ? [place] : [])),
  });

  let best = measure();
  for (let before: Candidate | undefined; before !== best; ) {
    before = best;
    for (const place of before.members) {
      isIn[place] = false;
      if (groups.every(isServed)) best = better(measure(), best);
      isIn[place] = true;
    }
    for (const place of names.keys()) isIn[place] = best.members.includes(place);
  }

  isIn.fill(false);
  const seen = new Set<string>();
  const search = (): void => {
    const here = measure();
    const key = here.members.join();
    if (seen.has(key) || seen.size > maxSteps) return;
    seen.add(key);
    const [open] = groups.filter((group) => !isServed(group)).sort((a, b) => a.options.length - b.options.length);
    if (open === undefined) {
      best = better(here, best);
      return;
    }
    // One more at least will come.
    if (here.reach > best.reach || (here.reach === best.reach && here.members.length >= best.members.length)) return;
    for (const option of open.options) {
      const added = option.filter((place) => !isIn[place]);
      for (const place of added) isIn[place] = true;
      search();
      for (const place of added) isIn[place] = false;
    }
  };
  search();
  const scopes = new Set(best.members.flatMap((place) => names[place] ?? []));
  return { scopes, isExact: seen.size <= maxSteps };
}

function better(a: Candidate, b: Candidate): Candidate {
  const differing = a.members.findIndex((place, index) => place !== b.members[index]);
  const byName = differing < 0 ? 0 : (a.members[differing] ?? 0) - (b.members[differing] ?? 0);
  return (a.reach - b.reach || a.members.length - b.members.length || byName) < 0 ? a : b;
}
