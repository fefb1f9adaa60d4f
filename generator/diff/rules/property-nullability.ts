import { propertyTurns } from "../property-turns.ts";
import type { Check } from "../rule.ts";

/** `null` where no page says: then the pages do not tell whether anything changed. */
export const propertyNullability: Check = (context) =>
  propertyTurns(context, ({ old: { isNullable: was }, new: { isNullable: is } }) => {
    if ((was === true) === (is === true)) return null;
    const undecided = was === null || is === null ? { level: "warning" as const } : {};
    const facts = { old: { isNullable: was }, new: { isNullable: is }, ...undecided };
    return is === true
      ? { id: "property-became-nullable", words: "can be null now", ...facts }
      : { id: "property-no-longer-nullable", words: "is not said to be nullable any more", ...facts };
  });
