/** The `names` setting against the model that it names parts of: only after linking is it known what there is. */
import { nearestWord } from "./config/nearest-word.ts";
import { isIdentifier } from "./emit/text.ts";
import type { ApiModel } from "./model/api-model.ts";
import { RunError } from "./run-error.ts";

function nearestId(key: string, ids: readonly string[]): string | null {
  // Whoever leaves the namespace or the folder out means the rest of the id.
  const whole = ids.find((id) => id.endsWith(`.${key}`) || id.endsWith(`/${key}`));
  return whole ?? nearestWord(key, ids);
}

/**
 * Throws a {@link RunError} of kind `usage` where a key is the id of no type, enum or operation, or where a name cannot
 * be declared.
 */
export function checkNames(names: ReadonlyMap<string, string>, { types, enums, operations }: ApiModel): void {
  if (names.size === 0) return;
  const ids = [...types, ...enums, ...operations].map(({ id }) => id);
  const known = new Set(ids);
  for (const [key, name] of names) {
    if (!known.has(key)) {
      const near = nearestId(key, ids);
      const hint = near === null ? "a name-collision message gives the key to use" : `did you mean "${near}"?`;
      throw new RunError("usage", `names: "${key}" is no type, enum or operation of the pages, ${hint}`);
    }
    if (!isIdentifier(name))
      throw new RunError("usage", `names: "${name}", given for "${key}", cannot be declared in TypeScript`);
  }
}
