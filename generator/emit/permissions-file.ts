/** `permissions.ts`: what each function needs permission for, as a table, and the least that several need together. */
import { permissionSchemes } from "../docs/vocabulary.ts";
import type { Operation, PermissionGrant, PermissionScheme, PermissionSet } from "../model/api-model.ts";
import type { EmitContext } from "./context.ts";
import { fixedPath, type OutputPath } from "./file-names.ts";
import { compareText } from "./names.ts";
import { fileHeader } from "./print-file.ts";
import { type RuntimeName, runtimeExports, runtimeSpecifier } from "./runtime-names.ts";
import { type Code, code, identifier, indentCode, joinCode, objectKey, stringLiteral } from "./text.ts";

export interface PermissionsFile {
  readonly path: OutputPath;
  readonly text: string;
}

/** What a function or a case of it needs stands on one line if that is not longer. */
const lineLength = 120;

/**
 * Makes the file. Nothing in the output imports it. Functions are sorted by name, and each permission scheme of each
 * case stands together, so that a change of one page is a change of few lines.
 */
export function permissionsFile({ model, names, importExtension }: EmitContext): PermissionsFile {
  const path = fixedPath("permissions.ts");
  const entries = model.operations
    .flatMap((operation) => {
      const name = operation.paths.length === 0 ? undefined : names.functions.get(operation.id);
      return name === undefined ? [] : [{ name, operation }];
    })
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ name, operation }) => indentCode(entryCode(objectKey(name), operation)));
  const used: readonly RuntimeName[] = ["createPermissions", "Permissions", "PermissionTable"];
  const imported = used.map((name) =>
    runtimeExports[name].kind === "type" ? code`type ${identifier(name)}` : identifier(name),
  );
  const from = runtimeSpecifier(path, runtimeExports.createPermissions.file, importExtension);
  const table = entries.length === 0 ? code`{}` : code`{\n${joinCode(entries, "\n")}\n}`;
  // The types are written down: to infer them of thousands of literals would take the compiler longer than all else.
  const text = code`import { ${joinCode(imported, ", ")} } from ${from};

const table: PermissionTable = ${table};

/**
 * The permissions of all functions, as the pages list them.
 *
 * \`permissions.least\` gives the least privileged set with which some functions can be called, with its reasons;
 * \`permissions.of\` gives what the page of one function says; \`permissions.table\` is all of it as plain data.
 *
 * @example permissions.least([getThing, listThings], "delegatedWork").scopes
 */
export const permissions: Permissions = /*@__PURE__*/ createPermissions(table);`;
  return { path, text: `${fileHeader}\n\n${text}\n` };
}

interface Case {
  readonly appliesTo: string | null;
  /** By scheme, in the order of the schemes. */
  readonly grants: readonly Code[];
}

function entryCode(key: Code, { permissions }: Operation): Code {
  const cases = withOwnNames(permissions)
    .map(
      ({ appliesTo, grants }): Case => ({
        appliesTo,
        grants: permissionSchemes.flatMap((one) => grantCode(one, grants)),
      }),
    )
    // A table that nothing could be read of says no more than none.
    .filter(({ grants }) => grants.length > 0);
  const [only] = cases;
  if (only === undefined) return code`${key}: [],`;
  if (cases.length === 1) return code`${key}: [${caseCode(only, `  ${key}: [],`.length)}],`;
  const texts = cases.map((one) => caseCode(one, "    ,".length));
  return code`${key}: [\n${indentCode(joinCode(texts, ",\n"))},\n],`;
}

/** Makes the names of the cases of one page unique, as they are chosen by name. A single table needs none. */
function withOwnNames(sets: readonly PermissionSet[]): readonly PermissionSet[] {
  if (sets.length === 1) return sets;
  const taken = new Set<string>();
  return sets.map(({ appliesTo, grants }, index) => {
    const name = appliesTo ?? `table ${index + 1}`;
    let unique = name;
    for (let number = 2; taken.has(unique); number++) unique = `${name} (${number})`;
    taken.add(unique);
    return { appliesTo: unique, grants };
  });
}

/** @param around number of characters that stand on the same line */
function caseCode({ appliesTo, grants }: Case, around: number): Code {
  const members = appliesTo === null ? grants : [code`appliesTo: ${stringLiteral(appliesTo)}`, ...grants];
  const line = code`{ ${joinCode(members, ", ")} }`;
  return around + line.length <= lineLength ? line : code`{\n${indentCode(joinCode(members, ",\n"))},\n}`;
}

function grantCode(scheme: PermissionScheme, grants: readonly PermissionGrant[]): readonly Code[] {
  const grant = grants.find((one) => one.scheme === scheme);
  const value = grant === undefined ? null : valueCode(grant);
  return value === null ? [] : [code`${objectKey(scheme)}: ${value}`];
}

/** `null` where the page names the scheme and says nothing of it. */
function valueCode({ isSupported, alternatives, scopes, text }: PermissionGrant): Code | null {
  if (!isSupported) return code`"notSupported"`;
  if (alternatives.length > 0)
    return listCode(
      alternatives.map((one) => (one.length === 1 ? joinCode(one.map(stringLiteral), "") : scopesCode(one))),
    );
  if (scopes.length === 0 && saysNone.test(text)) return code`"noneNeeded"`;
  return saysNothing.test(text) ? null : code`{ text: ${stringLiteral(text)} }`;
}

/** How a cell, or the first of two, says that a call needs no permission. One that is empty does not say so. */
const saysNone = /^(?:none|no permissions? (?:is |are )?required)\.?\s*(?:;|$)/i;
const saysNothing = /^[-\s\u2013\u2014;.]*$/;

function scopesCode(scopes: readonly string[]): Code {
  return listCode(scopes.map(stringLiteral));
}

function listCode(items: readonly Code[]): Code {
  return code`[${joinCode(items, ", ")}]`;
}
