import { Client } from "@microsoft/microsoft-graph-client";

const client = Client.init({ authProvider: (done) => done(null, globalThis.readToken()) });
const user = await client.api("/me").get();
console.log(user.displayName);
