/** Reads the documented requests of a model as calls, each once: several outputs are made of them. */
import type { ApiModel, ExampleRequest, Operation } from "../model/api-model.ts";
import { type ExampleCall, type ExampleMismatch, exampleCall, exampleContext } from "./example-call.ts";

/** The call that a request of an operation's own page makes. */
export type CallReader = (operation: Operation, request: ExampleRequest) => ExampleCall | ExampleMismatch;

export function createCallReader(model: ApiModel): CallReader {
  const context = exampleContext(model);
  // A request belongs to one operation.
  const read = new Map<ExampleRequest, ExampleCall | ExampleMismatch>();
  return (operation, request) => {
    const known = read.get(request) ?? exampleCall(operation, request, context);
    read.set(request, known);
    return known;
  };
}
