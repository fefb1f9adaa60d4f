/** Small facts of a page as short text. */
import type { DescriptionFacts, PathPiece, PropertyRow, TypeExpression } from "../docs/page.ts";
import { type OutlineNode, outlineNode } from "./outline.ts";

/** A type as one would say it: `String collection`, `message`, `"a" or "b"`. */
export function typeText(type: TypeExpression | null): string {
  if (type === null) return "no type";
  const name = type.namespace === null ? type.name : `${type.namespace}.${type.name}`;
  const text = {
    primitive: type.primitive ?? "",
    named: name,
    enumeration: "enumeration",
    alternatives: type.alternatives.map(typeText).join(" or "),
    unreadable: `unreadable: ${type.text}`,
  }[type.kind];
  return type.isCollection ? `${text} collection` : text;
}

/** What the wording of a description states besides its text. */
function descriptionNotes(facts: DescriptionFacts): string[] {
  const notes = [
    facts.isRequired ? "required" : null,
    facts.isReadOnly ? "read-only" : null,
    facts.isNullable === null ? null : facts.isNullable ? "nullable" : "not nullable",
    facts.returned === null ? null : facts.returned === "default" ? "returned by default" : "returned on $select",
    facts.filter === null ? null : `$filter${facts.filter.length > 0 ? ` (${facts.filter.join(", ")})` : ""}`,
    facts.isSortable ? "$orderby" : null,
    facts.isSearchable ? "$search" : null,
    facts.inheritedFrom === null ? null : `inherited from ${facts.inheritedFrom.name}`,
    facts.deprecation === null ? null : "deprecated",
    facts.values === null ? null : `values ${facts.values.values.join(" | ")}${facts.values.isPartial ? " | …" : ""}`,
  ];
  return notes.filter((note) => note !== null);
}

/** A row of a table of properties or parameters. */
export function rowNode({ name, type, description, requiredColumn, place }: PropertyRow): OutlineNode {
  const notes = descriptionNotes(description);
  if (requiredColumn === true && !description.isRequired) notes.unshift("required");
  return outlineNode(`${name.value}: ${[typeText(type), ...notes].join(", ")}`, place);
}

/** A path as it was understood: placeholders in braces, their alternatives with `|`. */
export function pathText(pieces: readonly PathPiece[]): string {
  return pieces.map((piece) => (piece.kind === "text" ? piece.text : `{${piece.alternatives.join(" | ")}}`)).join("");
}
