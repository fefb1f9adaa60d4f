/** The arguments of a function: one object with the parameters, options, headers and body of a call. */
import type { HeaderParameter, Operation, TypeRef } from "../model/api-model.ts";
import { uniqueKey } from "./argument-keys.ts";
import { type ArgumentType, type ArgumentTypeContext, argumentType, parameterComment } from "./argument-types.ts";
import { type Comment, comment, note, prose } from "./comment-text.ts";
import type { MemberDeclaration } from "./declarations.ts";
import { type PathVariant, sharedParameters } from "./operation-paths.ts";
import { parameterType, pathParameterType } from "./parameter-types.ts";
import { propertyNameType } from "./property-names.ts";
import { queryOptions } from "./query-options.ts";
import { type Code, code, memberAccess, objectKey, stringLiteral } from "./text.ts";
import { unionText } from "./type-text.ts";

/** The request body as the arguments see it. */
export interface BodyArgument {
  readonly type: Code;
  readonly isOptional: boolean;
  readonly description: string | null;
}

export interface OperationArguments extends ArgumentType {
  /** Members of the `query` of a request. */
  readonly query: readonly Code[];
  /** Members of the `headers` of a request. */
  readonly headers: readonly Code[];
  readonly keyOf: (parameter: string) => string;
  readonly bodyKey: string;
  readonly pathKey: string | null;
}

export interface ArgumentContext extends Omit<ArgumentTypeContext, "keyOf" | "pathKey"> {
  /** What `$select` picks properties of. */
  readonly item: TypeRef | null;
  readonly body: BodyArgument | null;
}

/** A member of the arguments, and what becomes of it in the request. */
interface Argument {
  readonly member: MemberDeclaration;
  readonly entry: Code;
}

const memberIndent = 2;

/**
 * Builds the type of the arguments and the parts of a request that are made of them.
 *
 * Keys come in an order of precedence: path and query parameters keep theirs, then come the body, the query options and
 * the headers; whatever finds its key taken gets a longer one.
 */
export function operationArguments(
  operation: Operation,
  variants: readonly PathVariant[],
  context: ArgumentContext,
): OperationArguments {
  const { scope, body } = context;
  const taken = new Set<string>();
  const keyOf = pathKeys(variants, taken);
  const parameters = queryParameterArguments(operation, context, taken);
  const bodyKey = uniqueKey(["body", "requestBody"], taken);
  const isChoice = variants.some(({ paths }) => paths.length > 1);
  const pathKey = isChoice ? uniqueKey(["path", "pathTemplate"], taken) : null;
  const query = [...parameters, ...queryOptionArguments(operation, context, taken)];
  const headers = headerArguments(operation, taken);

  const shared = [...sharedParameters(variants)].map((name) => {
    const text = parameterComment(operation.pathParameters.find((one) => one.name === name));
    return memberOf(keyOf(name), pathParameterType(name, operation, scope), false, text);
  });
  const bodies = body === null ? [] : [bodyMember(bodyKey, body)];
  const members = [...shared, ...[...query, ...headers].map(({ member }) => member), ...bodies];
  return {
    ...argumentType(operation, variants, members, { ...context, keyOf, pathKey }),
    query: query.map(({ entry }) => entry),
    headers: headers.map(({ entry }) => entry),
    keyOf,
    bodyKey,
    pathKey,
  };
}

function pathKeys(variants: readonly PathVariant[], taken: Set<string>): (parameter: string) => string {
  const keys = new Map<string, string>();
  for (const name of variants.flatMap(({ parameters }) => parameters)) {
    if (!keys.has(name)) keys.set(name, uniqueKey([name], taken));
  }
  return (parameter) => keys.get(parameter) ?? parameter;
}

function queryParameterArguments(
  { queryParameters }: Operation,
  { scope }: ArgumentContext,
  taken: Set<string>,
): readonly Argument[] {
  return firstOf(queryParameters, ({ wireName }) => wireName).map((parameter) => {
    const { name, wireName, type, isRequired } = parameter;
    return argument(
      uniqueKey([name], taken),
      wireName,
      parameterType(type, scope),
      !isRequired,
      parameterComment(parameter),
    );
  });
}

function queryOptionArguments(
  operation: Operation,
  { item, scope, imports }: ArgumentContext,
  taken: Set<string>,
): readonly Argument[] {
  return queryOptions(operation).map((option) => {
    const type = option.type === "properties" ? propertyNameType(item, scope, imports) : option.type;
    const text = comment([option.text], memberIndent);
    return argument(uniqueKey([option.key, option.wireName], taken), option.wireName, type, true, text);
  });
}

/** Headers that are the client's business. */
const clientHeaders: ReadonlySet<string> = new Set(["authorization", "content-type", "content-length", "host"]);

const headerToken = /^[\w!#$%&'*+\-.^`|~]+$/;

function headerArguments({ headers }: Operation, taken: Set<string>): readonly Argument[] {
  const sent = headers.filter(
    ({ wireName }) => headerToken.test(wireName) && !clientHeaders.has(wireName.toLowerCase()),
  );
  return firstOf(sent, ({ wireName }) => wireName.toLowerCase()).map((header) => {
    const { name, wireName, values, isRequired } = header;
    const texts = values.length === 0 ? [code`string`] : [...new Set(values.map(stringLiteral)), code`(string & {})`];
    return argument(
      uniqueKey([name, `${name}Header`], taken),
      wireName,
      unionText(texts),
      !isRequired,
      headerComment(header),
    );
  });
}

function headerComment({ wireName, description }: HeaderParameter): Comment | null {
  const name = note`Header \`${prose(wireName)}\`.`;
  return comment(description === null ? [name] : [prose(description), name], memberIndent);
}

function bodyMember(key: string, { type, isOptional, description }: BodyArgument): MemberDeclaration {
  return memberOf(key, type, isOptional, description === null ? null : comment([prose(description)], memberIndent));
}

function argument(key: string, wireName: string, type: Code, isOptional: boolean, text: Comment | null): Argument {
  return {
    member: memberOf(key, type, isOptional, text),
    entry: code`${objectKey(wireName)}: args${memberAccess(key)}`,
  };
}

function memberOf(name: string, type: Code, isOptional: boolean, text: Comment | null): MemberDeclaration {
  return { name, type, isOptional, isReadonly: false, comment: text };
}

/** The first of those that share a key: an object takes each key once. */
function firstOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}
