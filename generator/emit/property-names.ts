/** The type of a list of property names, as `$select` takes it. */
import type { TypeRef } from "../model/api-model.ts";
import type { Imports } from "./imports.ts";
import { useRuntime } from "./runtime-names.ts";
import { type Code, code } from "./text.ts";
import { inlineType, type TypeScope } from "./type-text.ts";

/** Names of the type's properties are proposed, any others accepted: derived types have more. */
export function propertyNameType(item: TypeRef | null, scope: TypeScope, imports: Imports): Code {
  if (item?.kind !== "object") return code`readonly string[]`;
  return code`readonly ${useRuntime(imports, "PropertyName")}<${inlineType(item, scope, "read")}>[]`;
}
