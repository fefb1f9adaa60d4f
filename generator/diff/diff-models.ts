/** The comparison itself: two models in, the changes between them out. */
import { createHash } from "node:crypto";
import type { ApiModel } from "../model/api-model.ts";
import { byCodeUnit } from "../model/qualified-name.ts";
import type { Change, Direction, Level } from "./change.ts";
import { createContext } from "./context.ts";
import type { Finding, Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import type { DataFlow } from "./usage.ts";

function fingerprint({ id, subject, detail = "" }: Finding): string {
  return createHash("sha256")
    .update(JSON.stringify([id, subject.identity, detail]))
    .digest("hex")
    .slice(0, 16);
}

function holds(direction: Direction, { request, response }: DataFlow): boolean {
  return direction === "both" || (direction === "request" ? request : response);
}

/** The level of the rule where the data goes its way; what a check knows better can only be said of that way, too. */
function levelOf({ direction, level }: Rule, finding: Finding): Level {
  return holds(direction, finding.subject.flow) ? (finding.level ?? level) : "info";
}

function toChange(finding: Finding): Change {
  const rule: Rule = rules[finding.id];
  const { subject } = finding;
  return {
    id: finding.id,
    level: levelOf(rule, finding),
    direction: rule.direction,
    area: rule.area,
    kind: rule.kind,
    action: rule.action,
    path: subject.path,
    message: finding.message,
    old: finding.old,
    new: finding.new,
    fingerprint: fingerprint(finding),
    emitted: subject.emitted,
    resource: subject.resource,
    oldPlace: subject.oldPlace,
    newPlace: subject.newPlace,
  };
}

function byResource(a: Change, b: Change): number {
  return (
    byCodeUnit(a.resource, b.resource) ||
    byCodeUnit(a.path, b.path) ||
    byCodeUnit(a.id, b.id) ||
    byCodeUnit(a.message, b.message)
  );
}

/**
 * Compares two models. The outcome depends on their content alone, not on the order of anything in them; it is sorted by
 * resource, path and rule.
 *
 * @example diffModels(old, current).filter(({ level }) => level === "breaking")
 */
export function diffModels(old: ApiModel, current: ApiModel): Change[] {
  const context = createContext(old, current);
  const checks = new Set(Object.values<Rule>(rules).map(({ check }) => check));
  const found = new Map<string, Change>();
  for (const check of checks)
    for (const finding of check(context)) {
      const change = toChange(finding);
      // Pages repeat themselves, as with one operation on several of them: one change is reported once.
      if (!found.has(change.fingerprint)) found.set(change.fingerprint, change);
    }
  return [...found.values()].sort(byResource);
}
