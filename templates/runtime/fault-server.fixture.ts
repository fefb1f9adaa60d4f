/** A real server on the loopback interface that misbehaves as it is told. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";

/** A request as it arrived. */
export interface Seen {
  readonly method: string | undefined;
  /** As it stood in the request line, not normalised. */
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answer = (response: ServerResponse) => void;

export interface FaultServer {
  readonly origin: string;
  readonly seen: Seen[];
  /** Sets the answers to the next requests, in order; `{}` is the answer to all others. Forgets what was seen. */
  expect(...answers: readonly Answer[]): void;
  close(): Promise<void>;
}

export async function startFaultServer(): Promise<FaultServer> {
  const seen: Seen[] = [];
  let waiting: Answer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    const answer = waiting.shift() ?? json({});
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Unexpected address, expected one with a port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    seen,
    expect(...answers) {
      waiting = [...answers];
      seen.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function json(value: unknown): Answer {
  return answer(200, { "content-type": "application/json" }, JSON.stringify(value));
}

export function answer(status: number, headers: Readonly<Record<string, string>> = {}, body = ""): Answer {
  return (response) => {
    response.writeHead(status, headers).end(body);
  };
}

/** Closes the connection without a word. */
export const reset: Answer = (response) => {
  response.destroy();
};

/** Sends the begin of a body that is longer, and then nothing more. */
export function stall(begin: string): Answer {
  return (response) => {
    response.writeHead(200, { "content-length": "100000" }).write(begin);
  };
}

/** Sends the begin of a body that is longer, and closes the connection. */
export function breakOff(begin: string): Answer {
  return (response) => {
    response.writeHead(200, { "content-length": "100000" });
    response.write(begin, () => response.destroy());
  };
}
