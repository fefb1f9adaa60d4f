/** Lists: one page if awaited, all items if iterated. */
import type { Client, Page, Pages } from "../../../../generated/client.js";
import { listUserMessages, listUsers, userCheckTeams } from "../../../../generated/operations/users.js";
import { typeOf } from "./exact.js";

/** Reads pages as long as items are taken, and no further. */
export async function firstWith(client: Client, letter: string): Promise<string | undefined> {
  for await (const user of listUsers(client, { select: ["id", "displayName"], top: 2 })) {
    typeOf(user.displayName).is<string>();
    if (user.displayName.startsWith(letter)) return user.id;
  }
  return undefined;
}

export async function onePage(client: Client): Promise<string> {
  const page = await listUsers(client, { count: true });
  typeOf(page.count).is<number | undefined>();
  typeOf(page.next).is<string | undefined>();
  const names = page.value.map(({ displayName }) => displayName);
  return `${names.join(", ")}; ${page.value.length} of ${page.count}`;
}

export async function upTo(client: Client, limit: number): Promise<number> {
  const all = await listUsers(client).toArray({ limit });
  typeOf(all.map(({ mail }) => mail)).is<(string | null)[]>();
  return all.length;
}

export async function sizes(client: Client): Promise<readonly number[]> {
  const found: number[] = [];
  for await (const page of listUsers(client, { top: 2 }).pages()) found.push(page.value.length);
  return found;
}

/** Goes on where an earlier program has stopped. */
export async function nextPage(client: Client, stored?: string): Promise<string | undefined> {
  const page = await listUsers(client, { top: 2 }, stored === undefined ? {} : { next: stored });
  return page.next;
}

/** Lists and pages can be named in signatures. */
export async function countAll<T>(list: Pages<T>): Promise<number> {
  const first: Page<T> = await list;
  let count = 0;
  for await (const _ of list) count++;
  return first.count ?? count;
}

export async function unread(client: Client): Promise<readonly string[]> {
  const messages = listUserMessages(client, {
    filter: "isRead eq false",
    orderBy: ["receivedDateTime desc", "from/address"],
    top: 20,
    expand: { attachments: true },
  });
  const all: string[] = [];
  for await (const { subject, from, attachments } of messages) {
    typeOf(subject).is<string | null>();
    all.push(`${from?.name ?? from?.address ?? "nobody"}: ${subject ?? "(no subject)"}, ${attachments.length} files`);
  }
  return all;
}

/** Lists need not be of objects, nor be read with GET. */
export async function teamsAmong(client: Client, teamIds: readonly string[]): Promise<readonly string[]> {
  const teams = await userCheckTeams(client, { body: { teamIds } }).toArray();
  typeOf(teams).is<string[]>();
  return teams;
}

/** What does not compile. */
export async function mistakes(client: Client): Promise<void> {
  for await (const user of listUsers(client, { select: ["id"] })) {
    // @ts-expect-error It is not selected.
    typeOf(user.displayName);
  }
  // @ts-expect-error A page is no array; its items are in `value`.
  (await listUsers(client)).map(({ id }) => id);
  // @ts-expect-error Messages cannot be sorted by what they do not have.
  await listUserMessages(client, { orderBy: ["recieved desc"] });
  // @ts-expect-error The page has a size, which is a number.
  await listUsers(client, { top: "100" });
}
