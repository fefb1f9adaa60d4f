/** Raw content: photos, pages, files. */
import type { Client, Content } from "../../../../generated/client.js";
import { getNotebookpageContent } from "../../../../generated/operations/notebookpages.js";
import { getUserPhoto, putUserPhoto } from "../../../../generated/operations/users.js";
import { typeOf } from "./exact.js";

/** Nothing is read before it is asked for. */
export async function photoOf(client: Client, userId: string): Promise<Blob> {
  const photo = await getUserPhoto(client, { userId });
  typeOf(photo).is<Content>();
  typeOf(photo.contentType).is<string | undefined>();
  return photo.blob();
}

/** Of any size, piece by piece. */
export async function sizeOf(client: Client): Promise<number> {
  const photo = await getUserPhoto(client);
  let size = 0;
  const reader = photo.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return size;
    size += value.length;
  }
}

export async function bytesOf(client: Client): Promise<ArrayBuffer> {
  return (await getUserPhoto(client)).arrayBuffer();
}

export async function textOf(client: Client, path: string): Promise<string> {
  return (await getNotebookpageContent(client, { itemPath: path })).text();
}

/** The first bytes, where a page documents ranges. */
export async function beginningOf(client: Client, path: string): Promise<string> {
  return (await getNotebookpageContent(client, { itemPath: path, range: [0, 1023] })).text();
}

/** Whatever `fetch` sends. */
export async function setPhoto(client: Client, photo: Blob): Promise<void> {
  await putUserPhoto(client, { body: photo });
  await putUserPhoto(client, { userId: "jane@contoso.com", body: new Uint8Array([255, 216]) });
}

/** What does not compile. */
export async function mistakes(client: Client): Promise<void> {
  // @ts-expect-error A photo is not sent as JSON.
  await putUserPhoto(client, { body: { width: 10 } });
  // @ts-expect-error A range begins somewhere.
  await getNotebookpageContent(client, { itemPath: "a", range: [] });
}
