/** The arguments of a function: one object with the parameters, options, headers and body of a call. */
import type { Operation, PathTemplate, TypeRef } from "../model/api-model.ts";
import { uniqueKey } from "./argument-keys.ts";
import { type ArgumentType, type ArgumentTypeContext, argumentType, parameterComment } from "./argument-types.ts";
import { type Comment, comment, note, prose } from "./comment-text.ts";
import type { InterfaceDeclaration, MemberDeclaration, SpecMember } from "./declarations.ts";
import { encoders, headerArguments } from "./header-arguments.ts";
import type { Imports } from "./imports.ts";
import { type PathVariant, sharedParameters, templateName, templateParameter } from "./operation-paths.ts";
import { ruleType } from "./option-rules.ts";
import { parameterType, pathParameterType } from "./parameter-types.ts";
import { queryOptions } from "./query-options.ts";
import { useRuntime } from "./runtime-names.ts";
import { type Code, code, type Identifier } from "./text.ts";

/** The request body as the arguments see it. */
export interface BodyArgument {
  readonly type: Code;
  readonly isOptional: boolean;
  readonly description: string | null;
  /** Makes the argument what is sent; `null` where it is sent as it is. */
  readonly encoder: Code | null;
}

export interface OperationArguments extends ArgumentType {
  /** Keys of the arguments by their names on the wire. */
  readonly query: readonly SpecMember[];
  readonly headers: readonly SpecMember[];
  /** Encoders by the keys of the arguments. */
  readonly encode: readonly SpecMember[];
  readonly keyOf: (parameter: string) => string;
  readonly keys: ArgumentKeys;
  /** Whether the arguments choose what the result has. */
  readonly isSelecting: boolean;
}

/** Which argument is which; `null` where the function has no such argument. */
export interface ArgumentKeys {
  /** By name of the path parameter. */
  parameter(name: string): string;
  /** By name of the query parameter. */
  readonly query: ReadonlyMap<string, string>;
  readonly options: ReadonlyMap<string, string>;
  /** Whether `expand` takes relationships by name, each with options of its own, and not just texts. */
  readonly isExpandTyped: boolean;
  /** By name of the header parameter. */
  readonly headers: ReadonlyMap<string, string>;
  /** The name of a path for the argument that names one; `null` where it is the one that is taken anyway. */
  pathName(path: PathTemplate): string | null;
  readonly body: string | null;
  /** Those that no call may do without, but for parameters of paths. */
  readonly required: readonly string[];
  /** Names one of several paths. */
  readonly path: string | null;
  /** Where a list of changes goes on. */
  readonly since: string | null;
}

export interface ArgumentContext extends Omit<ArgumentTypeContext, "keyOf" | "pathKey" | "rules"> {
  readonly imports: Imports;
  /** Name for the interface of the preferences of the header `Prefer`. */
  readonly preferencesName: Identifier;
  /** What `$select` picks properties of. */
  readonly item: TypeRef | null;
  /** Whether the function gives a list of changes. */
  readonly isDelta: boolean;
  readonly body: BodyArgument | null;
}

/** A member of the arguments, and where it goes in the request. */
interface Argument {
  /** In the model. */
  readonly name: string;
  readonly member: MemberDeclaration;
  readonly wireName: string;
  readonly encoder: Code | null;
}

const memberIndent = 2;

/**
 * Builds the type of the arguments, and the table of where each of them goes.
 *
 * Keys come in an order of precedence: path and query parameters keep theirs, then come the body, the query options and
 * the headers; whatever finds its key taken gets a longer one.
 */
export function operationArguments(
  operation: Operation,
  variants: readonly PathVariant[],
  context: ArgumentContext,
): OperationArguments {
  const { scope, body, imports, item, isDelta } = context;
  const taken = new Set<string>();
  const keyOf = pathKeys(variants, taken);
  const parameters = queryParameterArguments(operation, context, taken);
  const bodyKey = uniqueKey(["body", "requestBody"], taken);
  const isChoice = variants.some(({ paths }) => paths.length > 1);
  const pathKey = isChoice ? uniqueKey(["path", "pathTemplate"], taken) : null;
  const sinceKey = isDelta ? uniqueKey(["since", "sinceState"], taken) : null;

  // The types of the runtime that follow a selection speak of arguments of these names.
  const isFree = !taken.has("select") && !taken.has("expand");
  const granted = queryOptions(operation, item, { scope, imports });
  const isExpandTyped = granted.some(({ name, encoder }) => name === "expand" && encoder !== null);
  const canSelect = item?.kind === "object" && (isDelta || (isFree && granted.some(({ name }) => name === "select")));
  // They take no relationships but those that are known: others have to go among the further query options of a call.
  const kept = granted.filter(({ name }) => name !== "expand" || isExpandTyped || !canSelect);
  const options = kept.map((option) => {
    const { key, wireName, type, encoder, text } = option;
    const member = memberOf(uniqueKey([key, wireName], taken), type, true, comment([text], memberIndent));
    return { ...option, member, encoder: encoder === null ? null : useRuntime(imports, encoder) };
  });
  for (const name of ["select", "expand"]) taken.add(name);
  const headerDeclarations: InterfaceDeclaration[] = [];
  const headers = headerArguments(operation, context).map((header): Argument => {
    const { name, keys, wireName, type, isOptional, encoder, declaration } = header;
    if (declaration !== null) headerDeclarations.push(declaration);
    const member = memberOf(uniqueKey([...keys], taken), type, isOptional, header.comment);
    return { name, member, wireName, encoder };
  });
  const query: readonly Argument[] = [...parameters, ...options];

  const hasOption = (name: string): boolean => options.some((option) => option.name === name);
  const isSelecting = isFree && item?.kind === "object" && (hasOption("select") || isExpandTyped);
  const noSelect =
    isSelecting && !hasOption("select")
      ? [memberOf("select", code`never`, true, comment([note`Not among what the page grants.`], memberIndent))]
      : [];

  const shared = [...sharedParameters(variants)].map((name) => {
    const text = parameterComment(operation.pathParameters.find((one) => one.name === name));
    return memberOf(keyOf(name), pathParameterType(name, operation, scope), false, text);
  });
  const since = sinceKey === null ? [] : [memberOf(sinceKey, code`string | undefined`, true, sinceComment)];
  const bodies = body === null ? [] : [bodyMember(bodyKey, body)];
  const members = [
    ...shared,
    ...query.map(({ member }) => member),
    ...noSelect,
    ...since,
    ...headers.map(({ member }) => member),
    ...bodies,
  ];
  const rules = operation.optionRules.flatMap((rule) => {
    const type = ruleType(rule, {
      option(name) {
        const found = options.find((option) => option.name === name)?.member;
        return found === undefined ? null : { key: found.name, type: found.type };
      },
      header(wireName) {
        const found = headers.find((one) => one.wireName.toLowerCase() === wireName.toLowerCase())?.member;
        return found === undefined ? null : { key: found.name, type: found.type };
      },
    });
    return type === null ? [] : [type];
  });
  const type = argumentType(operation, variants, members, { ...context, keyOf, pathKey, rules });
  return {
    ...type,
    declarations: [...type.declarations, ...headerDeclarations],
    query: query.map(entryOf),
    headers: headers.map(entryOf),
    encode: encoders([
      ...[...query, ...headers].map(({ member, encoder }) => [member.name, encoder] as const),
      [bodyKey, body?.encoder ?? null],
    ]),
    keyOf,
    keys: {
      parameter: keyOf,
      query: new Map(parameters.map(({ name, member }) => [name, member.name])),
      options: new Map(options.map(({ name, member }) => [name, member.name])),
      isExpandTyped,
      headers: new Map(headers.map(({ name, member }) => [name, member.name])),
      body: body === null ? null : bodyKey,
      required: [...query, ...headers, ...bodies.map((member) => ({ member }))].flatMap(({ member }) =>
        member.isOptional ? [] : [member.name],
      ),
      path: pathKey,
      pathName: (path) =>
        variants.some(({ paths }) => paths[0]?.template === path.template) ? null : templateName(path, keyOf),
      since: sinceKey,
    },
    isSelecting,
  };
}

const sinceComment = comment(
  [note`The \`state\` of an earlier call: gives what has changed since. The other arguments are in it.`],
  memberIndent,
);

function entryOf({ wireName, member }: Argument): SpecMember {
  return { name: wireName, value: { text: member.name } };
}

/** Keys of path parameters. They stand in braces in the templates of the runtime, with a mark before them. */
function pathKeys(variants: readonly PathVariant[], taken: Set<string>): (parameter: string) => string {
  const keys = new Map<string, string>();
  for (const name of variants.flatMap(({ parameters }) => parameters)) {
    if (!keys.has(name)) keys.set(name, uniqueKey([templateParameter(name)], taken));
  }
  return (parameter) => keys.get(parameter) ?? parameter;
}

function queryParameterArguments(
  { queryParameters }: Operation,
  { scope }: ArgumentContext,
  taken: Set<string>,
): readonly Argument[] {
  const seen = new Set<string>();
  return queryParameters.flatMap((parameter): Argument[] => {
    const { name, wireName, type, isRequired } = parameter;
    if (seen.has(wireName)) return [];
    seen.add(wireName);
    const key = uniqueKey([name], taken);
    const member = memberOf(key, parameterType(type, scope), !isRequired, parameterComment(parameter));
    return [{ name, member, wireName, encoder: null }];
  });
}

function bodyMember(key: string, { type, isOptional, description }: BodyArgument): MemberDeclaration {
  return memberOf(key, type, isOptional, description === null ? null : comment([prose(description)], memberIndent));
}

function memberOf(name: string, type: Code, isOptional: boolean, text: Comment | null): MemberDeclaration {
  return { name, type, isOptional, isReadonly: false, comment: text };
}
