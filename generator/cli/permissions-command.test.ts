import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../generate.ts";
import { repositoryRoot } from "../testing/corpus.ts";
import { runCli } from "../testing/run-cli.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const program = {
  "tsconfig.json": '{ "compilerOptions": { "paths": { "#api/*": ["./src/api/*"] } } }',
  "src/app.ts": `import { createClient } from "./api/client.js";
import { getUser, listUsers as list, type UpdateUserArgs, updateUser } from "#api/operations/users";
import { tasks } from "./lib.js";

const client = createClient();
const jane = await getUser(client, { userId: "jane" });
const found = await getUser.safe(client, { userId: "jim" });
export const load = { list, jane, found };
tasks.updateTask.request({ taskId: "a", body: {} });
export type Change = UpdateUserArgs;
`,
  "src/lib.ts": `export { removeTeamOwner } from "./api/operations/teams.js";
export * as tasks from "./api/operations/tasks.js";
`,
  "src/later.js": `export async function photo() {
  const { getUserPhoto } = await import("./api/operations/users.js");
  return getUserPhoto;
}
`,
};

let sdk: Readonly<Record<string, string>> | undefined;

/** The program beside the SDK of the doc set of this repository. */
async function programFolder(more: Readonly<Record<string, string>> = {}): Promise<string> {
  if (sdk === undefined) {
    const cwd = tempFolder();
    await generate({ docs: join(repositoryRoot, "docs-input"), out: "src/api", cwd });
    sdk = filesIn(cwd);
  }
  return tempFolder({ ...sdk, ...program, ...more });
}

const notes = `note src/lib.ts:1: removeTeamOwner is exported and not used in the code that was read: not counted
note src/app.ts:2: updateUser is imported and not used: not counted
`;

const personal = `delegatedPersonal: a person with a personal account signs in
  User.Read        getUser       src/app.ts:6
                   getUserPhoto  src/later.js:3
  (not supported)  listUsers     src/app.ts:8
                   updateTask    src/app.ts:9
`;

test("prints the permissions for each kind of caller with the reasons, and what was not counted", async () => {
  const cwd = await programFolder();
  expect(await runCli(["permissions", "--used", "src"], { cwd })).toEqual({
    code: 0,
    stdout: `4 functions of src/api used in src (3 files)

delegatedWork: a person with a work or school account signs in
  Tasks.ReadWrite     updateTask    src/app.ts:9
  Team.ReadBasic.All  updateTask    src/app.ts:9
  User.ReadBasic.All  getUser       src/app.ts:6
                      getUserPhoto  src/later.js:3
                      listUsers     src/app.ts:8

${personal}
application: the program calls as itself
  Tasks.ReadWrite.All  updateTask    src/app.ts:9
  User.Read.All        getUser       src/app.ts:6
                       getUserPhoto  src/later.js:3
                       listUsers     src/app.ts:8
`,
    stderr: notes,
  });
});

test("--scheme chooses one, --sdk and --tsconfig name what is found otherwise", async () => {
  const cwd = await programFolder();
  const flags = ["--scheme", "delegatedPersonal", "--sdk", "src/api", "--tsconfig", "tsconfig.json"];
  expect(await runCli(["permissions", "--used", "src", ...flags], { cwd })).toEqual({
    code: 0,
    stdout: `4 functions of src/api used in src (3 files)\n\n${personal}`,
    stderr: notes,
  });
});

test("--format json prints all of it for programs, notes among it", async () => {
  const cwd = await programFolder();
  const args = ["permissions", "--used", "src/app.ts", "src/lib.ts", "--scheme", "delegatedWork", "--format", "json"];
  const { code, stdout, stderr } = await runCli(args, { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    sdk: "src/api",
    files: 2,
    uses: [
      { function: "getUser", file: "src/app.ts", line: 6, column: 20, count: 2 },
      { function: "listUsers", file: "src/app.ts", line: 8, column: 23, count: 1 },
      { function: "updateTask", file: "src/app.ts", line: 9, column: 7, count: 1 },
    ],
    schemes: {
      delegatedWork: {
        scopes: ["User.ReadBasic.All", "Tasks.ReadWrite", "Team.ReadBasic.All"],
        because: {
          "User.ReadBasic.All": ["getUser", "listUsers"],
          "Tasks.ReadWrite": ["updateTask"],
          "Team.ReadBasic.All": ["updateTask"],
        },
        unsupported: [],
        undocumented: [],
        assumed: {},
        isExact: true,
      },
    },
    cases: {},
    notes: [
      {
        code: "passed-on",
        message: "removeTeamOwner is exported and not used in the code that was read: not counted",
        file: "src/lib.ts",
        line: 1,
      },
      {
        code: "not-used",
        message: "updateUser is imported and not used: not counted",
        file: "src/app.ts",
        line: 2,
      },
    ],
  });
});

test("code without any use of an SDK is said to be that", async () => {
  const cwd = tempFolder({ "src/a.ts": "export const a = 1;\n", "empty/notes.txt": "" });
  const say = (used: string) => runCli(["permissions", "--used", used], { cwd });
  const fine = (stdout: string) => ({ code: 0, stdout, stderr: "" });
  expect(await say("src")).toEqual(fine("No function of an SDK is used in src (1 file)\n"));
  expect(await say("empty")).toEqual(fine("No function of an SDK is used in empty (0 files)\n"));
});

test("no code of the program or of the SDK is run", async () => {
  const cwd = await programFolder({
    "src/app.ts": 'throw new Error("run");\n',
    "src/api/operations/users.ts": 'throw new Error("run");\nexport const getUser = 1;\n',
    "apipage.config.ts": 'throw new Error("run");\n',
  });
  expect((await runCli(["permissions", "--used", "src"], { cwd })).code).toBe(0);
});

describe("cases of one function", () => {
  const table = `const table = {
  getUser: [
    { appliesTo: "self", delegatedWork: ["User.Read"] },
    { appliesTo: "others", delegatedWork: ["User.Read.All"] },
    { appliesTo: "guests", delegatedWork: { text: "For guests: Guest.Read" } },
    { appliesTo: "robots", delegatedWork: "noneNeeded" },
    { appliesTo: "\u001b[31m", delegatedWork: "notSupported" },
  ],
  listUsers: [{ delegatedWork: { text: "For guests: Guest.Read" } }],
  updateTask: [{ delegatedWork: "noneNeeded" }],
};\n`;
  const args = ["permissions", "--used", "src/app.ts", "src/lib.ts", "--scheme", "delegatedWork"];

  test("are assumed where none is named, and that is said", async () => {
    const cwd = await programFolder({ "src/api/permissions.ts": table });
    expect((await runCli(args, { cwd })).stdout).toBe(`3 functions of src/api used in src/app.ts, src/lib.ts (2 files)

delegatedWork: a person with a work or school account signs in
  User.Read         getUser    src/app.ts:6
  (not documented)  listUsers  src/app.ts:8
  assumed getUser is for "self", not "others", "guests", "robots" or 1 more: --case tells
`);
  });

  test("can be named", async () => {
    const cwd = await programFolder({ "src/api/permissions.ts": table });
    const say = async (...cases: string[]): Promise<string> =>
      (await runCli([...args, "--case", ...cases], { cwd })).stdout.split("\n\n")[1] ?? "";
    const head = "delegatedWork: a person with a work or school account signs in\n";
    expect(await say("getUser=self", "getUser=others")).toBe(
      `${head}  User.Read         getUser    src/app.ts:6
  User.Read.All     getUser    src/app.ts:6
  (not documented)  listUsers  src/app.ts:8
`,
    );
    expect(await say("getUser=robots")).toBe(
      `${head}  no permission is needed for the others\n  (not documented)  listUsers  src/app.ts:8\n`,
    );
  });
});

test("what needs no permission is said to need none", async () => {
  const ping = {
    "src/api/permissions.ts":
      'const table = { getUser: [{ application: "noneNeeded" }], listUsers: [{ application: "notSupported" }] };',
  };
  const app = (name: string) => ({
    "src/app.ts": `import { ${name} } from "./api/operations/users.js";\ngetUser(listUsers);\n`,
  });
  const say = async (name: string): Promise<string | undefined> => {
    const cwd = await programFolder({ ...ping, ...app(name) });
    const { stdout } = await runCli(["permissions", "--used", "src/app.ts", "--scheme", "application"], { cwd });
    return stdout.split("\n\n")[1];
  };
  expect(await say("getUser")).toBe("application: the program calls as itself\n  no permission is needed\n");
  expect(await say("getUser, listUsers")).toBe(`application: the program calls as itself
  no permission is needed for the others
  (not supported)  listUsers  src/app.ts:2
`);
});

test("what is not supported is not said to need none", async () => {
  const cwd = await programFolder({
    "src/app.ts": 'import { getUser } from "./api/operations/users.js";\ngetUser();\n',
    "src/api/permissions.ts": 'const table = { getUser: [{ application: "notSupported" }] };',
  });
  const { stdout } = await runCli(["permissions", "--used", "src/app.ts", "--scheme", "application"], { cwd });
  expect(stdout.split("\n\n")[1]).toBe(`application: the program calls as itself
  (not supported)  getUser  src/app.ts:2
`);
});

test.each([
  [["--used", "nowhere"], 3, 'there is no "nowhere": name the folder of your code with --used'],
  [["--used", ""], 2, "--used is empty: name a path"],
  [["--used", "src", "--sdk", "nowhere"], 3, 'there is no folder "nowhere": name the folder of the SDK with --sdk'],
  [["--used", "src", "--tsconfig", "no.json"], 3, 'there is no "no.json": name a tsconfig with --tsconfig'],
  [
    ["--used", "src", "--scheme", "delegated"],
    2,
    "option '--scheme <scheme>' argument 'delegated' is invalid. Allowed choices are delegatedWork, delegatedPersonal, application. (--help lists what there is)",
  ],
  [[], 2, "required option '--used <path...>' not specified (--help lists what there is)"],
])("%j: exit code %d", async (args, code, message) => {
  const cwd = tempFolder({ "src/a.ts": "" });
  expect(await runCli(["permissions", ...args], { cwd })).toEqual({
    code,
    stdout: "",
    stderr: `apipage: ${message}\n`,
  });
});

test("colours where they are wanted, and none otherwise", async () => {
  const cwd = await programFolder();
  for (const [flags, isColoured] of [
    [[], false],
    [["--color"], true],
  ] as const) {
    const { stdout, stderr } = await runCli(["permissions", "--used", "src", ...flags], { cwd });
    for (const text of [stdout, stderr]) expect(text.includes("\u001b[")).toBe(isColoured);
  }
});

test("file names do not act on the terminal", async () => {
  const cwd = await programFolder({ "src/\u001b[31m.ts": 'import { getUser } from "./api/operations/users.js";\n' });
  const { stdout, stderr } = await runCli(["permissions", "--used", "src"], { cwd });
  expect(stdout + stderr).not.toContain("\u001b");
});
