/** A client program of the SDK in `generated/`, to be run by Node.js and by a browser. */
import { ApiError, createClient } from "../generated/client.ts";
import { getUser, getUserPhoto, listUsers, updateUser } from "../generated/operations/users.ts";

const token = "secret";

/** Gets one object: without a token, so that a browser need not ask before. */
async function getOne(baseUrl: string): Promise<unknown> {
  return getUser(createClient({ baseUrl }), { userId: "jane", select: ["id", "displayName"] });
}

/** Iterates over the items of all pages. */
async function pageThrough(baseUrl: string): Promise<unknown> {
  const names: (string | null)[] = [];
  for await (const { displayName } of listUsers(createClient({ baseUrl, token }), { select: ["displayName"] })) {
    names.push(displayName);
  }
  return names;
}

/** Sends JSON; a member that is `null` arrives as that. */
async function change(baseUrl: string): Promise<unknown> {
  return updateUser(createClient({ baseUrl, token }), { userId: "jane", body: { jobTitle: null } });
}

/** Reads raw content as it comes, piece by piece. */
async function readStream(baseUrl: string): Promise<unknown> {
  const content = await getUserPhoto(createClient({ baseUrl, token }), { userId: "jane" });
  const bytes: number[] = [];
  const reader = content.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) bytes.push(...read.value);
  return { contentType: content.contentType, bytes };
}

/** Gets an object from a service that is busy at first, and tells the waits in milliseconds. */
async function wait(baseUrl: string): Promise<unknown> {
  const waits: number[] = [];
  const client = createClient({ baseUrl, token, retry: { onRetry: (retry) => waits.push(retry.wait) } });
  const { displayName } = await getUser(client, { userId: "jane" });
  return { displayName, waits };
}

/** What the error says where nothing is repeated. */
async function fail(baseUrl: string): Promise<unknown> {
  const { error } = await getUser.safe(createClient({ baseUrl, token, retry: false }), { userId: "jane" });
  return { message: error?.message, code: error?.code, retryAfter: error?.retryAfter };
}

/** Loses its patience with a service that does not answer. */
async function abort(baseUrl: string): Promise<unknown> {
  const controller = new AbortController();
  const call = getUser(createClient({ baseUrl, token }), { userId: "jane" }, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error("enough")), 50);
  return call.catch((reason: unknown) => ({ reason: String(reason), isApiError: reason instanceof ApiError }));
}

/** By name; the argument is where the service is. */
export const steps = { getOne, pageThrough, change, readStream, wait, fail, abort } as const;
