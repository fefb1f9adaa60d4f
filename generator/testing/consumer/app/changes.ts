/** What has changed since the last time. */
import type { Client } from "../../../../generated/client.js";
import type { User } from "../../../../generated/models/index.js";
import { deltaUsers } from "../../../../generated/operations/users.js";
import { DeltaExpired } from "../../../../generated/runtime/delta.js";
import { typeOf } from "./exact.js";

/** A copy of the users that is kept up to date. */
export interface Mirror {
  state: string | undefined;
  readonly names: Map<string, string>;
}

export async function synchronize(client: Client, mirror: Mirror): Promise<void> {
  const changes = await deltaUsers(client, {
    select: ["id", "displayName"],
    ...(mirror.state !== undefined && { since: mirror.state }),
  });
  for await (const change of changes) {
    if (change.kind === "removed") {
      typeOf(change.id).is<string>();
      typeOf(change.reason).is<"changed" | "deleted" | (string & {}) | undefined>();
      mirror.names.delete(change.id);
    } else {
      typeOf(change.value.id).is<string>();
      // Absent is not null: it has not changed.
      typeOf(change.value.displayName).is<string | undefined>();
      if (change.value.displayName !== undefined) mirror.names.set(change.value.id, change.value.displayName);
    }
  }
  mirror.state = changes.state;
}

/** A state that is too old is an error of its own. */
export async function synchronizeOrRestart(client: Client, mirror: Mirror): Promise<void> {
  try {
    await synchronize(client, mirror);
  } catch (error) {
    if (!(error instanceof DeltaExpired)) throw error;
    typeOf(error.restart).is<string | undefined>();
    mirror.names.clear();
    mirror.state = error.restart;
    await synchronize(client, mirror);
  }
}

/** Without `select`, changes are of what comes by default. */
export async function changedMails(client: Client): Promise<readonly (User["mail"] | undefined)[]> {
  const changes = await (await deltaUsers(client)).toArray();
  return changes.flatMap((change) => (change.kind === "changed" ? [change.value.mail] : []));
}

/** What does not compile. */
export async function mistakes(client: Client): Promise<void> {
  for await (const change of await deltaUsers(client, { select: ["displayName"] })) {
    // @ts-expect-error What was removed has no value.
    typeOf(change.value);
    if (change.kind === "removed") continue;
    // @ts-expect-error It is not selected.
    typeOf(change.value.mail);
  }
  // @ts-expect-error Where to go on is a text.
  await deltaUsers(client, { since: new Date() });
}
