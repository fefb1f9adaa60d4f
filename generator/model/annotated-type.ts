/** The type in an annotation or in an example's `@odata.type`, as a type expression. */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { TypeExpression } from "../docs/page.ts";
import { type PrimitiveName, primitiveNames } from "../docs/vocabulary.ts";

const primitives: ReadonlyMap<string, PrimitiveName> = new Map(
  primitiveNames.map((name) => [name.toLowerCase(), name]),
);

/** Reads `#ns.name`, `Collection(ns.name)`, `Edm.String`; `null` for what is no name. */
export function annotatedType(text: string, place: SourcePlace): TypeExpression | null {
  const bare = text.trim().replace(/^#/, "");
  const item = /^collection\(#?([^()]{1,300})\)$/i.exec(bare)?.[1];
  const qualified = (item ?? bare).trim();
  if (!/^[A-Za-z_][\w.]{0,299}$/.test(qualified) || qualified.endsWith(".")) return null;
  const primitive = primitives.get(qualified.toLowerCase().replace(/^edm\./, "")) ?? null;
  const dot = qualified.lastIndexOf(".");
  return {
    kind: primitive ? "primitive" : "named",
    primitive,
    name: primitive ? "" : qualified.slice(dot + 1),
    namespace: primitive || dot < 1 ? null : qualified.slice(0, dot),
    link: null,
    alternatives: [],
    isCollection: item !== undefined,
    text,
    place,
  };
}
