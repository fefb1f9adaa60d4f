import type { Operation, RequestBody } from "../../model/api-model.ts";
import type { DiffContext } from "../context.ts";
import { propertyFacts } from "../facts.ts";
import type { Pair } from "../matches.ts";
import type { Check, Finding } from "../rule.ts";
import { operationSubject, requestText } from "../subjects.ts";
import { compareTypes, typeText } from "../type-change.ts";
import { requestOnly } from "../usage.ts";

function bodyFacts({ kind, contentType, type, properties }: RequestBody) {
  return { kind, contentType, type: type === null ? null : typeText(type), properties: properties.map(propertyFacts) };
}

function* changes(
  context: DiffContext,
  pair: Pair<Operation>,
  old: RequestBody,
  current: RequestBody,
): Iterable<Finding> {
  const subject = operationSubject(context, pair, {
    suffix: "#body",
    oldPlace: old.place,
    newPlace: current.place,
    flow: requestOnly,
  });
  const of = `body of ${requestText(pair.new)}`;
  if (old.contentType.toLowerCase() !== current.contentType.toLowerCase())
    yield {
      id: "body-media-type-changed",
      subject,
      message: `${of} is ${current.contentType} now, was ${old.contentType}`,
      old: { contentType: old.contentType },
      new: { contentType: current.contentType },
      detail: current.contentType,
    };
  if (old.type === null || current.type === null) return;
  const change = compareTypes(old.type, current.type, context);
  if (change === "same" || change === "values") return;
  yield {
    id: change === "wider" || change === "stated" ? "body-type-widened" : "body-type-changed",
    subject,
    message: `${of} is ${typeText(current.type)} now, was ${typeText(old.type)}`,
    old: { type: typeText(old.type) },
    new: { type: typeText(current.type) },
    detail: `${typeText(old.type)} > ${typeText(current.type)}`,
    ...(change === "unstated" ? { level: "warning" as const } : {}),
  };
}

/** Whether there is a body, in which media type, and of which type; its members have rules of their own. */
export const body: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    const { old, new: current } = { old: pair.old.body, new: pair.new.body };
    const subject = () =>
      operationSubject(context, pair, {
        suffix: "#body",
        oldPlace: old?.place ?? null,
        newPlace: current?.place ?? null,
        flow: requestOnly,
      });
    if (old !== null && current !== null) yield* changes(context, pair, old, current);
    else if (current !== null)
      yield {
        id: "body-added",
        subject: subject(),
        message: `${requestText(pair.new)} takes a body now`,
        old: null,
        new: bodyFacts(current),
        // Only a member that has to be there makes the body one that has to be sent.
        ...(current.properties.some(({ isRequired }) => isRequired) ? { level: "breaking" as const } : {}),
      };
    else if (old !== null)
      yield {
        id: "body-removed",
        subject: subject(),
        message: `${requestText(pair.new)} is not said to take a body any more`,
        old: bodyFacts(old),
        new: null,
      };
  }
};
