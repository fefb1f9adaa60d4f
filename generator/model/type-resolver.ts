/** What the rest of the model needs of type resolution. */
import type { PropertyRow, TypeExpression } from "../docs/page.ts";
import type { Property, TypeRef } from "./api-model.ts";

export interface TypeResolver {
  /** The type that an expression on a page means; what cannot be resolved is reported and gives `unknown`. */
  resolve(expression: TypeExpression, page: string): TypeRef;
  /** The same without a report: `null` where the name means nothing, as for links in prose. */
  tryResolve(expression: TypeExpression, page: string): TypeRef | null;
  /**
   * A row of a body or parameter table as a property.
   *
   * @param owner name of the type or operation that the row belongs to; names the enum of an `Enumeration` cell
   */
  property(row: PropertyRow, owner: string, page: string): Property;
  /** The same with the type given, for rows whose type stands elsewhere. */
  build(row: PropertyRow, type: TypeRef, isNavigation: boolean): Property;
}
