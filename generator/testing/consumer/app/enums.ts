/** Enums whose members have names. */
import type { Client } from "../../../../generated/client.js";
import { BodyType, Importance, type Message } from "../../../../generated/models/index.js";
import { createUserMessage } from "../../../../generated/operations/users.js";

/** Members and literals are the same to a function. */
export async function sendBoth(client: Client): Promise<void> {
  await createUserMessage(client, { body: { subject: "A", importance: "high" } });
  await createUserMessage(client, {
    body: { subject: "B", importance: Importance.high, body: { content: "B", contentType: BodyType.html } },
  });
}

/** And what comes back can be compared with either. */
export function isForNow({ importance }: Message): boolean {
  return importance === Importance.urgent || importance === "high";
}

/** All members there are. */
export function choices(): readonly string[] {
  return Object.values(BodyType);
}
