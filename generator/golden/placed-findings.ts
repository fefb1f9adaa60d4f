/** What was found of a body, with places on the page. */
import { pathText, type ValuePath } from "../conformance/contradictions.ts";
import type { Conformance } from "../conformance/finding.ts";
import type { MessageBody } from "../model/api-model.ts";
import type { Reason } from "./golden.ts";
import { createJsonPlaces } from "./json-place.ts";

export interface PlacedFindings {
  readonly contradictions: readonly Reason[];
  readonly placeholders: readonly Reason[];
}

/**
 * @param at where the value that was looked at stands in the body
 */
export function placedFindings(
  conformance: Conformance | null,
  body: MessageBody | null,
  at: ValuePath = [],
): PlacedFindings {
  if (conformance === null || body === null) return { contradictions: [], placeholders: [] };
  const placeOf = createJsonPlaces(body);
  return {
    contradictions: conformance.contradictions.map(({ code, path, message }) => ({
      code,
      message,
      place: placeOf([...at, ...path]),
    })),
    placeholders: conformance.placeholders.map((path) => ({
      code: "example-placeholder",
      message: `\`${pathText(path)}\` has a text that only stands for a value`,
      place: placeOf([...at, ...path]),
    })),
  };
}
