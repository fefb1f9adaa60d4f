/** What a function gives, and which function of the runtime makes it. */
import type { Operation, TypeRef } from "../model/api-model.ts";
import { itemType, type ResultFactory, resultFactory } from "../shapes/result-shape.ts";
import { comment, note } from "./comment-text.ts";
import type { AliasDeclaration } from "./declarations.ts";
import type { Imports } from "./imports.ts";
import { type RuntimeName, useRuntime } from "./runtime-names.ts";
import { type Code, code, type Identifier, indentCode, joinCode, stringLiteral } from "./text.ts";
import { inlineType, type TypeScope, unionText } from "./type-text.ts";

export interface OperationResult {
  readonly factory: ResultFactory & RuntimeName;
  /** `one`: a value; `list`: items in pages; `delta`: changes. */
  readonly shape: "one" | "list" | "delta";
  /** The value, or an item of the list, where nothing is selected. */
  readonly value: Code;
  /** The single object, or the item of a list, that `$select` picks properties of. */
  readonly item: TypeRef | null;
}

/** The result of an operation, as TypeScript. */
export function operationResult(operation: Operation, scope: TypeScope, imports: Imports): OperationResult {
  const { response } = operation;
  const factory = resultFactory(operation);
  const one = (value: Code): OperationResult => ({ factory, shape: "one", value, item: null });
  const text = (type: TypeRef | null): Code => (type === null ? code`unknown` : inlineType(type, scope, "read"));
  switch (factory) {
    case "longRunningOperation": {
      const direct = response.content === "json" ? response.type : null;
      const types = [response.longRunning?.statusType ?? null, response.longRunning?.resultType ?? direct].map(text);
      return one(code`${useRuntime(imports, "LongRunning")}<${joinCode(types, ", ")}>`);
    }
    case "contentOperation":
      return one(useRuntime(imports, "Content"));
    case "voidOperation":
      return one(code`void`);
    case "textOperation":
      return one(code`string`);
    case "listOperation":
    case "deltaOperation": {
      const item = itemType(response.type);
      return { factory, shape: factory === "deltaOperation" ? "delta" : "list", value: text(item), item };
    }
    case "jsonOperation":
    case "valueOperation": {
      const value = text(response.type);
      const isSometimesEmpty = response.statuses.includes(204);
      return {
        factory,
        shape: "one",
        value: isSometimesEmpty ? code`${value} | undefined` : value,
        item: isSometimesEmpty ? null : response.type,
      };
    }
  }
}

export interface FunctionTypeContext {
  readonly scope: TypeScope;
  readonly imports: Imports;
  readonly result: OperationResult;
  readonly args: { readonly type: Code; readonly isOptional: boolean; readonly isSelecting: boolean };
  /** Columns to the left of the type. */
  readonly indent: number;
  /** The type of what there is without `select`, where the page says it; `null` for what the type itself says. */
  readonly preset: Identifier | null;
}

/**
 * The type of a function: a kind of the runtime, with its arguments and its result.
 *
 * Where `select` or `expand` are among the arguments, that is the type, what it can be expanded by, what there is
 * without them, and the union that it may be of; what is the same as its default in the runtime is left out.
 */
export function functionType(
  operation: Operation,
  { scope, imports, result, args, indent, preset }: FunctionTypeContext,
): Code {
  const kinds = functionKinds[result.shape];
  const { item } = result;
  // All functions of changes are of one kind, which knows what a change has.
  const isSelecting = (args.isSelecting || result.shape === "delta") && item?.kind === "object";
  const kind = isSelecting ? kinds.select : kinds.plain;
  const name = useRuntime(imports, args.isOptional ? kind.optional : kind.required);
  const errors = errorCodes(operation);
  if (!isSelecting) {
    return typeApplication(name, [args.type, preset ?? result.value, ...(errors === null ? [] : [errors])], indent);
  }

  const { value } = result;
  const relationships = scope.relationshipsName(item.id);
  const unselected = preset ?? (operation.method === "GET" ? scope.defaultName(item.id) : null);
  const family = scope.familyType(item.id);
  const optional: readonly (readonly [Code | null, Code])[] = [
    [relationships, code`{}`],
    [unselected, value],
    [family, value],
    [errors, code`string`],
  ];
  const last = optional.findLastIndex(([text]) => text !== null);
  return typeApplication(
    name,
    [args.type, value, ...optional.slice(0, last + 1).map(([text, otherwise]) => text ?? otherwise)],
    indent,
  );
}

const functionKinds = {
  one: {
    plain: { required: "ApiFunction", optional: "OptionalApiFunction" },
    select: { required: "SelectFunction", optional: "OptionalSelectFunction" },
  },
  list: {
    plain: { required: "ListFunction", optional: "OptionalListFunction" },
    select: { required: "SelectListFunction", optional: "OptionalSelectListFunction" },
  },
  delta: {
    plain: { required: "DeltaFunction", optional: "OptionalDeltaFunction" },
    select: { required: "DeltaFunction", optional: "OptionalDeltaFunction" },
  },
} as const satisfies Record<OperationResult["shape"], unknown>;

/** Of a line with ` =` at its end. */
const maxLineLength = 98;

function typeApplication(name: Code, parts: readonly Code[], indent: number): Code {
  const line = code`${name}<${joinCode(parts, ", ")}>`;
  if (indent + line.length <= maxLineLength && !line.includes("\n")) return line;
  // A union on several lines begins with a line break, which is there already.
  const lines = parts.map((part) => part.trimStart() as Code);
  return code`${name}<\n${indentCode(joinCode(lines, ",\n"))}\n>`;
}

/** Declares what there is without `select`, where the page of the function lists it; `null` where it does not. */
export function defaultResult(
  { response }: Operation,
  { value, item }: OperationResult,
  { functionName, name, imports }: { functionName: Identifier; name: Identifier; imports: Imports },
): AliasDeclaration | null {
  // Of what is no object, or not always one, no properties can be named.
  if (item?.kind !== "object" || response.defaultProperties === null || response.defaultProperties.length === 0)
    return null;
  const names = response.defaultProperties.map((one) => code`| ${stringLiteral(one)}`);
  return {
    kind: "alias",
    name,
    type: code`${useRuntime(imports, "Selected")}<\n${indentCode(code`${value},\n${joinCode(names, "\n")}`)}\n>`,
    comment: comment([note`What {@link ${functionName}} gives unless \`select\` asks for more.`]),
  };
}

/** The codes that the page's table of errors lists, `null` if there is none. */
function errorCodes({ errors }: Operation): Code | null {
  const codes = [...new Set(errors.flatMap(({ code: one }) => (one === null ? [] : [one])))];
  return codes.length === 0 ? null : unionText(codes.map(stringLiteral));
}
