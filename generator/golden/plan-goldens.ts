/** All documented examples of a model as goldens. */
import { type CheckerOptions, createValueChecker } from "../conformance/check-value.ts";
import { createOperationIndex } from "../examples/operation-index.ts";
import type { ApiModel } from "../model/api-model.ts";
import { resolveInheritance } from "../shapes/inheritance.ts";
import type { Golden } from "./golden.ts";
import { planBareCall, planRequest } from "./plan-request.ts";
import { planResponse } from "./plan-response.ts";

/** In the order of the operations, and of the pages within one. Pure: what a page says never throws. */
export function planGoldens(model: ApiModel, options: CheckerOptions = {}): readonly Golden[] {
  const checker = createValueChecker(model, options);
  const types = {
    inheritance: resolveInheritance(model.types, model.enums),
    enums: new Map(model.enums.map((type) => [type.id, type])),
  };
  const context = { index: createOperationIndex(model), checker, types };
  return model.operations.flatMap((owner) =>
    owner.examples.map((example): Golden => {
      const planned = example.request === null ? null : planRequest(owner, example.request, context);
      // The page shows what becomes of such a request: that it does not fit is what it is about.
      const isRefused = example.responses.length > 0 && example.responses.every(({ status }) => status >= 400);
      const request = planned?.kind === "sent" && isRefused ? { ...planned, contradictions: [] } : planned;
      const operation = request?.kind === "sent" ? request.operation : owner;
      const bareCall = request?.kind === "sent" ? null : planBareCall(owner, context);
      const responses = example.responses.map((response) => planResponse(operation, response, checker));
      return { owner, example, request, bareCall, responses };
    }),
  );
}
