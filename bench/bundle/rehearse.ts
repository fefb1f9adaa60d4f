/** Runs a bundled program once: the size of one that does not work says nothing. */
import { spawnSync } from "node:child_process";
import type { Task } from "./programs.ts";

/** A service with one user and two pages of messages, in place of the network. */
const stage = `
globalThis.readToken = () => "secret";
// A browser has it, and one of the packages asks for it.
globalThis.window = globalThis;
globalThis.fetch = async (target, init) => {
  const url = String(target.url ?? target);
  if (new Headers(init?.headers).get("authorization") !== "Bearer secret") return new Response("", { status: 401 });
  const message = (subject, more) => ({ value: [{ id: subject, subject }], ...more });
  const next = { "@odata.nextLink": "https://graph.microsoft.com/v1.0/me/messages?$skip=1" };
  const bodies = {
    "https://graph.microsoft.com/v1.0/me": { id: "1", displayName: "Jane" },
    "https://graph.microsoft.com/v1.0/me/messages": message("one", next),
    "https://graph.microsoft.com/v1.0/me/messages?$skip=1": message("two"),
  };
  const status = bodies[url] === undefined ? 404 : 200;
  return new Response(JSON.stringify(bodies[url] ?? {}), { status, headers: { "content-type": "application/json" } });
};
`;

const printed: Readonly<Record<Task, string>> = { "get-user": "Jane\n", "list-messages": "one\ntwo\n" };

/** @throws Error if the program does not print what it should */
export function rehearse(bundled: string, task: Task): void {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-"], {
    input: `${stage}${bundled}`,
    encoding: "utf8",
    timeout: 20_000,
  });
  if (stdout === printed[task]) return;
  // The line that Node.js shows is the whole program.
  const reason = stderr.split("\n").filter((line) => line.trim() !== "" && line.length < 300);
  throw new Error([`The program ${task} printed ${JSON.stringify(stdout)}`, ...reason].join("\n"));
}
