/** The documented paths that are nearest to one that is not documented, for the error that says so. */
import type { ApiModel, HttpMethod } from "../model/api-model.ts";

/** Further segments of a request are not compared: no template has that many. */
const comparedSegments = 24;

const isParameter = (segment: string): boolean => segment.includes("{");

/** How far two segments are from being the same. Keys are told from words by letter and digit: a guess, for a hint. */
function segmentDistance(template: string, sent: string): number {
  if (template === sent) return 0;
  if (isParameter(template)) return /^[a-z]+$/i.test(sent) ? 0.5 : 0.2;
  return template.toLowerCase() === sent.toLowerCase() ? 0.1 : isAlike(template, sent) ? 0.4 : 1;
}

/** The same but for a few letters at the beginning or the end of either, as a plural or a slip makes them. */
function isAlike(a: string, b: string): boolean {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  const shorter = Math.min(first.length, second.length);
  let same = 0;
  while (same < shorter && first[same] === second[same]) same++;
  let sameEnd = 0;
  while (sameEnd < shorter - same && first.at(-1 - sameEnd) === second.at(-1 - sameEnd)) sameEnd++;
  return same + sameEnd >= Math.max(first.length, second.length) - 2 && same + sameEnd > 2;
}

function pathDistance(template: readonly string[], sent: readonly string[]): number {
  let previous = Array.from({ length: sent.length + 1 }, (_, column) => column);
  for (const [row, segment] of template.entries()) {
    const current = [row + 1];
    for (let column = 1; column <= sent.length; column++) {
      const swap = (previous[column - 1] ?? 0) + segmentDistance(segment, sent[column - 1] ?? "");
      current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[sent.length] ?? 0;
}

/**
 * @param path below the base URL, as sent
 * @returns up to `limit` templates with their methods, the nearest first: `/things/{thingId} (DELETE, GET)`
 */
export function nearestTemplates(model: ApiModel, path: string, limit = 3): readonly string[] {
  const sent = path.split("/").slice(1, comparedSegments + 1);
  // Templates that differ only in the names of parameters are one path.
  const found = new Map<string, { template: string; distance: number; methods: Set<HttpMethod> }>();
  for (const { method, paths } of model.operations) {
    for (const { template } of paths) {
      const form = template.replace(/\{[^{}]*\}/g, "{}");
      const distance = found.get(form)?.distance ?? pathDistance(template.split("/").slice(1), sent);
      // What has less than half in common is no help.
      if (distance > sent.length / 2) continue;
      const known = found.get(form) ?? { template, distance, methods: new Set() };
      known.methods.add(method);
      found.set(form, known);
    }
  }
  return [...found.values()]
    .sort((a, b) => a.distance - b.distance || (a.template < b.template ? -1 : 1))
    .slice(0, limit)
    .map(({ template, methods }) => `${template} (${[...methods].sort().join(", ")})`);
}
