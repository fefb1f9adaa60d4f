/** What an editor shows and offers: people read it all day. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../temp-folder.ts";
import { compilerOptions } from "../type-check.ts";
import { programFiles, writeConsumerProject } from "./project.ts";

const imports = `import { createClient } from "../../../../generated/client.js";
import { createUserMessage, deltaUsers, getUser, listUserMessages, listUsers, updateUser } from "../../../../generated/operations/users.js";
import { batch } from "../../../../generated/runtime/batch.js";

const client = createClient();
const userId = "jane@contoso.com";
`;

interface Editor {
  readonly path: string;
  readonly service: ts.LanguageService;
  /** Replaces the text after the imports. */
  write(text: string): void;
}

/** Opens a file beside an SDK. */
function openEditor(): Editor {
  const path = join(writeConsumerProject(tempFolder(), { without: programFiles() }), "edited.ts");
  const json = compilerOptions("5.9", { noUnusedLocals: false });
  const { options } = ts.convertCompilerOptionsFromJson(json, path);
  let version = 0;
  const service = ts.createLanguageService({
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [path],
    getScriptVersion: (name) => (name === path ? String(version) : "0"),
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getCurrentDirectory: () => path,
  });
  const write = (text: string): void => {
    version++;
    writeFileSync(path, imports + text);
  };
  write("");
  return { path, service, write };
}

const minute = { timeout: 60_000 };

/** What the mouse is over stands between `«` and `»`. */
const places = [
  "const «user» = await getUser(client, { userId });",
  "await «getUser»(client, { userId });",
  'const «selected» = await getUser(client, { userId, select: ["id", "mail"] });',
  'await «getUser»(client, { userId, select: ["id", "mail"] });',
  'const «withManager» = await getUser(client, { userId, expand: { manager: { select: ["displayName"] } } });',
  'const «manager» = (await getUser(client, { expand: { manager: { select: ["displayName"] } } })).manager;',
  "const «named» = await getUser(client, { userId, select: Object.keys({}) });",
  'for await (const «item» of listUsers(client, { select: ["id", "displayName"] })) void item;',
  "const «page» = await listUsers(client);",
  "const «list» = listUserMessages(client, { expand: { attachments: true } });",
  "for await (const «change» of await deltaUsers(client)) void change;",
  'for await (const «narrow» of await deltaUsers(client, { select: ["displayName"] })) void narrow;',
  "const «results» = await batch(client, { me: getUser.request(), mail: listUserMessages.request({ top: 5 }) });",
  "await «updateUser»(client, { body: { jobTitle: null } });",
  "await updateUser(client, { «body»: { jobTitle: null } });",
  'const «safe» = await getUser.safe(client, { userId, select: ["id"] });',
  "const [«message»] = (await listUserMessages(client)).value;",
  "const «importance» = message?.importance;",
  'await createUserMessage(client, { body: { subject: "Pier 4", «importance»: "high" } });',
  "const «request» = getUser.request({ userId });",
];

test("what is shown is what people can read", minute, async () => {
  const { path, service, write } = openEditor();
  const lines = places.map((place) => place.replaceAll(/[«»]/gu, ""));
  write(`${lines.join("\n")}\n`);
  const wrong = [...service.getSyntacticDiagnostics(path), ...service.getSemanticDiagnostics(path)];
  expect(wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
  let start = imports.length;
  const shown = places.map((place, index) => {
    const { displayParts = [] } = service.getQuickInfoAtPosition(path, start + place.indexOf("«")) ?? {};
    start += (lines[index]?.length ?? 0) + 1;
    return `${place}\n\n${ts.displayPartsToString(displayParts).replaceAll(/^/gmu, "    ")}\n`;
  });
  await expect(shown.join("\n")).toMatchFileSnapshot("hovers.txt");
});

describe("what is offered", () => {
  const properties = [
    "accountEnabled",
    "businessPhones",
    "createdDateTime",
    "customAttributes",
    "displayName",
    "faxNumber",
    "hireDate",
    "id",
    "jobTitle",
    "mail",
    "preferredLanguage",
    "userPrincipalName",
    "userType",
  ];
  const relationships = ["directReports", "joinedTeams", "manager", "messages", "operations"];

  test("is what can stand there", minute, () => {
    const { path, service, write } = openEditor();
    /** @param text has a `|` where one types */
    const offered = (text: string): readonly string[] => {
      write(text.replace("|", ""));
      const { entries = [] } = service.getCompletionsAtPosition(path, imports.length + text.indexOf("|"), {}) ?? {};
      return entries.map(({ name }) => name).sort();
    };
    expect(offered('await getUser(client, { userId, select: ["|"] });')).toEqual(properties);
    expect(offered('await getUser(client, { userId, select: ["id", "|"] });')).toEqual(properties);
    expect(offered('for await (const user of listUsers(client, { select: ["|"] })) void user;')).toEqual(properties);
    expect(offered('await getUser.safe(client, { select: ["|"] });')).toEqual(properties);
    expect(offered('getUser.request({ select: ["|"] });')).toEqual(properties);
    expect(offered("await getUser(client, { expand: { | } });")).toEqual(relationships);
    expect(offered('await getUser(client, { expand: { manager: { select: ["|"] } } });')).toEqual(properties);
    expect(offered("await getUser(client, { expand: { manager: { expand: { | } } } });")).toEqual(relationships);
    expect(offered("await getUser(client, { | });")).toEqual(["expand", "select", "userId"]);
    expect(offered('(await getUser(client, { select: ["id", "mail"] })).|')).toEqual(["id", "mail"]);
    expect(offered("await listUserMessages(client, { prefer: { | } });")).toEqual([
      "includeUnknownEnumMembers",
      "outlookBodyContentType",
      "outlookTimezone",
    ]);
    expect(offered('const { error } = await getUser.safe(client); void (error?.code === "|");')).toEqual([
      "signedInUserMissing",
      "userNotFound",
    ]);
  });
});
