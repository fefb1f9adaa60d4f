/** The folder `operations/`: a function for each operation, with the types of its arguments and body. */
import type { Operation } from "../model/api-model.ts";
import { type OperationBody, operationBody } from "./bodies.ts";
import { createTypeScope, type EmitContext } from "./context.ts";
import type { Declaration, FunctionDeclaration, SourceFile } from "./declarations.ts";
import type { OutputPath } from "./file-names.ts";
import { functionComment } from "./function-comments.ts";
import { createImports, type Imports } from "./imports.ts";
import { uniqueIdentifier } from "./names.ts";
import { type OperationArguments, operationArguments } from "./operation-args.ts";
import { choiceStatements, onlyPath, pathExpression, pathVariants } from "./operation-paths.ts";
import { operationResult } from "./operation-results.ts";
import { useRuntime } from "./runtime-names.ts";
import {
  type Code,
  capitalized,
  code,
  derivedIdentifier,
  type Identifier,
  indentCode,
  joinCode,
  memberAccess,
  stringLiteral,
} from "./text.ts";

/** Global types that the functions use by name: types of the model that have such a name are imported under another. */
const globals = ["Promise", "Readonly", "Record", "undefined"];

interface OperationNames {
  readonly operation: Operation;
  readonly name: Identifier;
  readonly arguments: Identifier;
  readonly common: Identifier;
  readonly body: Identifier;
  readonly path: Identifier;
}

/** Writes down the declarations of one file of operations. */
export function operationFile(
  context: EmitContext,
  path: OutputPath,
  operations: readonly Operation[],
  homes: ReadonlyMap<string, OutputPath>,
): SourceFile {
  const taken = new Set<string>();
  const named = operations.flatMap((operation) => {
    const name = context.names.functions.get(operation.id);
    return name === undefined ? [] : [{ operation, name: uniqueIdentifier(name, taken) }];
  });
  const all = named.map(({ operation, name }): OperationNames => {
    const derive = (suffix: string): Identifier =>
      uniqueIdentifier(derivedIdentifier("", capitalized(name), suffix), taken);
    const pathName = uniqueIdentifier(derivedIdentifier("", name, "Path"), taken);
    return {
      operation,
      name,
      arguments: derive("Args"),
      common: derive("CommonArgs"),
      body: derive("Body"),
      path: pathName,
    };
  });
  const imports = createImports(
    path,
    all.flatMap(({ name, arguments: args, common, body, path: pathName }) => [name, args, common, body, pathName]),
    globals,
    context.importExtension,
  );
  const declarations = all.flatMap((names) => operationDeclarations(names, context, homes, imports));
  return { path, imports: imports.statements(), declarations };
}

function operationDeclarations(
  names: OperationNames,
  context: EmitContext,
  homes: ReadonlyMap<string, OutputPath>,
  imports: Imports,
): readonly Declaration[] {
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
    functionName: name,
    item: result.item,
    body: body?.argument ?? null,
  });

  const paths = { imports, keyOf: args.keyOf, pathKey: args.pathKey };
  const single = onlyPath(variants);
  const path = single === null ? code`${names.path}(args)` : pathExpression(single, paths);

  const request = requestCode(operation, path, args, body);
  const main: FunctionDeclaration = {
    kind: "function",
    name,
    isExported: true,
    parameters: [
      code`client: ${useRuntime(imports, "Client")}`,
      argumentParameter(args, request),
      code`options?: ${useRuntime(imports, result.options)}`,
    ],
    returnType: result.returnType,
    statements: [code`return ${useRuntime(imports, result.sender)}(client, options, ${request});`],
    comment: functionComment(operation),
  };
  const declarations: Declaration[] = [...args.declarations];
  if (body?.declaration) declarations.push(body.declaration);
  declarations.push(main);
  if (single === null) {
    declarations.push({
      kind: "function",
      name: names.path,
      isExported: false,
      parameters: [code`args: ${args.type}`],
      returnType: useRuntime(imports, "Path"),
      statements: choiceStatements(variants, paths),
      comment: null,
    });
  }
  return declarations;
}

/** The object that says what is sent. */
function requestCode(operation: Operation, path: Code, args: OperationArguments, body: OperationBody | null): Code {
  const content = body?.member === "content" ? code`content` : code`json`;
  const members = [
    code`method: ${stringLiteral(operation.method)},`,
    code`path: ${path},`,
    ...objectMember(code`query`, args.query),
    ...objectMember(code`headers`, args.headers),
    ...(body === null ? [] : [code`${content}: args${memberAccess(args.bodyKey)},`]),
    ...(body?.contentType == null ? [] : [code`contentType: ${body.contentType},`]),
  ];
  return code`{\n${indentCode(joinCode(members, "\n"))}\n}`;
}

/** All functions take arguments in the same place; where a request needs none, the name says that they are not read. */
function argumentParameter({ type, isOptional }: OperationArguments, request: Code): Code {
  const name = /\bargs\b/.test(request) ? code`args` : code`_args`;
  return isOptional ? code`${name}: ${type} = {}` : code`${name}: ${type}`;
}

/** `name: { … },` on one line if it is short. */
function objectMember(name: Code, members: readonly Code[]): readonly Code[] {
  if (members.length === 0) return [];
  const line = code`${name}: { ${joinCode(members, ", ")} },`;
  if (line.length <= maxLineLength) return [line];
  return [code`${name}: {\n${indentCode(joinCode(members, ",\n"))},\n},`];
}

const maxLineLength = 90;
