/** `api.json`: the model as JSON. */
import { digest } from "../digest.ts";
import type { ApiModel } from "../model/api-model.ts";
import type { ModelEntry } from "../model/parse-model-beside.ts";
import { createRelativePlaces, foreignKey } from "../model/relative-places.ts";
import { JsonRenderer } from "./json-renderer.ts";

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

/**
 * Writes a model, entry by entry. The lines of places are relative: a line more on a page is a change in one place, and
 * not of all that stands below it.
 */
export function createModelText(model: ApiModel): ModelText {
  const places = createRelativePlaces();
  const renderer = new JsonRenderer({ shown: places.shown, foreignKey });
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
      places.begin();
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
