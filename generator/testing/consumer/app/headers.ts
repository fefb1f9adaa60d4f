/** Headers and query options, and the rules between them. */
import type { Client } from "../../../../generated/client.js";
import { listUserMessages, listUsers } from "../../../../generated/operations/users.js";

/** A search needs two more arguments; the compiler asks for them. */
export async function search(client: Client): Promise<number | undefined> {
  const { count } = await listUsers(client, {
    search: '"displayName:Jo"',
    consistencyLevel: "eventual",
    count: true,
    select: ["id"],
  });
  return count;
}

/** So does a filter that comes with an order. */
export async function sorted(client: Client): Promise<void> {
  await listUsers(client, {
    filter: "startsWith(displayName,'M')",
    orderBy: ["displayName desc"],
    consistencyLevel: "eventual",
    count: true,
  });
}

/** One of the two alone needs nothing. */
export async function filtered(client: Client): Promise<void> {
  await listUsers(client, { filter: "startsWith(displayName,'M')" });
  await listUsers(client, { orderBy: ["displayName"] });
}

/** What the caller prefers, by name. */
export async function asText(client: Client): Promise<void> {
  await listUserMessages(client, { prefer: { outlookTimezone: "UTC", outlookBodyContentType: "text" } });
}

/** Arguments can be made elsewhere, as long as they are of the right type. */
export async function asTextIn(client: Client, timezone: string, isText: boolean): Promise<void> {
  const prefer = { outlookTimezone: timezone, ...(isText && { outlookBodyContentType: "text" as const }) };
  await listUserMessages(client, { prefer });
}

/** What the page does not know of can be sent, too. */
export async function undocumented(client: Client): Promise<void> {
  await listUserMessages(
    client,
    { prefer: 'odata.maxpagesize=5, outlook.timezone="UTC"' },
    { headers: { "x-trace": "1" }, query: { $skip: 10 } },
  );
}

/** What does not compile. */
export async function mistakes(client: Client): Promise<void> {
  // @ts-expect-error A search needs `consistencyLevel` and `count`.
  await listUsers(client, { search: '"displayName:Jo"' });
  // @ts-expect-error A search needs `count`, too.
  await listUsers(client, { search: '"displayName:Jo"', consistencyLevel: "eventual" });
  // @ts-expect-error And it has to be counted.
  await listUsers(client, { search: '"displayName:Jo"', consistencyLevel: "eventual", count: false });
  // @ts-expect-error A filter with an order needs them as well.
  await listUsers(client, { filter: "startsWith(displayName,'M')", orderBy: ["displayName"] });
  // @ts-expect-error Messages are not counted.
  await listUserMessages(client, { count: true });
  // @ts-expect-error There is no such preference.
  await listUserMessages(client, { prefer: { timezone: "UTC" } });
}
