/**
 * Path templates in a tree of segments, in which those that fit a path are found without looking at the others.
 *
 * Fixed segments lead on by name, parameters by the form of the segment they stand in. What stands in their places is
 * captured by position, so that templates which differ only in the names of parameters share one branch.
 */
import type { CallNote } from "./call-notes.ts";
import { type ArgumentMatch, matchArguments, matchPieces, readCall, type WrittenCall } from "./path-segments.ts";
import {
  type CallArgument,
  comparedWord,
  isQualified,
  type PiecesSegment,
  type SegmentedTemplate,
  type TemplateSegment,
} from "./template-segments.ts";

/** A segment of the path to look for; `null` where a value has to stand that the example does not have. */
export type SoughtSegment = string | null;

export interface TreeMatch<T> {
  readonly value: T;
  readonly template: SegmentedTemplate;
  /** For each of the template's `uses`; `null` where the path has no value. */
  readonly captures: readonly (string | null)[];
  readonly notes: readonly CallNote[];
}

interface Branch<Segment, T> {
  readonly segment: Segment;
  readonly node: Node<T>;
}

interface Node<T> {
  readonly words: Map<string, Node<T>>;
  /** By the name of the function. */
  readonly calls: Map<string, Branch<readonly CallArgument[], T>[]>;
  readonly patterns: Branch<PiecesSegment, T>[];
  readonly ends: { readonly value: T; readonly template: SegmentedTemplate }[];
}

function emptyNode<T>(): Node<T> {
  return { words: new Map(), calls: new Map(), patterns: [], ends: [] };
}

/** What stands for the rest of a path that belongs to no template. */
const suffixes: ReadonlySet<string> = new Set(["$count", "$value", "$ref", "$query"]);

function isSuffix(segment: string): boolean {
  return suffixes.has(segment.toLowerCase());
}

export class TemplateTree<T> {
  readonly #root = emptyNode<T>();
  readonly #namespace: string;

  /** @param namespace the model's default namespace, which may be written or left out in front of names */
  constructor(namespace: string) {
    this.#namespace = namespace;
  }

  add(template: SegmentedTemplate, value: T): void {
    let node = this.#root;
    for (const segment of template.segments) node = this.#child(node, segment);
    node.ends.push({ value, template });
  }

  #child(node: Node<T>, segment: TemplateSegment): Node<T> {
    if (segment.kind === "pieces") {
      const known = node.patterns.find((branch) => formOf(branch.segment) === formOf(segment));
      if (known !== undefined) return known.node;
      const branch = { segment, node: emptyNode<T>() };
      node.patterns.push(branch);
      return branch.node;
    }
    if (segment.kind === "word") {
      const word = comparedWord(segment.text, this.#namespace);
      const child = node.words.get(word) ?? emptyNode<T>();
      node.words.set(word, child);
      return child;
    }
    const name = comparedWord(segment.name, this.#namespace);
    const branches = node.calls.get(name) ?? [];
    node.calls.set(name, branches);
    const known = branches.find((branch) => callForm(branch.segment) === callForm(segment.arguments));
    if (known !== undefined) return known.node;
    const branch = { segment: segment.arguments, node: emptyNode<T>() };
    branches.push(branch);
    return branch.node;
  }

  /**
   * The templates that fit a path.
   *
   * @param isLenient whether the path may have other things than a template: casts to derived types, a final `/$count`,
   * and other arguments of functions
   */
  find(segments: readonly SoughtSegment[], isLenient: boolean): readonly TreeMatch<T>[] {
    return new Search<T>(segments, isLenient, this.#namespace).run(this.#root);
  }
}

/** Equal for segments that the same texts fit and that capture the same. */
function formOf({ pieces, run }: PiecesSegment): string {
  return JSON.stringify([run, ...pieces.map((piece) => (typeof piece === "string" ? piece.toLowerCase() : null))]);
}

function callForm(template: readonly CallArgument[]): string {
  return JSON.stringify(template.map(({ name, before }) => [name?.toLowerCase() ?? null, before.toLowerCase()]));
}

/** What has been read on the way to a node. */
interface Trail {
  readonly captures: readonly (string | null)[];
  /** Fixed segments and names of functions as the path has them. */
  readonly words: readonly string[];
  readonly notes: readonly CallNote[];
}

/**
 * Nodes that one search visits at most. Each node of the tree is reached by one path only, so it is visited once, and
 * once more for each way to pass over casts; only a made-up path has many of these.
 */
const maxVisits = 20_000;

class Search<T> {
  #visits = 0;
  readonly #segments: readonly SoughtSegment[];
  readonly #isLenient: boolean;
  readonly #namespace: string;
  readonly #found: TreeMatch<T>[] = [];

  constructor(segments: readonly SoughtSegment[], isLenient: boolean, namespace: string) {
    this.#segments = segments;
    this.#isLenient = isLenient;
    this.#namespace = namespace;
  }

  run(root: Node<T>): readonly TreeMatch<T>[] {
    this.#visit(root, 0, { captures: [], words: [], notes: [] });
    return this.#found;
  }

  #visit(node: Node<T>, at: number, trail: Trail): void {
    if (++this.#visits > maxVisits) return;
    const segment = this.#segments[at];
    if (segment === undefined) {
      this.#end(node, trail);
      if (this.#isLenient) this.#visitSuffixes(node, at, trail);
      return;
    }
    if (segment !== null) {
      const word = node.words.get(comparedWord(segment, this.#namespace));
      if (word !== undefined) this.#visit(word, at + 1, { ...trail, words: [...trail.words, segment] });
      const call = readCall(segment);
      if (call !== null) this.#visitKey(node, at, trail, call);
      if (call !== null || this.#isLenient) this.#visitCalls(node, at, trail, call ?? { name: segment, arguments: [] });
    }
    for (const branch of node.patterns) this.#visitPattern(branch, at, trail);
    if (this.#isLenient && segment !== null) {
      this.#visitStart(node, at, trail, segment);
      this.#skip(node, at, trail, segment);
    }
  }

  #visitCalls(node: Node<T>, at: number, trail: Trail, call: WrittenCall): void {
    for (const branch of node.calls.get(comparedWord(call.name, this.#namespace)) ?? []) {
      const match = matchArguments(branch.segment, call);
      if (match === null || !(match.isComplete || this.#isLenient)) continue;
      this.#visit(branch.node, at + 1, {
        captures: [...trail.captures, ...match.captures],
        words: [...trail.words, call.name],
        notes: [...trail.notes, ...argumentNotes(call.name, match)],
      });
    }
  }

  /** `/things('1')`, `/things(id='1')` for `/things/{id}`; `/things(code='x')` for `/things/code={code}`. */
  #visitKey(node: Node<T>, at: number, trail: Trail, call: WrittenCall): void {
    const collection = node.words.get(comparedWord(call.name, this.#namespace));
    const [key, ...others] = call.arguments;
    if (collection === undefined || key === undefined || key.text === "" || others.length > 0) return;
    const note: CallNote = { code: "key-form", text: `The key of ${call.name} stands in parentheses.` };
    const isPlain = key.name === null || /id$/i.test(key.name);
    const value = /^'.*'$/s.test(key.text) ? key.text.slice(1, -1).replaceAll("''", "'") : key.text;
    for (const branch of collection.patterns) {
      const isKey = branch.segment.pieces.length === 1;
      const text = isKey && isPlain ? value : key.name === null ? null : `${key.name}=${value}`;
      const captures = text === null || (isKey && !isPlain) ? null : matchPieces(branch.segment.pieces, text);
      if (captures === null) continue;
      this.#visit(branch.node, at + 1, {
        captures: [...trail.captures, ...captures],
        words: [...trail.words, call.name],
        notes: [...trail.notes, note],
      });
    }
  }

  #visitPattern({ segment, node }: Branch<PiecesSegment, T>, at: number, trail: Trail): void {
    const sought = this.#segments[at];
    if (sought === null) {
      if (segment.pieces.length > 1) return;
      this.#visit(node, at + 1, { ...trail, captures: [...trail.captures, null] });
      return;
    }
    const end = this.#endOfRun(segment, at);
    const texts = end === null ? [] : this.#segments.slice(at, end);
    // Encoded, a value has no `$`, so that this one is syntax.
    const isSyntax = segment.pieces.length === 1 && texts.length === 1 && isSuffix(texts[0] ?? "");
    const captures = texts.length === 0 || isSyntax ? null : matchPieces(segment.pieces, texts.join("/"));
    if (captures !== null && end !== null)
      this.#visit(node, end, { ...trail, captures: [...trail.captures, ...captures] });
  }

  /**
   * `/root/parts` for `/root:/{path}:/parts`: what a path between colons starts from is an address by itself, with
   * nothing between the colons.
   */
  #visitStart(node: Node<T>, at: number, trail: Trail, segment: string): void {
    const start = node.words.get(comparedWord(`${segment}:`, this.#namespace));
    for (const { segment: pattern, node: next } of start?.patterns ?? []) {
      if (pattern.run === "one") continue;
      const text = `The example has ${segment} where the page has a path from ${segment} on.`;
      this.#visit(next, at + 1, {
        captures: [...trail.captures, null],
        words: [...trail.words, `${segment}:`],
        notes: [...trail.notes, { code: "alias", text }],
      });
    }
  }

  /** The index behind the last segment that a pattern takes; `null` where none ends it. */
  #endOfRun({ run }: PiecesSegment, at: number): number | null {
    if (run === "one") return at + 1;
    const known = this.#segments.findIndex((segment, index) => index >= at && segment === null);
    const limit = known < 0 ? this.#segments.length : known;
    const colon = this.#segments.findIndex((segment, index) => index >= at && index < limit && segment?.endsWith(":"));
    if (run === "colon") return colon < 0 ? null : colon + 1;
    // What follows a colon is no part of the value any more.
    return colon < 0 || colon === limit - 1 ? limit : null;
  }

  /** Goes on with a suffix that only the template has. */
  #visitSuffixes(node: Node<T>, at: number, trail: Trail): void {
    for (const suffix of suffixes) {
      const child = node.words.get(suffix);
      if (child === undefined) continue;
      const note: CallNote = { code: "suffix-missing", text: `The path goes on with ${suffix}.` };
      this.#visit(child, at, { ...trail, words: [...trail.words, suffix], notes: [...trail.notes, note] });
    }
  }

  /** Passes over what a template does not have. */
  #skip(node: Node<T>, at: number, trail: Trail, segment: string): void {
    const isLast = at === this.#segments.length - 1;
    if (isLast && isSuffix(segment)) {
      const note: CallNote = { code: "suffix", text: `The example asks for ${segment} of the path.` };
      this.#end(node, { ...trail, notes: [...trail.notes, note] });
    } else if (isQualified(segment, this.#namespace) && !segment.includes("(")) {
      const note: CallNote = { code: "cast", text: `The example is about ${segment} only.` };
      this.#visit(node, at + 1, { ...trail, notes: [...trail.notes, note] });
    }
  }

  #end(node: Node<T>, { captures, words, notes }: Trail): void {
    for (const { value, template } of node.ends) {
      const spelling = spellingNotes(template.words, words);
      this.#found.push({ value, template, captures, notes: [...notes, ...spelling] });
    }
  }
}

function argumentNotes(name: string, { isReordered, isComplete }: ArgumentMatch): readonly CallNote[] {
  if (!isComplete) return [{ code: "arguments", text: `The example has other arguments of ${name}.` }];
  return isReordered ? [{ code: "argument-form", text: `The arguments of ${name} stand in another order.` }] : [];
}

function spellingNotes(expected: readonly string[], written: readonly string[]): readonly CallNote[] {
  const other = written.findIndex((word, index) => word !== expected[index]);
  if (other < 0) return [];
  const isCase = written.every((word, index) => word.toLowerCase() === expected[index]?.toLowerCase());
  const text = `The example writes ${written[other]} for ${expected[other]}.`;
  return [{ code: isCase ? "letter-case" : "spelling", text }];
}
