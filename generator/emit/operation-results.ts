/** What a function gives, and which function of the runtime gets it. */
import type { Operation, TypeRef } from "../model/api-model.ts";
import type { Imports } from "./imports.ts";
import { type RuntimeName, useRuntime } from "./runtime-names.ts";
import { type Code, code } from "./text.ts";
import { inlineType, type TypeScope } from "./type-text.ts";

export interface OperationResult {
  /** `Promise<User>`, `Pages<User>` */
  readonly returnType: Code;
  readonly sender: RuntimeName;
  /** What the options of a call may hold. */
  readonly options: "RequestOptions" | "ListOptions";
  /** The single object, or the item of a list, that `$select` picks properties of. */
  readonly item: TypeRef | null;
}

/**
 * The result of an operation, by the response that its page documents: a list in pages, a value, a text, raw content,
 * or nothing.
 */
export function operationResult({ response }: Operation, scope: TypeScope, imports: Imports): OperationResult {
  const one = (returnType: Code, sender: RuntimeName): OperationResult => ({
    returnType,
    sender,
    options: "RequestOptions",
    item: null,
  });
  const text = (type: TypeRef | null): Code => (type === null ? code`unknown` : inlineType(type, scope, "read"));
  // `fetch` follows a redirect by itself, so that what arrives is what the link leads to.
  const isRedirect = response.statuses.length > 0 && response.statuses.every((status) => status >= 300);
  if (response.content === "binary" || (response.content === "none" && isRedirect)) {
    return one(code`Promise<${useRuntime(imports, "Content")}>`, "sendContent");
  }
  if (response.content === "none") return one(code`Promise<void>`, "sendVoid");
  if (response.content === "text") return one(code`Promise<string>`, "sendText");
  if (response.envelope === "collection") {
    const item = response.type?.kind === "collection" ? response.type.of : response.type;
    return {
      returnType: code`${useRuntime(imports, "Pages")}<${text(item)}>`,
      sender: "listPages",
      options: "ListOptions",
      item,
    };
  }
  const isSometimesEmpty = response.statuses.includes(204);
  const value = isSometimesEmpty ? code`${text(response.type)} | undefined` : text(response.type);
  const sender = response.envelope === "value" ? "sendValue" : "sendJson";
  return { ...one(code`Promise<${value}>`, sender), item: response.type };
}
