/** Creating, changing and deleting. */
import type { Client } from "../../../../generated/client.js";
import type { Message, Task, User } from "../../../../generated/models/index.js";
import { getTask, updateTask } from "../../../../generated/operations/tasks.js";
import {
  type CreateUserBody,
  createUser,
  createUserMessage,
  deleteUser,
  getUser,
  type UpdateUserBody,
  updateUser,
} from "../../../../generated/operations/users.js";
import { typeOf } from "./exact.js";

export async function hire(client: Client, name: string): Promise<User> {
  const body: CreateUserBody = {
    accountEnabled: true,
    displayName: name,
    userPrincipalName: "ada.quill@contoso.com",
    customAttributes: { building: "Pier 4" },
  };
  return createUser(client, { body });
}

/** `null` clears a property, one that is left out keeps its value. */
export async function retire(client: Client, userId: string): Promise<void> {
  const changed = await updateUser(client, { userId, body: { jobTitle: null, accountEnabled: false } });
  typeOf(changed).is<User | undefined>();
}

/** Changes can be put together before they are sent. */
export async function rename(client: Client, displayName: string, title: string | null): Promise<void> {
  const body: UpdateUserBody = { displayName };
  if (title !== null) body.jobTitle = title;
  await updateUser(client, { body, prefer: { return: "representation" } });
}

/** Annotations that are no part of the type may stand in any body. */
export async function giveManager(client: Client, userId: string, managerUrl: string): Promise<void> {
  await updateUser(client, { userId, body: { "manager@odata.bind": managerUrl } });
}

/** The version that a change is made to is required where the service requires it. */
export async function finish(client: Client, taskId: string): Promise<Task> {
  const task = await getTask(client, { taskId });
  typeOf(task["@odata.etag"]).is<string>();
  return updateTask(client, {
    taskId,
    ifMatch: task["@odata.etag"],
    body: { percentComplete: 100, dueDateTime: null },
  });
}

export async function dismiss(client: Client, userId: string): Promise<void> {
  const { "@odata.etag": ifMatch } = await getUser(client, { userId, select: ["id"] });
  const nothing = await deleteUser(client, { userId, ifMatch });
  typeOf(nothing).is<void>();
}

export async function draft(client: Client, subject: string): Promise<Message> {
  return createUserMessage(client, {
    body: { subject, body: { content: "The crane comes on Monday.", contentType: "text" } },
  });
}

/** What does not compile. */
export async function mistakes(client: Client, userId: string, taskId: string): Promise<void> {
  // @ts-expect-error The service gives the identifier, nobody else.
  await updateUser(client, { userId, body: { id: "x" } });

  // @ts-expect-error When the user was created does not change.
  await updateUser(client, { userId, body: { createdDateTime: "2024-05-17T00:00:00Z" } });

  // @ts-expect-error There is no such property.
  await updateUser(client, { userId, body: { jobTitel: null } });

  // @ts-expect-error It may be left out, and replaced, but not be nothing.
  await updateUser(client, { userId, body: { businessPhones: null } });

  // @ts-expect-error The name to sign in with is required.
  await createUser(client, { body: { accountEnabled: true, displayName: "Ada Quill" } });

  // @ts-expect-error The subject is required.
  await createUserMessage(client, { body: { importance: "low" } });

  // @ts-expect-error When a message has come is not for the sender to say.
  await createUserMessage(client, { body: { subject: "Pier 4", receivedDateTime: "2024-05-17T00:00:00Z" } });

  // @ts-expect-error Without the version nothing is changed.
  await updateTask(client, { taskId, body: { percentComplete: 100 } });

  // @ts-expect-error The title can be changed, but not be nothing.
  await updateTask(client, { taskId, ifMatch: "*", body: { title: null } });

  // @ts-expect-error Neither path nor body are given.
  await updateTask(client);
}
