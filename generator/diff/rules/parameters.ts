import type { Operation, Parameter } from "../../model/api-model.ts";
import type { DiffContext } from "../context.ts";
import { parameterFacts } from "../facts.ts";
import { type Matches, matchBy, type Pair } from "../matches.ts";
import type { Check, Finding, Subject } from "../rule.ts";
import { likeness } from "../similarity.ts";
import { operationSubject, requestText, type Sides } from "../subjects.ts";
import { compareTypes, typeText } from "../type-change.ts";
import { requestOnly } from "../usage.ts";

/** Most operations have none at all, or the same ones. */
function isPlain({ old, new: current }: Pair<Operation>): boolean {
  return old.queryParameters.length + current.queryParameters.length === 0 && old.pathParameters.length === 0;
}

const sameDescription = 0.8;

function wireKey({ wireName }: Parameter): string {
  return wireName.toLowerCase();
}

function matchParameters(old: readonly Parameter[], current: readonly Parameter[]): Matches<Parameter> {
  return matchBy(old, current, wireKey, [
    {
      score: (a, b) => {
        const alike = likeness(a.description, b.description) ?? 0;
        return alike >= sameDescription && typeText(a.type) === typeText(b.type) ? alike : 0;
      },
    },
  ]);
}

function subjectOf(context: DiffContext, pair: Pair<Operation>, parameter: Sides<Parameter>): Subject {
  const one = parameter.old ?? parameter.new;
  return operationSubject(context, pair, {
    suffix: `?${one?.wireName ?? ""}`,
    oldPlace: parameter.old?.place ?? null,
    newPlace: parameter.new?.place ?? null,
    flow: requestOnly,
  });
}

function* facts(context: DiffContext, pair: Pair<Operation>, parameter: Pair<Parameter>): Iterable<Finding> {
  const { old, new: current } = parameter;
  const subject = subjectOf(context, pair, parameter);
  const both = { subject, old: parameterFacts(old), new: parameterFacts(current) };
  const name = `parameter ${current.wireName} of ${requestText(pair.new)}`;
  const change = compareTypes(old.type, current.type, context);
  if (change !== "same") {
    const isHarmless = change === "wider" || change === "stated" || change === "values";
    yield {
      id: isHarmless ? "parameter-type-widened" : "parameter-type-changed",
      message: `${name} is now ${typeText(current.type)}, was ${typeText(old.type)}`,
      detail: `${typeText(old.type)} > ${typeText(current.type)}`,
      ...both,
      ...(change === "unstated" ? { level: "warning" as const } : {}),
    };
  }
  if (current.isRequired === old.isRequired) return;
  yield current.isRequired
    ? { id: "parameter-became-required", message: `${name} is required now`, ...both }
    : { id: "parameter-became-optional", message: `${name} is optional now`, ...both };
}

/**
 * Parameters of functions and of the query string. What a parameter in the middle of a path is called is nothing that is
 * sent, and other paths are other changes: of these only the types count, where the paths stay.
 */
export const parameters: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    if (isPlain(pair)) continue;
    const { pairs, added, removed } = matchParameters(pair.old.queryParameters, pair.new.queryParameters);
    const of = `of ${requestText(pair.new)}`;
    for (const parameter of added)
      yield {
        id: parameter.isRequired ? "parameter-added-required" : "parameter-added",
        subject: subjectOf(context, pair, { old: null, new: parameter }),
        message: `parameter ${parameter.wireName} ${of} is new${parameter.isRequired ? ", and required" : ""}`,
        old: null,
        new: parameterFacts(parameter),
      };
    for (const parameter of removed)
      yield {
        id: "parameter-removed",
        subject: subjectOf(context, pair, { old: parameter, new: null }),
        message: `parameter ${parameter.wireName} ${of} is removed`,
        old: parameterFacts(parameter),
        new: null,
      };
    for (const parameter of pairs) {
      if (parameter.isRenamed)
        yield {
          id: "parameter-renamed",
          subject: subjectOf(context, pair, parameter),
          message: `parameter ${parameter.new.wireName} ${of} was renamed, was ${parameter.old.wireName}`,
          old: parameterFacts(parameter.old),
          new: parameterFacts(parameter.new),
          detail: parameter.new.wireName,
        };
      yield* facts(context, pair, parameter);
    }
    if (context.old.requestKeys(pair.old).join() !== context.new.requestKeys(pair.new).join()) continue;
    for (const { old, new: current } of matchBy(pair.old.pathParameters, pair.new.pathParameters, wireKey, []).pairs)
      yield* facts(context, pair, { old, new: current, isRenamed: false });
  }
};
