/** Operations of two versions: by what they request, not by the page that documents them. */
import type { Operation } from "../model/api-model.ts";
import { type Attempt, type Matches, matchBy, type Pair } from "./matches.ts";
import { sameSegments } from "./request-key.ts";
import type { Side } from "./side.ts";
import { nameLikeness, overlap } from "./similarity.ts";
import { typeKey } from "./type-key.ts";

interface Candidate {
  readonly old: Operation;
  readonly new: Operation;
  readonly score: number;
}

/** Each pair that has a request in common, with how well it fits. */
function sharing(old: Side, current: Side): Candidate[] {
  const byKey = new Map<string, Operation[]>();
  for (const operation of current.model.operations)
    for (const key of new Set(current.requestKeys(operation))) {
      const list = byKey.get(key) ?? [];
      byKey.set(key, list);
      list.push(operation);
    }
  return old.model.operations.flatMap((one) => {
    const keys = new Set(old.requestKeys(one));
    const others = new Set([...keys].flatMap((key) => byKey.get(key) ?? []));
    return [...others].map((other) => ({
      old: one,
      new: other,
      score: overlap(keys, new Set(current.requestKeys(other))) + pageLikeness(one, other),
    }));
  });
}

/** Several pages may document one path, each for a type of its own: page and title tell them apart. */
function pageLikeness(a: Operation, b: Operation): number {
  const title = a.title === b.title ? 1.5 : nameLikeness(a.title, b.title) / 2;
  return title + (a.id === b.id ? 2 : 0);
}

function take(candidates: readonly Candidate[]): Pair<Operation>[] {
  const done = new Set<Operation>();
  const pairs: Pair<Operation>[] = [];
  for (const { old, new: other } of [...candidates].sort((a, b) => b.score - a.score)) {
    if (done.has(old) || done.has(other)) continue;
    done.add(old).add(other);
    pairs.push({ old, new: other, isRenamed: false });
  }
  return pairs;
}

const renamedTitle = 0.5;
const renamedBareTitle = 0.8;
const renamedPath = 0.5;

/** Sends and gives the same: what a renamed operation goes on to do. */
function isAlike(a: Operation, b: Operation): boolean {
  const shape = ({ body, response }: Operation): string =>
    JSON.stringify([
      body?.type ? typeKey(body.type) : (body?.properties.map(({ name }) => name) ?? null),
      response.type && typeKey(response.type),
      response.envelope,
    ]);
  return a.method === b.method && a.kind === b.kind && shape(a) === shape(b);
}

/** The best that two paths of theirs agree. */
function pathLikeness(a: Operation, b: Operation): number {
  return Math.max(0, ...a.paths.flatMap((path) => b.paths.map((other) => sameSegments(path, other))));
}

function renamed(a: Operation, b: Operation): number {
  if (!isAlike(a, b)) return 0;
  const title = nameLikeness(a.title, b.title);
  // Two operations that neither take nor give anything are alike in that by chance.
  const isBare = a.body === null && a.response.type === null;
  const path = title >= (isBare ? renamedBareTitle : renamedTitle) ? pathLikeness(a, b) : 0;
  return path >= renamedPath ? title + path : 0;
}

/** A page with one operation before and after: it was given another method. */
const samePage: Attempt<Operation> = { key: ({ page }) => page, score: () => 1 };

/**
 * What another page documents as well has neither come nor gone with its page, and is in none of the lists.
 * Operations without any path match by page. An operation that lost all its paths is the same one where page and method
 * stay, or where title, method and much of the path do.
 */
export function matchOperations(old: Side, current: Side): Matches<Operation> {
  const pairs = take(sharing(old, current));
  const done = new Set(pairs.flatMap((pair) => [pair.old, pair.new]));
  const unmatched = (side: Side, other: Side): Operation[] => {
    const documented = new Set(other.model.operations.flatMap(other.requestKeys));
    const isElsewhere = (keys: readonly string[]): boolean =>
      keys.length > 0 && keys.every((key) => documented.has(key));
    return side.model.operations.filter((one) => !done.has(one) && !isElsewhere(side.requestKeys(one)));
  };
  const rest = matchBy(unmatched(old, current), unmatched(current, old), ({ id, method }) => `${method} ${id}`, [
    { score: renamed },
    samePage,
  ]);
  return { ...rest, pairs: [...pairs, ...rest.pairs] };
}
