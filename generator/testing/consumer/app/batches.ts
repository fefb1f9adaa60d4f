/** Several requests in one. */
import { ApiError, type Client, type Page, type Result } from "../../../../generated/client.js";
import type { Message } from "../../../../generated/models/index.js";
import { createUserMessage, getUser, listUserMessages, updateUser } from "../../../../generated/operations/users.js";
import { batch } from "../../../../generated/runtime/batch.js";
import { typeOf } from "./exact.js";

export async function overview(client: Client, userId: string): Promise<string> {
  const { me, mail } = await batch(client, {
    me: getUser.request({ userId, select: ["displayName"], expand: { manager: true } }),
    mail: listUserMessages.request({ userId, top: 5 }),
  });
  if (!me.ok) return me.error.message;
  typeOf(me.value.displayName).is<string>();
  typeOf(me.value.manager?.mail).is<string | null | undefined>();
  const subjects = mail.ok ? mail.value.value.map(({ subject }) => subject ?? "(no subject)") : [];
  return `${me.value.displayName}: ${subjects.join(", ")}`;
}

/** One after another, where the second one needs the first. */
export async function inOrder(client: Client): Promise<readonly boolean[]> {
  const results = await batch(
    client,
    {
      change: updateUser.request({ body: { jobTitle: null } }),
      tell: createUserMessage.request({ body: { subject: "Changed" } }),
    },
    { dependsOn: { tell: ["change"] } },
  );
  typeOf(results.tell).is<Result<Message>>();
  return [results.change.ok, results.tell.ok];
}

/** Results are those of the functions, and can be handed on. */
export async function subjects(client: Client): Promise<Result<Page<Pick<Message, "id" | "subject">>>> {
  const { mail } = await batch(client, { mail: listUserMessages.request({ select: ["id", "subject"] }) });
  return mail;
}

/** One that has failed is an error like others. */
export function rethrow(result: Result<unknown>): unknown {
  if (result.error instanceof ApiError) throw result.error;
  return result.value;
}

/** What does not compile. */
export async function mistakes(client: Client): Promise<void> {
  // @ts-expect-error A call has been sent already; what a batch takes is a request.
  await batch(client, { me: getUser(client) });
  const { me } = await batch(client, { me: getUser.request() });
  // @ts-expect-error There is nobody else in the batch.
  const { you } = await batch(client, { me: getUser.request() });
  // @ts-expect-error One cannot wait for what is not there.
  await batch(client, { me: getUser.request() }, { dependsOn: { me: ["you"] } });
  // @ts-expect-error It may be an error.
  typeOf(me.value.displayName);
  rethrow(me);
  rethrow(you);
}
