import type { Operation, OperationResponse } from "../../model/api-model.ts";
import type { DiffContext } from "../context.ts";
import type { Pair } from "../matches.ts";
import type { Check, Finding } from "../rule.ts";
import type { RuleId } from "../rules.ts";
import { operationSubject, requestText } from "../subjects.ts";
import { compareTypes, typeText } from "../type-change.ts";
import { responseOnly } from "../usage.ts";

function resultText({ type, envelope, content }: OperationResponse): string {
  if (type === null) return content === "none" ? "nothing" : content;
  if (envelope === "collection") return `a list of ${typeText(type)}`;
  return envelope === "value" ? `${typeText(type)} as value` : typeText(type);
}

/** Which rule the change of a result is one of; `null` where there is none. */
function resultRule(context: DiffContext, old: OperationResponse, current: OperationResponse): RuleId | null {
  if (old.content !== current.content) return old.content === "none" ? "result-added" : "result-content-changed";
  if (old.type === null || current.type === null) {
    if (old.type === current.type) return null;
    return old.type === null ? "result-stated" : "result-unstated";
  }
  if (old.envelope !== current.envelope) return "result-wrapping-changed";
  switch (compareTypes(old.type, current.type, context)) {
    case "same":
      return null;
    case "stated":
      return "result-stated";
    case "unstated":
      return "result-unstated";
    case "narrower":
    case "values":
      return "result-narrowed";
    default:
      return "result-type-changed";
  }
}

function* result(context: DiffContext, pair: Pair<Operation>): Iterable<Finding> {
  const [old, current] = [pair.old.response, pair.new.response];
  const id = resultRule(context, old, current);
  if (id === null) return;
  const [was, is] = [resultText(old), resultText(current)];
  yield {
    id,
    subject: operationSubject(context, pair, {
      suffix: "#result",
      oldPlace: old.place,
      newPlace: current.place,
      flow: responseOnly,
    }),
    message: `${requestText(pair.new)} gives ${is} now, gave ${was}`,
    old: { result: was },
    new: { result: is },
    detail: `${was} > ${is}`,
  };
}

function* statuses(context: DiffContext, pair: Pair<Operation>): Iterable<Finding> {
  const [old, current] = [pair.old.response.statuses, pair.new.response.statuses];
  const added = current.filter((status) => !old.includes(status));
  const removed = old.filter((status) => !current.includes(status));
  if (added.length + removed.length === 0) return;
  const of = requestText(pair.new);
  const facts = {
    subject: operationSubject(context, pair, {
      suffix: "#status",
      oldPlace: pair.old.response.place,
      newPlace: pair.new.response.place,
      flow: responseOnly,
    }),
    old: { statuses: old },
    new: { statuses: current },
    detail: `${old.join()} > ${current.join()}`,
  };
  if (removed.length === 0)
    yield { id: "status-added", message: `${of} answers with ${added.join(", ")} now, too`, ...facts };
  else if (added.length === 0)
    yield {
      id: "status-removed",
      message: `${of} is not said to answer with ${removed.join(", ")} any more`,
      ...facts,
    };
  else
    yield {
      id: "status-changed",
      message: `${of} answers with ${current.join(", ")} now, was ${old.join(", ")}`,
      ...facts,
    };
}

/** What comes without `$select`; only a page that lists it on both sides tells. */
function* defaultSet(context: DiffContext, pair: Pair<Operation>): Iterable<Finding> {
  const [old, current] = [pair.old.response.defaultProperties, pair.new.response.defaultProperties];
  if (!old || !current) return;
  const added = current.filter((name) => !old.includes(name));
  const removed = old.filter((name) => !current.includes(name));
  const of = requestText(pair.new);
  const facts = {
    old: { defaultProperties: old },
    new: { defaultProperties: current },
    subject: operationSubject(context, pair, {
      suffix: "#default",
      oldPlace: pair.old.response.place,
      newPlace: pair.new.response.place,
      flow: responseOnly,
    }),
  };
  if (removed.length > 0)
    yield {
      id: "default-set-shrunk",
      message: `${of} gives ${removed.join(", ")} only with $select now`,
      detail: removed.join(),
      ...facts,
    };
  if (added.length > 0)
    yield {
      id: "default-set-grown",
      message: `${of} gives ${added.join(", ")} without $select now`,
      detail: added.join(),
      ...facts,
    };
}

/** What an operation gives back, and with which statuses of success. */
export const response: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    yield* result(context, pair);
    yield* statuses(context, pair);
    yield* defaultSet(context, pair);
  }
};
