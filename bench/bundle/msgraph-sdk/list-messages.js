import { createGraphServiceClient, GraphRequestAdapter } from "@microsoft/msgraph-sdk";
import "@microsoft/msgraph-sdk-users";
import { createMessageCollectionResponseFromDiscriminatorValue } from "@microsoft/msgraph-sdk/models/index.js";
import { PageIterator } from "@microsoft/msgraph-sdk-core";

// The least that it needs: its own providers come with more.
const authentication = {
  authenticateRequest: async (request) => {
    request.headers.add("Authorization", `Bearer ${globalThis.readToken()}`);
  },
};
const adapter = new GraphRequestAdapter(authentication);
const client = createGraphServiceClient(adapter);
const page = await client.me.messages.get();
const print = (message) => {
  console.log(message.subject);
  return true;
};
const pages = new PageIterator(adapter, page, print, createMessageCollectionResponseFromDiscriminatorValue, {});
await pages.iterate();
