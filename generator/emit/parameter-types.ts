/** Types of what stands in a URL: single values, or lists of such. What is neither is given as text. */
import type { Operation, TypeRef } from "../model/api-model.ts";
import { type Code, code, joinCode } from "./text.ts";
import { alternatives, type TypeScope, unionText } from "./type-text.ts";

/** The type of a query parameter. A list is joined by commas. */
export function parameterType(type: TypeRef, scope: TypeScope): Code {
  const options = type.kind === "union" ? type.options : [type];
  return unionText([
    ...new Set(
      options.flatMap((option) =>
        option.kind === "collection" ? [listText(option, scope)] : scalarTexts(option, scope),
      ),
    ),
  ]);
}

/** The type of a path parameter, by the ways in which the paths of its operation write it. */
export function pathParameterType(name: string, operation: Operation, scope: TypeScope): Code {
  const uses = operation.paths.flatMap(({ parts }) =>
    parts.flatMap((part) => (typeof part !== "string" && part.parameter === name ? [part.encoding] : [])),
  );
  const parameter = operation.pathParameters.find((one) => one.name === name);
  if (parameter === undefined || uses.includes("path")) return code`string`;
  // Of all places in a path, only a literal of OData can hold a list.
  const canBeList = uses.every((encoding) => encoding === "literal");
  return canBeList ? parameterType(parameter.type, scope) : unionText([...new Set(scalarTexts(parameter.type, scope))]);
}

function listText(type: TypeRef, scope: TypeScope): Code {
  const texts = [...new Set(scalarTexts(type, scope))];
  return texts.length === 1 ? code`readonly ${joinCode(texts, " | ")}[]` : code`readonly (${joinCode(texts, " | ")})[]`;
}

/** Alternatives of a single value; a list stands for its items. */
function scalarTexts(type: TypeRef, scope: TypeScope): readonly Code[] {
  switch (type.kind) {
    case "union":
      return type.options.flatMap((option) => scalarTexts(option, scope));
    case "collection":
      return scalarTexts(type.of, scope);
    case "object":
    case "unknown":
      return [code`string`];
    case "primitive":
      return type.name === "Untyped" ? [code`string`] : alternatives(type, scope, "write");
    case "enum":
    case "literals":
      return alternatives(type, scope, "write");
  }
}
