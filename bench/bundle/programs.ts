/** The two programs that are compared, written for each SDK. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../generator/testing/corpus.ts";
import { functionFor, type SdkFunction } from "./sdk-functions.ts";

/** Gets the signed-in user and prints the name; prints the subjects of all messages, page after page. */
export type Task = "get-user" | "list-messages";

export const tasks: Readonly<Record<Task, string>> = {
  "get-user": "get the signed-in user",
  "list-messages": "list messages, all pages",
};

export interface Competitor {
  /** Name of the package. */
  readonly title: string;
  /** Folder of its programs. */
  readonly folder: string;
}

export const competitors: readonly Competitor[] = [
  { title: "@microsoft/microsoft-graph-client", folder: join(repositoryRoot, "bench/bundle/graph-client") },
  { title: "@microsoft/msgraph-sdk", folder: join(repositoryRoot, "bench/bundle/msgraph-sdk") },
];

export function competitorProgram({ folder }: Competitor, task: Task): string {
  return readFileSync(join(folder, `${task}.js`), "utf8");
}

/** The program for an SDK of ours. Its functions are found by what they request. */
export function ourProgram(functions: readonly SdkFunction[], task: Task): string {
  const path = task === "get-user" ? "/me" : "/me/messages";
  const { name, module } = functionFor(functions, "GET", path);
  const use =
    task === "get-user"
      ? `const user = await ${name}(client);\nconsole.log(user.displayName);`
      : `for await (const message of ${name}(client)) console.log(message.subject);`;
  return `import { createClient } from "./client.js";
import { ${name} } from "${module}";

const client = createClient({ token: () => globalThis.readToken() });
${use}
`;
}
