/** What is optional may be left out, but not be `undefined`: for projects with `exactOptionalPropertyTypes`. */
import type { Client } from "../../../../generated/client.js";
import { listUsers, updateUser } from "../../../../generated/operations/users.js";
import { typeOf } from "./exact.js";

/** An argument that may be missing is left out. */
export async function page(client: Client, top?: number): Promise<string> {
  const { value } = await listUsers(client, { ...(top !== undefined && { top }) });
  // With `noUncheckedIndexedAccess`.
  const [first] = value;
  typeOf(first?.displayName).is<string | undefined>();
  return first?.displayName ?? "nobody";
}

/** What does not compile. */
export async function mistakes(client: Client, top?: number): Promise<void> {
  // @ts-expect-error To leave a property as it is, leave it out; to clear it, send `null`.
  await updateUser(client, { body: { jobTitle: undefined } });
  // @ts-expect-error An argument is left out, or given.
  await listUsers(client, { top });
  const { value } = await listUsers(client);
  // @ts-expect-error With `noUncheckedIndexedAccess`: the page may be empty.
  typeOf(value[0].displayName);
}
