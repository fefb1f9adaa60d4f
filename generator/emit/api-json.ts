/** `api.json`: the model as JSON. */
import { digest } from "../digest.ts";
import type { ApiModel } from "../model/api-model.ts";
import type { ModelEntry } from "../model/parse-model-beside.ts";
import { visibleJson } from "./characters.ts";

/** A value that fits into a line of this length stands on one: a place or a type takes a line, not seven. */
const lineLength = 120;

/**
 * Writes any plain data as JSON. Keys are sorted, so that the text depends on the data alone and not on how an object
 * was put together; a list keeps its order. Short values stand on one line: a change of one fact is a change of one
 * line, and the model of three thousand pages stays a third smaller.
 */
export function apiJson(value: object): string {
  return `${new Renderer().render(value, 0)}\n`;
}

type Entry = ModelEntry["entry"];

export interface ModelText {
  /** `api.json`, in UTF-8: as a text it would be in memory twice, while it is put together and while it is written. */
  readonly bytes: Uint8Array;
  /** Digest of what stands there of an operation, a type or an enum, which is all of it. Throws for any other. */
  readonly digestOf: (entry: Entry) => string;
  /** The operation, type or enum that stands there just so; `undefined` where there is none. */
  readonly entryOf: (text: string) => ModelEntry | undefined;
}

/** Bytes that are put together before they are joined with the others. */
const partSize = 1024 * 1024;

/** Writes a model as {@link apiJson} does, entry by entry: its lists are never short. */
export function createModelText(model: ApiModel): ModelText {
  const renderer = new Renderer();
  const digests = new Map<Entry, string>();
  const parts: Buffer[] = [];
  let waiting: string[] = [];
  let size = 0;
  const write = (text: string): void => {
    waiting.push(text);
    size += text.length;
    if (size < partSize) return;
    parts.push(Buffer.from(waiting.join("")));
    waiting = [];
    size = 0;
  };
  const writeList = (list: readonly Entry[]): void => {
    write("[");
    for (const [index, entry] of list.entries()) {
      const text = renderer.render(entry, 2);
      digests.set(entry, digest(text));
      write(`${index === 0 ? "" : ","}\n  `);
      write(text);
    }
    write("\n ]");
  };
  for (const [index, key] of (Object.keys(model) as (keyof ApiModel)[]).sort().entries()) {
    const value = model[key];
    write(`${index === 0 ? "{" : ","}\n ${JSON.stringify(key)}: `);
    if (Array.isArray(value) && value.length > 0) writeList(value as readonly Entry[]);
    else write(renderer.render(value, 1));
  }
  write("\n}\n");
  const bytes = Buffer.concat([...parts, Buffer.from(waiting.join(""))]);
  return {
    bytes,
    digestOf(entry) {
      const known = digests.get(entry);
      if (known === undefined) throw new Error(`Not part of the model: ${entry.id}`);
      return known;
    },
    entryOf: entryFinder(model, digests),
  };
}

function entryFinder(
  { operations, types, enums }: ApiModel,
  digests: ReadonlyMap<Entry, string>,
): ModelText["entryOf"] {
  let entries: ReadonlyMap<string | undefined, ModelEntry> | null = null;
  return (text) => {
    entries ??= new Map(
      [
        ...operations.map((entry) => ({ list: "operations", entry }) as const),
        ...types.map((entry) => ({ list: "types", entry }) as const),
        ...enums.map((entry) => ({ list: "enums", entry }) as const),
      ].map((one) => [digests.get(one.entry), one]),
    );
    return entries.get(digest(text));
  };
}

/** What most texts are: without any character that could be hidden. */
const isPlain = /^[\x20-\x7E]*$/;

/** Objects that have the same keys in the same order up to here. */
interface Shape {
  /** The keys, sorted; `null` as long as no object has just these. */
  sorted: readonly string[] | null;
  readonly next: Map<string, Shape>;
}

/** The model of three thousand pages has a million values: what can be known of an object's shape is kept. */
class Renderer {
  readonly #shapes: Shape = { sorted: null, next: new Map() };
  /** Keys as they are written. */
  readonly #written = new Map<string, string>();
  /** Whether what was rendered last stands on one line. */
  #isFlat = true;

  render(value: unknown, depth: number): string {
    if (typeof value !== "object" || value === null) {
      this.#isFlat = true;
      const text = JSON.stringify(value) ?? "null";
      return isPlain.test(text) ? text : visibleJson(text);
    }
    return Array.isArray(value) ? this.#list(value, depth) : this.#object(value as Record<string, unknown>, depth);
  }

  #list(list: readonly unknown[], depth: number): string {
    const texts: string[] = [];
    let areFlat = true;
    for (const item of list) {
      texts.push(this.render(item ?? null, depth + 1));
      areFlat &&= this.#isFlat;
    }
    return this.#wrap("[", "]", texts, areFlat, depth);
  }

  #object(object: Readonly<Record<string, unknown>>, depth: number): string {
    const texts: string[] = [];
    let areFlat = true;
    for (const key of this.#keysOf(object)) {
      const member = object[key];
      if (member === undefined) continue;
      const text = this.render(member, depth + 1);
      areFlat &&= this.#isFlat;
      texts.push(this.#keyText(key) + text);
    }
    return this.#wrap("{", "}", texts, areFlat, depth);
  }

  #keysOf(object: object): readonly string[] {
    const keys = Object.keys(object);
    let shape = this.#shapes;
    for (const key of keys) {
      let next = shape.next.get(key);
      if (next === undefined) {
        next = { sorted: null, next: new Map() };
        shape.next.set(key, next);
      }
      shape = next;
    }
    shape.sorted ??= keys.sort();
    return shape.sorted;
  }

  #keyText(key: string): string {
    let text = this.#written.get(key);
    if (text === undefined) {
      text = `${visibleJson(JSON.stringify(key))}: `;
      this.#written.set(key, text);
    }
    return text;
  }

  #wrap(open: string, close: string, texts: readonly string[], areFlat: boolean, depth: number): string {
    this.#isFlat = true;
    if (texts.length === 0) return open + close;
    if (areFlat) {
      let length = depth + 2;
      for (const text of texts) length += text.length + 2;
      if (length <= lineLength) return `${open}${texts.join(", ")}${close}`;
    }
    this.#isFlat = false;
    const indent = `\n${" ".repeat(depth + 1)}`;
    return `${open}${indent}${texts.join(`,${indent}`)}\n${" ".repeat(depth)}${close}`;
  }
}
