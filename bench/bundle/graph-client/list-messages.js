import { Client, PageIterator } from "@microsoft/microsoft-graph-client";

const client = Client.init({ authProvider: (done) => done(null, globalThis.readToken()) });
const page = await client.api("/me/messages").get();
const pages = new PageIterator(client, page, (message) => {
  console.log(message.subject);
  return true;
});
await pages.iterate();
