/** The folder `operations/`: a function for each operation, with the types of its arguments and body. */
import type { Operation } from "../model/api-model.ts";
import { type OperationBody, operationBody } from "./bodies.ts";
import { createTypeScope, type EmitContext, type Homes } from "./context.ts";
import type { Declaration, OperationDeclaration, SourceFile, SpecMember, SpecValue } from "./declarations.ts";
import { exampleCode } from "./example-code.ts";
import type { OutputPath } from "./file-names.ts";
import { functionComment } from "./function-comments.ts";
import { createImports, type Imports } from "./imports.ts";
import { uniqueIdentifier } from "./names.ts";
import { type ArgumentKeys, type OperationArguments, operationArguments } from "./operation-args.ts";
import { pathVariants, runtimeTemplate } from "./operation-paths.ts";
import { defaultResult, functionType, operationResult } from "./operation-results.ts";
import { leastScopes } from "./operation-scopes.ts";
import { useRuntime } from "./runtime-names.ts";
import { capitalized, derivedIdentifier, type Identifier } from "./text.ts";

/** Global types that the functions use by name: types of the model that have such a name are imported under another. */
const globals = ["Exclude", "Readonly", "Record", "undefined"];

interface OperationNames {
  readonly operation: Operation;
  readonly name: Identifier;
  readonly arguments: Identifier;
  readonly common: Identifier;
  readonly body: Identifier;
  readonly preferences: Identifier;
  readonly result: Identifier;
}

/** What a call of a function is written with. */
export interface CallTarget {
  /** Of the function, as its file exports it. */
  readonly name: Identifier;
  readonly keys: ArgumentKeys;
}

export interface OperationFile {
  readonly file: SourceFile;
  /** By `id` of the operation. */
  readonly targets: ReadonlyMap<string, CallTarget>;
}

/** Writes down the declarations of one file of operations. */
export function operationFile(
  context: EmitContext,
  path: OutputPath,
  operations: readonly Operation[],
  homes: Homes,
): OperationFile {
  const taken = new Set<string>();
  const named = operations.flatMap((operation) => {
    const name = context.names.functions.get(operation.id);
    return name === undefined ? [] : [{ operation, name: uniqueIdentifier(name, taken) }];
  });
  const all = named.map(({ operation, name }): OperationNames => {
    const derive = (suffix: string): Identifier =>
      uniqueIdentifier(derivedIdentifier("", capitalized(name), suffix), taken);
    return {
      operation,
      name,
      arguments: derive("Args"),
      common: derive("CommonArgs"),
      body: derive("Body"),
      preferences: derive("Preferences"),
      result: derive("Result"),
    };
  });
  const imports = createImports(
    path,
    all.flatMap(({ operation: _, ...names }) => Object.values(names)),
    globals,
    context.importExtension,
  );
  const targets = new Map<string, CallTarget>();
  const declarations = all.flatMap((names) => {
    const { declarations: own, keys } = operationDeclarations(names, context, homes, imports);
    targets.set(names.operation.id, { name: names.name, keys });
    return own;
  });
  return { file: { path, imports: imports.statements(), declarations }, targets };
}

function operationDeclarations(
  names: OperationNames,
  context: EmitContext,
  homes: Homes,
  imports: Imports,
): { readonly declarations: readonly Declaration[]; readonly keys: ArgumentKeys } {
  const { operation, name } = names;
  const scope = createTypeScope(context, homes, imports);
  const variants = pathVariants(operation);
  const result = operationResult(operation, scope, imports);
  const body = operationBody(operation, {
    scope,
    imports,
    inheritance: context.inheritance,
    name: names.body,
    functionName: name,
  });
  const args = operationArguments(operation, variants, {
    scope,
    imports,
    typeName: names.arguments,
    commonName: names.common,
    preferencesName: names.preferences,
    functionName: name,
    item: result.item,
    isDelta: result.shape === "delta",
    body: body?.argument ?? null,
  });
  const paths = variants.flatMap((variant) => variant.paths.map((path) => runtimeTemplate(path, args.keyOf)));
  const preset = defaultResult(operation, result, { functionName: name, name: names.result, imports });
  const main: OperationDeclaration = {
    kind: "operation",
    name,
    type: functionType(operation, {
      scope,
      imports,
      result,
      args,
      indent: `export const ${name}: `.length,
      preset: preset?.name ?? null,
    }),
    factory: useRuntime(imports, result.factory),
    spec: specOf(operation, name, paths, args, body),
    comment: functionComment(operation, {
      pageUrl: context.pageUrl,
      call: exampleCode(operation, name, args.keys, context.callOf),
    }),
  };
  const declarations = [...args.declarations, body?.declaration ?? null, preset, main].filter((one) => one !== null);
  return { declarations, keys: args.keys };
}

/** What a function is made of: where it sends each of its arguments. */
function specOf(
  operation: Operation,
  name: Identifier,
  paths: readonly string[],
  args: OperationArguments,
  body: OperationBody | null,
): readonly SpecMember[] {
  const { keys } = args;
  const members: readonly (readonly [string, SpecValue | null])[] = [
    ["name", { text: name }],
    ["method", { text: operation.method }],
    ["paths", { list: paths.map((text) => ({ text })) }],
    ["choice", keys.path === null ? null : { text: keys.path }],
    ["query", membersOrNone(args.query)],
    ["headers", membersOrNone(args.headers)],
    [body?.member ?? "json", keys.body === null ? null : { text: keys.body }],
    ["contentType", body?.contentType == null ? null : { text: body.contentType }],
    ["textType", body?.textType == null ? null : { text: body.textType }],
    ["since", keys.since === null ? null : { text: keys.since }],
    ["encode", membersOrNone(args.encode)],
    ["scopes", membersOrNone(leastScopes(operation))],
  ];
  return members.flatMap(([member, value]) => (value === null ? [] : [{ name: member, value }]));
}

function membersOrNone(members: readonly SpecMember[]): SpecValue | null {
  return members.length === 0 ? null : { members };
}
