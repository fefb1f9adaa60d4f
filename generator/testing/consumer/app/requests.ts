/** Requests that are not sent: for logs, tests and other ways of sending. */
import type { ApiRequest } from "../../../../generated/client.js";
import type { User } from "../../../../generated/models/index.js";
import { createUserMessage, getUser, listUsers } from "../../../../generated/operations/users.js";
import { typeOf } from "./exact.js";

export function requestForMe(): ApiRequest {
  const request = getUser.request();
  typeOf(request.path).is<string>();
  return request;
}

export function requestForMany(): ApiRequest {
  return listUsers.request({ select: ["id", "mail"], top: 5, filter: "startsWith(mail,'a&b')" });
}

export function requestForMessage(userId: string): ApiRequest {
  return createUserMessage.request({ userId, body: { subject: "Pier 4", importance: "high" } });
}

/** The type of the value that the response is read as. */
type ValueOf<T> = T extends ApiRequest<infer Value> ? Value : never;

/** What the function is, as data. */
export function whatIs(): string {
  typeOf(getUser.spec.name).is<string>();
  return `${getUser.spec.name}: ${getUser.spec.method} ${getUser.spec.paths.join(" or ")}`;
}

/** What does not compile. */
export function mistakes(): void {
  const request = getUser.request({ select: ["mail"] });
  const value = (_: ApiRequest<User>): void => {};
  // @ts-expect-error Of the user just one property is asked for.
  value(request);
  typeOf<ValueOf<typeof request>["mail"]>(null).is<string | null>();
  // @ts-expect-error Nothing to be created is given.
  createUserMessage.request();
}
