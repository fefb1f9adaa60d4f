/** Enums by the literals of their values alone, which works however the SDK declares them. */
import type { Client } from "../../../../generated/client.js";
import type { Message } from "../../../../generated/models/index.js";
import { createUserMessage, listUserMessages } from "../../../../generated/operations/users.js";
import { typeOf } from "./exact.js";

export async function send(client: Client, isHurried: boolean): Promise<Message> {
  return createUserMessage(client, { body: { subject: "Pier 4", importance: isHurried ? "high" : "low" } });
}

/** An enum that will grow: members that are added later, and unknown ones, reach the default. */
export function flagOf({ importance }: Message): string {
  typeOf(importance).is<"low" | "normal" | "high" | "unknownFutureValue" | "urgent" | (string & {})>();
  switch (importance) {
    case "low":
      return "v";
    case "high":
    case "urgent":
      return "^";
    default:
      return importance === "normal" ? "-" : `?${importance}`;
  }
}

/** An enum that will not grow needs no default. */
export function isMarkup({ body }: Message): boolean {
  typeOf(body.contentType).is<"text" | "html">();
  switch (body.contentType) {
    case "text":
      return false;
    case "html":
      return true;
  }
}

/** Later members come only to callers that ask for them. */
export async function withNewMembers(client: Client): Promise<readonly string[]> {
  const messages = listUserMessages(client, { prefer: { includeUnknownEnumMembers: true } });
  return (await messages.toArray()).map(flagOf);
}

/** What does not compile. */
export async function mistakes(client: Client): Promise<void> {
  // @ts-expect-error There is no such member.
  await createUserMessage(client, { body: { subject: "A", importance: "hihg" } });
}
