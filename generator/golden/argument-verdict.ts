/** Whether the value of a parameter is of its type. */
import type { ValueChecker } from "../conformance/check-value.ts";
import type { NamedArgument } from "../examples/argument-values.ts";
import type { Operation, TypeRef } from "../model/api-model.ts";

/** `placeholder`: what stands for a value, `{count}` for a number. */
export type ArgumentVerdict = "fine" | "placeholder" | "wrong";

export function argumentVerdict(
  { pathParameters, queryParameters }: Operation,
  { name, value, isTyped, isPlaceholder }: NamedArgument,
  checker: ValueChecker,
): ArgumentVerdict {
  if (!isTyped) return isPlaceholder ? "placeholder" : "wrong";
  const type = [...pathParameters, ...queryParameters].find((parameter) => parameter.name === name)?.type;
  // Of other types it has been read as what it is.
  if (type === undefined || !isEnum(type) || typeof value === "object") return "fine";
  const { contradictions, placeholders } = checker.argumentConformance(
    value,
    type.kind === "collection" ? type.of : type,
  );
  if (contradictions.length > 0) return isPlaceholder ? "placeholder" : "wrong";
  return placeholders.length > 0 ? "placeholder" : "fine";
}

function isEnum(type: TypeRef): boolean {
  return type.kind === "enum" || (type.kind === "collection" && type.of.kind === "enum");
}
