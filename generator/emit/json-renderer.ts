/** Plain data as JSON of one layout. */
import { visibleJson } from "./characters.ts";

/** A value that fits into a line of this length stands on one: a place or a type takes a line, not seven. */
const lineLength = 120;

/** What most texts are: without any character that could be hidden. */
const isPlain = /^[\x20-\x7E]*$/;

/** Objects that have the same keys in the same order up to here. */
interface Shape {
  /** The keys, sorted; `null` as long as no object has just these. */
  sorted: readonly string[] | null;
  readonly next: Map<string, Shape>;
}

export interface JsonRendererOptions {
  /** What is written for an object, by the key that it or its list stands at. Asked in the order of the text. */
  readonly shown?: (object: object, key: string) => object;
  /** What stands at this key is written as it is. */
  readonly foreignKey?: string | null;
}

/**
 * Writes plain data as JSON. Keys are sorted, so that the text depends on the data alone and not on how an object was put
 * together; a list keeps its order. Short values stand on one line: a change of one fact is a change of one line, and the
 * model of three thousand pages stays a third smaller.
 *
 * Such a model has a million values: what can be known of an object's shape is kept from one text to the next.
 */
export class JsonRenderer {
  readonly #shown: NonNullable<JsonRendererOptions["shown"]>;
  readonly #foreignKey: string | null;
  #isForeign = false;
  readonly #shapes: Shape = { sorted: null, next: new Map() };
  /** Keys as they are written. */
  readonly #written = new Map<string, string>();
  /** Whether what was rendered last stands on one line. */
  #isFlat = true;

  constructor({ shown = (object) => object, foreignKey = null }: JsonRendererOptions = {}) {
    this.#shown = shown;
    this.#foreignKey = foreignKey;
  }

  /** The text of a value that stands so deep inside of another one. */
  render(value: unknown, depth: number, key = ""): string {
    if (typeof value !== "object" || value === null) {
      this.#isFlat = true;
      const text = JSON.stringify(value) ?? "null";
      return isPlain.test(text) ? text : visibleJson(text);
    }
    if (Array.isArray(value)) return this.#list(value, depth, key);
    return this.#object((this.#isForeign ? value : this.#shown(value, key)) as Record<string, unknown>, depth);
  }

  #list(list: readonly unknown[], depth: number, key: string): string {
    const texts: string[] = [];
    let areFlat = true;
    for (const item of list) {
      texts.push(this.render(item ?? null, depth + 1, key));
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
      const isWithin = this.#isForeign;
      this.#isForeign ||= key === this.#foreignKey;
      const text = this.render(member, depth + 1, key);
      this.#isForeign = isWithin;
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
