/** Members that a page requires in a body, and that are not there. */
import type { Operation } from "../model/api-model.ts";
import type { BodyProblem } from "./check-body.ts";

/** Compares the top level of a JSON body with the page's own table. A member that is `null` is there. */
export function missingMembers({ body }: Operation, value: unknown): readonly BodyProblem[] {
  const required = (body?.properties ?? []).filter(({ isRequired, isReadOnly }) => isRequired && !isReadOnly);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return required
    .filter(({ name }) => !Object.hasOwn(value, name))
    .map(({ name }) => ({ path: [name], message: `The member ${name} is missing, the page requires it` }));
}
