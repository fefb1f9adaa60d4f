/** Finds the operation that a request calls, among all of a model. */
import type { ApiModel, ExampleRequest, HttpMethod, Operation } from "../model/api-model.ts";
import {
  calls,
  type ExampleMismatch,
  exampleCall,
  exampleContext,
  mismatch,
  type OperationPath,
  type OwnedCall,
} from "./example-call.ts";
import { readExampleUrl } from "./example-url.ts";
import { matchPath } from "./match-path.ts";
import { segmentTemplate } from "./template-segments.ts";
import { TemplateTree } from "./template-tree.ts";

export interface FoundOperation extends OwnedCall {
  readonly kind: "found";
}

export interface OperationIndex {
  /**
   * The operation that a request calls, and the call.
   *
   * @param near the operation on whose page the request stands: of several that fit equally well, this one is taken, or
   * another one of its page
   */
  find(request: ExampleRequest, near?: Operation): FoundOperation | ExampleMismatch;
}

/**
 * Makes an index. It takes one look at each path of the model; a search looks at what shares the beginning only.
 *
 * @param onLook told of each operation that a search looks at, beyond its paths
 */
export function createOperationIndex(
  model: ApiModel,
  onLook: (operation: Operation) => void = () => {},
): OperationIndex {
  const context = exampleContext(model);
  const trees = new Map<HttpMethod, TemplateTree<OperationPath>>();
  for (const operation of model.operations) {
    const tree = trees.get(operation.method) ?? new TemplateTree<OperationPath>(context.namespace);
    trees.set(operation.method, tree);
    for (const path of operation.paths) tree.add(segmentTemplate(path), { operation, path });
  }
  return {
    find(request, near) {
      const url = readExampleUrl(request.url, context.baseUrl);
      if (!url.ok) return mismatch("url-unreadable", `Unexpected URL ${request.url}: ${url.reason}.`);
      const tree = trees.get(request.method);
      const matches = tree === undefined ? [] : matchPath(tree, url.readings, context);
      for (const { value } of matches) onLook(value.operation);
      const sorted = [...matches].sort((a, b) => distance(a.value.operation, near) - distance(b.value.operation, near));
      const [best] = calls(sorted, request, url);
      if (best !== undefined) return { kind: "found", ...best };
      if (near !== undefined) onLook(near);
      const own = near === undefined ? null : exampleCall(near, request, context);
      if (near !== undefined && own?.kind === "call") return { kind: "found", operation: near, call: own };
      const others = [...trees].filter(
        ([method, other]) =>
          method !== request.method && url.readings.some(({ segments }) => other.find(segments, false).length > 0),
      );
      if (others.length === 0)
        return mismatch("path-differs", `No operation has the path of ${request.method} ${request.url}.`);
      const methods = others.map(([method]) => method).sort();
      return mismatch(
        "method-differs",
        `Unexpected ${request.method} ${request.url}, expected ${methods.join(" or ")}.`,
      );
    },
  };
}

function distance(operation: Operation, near: Operation | undefined): number {
  if (near === undefined) return 0;
  return operation.id === near.id ? 0 : operation.page === near.page ? 1 : 2;
}
