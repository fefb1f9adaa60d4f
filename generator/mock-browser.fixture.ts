/** A client program of the SDK in `generated/` for the mock of its own pages, to be run by Node.js and by a browser. */
import { createClient } from "../generated/client.ts";
import { teamClone } from "../generated/operations/teams.ts";
import {
  createUser,
  deleteUser,
  deltaUsers,
  getUser,
  getUserPhoto,
  listUsers,
  updateUser,
} from "../generated/operations/users.ts";
import { batch } from "../generated/runtime/batch.ts";

/** Does one of everything, and tells what came of it. */
export async function useMock(baseUrl: string): Promise<unknown> {
  // A browser asks before it sends one.
  const client = createClient({ baseUrl, token: "secret", retry: false });
  const userId = "mira.vold@contoso.com";
  const names: (string | null)[] = [];
  for await (const { displayName } of listUsers(client, { top: 1 })) names.push(displayName);
  const changes = await deltaUsers(client);
  const changed = (await changes.toArray()).map(({ kind }) => kind);
  const later = await (await deltaUsers(client, { since: changes.state })).toArray();
  const body = { accountEnabled: true, displayName: "New", userPrincipalName: "new@contoso.com" };
  const wrong = await createUser.safe(client, { body: { ...body, displayName: 7 as unknown as string } });
  const missing = await getUser.safe(client, { userId }, { headers: { prefer: "code=404" } });
  const photo = await getUserPhoto(client, { userId });
  const copy = await teamClone(client, { teamId: "1", body: { displayName: "Copy", partsToClone: "apps" } });
  const { me, gone } = await batch(client, {
    me: getUser.request({ select: ["id", "displayName"] }),
    gone: deleteUser.request({ userId, ifMatch: "*" }),
  });
  return {
    names,
    changed,
    later: later.map(({ kind }) => kind),
    got: Object.keys(await getUser(client, { userId, select: ["displayName", "mail"] })).filter(isMember),
    created: (await createUser(client, { body })).displayName,
    updated: (await updateUser(client, { userId, body: { jobTitle: null } })) ?? "nothing",
    removed: (await deleteUser(client, { userId, ifMatch: "*" })) ?? "nothing",
    wrong: withoutId(wrong.error?.message),
    missing: withoutId(missing.error?.message),
    photo: [photo.contentType, await photo.text()],
    copy: (await copy.poll()).body?.operationType,
    batch: [me.value?.displayName, gone.ok],
  };
}

function isMember(name: string): boolean {
  return !name.startsWith("@");
}

/** Ids are counted. */
function withoutId(message: string | undefined): string | undefined {
  return message?.replace(/[\d-]{36}/, "#");
}
