/** Operations that go on after the service has answered. */
import type { Client, LongRunning } from "../../../../generated/client.js";
import type { TeamsAsyncOperation } from "../../../../generated/models/index.js";
import { teamClone } from "../../../../generated/operations/teams.js";
import { longRunning, OperationFailed } from "../../../../generated/runtime/long-running.js";
import { typeOf } from "./exact.js";

export async function cloneAndWait(client: Client, teamId: string, log: string[]): Promise<string | null> {
  const clone = await teamClone(client, {
    teamId,
    body: { displayName: "Old pier", partsToClone: ["tabs", "settings", "channels"], visibility: "private" },
  });
  const done = await clone.wait({ interval: 1, onProgress: ({ status }) => void log.push(status ?? "?") });
  typeOf(done).is<TeamsAsyncOperation | undefined>();
  return done?.targetResourceId ?? null;
}

/** Where to ask can be kept, and asked by another program. */
export async function start(client: Client, teamId: string): Promise<string | undefined> {
  const { location } = await teamClone(client, { teamId, body: { displayName: "Old pier", partsToClone: ["tabs"] } });
  return location;
}

export async function goOn(client: Client, location: string): Promise<string> {
  const clone: LongRunning<TeamsAsyncOperation> = longRunning(client, location);
  try {
    const done = await clone.wait({ interval: 1, maxWait: 60_000 });
    return done?.status ?? "done";
  } catch (error) {
    if (error instanceof OperationFailed) return `${error.code}: ${error.message}`;
    throw error;
  }
}

export async function ask(client: Client, location: string): Promise<boolean> {
  const { isDone, body } = await longRunning<TeamsAsyncOperation>(client, location).poll();
  typeOf(body?.attemptsCount).is<number | undefined>();
  return isDone;
}

/** What does not compile. */
export async function mistakes(client: Client, teamId: string): Promise<void> {
  const clone = await teamClone(client, { teamId, body: { displayName: "Old pier", partsToClone: "tabs" } });
  // @ts-expect-error The clone has only been started.
  typeOf(clone.targetResourceId);
  // @ts-expect-error Whom the clone is for is not said here.
  await teamClone(client, { teamId, body: { displayName: "Old pier", partsToClone: ["tabs"], owner: "me" } });
}
