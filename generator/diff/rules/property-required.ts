import { propertyTurns } from "../property-turns.ts";
import type { Check } from "../rule.ts";

export const propertyRequired: Check = (context) =>
  propertyTurns(context, ({ old: { isRequired: was }, new: { isRequired: is } }) => {
    if (was === is) return null;
    const facts = { old: { isRequired: was }, new: { isRequired: is } };
    return is
      ? { id: "property-became-required", words: "is required now", ...facts }
      : { id: "property-no-longer-required", words: "is no longer required", ...facts };
  });
