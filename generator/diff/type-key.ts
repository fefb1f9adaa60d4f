import type { TypeRef } from "../model/api-model.ts";

/**
 * A text that two types share if they are the same. Not their JSON: a model that was read from a file may have its keys in
 * another order.
 */
export function typeKey(type: TypeRef): string {
  switch (type.kind) {
    case "primitive":
      return `primitive ${type.name}`;
    case "object":
    case "enum":
      return `${type.kind} ${type.id}`;
    case "literals":
      // The order in which a page lists values says nothing.
      return `literals ${JSON.stringify([...type.values].sort())}`;
    case "union":
      return `union ${JSON.stringify(type.options.map(typeKey))}`;
    case "collection":
      return `collection ${typeKey(type.of)}`;
    case "unknown":
      return `unknown ${type.text}`;
  }
}
