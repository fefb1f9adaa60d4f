import { propertyTurns } from "../property-turns.ts";
import type { Check } from "../rule.ts";

export const propertyReadOnly: Check = (context) =>
  propertyTurns(context, ({ old: { isReadOnly: was }, new: { isReadOnly: is } }) => {
    if (was === is) return null;
    const facts = { old: { isReadOnly: was }, new: { isReadOnly: is } };
    return is
      ? { id: "property-became-read-only", words: "is read-only now", ...facts }
      : { id: "property-no-longer-read-only", words: "is no longer read-only", ...facts };
  });
