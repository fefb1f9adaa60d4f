/** All documented examples of a model as goldens. */
import { type CheckerOptions, createValueChecker } from "../conformance/check-value.ts";
import { createOperationIndex } from "../examples/operation-index.ts";
import type { ApiModel, Example, Operation } from "../model/api-model.ts";
import { createModelView, type ModelView, operationKey } from "../shapes/model-view.ts";
import type { Golden } from "./golden.ts";
import { planBareCall, planRequest } from "./plan-request.ts";
import { planResponse } from "./plan-response.ts";

/** The documented examples of one operation, in the order of its page. */
export type GoldenPlanner = (owner: Operation) => readonly Golden[];

/** Makes a planner for the operations of a model. What it is asked for twice is made once. */
export function createGoldenPlanner(view: ModelView, options: CheckerOptions = {}): GoldenPlanner {
  const checker = createValueChecker(view, options);
  const index = createOperationIndex(view.model, (operation) => view.lookups.note(operationKey(operation)));
  const context = { index, checker, types: view };
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
  return view.lookups.once((owner: Operation) => owner.examples.map((example) => plan(owner, example)));
}

/** In the order of the operations, and of the pages within one. Pure: what a page says never throws. */
export function planGoldens(model: ApiModel, options: CheckerOptions = {}): readonly Golden[] {
  return model.operations.flatMap(createGoldenPlanner(createModelView(model), options));
}
