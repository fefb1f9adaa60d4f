/** Puts the mock behind a port. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { RunError } from "../run-error.ts";
import { systemCode } from "../system-reason.ts";

export interface ServeOptions {
  /** 0: any that is free. */
  readonly port: number;
  readonly host: string;
}

export interface MockServer {
  /** For example `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** Ends open connections, too. */
  close(): Promise<void>;
}

/**
 * Listens. Throws a {@link RunError} with one line that says what to do where the port or the host cannot be used.
 *
 * @param fetch answers a request
 */
export async function serveMock(
  fetch: (request: Request) => Response | Promise<Response>,
  { port, host }: ServeOptions,
): Promise<MockServer> {
  // Other code of the process goes on with the platform's own classes.
  const server = createAdaptorServer({ fetch, hostname: host, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(reasonOf(error, port, host)));
    server.listen(port, host, resolve);
  });
  // A server that listens on a port has an address of this kind.
  const { port: bound } = server.address() as AddressInfo;
  return {
    origin: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

function reasonOf(error: unknown, port: number, host: string): unknown {
  switch (systemCode(error)) {
    case "EADDRINUSE":
      return new RunError(
        "unreadable",
        `port ${port} of ${host} is taken: stop what listens there, or choose another one with --port (0 takes any free one)`,
      );
    case "EACCES":
      return new RunError("unreadable", `port ${port} is not for this user: choose one from 1024 with --port`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new RunError(
        "usage",
        `--host ${host} is no address of this machine: 127.0.0.1 is, and 0.0.0.0 is all of them`,
      );
    default:
      return error;
  }
}
