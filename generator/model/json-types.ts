/** Types of JSON members: what a representation's type words, or an example's values, say. */

import type { SourcePlace } from "../diagnostics/place.ts";
import type { JsonShape, TypeExpression } from "../docs/page.ts";
import type { PrimitiveName } from "../docs/vocabulary.ts";
import type { TypeRef } from "./api-model.ts";

const primitive = (name: PrimitiveName): TypeRef => ({ kind: "primitive", name });

/** Words of representations that are no type names of their own; the rest goes through the synonym table. */
const remarkTypes: ReadonlyMap<string, PrimitiveName> = new Map([
  ["timestamp", "DateTimeOffset"],
  ["datetime", "DateTimeOffset"],
  ["datetimeoffset", "DateTimeOffset"],
  ["date", "Date"],
  ["identifier", "String"],
  ["id", "String"],
  ["guid", "Guid"],
  ["url", "String"],
  ["binary", "Binary"],
  ["etag", "String"],
]);

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Resolves a type name; `null` where nothing is called so. */
export type NameResolver = (name: string) => TypeRef | null;

function fromWords(
  text: string,
  resolve: NameResolver,
  primitives: ReadonlyMap<string, PrimitiveName>,
): TypeRef | null {
  const trimmed = text.trim();
  const remark = /^\S+\s*\(([^()]*)\)$/.exec(trimmed)?.[1]?.trim().toLowerCase();
  const word = trimmed.replace(/\s*\([^()]*\)$/, "").replace(/^edm\./i, "");
  const collection = /^(?:collection\((.+)\)|(\S+)\s+collection)$/i.exec(trimmed);
  const element = collection?.[1] ?? collection?.[2];
  if (element) {
    const of = fromWords(element, resolve, primitives);
    return of && { kind: "collection", of };
  }
  const known = primitives.get(word.toLowerCase());
  if (known) {
    const remarked = remark === undefined ? undefined : remarkTypes.get(remark);
    return primitive(known === "String" && remarked ? remarked : known);
  }
  if (/^#?[A-Za-z_][\w.]*$/.test(word) && (word.includes(".") || /^[a-z]+[A-Z]/.test(word)))
    return resolve(word.replace(/^#/, ""));
  return null;
}

/** The type that a member of a JSON representation shows. Strings are type words there; sample values give `String`. */
export function representationType(
  shape: JsonShape,
  resolve: NameResolver,
  primitives: ReadonlyMap<string, PrimitiveName>,
): TypeRef {
  switch (shape.kind) {
    case "string": {
      const words = fromWords(shape.text, resolve, primitives);
      if (words) return words;
      if (dateTime.test(shape.text)) return primitive("DateTimeOffset");
      const options = shape.text.split("|").map((option) => option.replace(/\.{2,}/g, "").trim());
      const isList = options.length > 1 && options.every((option) => option === "" || /^[\w.-]+$/.test(option));
      if (isList) return { kind: "literals", values: [...new Set(options.filter((option) => option !== ""))] };
      return primitive("String");
    }
    case "number":
      return primitive(shape.isInteger ? "Int32" : "Double");
    case "boolean":
      return primitive("Boolean");
    case "object":
      return (shape.odataType === null ? null : resolve(shape.odataType)) ?? primitive("Untyped");
    case "array":
      return {
        kind: "collection",
        of: shape.of ? representationType(shape.of, resolve, primitives) : primitive("Untyped"),
      };
    case "null":
      return primitive("Untyped");
  }
}

/** The type that a value of an example has; placeholders such as "Xxx value" are strings. */
export function exampleType(shape: JsonShape, resolve: NameResolver): TypeRef {
  switch (shape.kind) {
    case "string":
      return primitive(dateTime.test(shape.text) ? "DateTimeOffset" : "String");
    case "array":
      return { kind: "collection", of: shape.of ? exampleType(shape.of, resolve) : primitive("Untyped") };
    default:
      return representationType(shape, resolve, new Map());
  }
}

/** A named type expression that no page wrote as such, for names found in JSON. */
export function expressionOf(name: string, place: SourcePlace): TypeExpression {
  const dot = name.lastIndexOf(".");
  return {
    kind: "named",
    primitive: null,
    name: name.slice(dot + 1),
    namespace: dot > 0 ? name.slice(0, dot) : null,
    link: null,
    alternatives: [],
    isCollection: false,
    text: name,
    place,
  };
}
