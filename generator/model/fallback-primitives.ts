import type { PrimitiveName } from "../docs/vocabulary.ts";

/** Names, in lower case, that mean a primitive type where no page declares a type with members of that name. */
export const fallbackPrimitives: ReadonlyMap<string, PrimitiveName> = new Map([["json", "Untyped"]]);
