import { createGraphServiceClient, GraphRequestAdapter } from "@microsoft/msgraph-sdk";
import "@microsoft/msgraph-sdk-users";

// The least that it needs: its own providers come with more.
const authentication = {
  authenticateRequest: async (request) => {
    request.headers.add("Authorization", `Bearer ${globalThis.readToken()}`);
  },
};
const client = createGraphServiceClient(new GraphRequestAdapter(authentication));
const user = await client.me.get();
console.log(user?.displayName);
