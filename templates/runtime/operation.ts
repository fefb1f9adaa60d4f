/** Makes the functions of the SDK of their specifications. */
import { type Result, toResult } from "./api-error.ts";
import type { Client } from "./client.ts";
import { type OperationSpec, requestOf } from "./operation-spec.ts";
import type { ApiRequest, RequestOptions, ResultKind } from "./request.ts";

/** A function of any kind, as far as it can be said without its types. */
export interface AnyFunction {
  readonly spec: OperationSpec;
}

/**
 * Makes a function.
 *
 * @template F one of the types of `function-types.ts`
 * @param call sends the request and reads its response; the request is made when it is asked for, so that a mistake in
 * the arguments rejects the promise that the function gives
 */
export function makeOperation<F extends AnyFunction>(
  spec: F["spec"],
  kind: ResultKind,
  call: (client: Client, request: () => ApiRequest, options: RequestOptions | undefined) => unknown,
): F {
  const request = (args: object = {}): ApiRequest => requestOf(spec, args, kind);
  const run = (client: Client, args: object = {}, options?: RequestOptions): unknown =>
    call(client, () => request(args), options);
  const safe = (client: Client, args?: object, options?: RequestOptions): Promise<Result<unknown>> =>
    toResult(async () => run(client, args, options));
  // The types of arguments and results are not there at run time: the emitted declaration states them.
  return Object.assign(run, { spec, safe, request }) as unknown as F;
}
