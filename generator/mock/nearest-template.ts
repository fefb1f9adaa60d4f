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
 * Gives up to `limit` templates with their methods, the nearest first: `/things/{thingId} (DELETE, GET)`.
 *
 * @param path below the base URL, as sent
 */
export type NearestTemplates = (path: string, limit?: number) => readonly string[];

interface DocumentedPath {
  readonly template: string;
  readonly segments: readonly string[];
  readonly methods: Set<HttpMethod>;
}

/** Takes one look at each template of a model. */
export function createNearestTemplates({ operations }: ApiModel): NearestTemplates {
  // Templates that differ only in the names of parameters are one path.
  const documented = new Map<string, DocumentedPath>();
  for (const { method, paths } of operations) {
    for (const { template } of paths) {
      const form = template.replace(/\{[^{}]*\}/g, "{}");
      const known = documented.get(form);
      if (known === undefined)
        documented.set(form, { template, segments: template.split("/").slice(1), methods: new Set([method]) });
      else known.methods.add(method);
    }
  }
  return (path, limit = 3) => {
    const sent = path.split("/").slice(1, comparedSegments + 1);
    // What has less than half in common is no help.
    const most = sent.length / 2;
    return [...documented.values()]
      .filter(({ segments }) => Math.abs(segments.length - sent.length) <= most)
      .map((one) => ({ ...one, distance: pathDistance(one.segments, sent) }))
      .filter(({ distance }) => distance <= most)
      .sort((a, b) => a.distance - b.distance || (a.template < b.template ? -1 : 1))
      .slice(0, limit)
      .map(({ template, methods }) => `${template} (${[...methods].sort().join(", ")})`);
  };
}
