// @ts-nocheck Compiled by `graph.test.ts`, which takes this line away and puts the SDK of a real doc set at `./graph`.
/** The contract of the SDK, snippet by snippet, with the pages of a large API that exists. */

import { typeOf } from "./exact.js";
import { ApiError, type Client, createClient, type Page, type Result } from "./graph/client.js";
import { type Attachment, type DirectoryObject, Importance, type Message, type User } from "./graph/models/index.js";
import { getDriveItemContent } from "./graph/operations/driveitems.js";
import { listGroupMembers } from "./graph/operations/groups.js";
import { getPlannerTask, updatePlannerTask } from "./graph/operations/plannertasks.js";
import { getProfilephotoContent } from "./graph/operations/profilephotos.js";
import {
  createUserEvent,
  createUserMessage,
  deltaUsers,
  getUser,
  listUserDirectReports,
  listUserMessages,
  listUsers,
  updateUser,
} from "./graph/operations/users.js";
import { permissions } from "./graph/permissions.js";
import { batch } from "./graph/runtime/batch.js";
import { DeltaExpired } from "./graph/runtime/delta.js";

declare const credential: { getToken(): Promise<string> };
declare const userId: string;

const graph: Client = createClient({ token: () => credential.getToken(), scopes: "delegated" });

// 1. A simple call gives the value. Nullable is what a page calls so, or what is null in an example of one.
const user = await getUser(graph, { userId: "jane@contoso.com" });
typeOf(user.displayName).is<string>();
typeOf(user.mobilePhone).is<string | null>();
typeOf(user.id).is<string>();

// 2. `select` names are checked and narrow the result.
const u = await getUser(graph, { userId, select: ["id", "mail"] });
typeOf(u.mail).is<string>();
// @ts-expect-error Not selected.
typeOf(u.displayName);
// @ts-expect-error Without `select`, what the page lists: the department is not among it.
typeOf(user.department);
// @ts-expect-error No such property.
await getUser(graph, { userId, select: ["id", "male"] });
typeOf(await getUser(graph, { userId, select: Object.keys({}) })).is<Partial<User>>();

// 4. Bodies without read-only members.
await updateUser(graph, { userId, body: { jobTitle: null } });
// @ts-expect-error Read-only.
await updateUser(graph, { userId, body: { createdDateTime: "2021-01-01T00:00:00Z" } });

// 5. Errors that say what happened.
try {
  await getUser(graph, { userId });
} catch (e) {
  if (e instanceof ApiError && e.code === "Request_ResourceNotFound") typeOf(e.requestId).is<string | undefined>();
}
const r = await getUser.safe(graph, { userId });
if (r.ok) typeOf(r.value.mail).is<string>();
else typeOf(r.error.status).is<number>();

// 6. Paging.
for await (const one of listUsers(graph, { select: ["id"], top: 100 })) {
  typeOf(one.id).is<string>();
  break;
}
const page = await listUsers(graph, { count: true });
typeOf(page.count).is<number | undefined>();
typeOf(page.next).is<string | undefined>();
const all = await listUsers(graph, {}).toArray({ limit: 5_000 });
typeOf(all.map(({ id }) => id)).is<string[]>();
for await (const p of listUsers(graph, {}).pages()) typeOf(p.value.length).is<number>();

// 9. Headers and rules between them and the options.
// @ts-expect-error Needs `consistencyLevel` and `count`.
await listUsers(graph, { search: '"displayName:Jo"' });
await listUsers(graph, { search: '"displayName:Jo"', consistencyLevel: "eventual", count: true });
const task = await getPlannerTask(graph, { taskId: "x" });
await updatePlannerTask(graph, { taskId: "x", ifMatch: task["@odata.etag"], body: { percentComplete: 50 } });
// @ts-expect-error Needs `ifMatch`.
await updatePlannerTask(graph, { taskId: "x", body: { percentComplete: 50 } });
await listUserMessages(graph, { prefer: { outlookBodyContentType: "text" } });

// 10. Enums.
await createUserEvent(graph, { body: { importance: "high" } });
await createUserEvent(graph, { body: { importance: Importance.high } });
// @ts-expect-error No such member.
await createUserEvent(graph, { body: { importance: "hihg" } });
const [e] = (await listUserMessages(graph)).value;
switch (e?.importance) {
  case "low":
    break;
  default:
    typeOf(e?.importance).is<"normal" | "high" | undefined>();
}
await createUserMessage(graph, { body: { subject: "A", body: { contentType: "text", content: "B" } } });

// 11. `expand`.
const boss = await getUser(graph, {
  userId,
  expand: { manager: { select: ["id", "displayName"] }, directReports: true },
});
typeOf(boss.manager?.id).is<string | undefined>();
typeOf(boss.manager?.displayName).is<string | undefined>();
typeOf(boss.directReports).is<DirectoryObject[]>();
// @ts-expect-error No relationship.
await getUser(graph, { userId, expand: { mail: true } });
const [mail] = await listUserMessages(graph, { select: ["id"], expand: { attachments: true } }).toArray({ limit: 1 });
typeOf(mail?.attachments).is<Attachment[] | undefined>();

// Properties of derived types.
for await (const member of listGroupMembers(graph, { groupId: "x", select: ["id", "displayName", "mail"] })) {
  typeOf(member.id).is<string>();
  typeOf(member.displayName).is<string | undefined>();
  typeOf(member.mail).is<string | null | undefined>();
}
for await (const report of listUserDirectReports(graph, { select: ["userPrincipalName"] }))
  typeOf(report.userPrincipalName).is<string | undefined>();

// 13. Least privilege.
const least = permissions.least([getUser, listUserMessages], "delegatedWork");
typeOf(least.scopes).is<readonly string[]>();

// 14. Delta.
let saved: string | undefined;
try {
  const d = await deltaUsers(graph, { select: ["id", "displayName"], ...(saved !== undefined && { since: saved }) });
  for await (const c of d)
    if (c.kind === "removed") typeOf(c.id).is<string>();
    else typeOf(c.value.displayName).is<string | undefined>();
  saved = d.state;
} catch (error) {
  if (error instanceof DeltaExpired) saved = error.restart;
}

// 15. Batch.
const b = await batch(graph, { me: getUser.request({ userId }), mail: listUserMessages.request({ top: 5 }) });
if (b.me.ok) typeOf(b.me.value.displayName).is<string>();
const messages: Result<Page<Pick<Message, "id" | "subject">>> = b.mail;
if (messages.ok) typeOf(messages.value.value.length).is<number>();

// 17. Content.
const photo = await getProfilephotoContent(graph, { userId });
typeOf(await photo.blob()).is<Blob>();
typeOf(await (await getDriveItemContent(graph, { itemPath: "a/b.txt" })).text()).is<string>();

// 18. Cancellation and time.
await getUser(graph, { userId }, { signal: AbortSignal.timeout(1_000), timeout: 5_000 });
