/** All documented examples of a model as goldens. */
import { type CheckerOptions, createValueChecker } from "../conformance/check-value.ts";
import { createOperationIndex } from "../examples/operation-index.ts";
import type { ApiModel, Example, Operation } from "../model/api-model.ts";
import { resolveInheritance } from "../shapes/inheritance.ts";
import type { Golden } from "./golden.ts";
import { planBareCall, planRequest } from "./plan-request.ts";
import { planResponse } from "./plan-response.ts";

/** The documented examples of one operation, in the order of its page. */
export type GoldenPlanner = (owner: Operation) => readonly Golden[];

/** Makes a planner for the operations of a model. What it is asked for twice is made once. */
export function createGoldenPlanner(model: ApiModel, options: CheckerOptions = {}): GoldenPlanner {
  const checker = createValueChecker(model, options);
  const types = {
    inheritance: resolveInheritance(model.types, model.enums),
    enums: new Map(model.enums.map((type) => [type.id, type])),
  };
  const context = { index: createOperationIndex(model), checker, types };
  const planned = new Map<Operation, readonly Golden[]>();
  const plan = (owner: Operation, example: Example): Golden => {
    const sent = example.request === null ? null : planRequest(owner, example.request, context);
    // The page shows what becomes of such a request: that it does not fit is what it is about.
    const isRefused = example.responses.length > 0 && example.responses.every(({ status }) => status >= 400);
    const request = sent?.kind === "sent" && isRefused ? { ...sent, contradictions: [] } : sent;
    const operation = request?.kind === "sent" ? request.operation : owner;
    const bareCall = request?.kind === "sent" ? null : planBareCall(owner, context);
    const responses = example.responses.map((response) => planResponse(operation, response, checker));
    return { owner, example, request, bareCall, responses };
  };
  return (owner) => {
    const goldens = planned.get(owner) ?? owner.examples.map((example) => plan(owner, example));
    planned.set(owner, goldens);
    return goldens;
  };
}

/** In the order of the operations, and of the pages within one. Pure: what a page says never throws. */
export function planGoldens(model: ApiModel, options: CheckerOptions = {}): readonly Golden[] {
  return model.operations.flatMap(createGoldenPlanner(model, options));
}
