/** Reading one object: what comes back, and how `select` and `expand` choose it. */
import type { Client } from "../../../../generated/client.js";
import type { User } from "../../../../generated/models/index.js";
import { getUser } from "../../../../generated/operations/users.js";
import { typeOf } from "./exact.js";

/** A call gives the value: nothing to unwrap, and never `undefined`. */
export async function whoIs(client: Client, userId: string): Promise<string> {
  const user = await getUser(client, { userId });
  typeOf(user.id).is<string>();
  typeOf(user.displayName).is<string>();
  typeOf(user.mail).is<string | null>();
  typeOf(user.businessPhones).is<string[]>();
  return `${user.displayName} <${user.mail ?? "no mail"}>`;
}

/** Where a page documents two paths, the arguments tell which one is meant. */
export async function whoAmI(client: Client): Promise<string> {
  const user = await getUser(client);
  return user.displayName;
}

/** Names in `select` are checked, and the result has what they name. */
export async function canSignIn(client: Client, userId: string): Promise<boolean> {
  const user = await getUser(client, { userId, select: ["id", "accountEnabled", "hireDate", "userType"] });
  typeOf(user.accountEnabled).is<boolean>();
  typeOf(user.hireDate).is<string | null>();
  typeOf(user.userType).is<string>();
  return user.accountEnabled;
}

/** Names that are known only at run time: any member may be missing then. */
export async function someOf(client: Client, userId: string, names: readonly string[]): Promise<string> {
  const user = await getUser(client, { userId, select: names });
  typeOf(user).is<Partial<User>>();
  typeOf(user.mail).is<string | null | undefined>();
  return Object.keys(user).join(", ");
}

/** Names of the type, chosen at run time: members that cannot be among them are not there. */
export async function columns(
  client: Client,
  userId: string,
  names: readonly ("displayName" | "mail")[],
): Promise<string> {
  const user = await getUser(client, { userId, select: names });
  typeOf(user.mail).is<string | null | undefined>();
  // @ts-expect-error `id` is none of the names.
  typeOf(user.id);
  return user.displayName ?? "";
}

/** Keys of `expand` are relationships, and the result gains just these. */
export async function managerOf(client: Client, userId: string): Promise<string> {
  const user = await getUser(client, {
    userId,
    expand: { manager: { select: ["id", "displayName"] }, directReports: true },
  });
  typeOf(user.manager?.displayName).is<string | undefined>();
  typeOf(user.directReports).is<User[]>();
  typeOf(user.mail).is<string | null>();
  // @ts-expect-error Only these two of the manager are asked for.
  typeOf(user.manager?.mail);
  // @ts-expect-error The teams are not asked for.
  typeOf(user.joinedTeams);
  return `${user.manager?.displayName ?? "nobody"}, ${user.directReports.length} reports`;
}

/** `expand` goes as deep as the relationships do, each level with a selection of its own. */
export async function chainOf(client: Client): Promise<readonly string[]> {
  const me = await getUser(client, {
    select: ["displayName"],
    expand: {
      manager: { select: ["displayName"], expand: { manager: { select: ["displayName"] } } },
      messages: { select: ["subject"], filter: "startsWith(subject,'it''s; (done')", top: 1 },
    },
  });
  typeOf(me.manager?.manager?.displayName).is<string | undefined>();
  typeOf(me.messages.map(({ subject }) => subject)).is<(string | null)[]>();
  // @ts-expect-error Of the user itself just the name is asked for.
  typeOf(me.mail);
  return [me.displayName, me.manager?.displayName, me.manager?.manager?.displayName].flatMap((name) => name ?? []);
}

/** Properties of derived types can be selected, too: they are there if the object is of such a type. */
export async function filesOf(client: Client): Promise<readonly string[]> {
  const me = await getUser(client, {
    select: ["id"],
    expand: { messages: { select: ["id"], expand: { attachments: { select: ["name", "contentBytes"] } } } },
  });
  return me.messages.flatMap(({ attachments }) =>
    attachments.map((attachment) => {
      typeOf(attachment.name).is<string>();
      typeOf(attachment.contentBytes).is<string | undefined>();
      return `${attachment.name}: ${attachment.contentBytes ?? "no file"}`;
    }),
  );
}

/** What does not compile. */
export async function mistakes(client: Client, userId: string): Promise<void> {
  const user = await getUser(client, { userId });
  // @ts-expect-error It comes only if it is selected.
  typeOf(user.accountEnabled);

  const selected = await getUser(client, { userId, select: ["id", "mail"] });
  typeOf(selected.mail).is<string | null>();
  // @ts-expect-error It is not selected.
  typeOf(selected.displayName);

  // @ts-expect-error There is no such property.
  await getUser(client, { userId, select: ["id", "male"] });

  // @ts-expect-error The identifier is a text.
  await getUser(client, { userId: 1 });

  // @ts-expect-error There is no such argument.
  await getUser(client, { user: userId });

  // @ts-expect-error There is no such relationship.
  await getUser(client, { userId, expand: { boss: true } });

  // @ts-expect-error `mail` is a property, which is selected.
  await getUser(client, { userId, expand: { mail: true } });

  // @ts-expect-error The manager has no such property.
  await getUser(client, { userId, expand: { manager: { select: ["male"] } } });

  // @ts-expect-error Neither does the manager of the manager have such a relationship.
  await getUser(client, { userId, expand: { manager: { expand: { boss: true } } } });
}
