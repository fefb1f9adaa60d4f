/**
 * Beginnings of paths that mean the same, learned from the model: where most operations that have a path below the one
 * document it below the other, too, they are two addresses of one thing (`/me` and `/people/{personId}` of the person
 * who calls). An example may use an address that its own page does not list.
 */
import type { Operation } from "../model/api-model.ts";
import { comparedWord, segmentTemplate, type TemplateSegment } from "./template-segments.ts";

export interface PathAlias {
  /** Fixed segments in the form of {@link comparedWord}; `null` for a whole segment that is a parameter. */
  readonly from: readonly (string | null)[];
  readonly to: readonly (string | null)[];
}

/** Operations that have to show an alias. */
const minOperations = 3;

/** Share that these must have of all operations below either address. */
const minShare = 0.5;

/** Paths of one operation that are compared; more are a list of resources rather than of addresses. */
const maxPaths = 40;

type Form = readonly (string | null)[];

interface Pair {
  readonly a: Form;
  readonly b: Form;
  count: number;
}

/** Learns the aliases of a model, in both directions, best supported first. */
export function findPathAliases(operations: readonly Operation[], namespace: string): readonly PathAlias[] {
  const uses = new Map<string, number>();
  const pairs = new Map<string, Pair>();
  for (const operation of operations) {
    const forms = formsOf(operation, namespace);
    for (const key of new Set(forms.flatMap(beginningsOf))) uses.set(key, (uses.get(key) ?? 0) + 1);
    for (const [key, pair] of pairsOf(forms)) {
      const known = pairs.get(key);
      if (known === undefined) pairs.set(key, pair);
      else known.count++;
    }
  }
  const sorted = [...pairs].filter(([, pair]) => isSupported(pair, uses)).sort(byCountAndKey);
  const accepted: Pair[] = [];
  for (const [, pair] of sorted) if (!accepted.some((shorter) => follows(pair, shorter))) accepted.push(pair);
  return accepted.flatMap(({ a, b }) => [
    { from: a, to: b },
    { from: b, to: a },
  ]);
}

function byCountAndKey([keyA, a]: [string, Pair], [keyB, b]: [string, Pair]): number {
  return b.count - a.count || (keyA < keyB ? -1 : 1);
}

function isSupported({ a, b, count }: Pair, uses: ReadonlyMap<string, number>): boolean {
  const all = Math.max(uses.get(keyOf(a)) ?? 0, uses.get(keyOf(b)) ?? 0);
  return count >= minOperations && count >= all * minShare;
}

/** Whether a pair says no more than a shorter one: both of its sides begin with the two sides of that. */
function follows({ a, b }: Pair, shorter: Pair): boolean {
  return (begins(a, shorter.a) && begins(b, shorter.b)) || (begins(a, shorter.b) && begins(b, shorter.a));
}

function begins(form: Form, start: Form): boolean {
  return start.every((segment, index) => segment === form[index]);
}

function formsOf({ paths }: Operation, namespace: string): readonly Form[] {
  const forms = paths.slice(0, maxPaths).map((path) => {
    const { segments } = segmentTemplate(path);
    // Only what stands before the first special segment can be an address.
    const special = segments.findIndex((segment) => !isPlain(segment));
    const plain = special < 0 ? segments : segments.slice(0, special);
    const end = special < 0 ? [] : [`/${JSON.stringify(segments.slice(special))}`];
    return [
      ...plain.map((segment) => (segment.kind === "word" ? comparedWord(segment.text, namespace) : null)),
      ...end,
    ];
  });
  return [...new Map(forms.map((form) => [keyOf(form), form])).values()];
}

function isPlain(segment: TemplateSegment): boolean {
  return segment.kind === "word" || (segment.kind === "pieces" && segment.pieces.length === 1);
}

function keyOf(form: Form): string {
  return JSON.stringify(form);
}

function beginningsOf(form: Form): readonly string[] {
  return form.map((_, index) => keyOf(form.slice(0, index + 1)));
}

/** The beginnings in which the paths of an operation differ, once for each pair of them. */
function pairsOf(forms: readonly Form[]): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const [index, one] of forms.entries()) {
    for (const other of forms.slice(index + 1)) {
      const [a, b] = differingBeginnings(one, other);
      if (!isAddress(a) || !isAddress(b) || endsWithKey(a) === endsWithKey(b)) continue;
      const sorted = [a, b].sort((x, y) => (keyOf(x) < keyOf(y) ? -1 : 1));
      pairs.set(JSON.stringify(sorted), { a: sorted[0] ?? a, b: sorted[1] ?? b, count: 1 });
    }
  }
  return pairs;
}

/** Whether nothing special stands in a beginning. */
function isAddress(form: Form): boolean {
  return form.length > 0 && !form.some((segment) => segment?.startsWith("/"));
}

/** Of two addresses of one thing, one is by its key. Where both are, or none is, the operation is about two things. */
function endsWithKey(form: Form): boolean {
  return form[form.length - 1] === null;
}

function differingBeginnings(one: Form, other: Form): [Form, Form] {
  let ending = 0;
  const shortest = Math.min(one.length, other.length);
  while (ending < shortest && one[one.length - 1 - ending] === other[other.length - 1 - ending]) ending++;
  // A collection and its key belong together.
  if (ending > 0 && one[one.length - ending] === null) ending--;
  return [one.slice(0, one.length - ending), other.slice(0, other.length - ending)];
}
