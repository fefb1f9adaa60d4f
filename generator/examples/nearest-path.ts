/**
 * The path of a page that is nearest to the one of its example, where none fits: the example reaches the same resource
 * by another way, `/home/parts/7` where the page has `/makers/{makerId}/parts/{partId}`. Only for the page's own
 * operation: that the example stands there is most of the evidence.
 */
import type { SegmentedTemplate, TemplateSegment } from "./template-segments.ts";
import { type SoughtSegment, TemplateTree, type TreeMatch } from "./template-tree.ts";

/** Segments in a row that may differ, in the example and in the template. */
const maxDiffering = 2;

/**
 * Finds the template that differs in a single place, and in the fewest segments. What follows that place has to fit, and
 * to begin with a fixed segment: a key is one of the collection before it, and of no other. Half of the path has to fit,
 * unless a word stands where the template has a collection and a key.
 *
 * @param templates in the order of the page: of equals the first one is taken
 */
export function nearestPath<T>(
  templates: readonly { readonly template: SegmentedTemplate; readonly value: T }[],
  segments: readonly string[],
  namespace: string,
): TreeMatch<T> | null {
  let nearest: { readonly match: TreeMatch<T>; readonly distance: number } | null = null;
  for (const { template, value } of templates) {
    const tree = new TemplateTree<T>(namespace);
    tree.add(template, value);
    for (const { sought, replaced, expected } of variants(template.segments, segments)) {
      const distance = replaced.length + expected.length;
      if (nearest !== null && nearest.distance <= distance) continue;
      const [match] = tree.find(sought, false);
      if (match === undefined) continue;
      const text = `The example has ${pathText(replaced)} where the page has ${pathText(expected)}.`;
      nearest = { distance, match: { ...match, notes: [{ code: "address", text }, ...match.notes] } };
    }
  }
  return nearest?.match ?? null;
}

interface Variant {
  /** The path of the example with the segments of the template in the place that differs. */
  readonly sought: readonly SoughtSegment[];
  readonly replaced: readonly SoughtSegment[];
  readonly expected: readonly SoughtSegment[];
}

function variants(template: readonly TemplateSegment[], segments: readonly string[]): readonly Variant[] {
  const found: Variant[] = [];
  if (Math.abs(template.length - segments.length) > maxDiffering) return found;
  for (let start = 0; start < template.length; start++) {
    for (let own = 0; own <= maxDiffering; own++) {
      for (let others = 0; others <= maxDiffering; others++) {
        const expected = template.slice(start, start + own).map(soughtSegment);
        const replaced = segments.slice(start, start + others);
        const tail = template.slice(start + own);
        const isPlain = expected.length === own && !expected.includes(undefined);
        const fits = start + tail.length;
        const isNear = fits * 2 >= Math.max(template.length, segments.length) || isKeyAndWord(expected, replaced);
        if (own + others === 0 || !isPlain || !isNear || (tail[0]?.kind ?? "pieces") === "pieces") continue;
        const known = expected.filter((segment) => segment !== undefined);
        const sought = [...segments.slice(0, start), ...known, ...segments.slice(start + others)];
        if (replaced.length === others) found.push({ sought, replaced, expected: known });
      }
    }
  }
  return found;
}

function isKeyAndWord(expected: readonly (SoughtSegment | undefined)[], replaced: readonly string[]): boolean {
  return expected.length === 2 && expected[0] !== null && expected[1] === null && replaced.length === 1;
}

/** A segment of a template as one of a path; `undefined` for what is not fixed and not a whole parameter. */
function soughtSegment(segment: TemplateSegment): SoughtSegment | undefined {
  if (segment.kind === "word") return segment.text;
  return segment.kind === "pieces" && segment.pieces.length === 1 && segment.run === "one" ? null : undefined;
}

function pathText(segments: readonly SoughtSegment[]): string {
  return segments.length === 0 ? "nothing" : segments.map((segment) => `/${segment ?? "{}"}`).join("");
}
