/**
 * Makes tests of the documented examples: that a function sends the request that its page shows, and reads the responses.
 * The expected messages are those of the folder `examples/`.
 */
import { expect, test } from "vitest";
import { type Client, createClient } from "../runtime/client.ts";
import type { Example } from "../runtime/example.ts";
import { knownExample, nearestExample, placeOf } from "../runtime/match-example.ts";
import type { OperationSpec } from "../runtime/operation-spec.ts";
import { answerOf } from "./answer.ts";
import { expectedMessage, type Recorded, sentMessage } from "./messages.ts";
import type { Reading } from "./readings.ts";
import { baseUrl } from "./service.ts";

export interface Served<Value> {
  readonly call: (client: Client) => PromiseLike<Value>;
  /** What the function gives for each of the documented responses: by the type of the call, whatever readings say. */
  readonly reads: readonly Reading<NoInfer<Value>>[];
}

/** The call makes the documented request. */
export interface Golden<Value> extends Served<Value> {
  /** What the function sends for a path that the example writes in another way, or goes on from. */
  readonly path?: string;
  /** Names that the example selects, sorts by or expands, and that the compiler knows not to be there. */
  readonly lacks?: readonly string[];
  /** Code of the finding by which the types of the function do not fit the example. */
  readonly contradicts?: string;
  /** Code of the finding by which the function sends something else. */
  readonly differs?: string;
}

/**
 * Tests an example.
 *
 * @param name of function and example
 */
export function golden<Value = never>(name: string, example: Example, { call, path, ...golden }: Golden<Value>): void {
  const { contradicts, differs, reads } = golden;
  test(titleOf(name, "sends", differs ?? contradicts), async () => {
    const actual = sentMessage(await recorded(call), example.request);
    const expected = expectedMessage(example.request, path);
    if (differs === undefined) expect(actual).toEqual(expected);
    else expect(actual).not.toEqual(expected);
  });
  readings(name, example, { call, reads });
}

/** Tests the responses of an example whose request no call makes: they are served to some call. */
export function readings<Value = never>(name: string, example: Example, { call, reads }: Served<Value>): void {
  reads.forEach(({ check, code }, index) => {
    test(titleOf(name, `reads ${index + 1}`, code), async () => {
      const { fetch, response } = answerOf(example.responses, index);
      const result = await outcomeOf(() => call(client(fetch)));
      await check(result, response);
    });
  });
}

/** Tests that no call of a function makes the request of an example. */
export function mismatch(
  name: string,
  { request }: Example,
  { spec: { method, paths } }: { readonly spec: OperationSpec },
  code: string,
): void {
  test(titleOf(name, "sends", code), () => {
    const [first = "", ...otherPaths] = paths;
    const own = knownExample({ request: { method, path: first, otherPaths }, responses: [] });
    const place = placeOf(request.url ?? "");
    const sent = { method: request.method, headers: {}, body: undefined };
    expect(nearestExample([own], sent, place, false)).toBeUndefined();
  });
}

/** The title of a test; the code of a finding says that the page contradicts itself, and the test that it still does. */
function titleOf(name: string, what: string, code: string | undefined): string {
  return `${name} ${what}${code === undefined ? "" : ` [${code}]`}`;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

function client(fetch: Fetch): Client {
  return createClient({ baseUrl, fetch, token: "token", retry: false });
}

/** What a call sends first. What becomes of it afterwards is another test's business. */
async function recorded(call: (client: Client) => PromiseLike<unknown>): Promise<Recorded> {
  let first: Recorded | undefined;
  const result = await outcomeOf(() =>
    call(
      client(async (url, init) => {
        first ??= { url, init };
        return new Response("{}", { headers: { "content-type": "application/json" } });
      }),
    ),
  );
  if (first === undefined) throw "error" in result ? result.error : new Error("The function sent nothing");
  return first;
}

async function outcomeOf<Value>(
  call: () => PromiseLike<Value>,
): Promise<{ readonly value: Value } | { readonly error: unknown }> {
  try {
    return { value: await call() };
  } catch (error) {
    return { error };
  }
}
