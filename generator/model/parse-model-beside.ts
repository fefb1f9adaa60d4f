/** A model read beside another one that has most of it, too: that part need not be read. */
import type { ApiModel } from "./api-model.ts";
import { parseModel } from "./parse-model.ts";

type EntryLists = Pick<ApiModel, "operations" | "types" | "enums">;

/** Something that the model has a list of. */
export type ModelEntry = { readonly [Key in keyof EntryLists]: Listed<Key> }[keyof EntryLists];

interface Listed<Key extends keyof EntryLists> {
  readonly list: Key;
  readonly entry: EntryLists[Key][number];
}

// Between these stands an entry, by the way in which models are written: no line of a text in it can begin so, as line
// feeds are escapes there. In a model that is written otherwise nothing is found, and all of it is read.
const opening = "\n  {";
const ending = "\n  }";
const separator = ",\n  ";

/**
 * Reads the text of a model. Throws as `parseModel` does.
 *
 * @param known the entry of the other model that is written just so, `undefined` where there is none
 * @returns a model with all entries, in no particular order; those of the other model are the same objects
 */
export function parseModelBeside(text: string, known: (entry: string) => ModelEntry | undefined): ApiModel {
  const shared: ModelEntry[] = [];
  const read: string[] = [];
  let at = 0;
  let isFirst = true;
  for (;;) {
    const start = text.indexOf(opening, at) + opening.length - 1;
    const end = text.indexOf(ending, start) + ending.length;
    if (start < opening.length - 1 || end < ending.length) break;
    const gap = text.slice(at, start);
    if (gap !== separator) {
      read.push(gap);
      isFirst = true;
    }
    const entry = text.slice(start, end);
    const same = known(entry);
    if (same !== undefined) shared.push(same);
    else {
      if (!isFirst) read.push(separator);
      read.push(entry);
      isFirst = false;
    }
    at = end;
  }
  read.push(text.slice(at));
  return withEntries(parseModel(read.join("")), shared);
}

function withEntries(model: ApiModel, shared: readonly ModelEntry[]): ApiModel {
  const lists: { [Key in keyof EntryLists]: EntryLists[Key][number][] } = {
    operations: [...model.operations],
    types: [...model.types],
    enums: [...model.enums],
  };
  const add = <Key extends keyof EntryLists>({ list, entry }: Listed<Key>): void => void lists[list].push(entry);
  shared.forEach(add);
  return { ...model, ...lists };
}
