/** A model with one fact after the other changed. */
import type { ApiModel } from "../model/api-model.ts";

/** Texts that may be any text. */
const freeTexts: ReadonlySet<string> = new Set(["title", "description", "text", "code"]);

/** The changes of one fact of a value, a change for each place that has its own name: `headers.isRequired`. */
function* changesOf(value: unknown, place: string, seen: Set<string>): Generator<readonly [string, unknown]> {
  const isNew = !seen.has(place);
  if (Array.isArray(value)) {
    if (isNew && value.length > 0) {
      seen.add(place);
      yield [place, []];
    }
    for (const [index, item] of value.entries())
      for (const [where, changed] of changesOf(item, place, seen)) yield [where, value.with(index, changed)];
  } else if (typeof value === "object" && value !== null) {
    if (isNew && /\.(?:of|type)$/.test(place)) {
      seen.add(place);
      yield [place, { kind: "unknown" }];
    }
    for (const [key, member] of Object.entries(value))
      for (const [where, changed] of changesOf(member, `${place}.${key}`, seen))
        yield [where, { ...value, [key]: changed }];
  } else if (isNew && (typeof value === "boolean" || freeTexts.has(place.split(".").pop() ?? ""))) {
    seen.add(place);
    yield [place, typeof value === "boolean" ? !value : `${value ?? ""} changed`];
  } else if (isNew && value !== null && /\.(?:baseType|isNullable|number)$/.test(place)) {
    seen.add(place);
    yield [place, null];
  }
}

/** An entry as one of a list, changed in one place after the other. */
function* changedLists<T extends object>(list: readonly T[], nameOf: (entry: T) => string) {
  // Of each entry anew: the README for instance has one of the operations as its example.
  for (const [index, entry] of list.entries())
    for (const [place, changed] of changesOf(entry, nameOf(entry), new Set()))
      yield [place, list.with(index, changed as T)] as const;
}

/** Models that differ from one in one fact, with a name for it: a fact for each place in each entry. */
export function* changedModels(model: ApiModel): Generator<readonly [string, ApiModel]> {
  for (const [place, operations] of changedLists(model.operations, ({ name }) => name))
    yield [place, { ...model, operations }];
  for (const [place, types] of changedLists(model.types, ({ id }) => id)) yield [place, { ...model, types }];
  for (const [place, enums] of changedLists(model.enums, ({ id }) => id)) yield [place, { ...model, enums }];
}
