import type { TypeRef } from "./api-model.ts";

/** A type in words, for messages. */
export function typeRefText(type: TypeRef): string {
  switch (type.kind) {
    case "primitive":
      return type.name;
    case "object":
    case "enum":
      return type.id;
    case "collection":
      return `${typeRefText(type.of)} collection`;
    case "union":
      return type.options.map(typeRefText).join(" or ");
    case "literals":
      return "String";
    case "unknown":
      return type.text;
  }
}
