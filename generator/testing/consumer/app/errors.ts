/** What happens if a call fails, for those who catch and for those who do not. */
import { ApiError, type Client, type Result } from "../../../../generated/client.js";
import type { User } from "../../../../generated/models/index.js";
import { createUserMessage, getUser } from "../../../../generated/operations/users.js";
import { typeOf } from "./exact.js";

export async function nameOrNothing(client: Client, userId: string): Promise<string | undefined> {
  try {
    const { displayName } = await getUser(client, { userId });
    return displayName;
  } catch (error) {
    if (error instanceof ApiError && error.code === "userNotFound") return undefined;
    throw error;
  }
}

/** What there is to log. `toJSON` leaves out what may be secret. */
export function report(error: ApiError): string {
  typeOf(error.status).is<number>();
  typeOf(error.requestId).is<string | undefined>();
  typeOf(error.clientRequestId).is<string | undefined>();
  typeOf(error.date).is<string | undefined>();
  typeOf(error.retryAfter).is<number | undefined>();
  typeOf(error.headers).is<Headers>();
  typeOf(error.body).is<string>();
  typeOf(error.request).is<{ readonly method: string; readonly path: string }>();
  typeOf(error.cause).is<unknown>();
  return JSON.stringify(error);
}

/** Without exceptions: the value, or the error. */
export async function mailOf(client: Client, userId: string): Promise<string> {
  const result = await getUser.safe(client, { userId, select: ["mail"] });
  if (!result.ok) {
    typeOf(result.value).is<undefined>();
    return result.error.message;
  }
  typeOf(result.error).is<undefined>();
  typeOf(result.value.mail).is<string | null>();
  return result.value.mail ?? "no mail";
}

/** The codes of the page are known to the compiler; others may come. */
export async function whyNot(client: Client, userId: string): Promise<string> {
  const { error } = await getUser.safe(client, { userId });
  typeOf(error?.code).is<"signedInUserMissing" | "userNotFound" | (string & {}) | undefined>();
  switch (error?.code) {
    case undefined:
      return "there is one";
    case "userNotFound":
      return "there is no such user";
    case "signedInUserMissing":
      return "nobody is signed in";
    default:
      return `something else: ${error?.code}`;
  }
}

/** Results can be handed on. */
export async function both(client: Client, ids: readonly [string, string]): Promise<Result<Pick<User, "id">>[]> {
  return Promise.all(ids.map((userId) => getUser.safe(client, { userId, select: ["id"] })));
}

/** Functions whose arguments are required say so here, too. */
export async function mistakes(client: Client): Promise<void> {
  // @ts-expect-error What is to be created is missing.
  await createUserMessage.safe(client);
  // @ts-expect-error There is no such property.
  await getUser.safe(client, { select: ["male"] });
  const result = await getUser.safe(client);
  // @ts-expect-error It may be an error.
  typeOf(result.value.mail);
}
