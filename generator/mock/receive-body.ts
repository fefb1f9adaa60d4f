/** Takes in the body of a request, up to a limit. */

export type ReceivedBody =
  | { readonly kind: "whole"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "tooLong" }
  /** The client has gone before the end. */
  | { readonly kind: "cut" };

/**
 * Reads the body. No more than the limit is ever held; a length that is announced to be over it is not read at all.
 *
 * The framework's own limit makes a new request of the platform of it, which cannot be made of the server's requests.
 */
export async function receiveBody(request: Request, limit: number): Promise<ReceivedBody> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return { kind: "tooLong" };
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = request.body?.getReader();
    for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
      length += read.value.length;
      if (length > limit) {
        await reader?.cancel();
        return { kind: "tooLong" };
      }
      chunks.push(read.value);
    }
  } catch {
    return { kind: "cut" };
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { kind: "whole", bytes };
}
