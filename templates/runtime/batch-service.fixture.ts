/** A service that takes batches. */
import type { RequestPart, ResponsePart } from "./batch-part.ts";
import { recordedClient } from "./recorded-client.fixture.ts";

export type WirePart = RequestPart & { readonly id: string; readonly dependsOn?: readonly string[] };
/** Answers a part in the given round; with `undefined` the part gets no response. */
export type Responder = (part: WirePart, round: number) => Partial<ResponsePart> | undefined;

/** A service that answers each part; the responses come in the opposite order. `rounds` are the parts it was sent. */
export function service(respond: Responder) {
  const rounds: WirePart[][] = [];
  const recorded = recordedClient(({ body }) => {
    // The body of a batch is made by the runtime.
    const { requests } = body as { requests: WirePart[] };
    rounds.push(requests);
    const responses = requests.flatMap((part) => {
      const response = respond(part, rounds.length);
      return response ? [{ id: part.id, status: 200, ...response }] : [];
    });
    return { json: { responses: responses.reverse() } };
  });
  return { ...recorded, rounds };
}

/** Answers with the end of the URL as id. */
export const echo: Responder = ({ url }) => ({ body: { id: url.slice(url.lastIndexOf("/") + 1) } });
