/** Programs that use a small SDK, for tests: in a folder of their own, looked at as the command line does. */
import { relative, resolve } from "node:path";
import { manifestName, manifestText } from "../output/manifest.ts";
import { tempFolder } from "../testing/temp-folder.ts";
import { type UsedPermissions, type UsedPermissionsOptions, usedPermissions } from "./used-permissions.ts";

const operation = (name: string): string =>
  `export const ${name}: OptionalApiFunction<unknown, unknown> = /*@__PURE__*/ jsonOperation({ name: "${name}" });\n`;

const operationImports = `import type { OptionalApiFunction } from "../runtime/operation-types.js";
import { jsonOperation } from "../runtime/results.js";
`;

/** Functions are declared as constants; one file is divided, as long ones are. */
const sdkTexts: Readonly<Record<string, string>> = {
  "client.ts": 'export function createClient() {}\nexport { ApiError } from "./runtime/api-error.js";\n',
  "models/index.ts": "export interface Thing {}\nexport const getThing = 0;\n",
  "operations/things.ts": `${operationImports}export interface GetThingArgs {}\n${["getThing", "listThings", "updateThing"].map(operation).join("")}`,
  "operations/notes.ts": 'export * from "./notes.a-m.js";\nexport * from "./notes.n-z.js";\n',
  "operations/notes.a-m.ts": operationImports + operation("getNote"),
  "operations/notes.n-z.ts": operationImports + operation("sendNote"),
  "permissions.ts": `import { createPermissions, type Permissions, type PermissionTable } from "./runtime/permissions.js";

const table: PermissionTable = {
  getNote: [
    { appliesTo: "own notes", delegatedWork: ["Note.Read"], application: "notSupported" },
    { appliesTo: "shared notes", delegatedWork: ["Note.Read.Shared"], application: ["Note.Read.All"] },
  ],
  getThing: [{ delegatedWork: ["Thing.Read", "Thing.ReadWrite"], application: ["Thing.Read.All"] }],
  listThings: [{ delegatedWork: ["Thing.Read", "Thing.ReadWrite"], application: ["Thing.Read.All"] }],
  sendNote: [{ delegatedWork: ["Note.Send"], application: "notSupported" }],
  updateThing: [{ delegatedWork: ["Thing.ReadWrite"] }],
};
`,
};

/** The files of the SDK below a folder, with their manifest. */
export function sdkIn(folder: string): Record<string, string> {
  const manifest = { files: new Map(Object.keys(sdkTexts).map((path) => [path, "hash"])), pending: new Map() };
  const files = { ...sdkTexts, [manifestName]: manifestText(manifest) };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

export interface LookOptions extends Partial<Pick<UsedPermissionsOptions, "cases" | "schemes">> {
  /** Relative to the folder of the program. Default: `src`. */
  readonly used?: readonly string[];
  readonly sdk?: string;
  readonly tsconfig?: string;
}

/** Looks at a program in a folder. */
export function lookAt(cwd: string, options: LookOptions = {}): UsedPermissions {
  const { used = ["src"], sdk, tsconfig, cases = [], schemes = ["delegatedWork"] } = options;
  const setting = (path: string) => ({ path: resolve(cwd, path), shown: path });
  return usedPermissions({
    used: used.map(setting),
    sdk: sdk === undefined ? null : setting(sdk),
    tsconfig: tsconfig === undefined ? null : setting(tsconfig),
    cases,
    schemes,
    cwd,
    show: (path) => relative(cwd, path).replaceAll("\\", "/"),
  });
}

/** What a program uses: `"getThing src/app.ts:2:1"`, with the number of uses where there are several. */
export function usesOf(files: Readonly<Record<string, string>>, options: LookOptions = {}): string[] {
  return useTexts(lookAt(tempFolder({ ...sdkIn("src/sdk"), ...files }), options));
}

export function useTexts({ uses }: UsedPermissions): string[] {
  return uses.map((use) => {
    const times = use.count === 1 ? "" : ` x${use.count}`;
    return `${use.function} ${use.file}:${use.line}:${use.column}${times}`;
  });
}

/** What was said of a program: `"not-used src/app.ts:1"`. */
export function notesOf({ notes }: UsedPermissions): string[] {
  return notes.map(({ code, file, line }) => [code, [file, line].filter((part) => part !== null).join(":")].join(" "));
}
