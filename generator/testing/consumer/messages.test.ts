/** What compilers say of the mistakes that people make: they read it, and should learn what to do. */
import { expect, test } from "vitest";
import { tempFolder } from "../temp-folder.ts";
import { type CompilerVersion, typeCheckMeanwhile } from "../type-check.ts";
import { programFiles, writeConsumerProject } from "./project.ts";

const imports = `import { createClient } from "../../../../generated/client.js";
import { updateTask } from "../../../../generated/operations/tasks.js";
import { createUserMessage, getUser, listUserMessages, listUsers, updateUser } from "../../../../generated/operations/users.js";

const client = createClient();
const userId = "jane@contoso.com";
`;

const mistakes = [
  'await getUser(client, { userId, select: ["id", "male"] });',
  '(await getUser(client, { userId, select: ["id", "mail"] })).displayName;',
  "await getUser(client, { userId, expand: { boss: true } });",
  'await listUsers(client, { search: "pier" });',
  'await updateUser(client, { userId, body: { id: "x" } });',
  'await updateTask(client, { taskId: "7", body: { percentComplete: 100 } });',
  'await createUserMessage(client, { body: { subject: "Pier 4", importance: "hihg" } });',
  'await listUserMessages(client, { prefer: { timezone: "UTC" } });',
] as const;

interface Message {
  /** From 1. */
  readonly column: number;
  readonly text: string;
}

/** What a compiler says of each of the mistakes, each of which is in a file of its own. */
async function messages(folder: string, compiler: CompilerVersion): Promise<readonly (Message | undefined)[]> {
  const said = await typeCheckMeanwhile(folder, compiler, { noUnusedLocals: false });
  const parts = said.split(/^(?=\S)/mu);
  return mistakes.map((_, index) => {
    const pattern = new RegExp(`mistake${index}\\.ts\\(\\d+,(\\d+)\\): error TS\\d+: (.*)$`, "su");
    const found = parts.map((part) => pattern.exec(part)).find((match) => match !== null);
    return found && { column: Number(found[1]), text: (found[2] ?? "").trim() };
  });
}

test("mistakes are shown where they are, with what is right", { timeout: 120_000 }, async () => {
  const folder = tempFolder();
  const more = Object.fromEntries(mistakes.map((line, index) => [`mistake${index}.ts`, `${imports}${line}\n`]));
  writeConsumerProject(folder, { without: programFiles(), more });
  const compilers = ["5.9", "7"] as const;
  const said = await Promise.all(compilers.map((compiler) => messages(folder, compiler)));
  const texts = mistakes.map((mistake, index) => {
    const parts = compilers.map((compiler, at) => {
      const { column = 0, text } = said[at]?.[index] ?? {};
      return `${" ".repeat(Math.max(column - 1, 0))}^\nTypeScript ${compiler}: ${text}`;
    });
    return [mistake, ...parts].join("\n");
  });
  await expect(`${texts.join("\n\n\n")}\n`).toMatchFileSnapshot("messages.txt");

  const names =
    '"accountEnabled" | "businessPhones" | "createdDateTime" | "customAttributes" | "displayName" | "faxNumber" | "hireDate" | "id" | "jobTitle" | "mail" | "preferredLanguage" | "userPrincipalName" | "userType"';
  expect(said[1]?.[0]).toEqual({
    column: mistakes[0].indexOf('"male"') + 1,
    text: [
      "No overload matches this call.",
      "  The last overload gave the following error.",
      `    Type '"male"' is not assignable to type '${names}'.`,
    ].join("\n"),
  });
});
