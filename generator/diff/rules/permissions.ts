import type { Operation, PermissionGrant, PermissionScheme } from "../../model/api-model.ts";
import type { DiffContext } from "../context.ts";
import type { Pair } from "../matches.ts";
import type { Check, Finding } from "../rule.ts";
import { operationSubject, requestText } from "../subjects.ts";

const schemeNames: Readonly<Record<PermissionScheme, string>> = {
  delegatedWork: "delegated (work or school account)",
  delegatedPersonal: "delegated (personal account)",
  application: "application",
};

interface Found {
  readonly appliesTo: string | null;
  readonly grant: PermissionGrant;
}

/** One grant of each scheme and case. A page that says the same of a scheme twice is a page with a mistake. */
function grantsOf({ permissions }: Operation): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const { appliesTo, grants } of permissions)
    for (const grant of grants) {
      const key = `${appliesTo ?? ""}\0${grant.scheme}`;
      if (!found.has(key)) found.set(key, { appliesTo, grant });
    }
  return found;
}

type Way = readonly string[];

/** Permissions that are needed together. */
function joined(scopes: Way): string {
  return [...scopes].sort().join(" and ");
}

function ways({ alternatives }: PermissionGrant): string[] {
  return alternatives.map(joined);
}

function listed(list: readonly Way[]): string {
  return `${list.map(joined).join(", ")} ${list.length === 1 ? "is" : "are"}`;
}

/** Who holds all of these holds also what a way with fewer of them takes. */
function isEnough(way: Way, { alternatives }: PermissionGrant): boolean {
  return alternatives.some((needed) => needed.every((scope) => way.includes(scope)));
}

function* changes(context: DiffContext, pair: Pair<Operation>, old: Found, current: Found): Iterable<Finding> {
  const [before, after] = [old.grant, current.grant];
  if (before.isSupported === after.isSupported && before.text === after.text) return;
  const scheme = schemeNames[after.scheme];
  const of = `${requestText(pair.new)}${current.appliesTo === null ? "" : ` (${current.appliesTo})`}, ${scheme}`;
  const subject = operationSubject(context, pair, {
    suffix: `#permissions/${after.scheme}${current.appliesTo === null ? "" : `/${current.appliesTo}`}`,
    oldPlace: before.place,
    newPlace: after.place,
  });
  const both = {
    subject,
    old: { supported: before.isSupported, ways: ways(before) },
    new: { supported: after.isSupported, ways: ways(after) },
  };
  if (before.isSupported !== after.isSupported) {
    yield after.isSupported
      ? {
          id: "permission-scheme-supported",
          message: `${of}: supported now, with ${ways(after).join(", or ")}`,
          ...both,
        }
      : {
          id: "permission-scheme-unsupported",
          message: `${of}: not supported any more, was ${ways(before).join(", or ")}`,
          ...both,
        };
    return;
  }
  // What is tied to cases is in words only: there is nothing to compare.
  if (before.alternatives.length === 0 || after.alternatives.length === 0) return;
  const withdrawn = before.alternatives.filter((way) => !isEnough(way, after));
  const added = after.alternatives.filter((way) => !isEnough(way, before));
  const least = after.alternatives[0] ?? [];
  if (withdrawn.length > 0)
    yield {
      id: "permission-withdrawn",
      message: `${of}: ${listed(withdrawn)} no longer enough, needs ${ways(after).join(", or ")}`,
      detail: withdrawn.map(joined).join(),
      ...both,
    };
  if (added.includes(least))
    yield {
      id: "permission-least-changed",
      message: `${of}: least privileged is ${joined(least)} now, was ${ways(before)[0]}`,
      detail: joined(least),
      ...both,
    };
  const more = added.filter((way) => way !== least);
  if (more.length > 0)
    yield {
      id: "permission-added",
      message: `${of}: ${listed(more)} enough now, too`,
      detail: more.map(joined).join(),
      ...both,
    };
}

/** Most tables are, word for word. */
function isUnchanged(old: Operation, current: Operation): boolean {
  const words = ({ permissions: sets }: Operation): string =>
    sets
      .map(({ appliesTo, grants }) => `${appliesTo}${grants.map(({ scheme, text }) => `\0${scheme}\0${text}`)}`)
      .join();
  return old.permissions.length === current.permissions.length && words(old) === words(current);
}

/** Who may call an operation, with what. Tables are compared by scheme, and by the case that they are for. */
export const permissions: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    if (isUnchanged(pair.old, pair.new)) continue;
    const [old, current] = [grantsOf(pair.old), grantsOf(pair.new)];
    for (const [key, found] of current) {
      const before = old.get(key);
      if (before !== undefined) yield* changes(context, pair, before, found);
    }
  }
};
