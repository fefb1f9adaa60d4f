/** The arguments of a function: one object with the parameters, options, headers and body of a call. */
import type { Operation, Parameter, TypeRef } from "../model/api-model.ts";
import { uniqueKey } from "./argument-keys.ts";
import { type Comment, comment, commentLines, note, type Prose, prose } from "./comment-text.ts";
import type { AliasDeclaration, InterfaceDeclaration, MemberDeclaration } from "./declarations.ts";
import type { Imports } from "./imports.ts";
import { type PathVariant, sharedParameters } from "./operation-paths.ts";
import { parameterType, pathParameterType } from "./parameter-types.ts";
import { propertyNameType } from "./property-names.ts";
import { queryOptions } from "./query-options.ts";
import { useRuntime } from "./runtime-names.ts";
import {
  type Code,
  code,
  type Identifier,
  indentCode,
  joinCode,
  memberAccess,
  memberName,
  objectKey,
  stringLiteral,
} from "./text.ts";
import { type TypeScope, unionText } from "./type-text.ts";

/** The request body as the arguments see it. */
export interface BodyArgument {
  readonly type: Code;
  readonly isOptional: boolean;
  readonly description: string | null;
}

export interface OperationArguments {
  readonly type: Code;
  /** Declarations of the type, in the order in which they are read. */
  readonly declarations: readonly (InterfaceDeclaration | AliasDeclaration)[];
  /** Whether a call may do without any argument. */
  readonly isOptional: boolean;
  /** Members of the `query` of a request. */
  readonly query: readonly Code[];
  /** Members of the `headers` of a request. */
  readonly headers: readonly Code[];
  readonly keyOf: (parameter: string) => string;
  readonly bodyKey: string;
  readonly pathKey: string | null;
}

export interface ArgumentContext {
  readonly scope: TypeScope;
  readonly imports: Imports;
  readonly typeName: Identifier;
  /** For what all paths share, where a function has several. */
  readonly commonName: Identifier;
  readonly functionName: Identifier;
  readonly item: TypeRef | null;
  readonly body: BodyArgument | null;
}

const memberIndent = 2;

const maxLineLength = 90;

/** Headers that are the client's business. */
const clientHeaders: ReadonlySet<string> = new Set(["authorization", "content-type", "content-length", "host"]);

const headerToken = /^[\w!#$%&'*+\-.^`|~]+$/;

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
  const { scope, imports, body } = context;
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  for (const { name } of [...operation.pathParameters, ...operation.queryParameters]) {
    if (!keys.has(name)) keys.set(name, uniqueKey([name], taken));
  }
  const keyOf = (parameter: string): string => keys.get(parameter) ?? parameter;
  const bodyKey = uniqueKey(["body", "requestBody"], taken);
  const pathKey = variants.some(({ paths }) => paths.length > 1) ? uniqueKey(["path", "pathTemplate"], taken) : null;

  const members: MemberDeclaration[] = [];
  const query: Code[] = [];
  const headers: Code[] = [];
  const shared = sharedParameters(variants);
  const add = (name: string, type: Code, isOptional: boolean, text: Comment | null): void => {
    members.push({ name, type, isOptional, isReadonly: false, comment: text });
  };

  for (const name of shared) {
    const parameter = operation.pathParameters.find((one) => one.name === name);
    add(keyOf(name), pathParameterType(name, operation, scope), false, parameterComment(parameter, memberIndent));
  }
  for (const parameter of operation.queryParameters) {
    add(
      keyOf(parameter.name),
      parameterType(parameter.type, scope),
      !parameter.isRequired,
      parameterComment(parameter, memberIndent),
    );
    query.push(entry(parameter.wireName, keyOf(parameter.name)));
  }
  for (const option of queryOptions(operation)) {
    const key = uniqueKey([option.key, option.wireName], taken);
    const type = option.type === "properties" ? propertyNameType(context.item, scope, imports) : option.type;
    add(key, type, true, comment([option.text], memberIndent));
    query.push(entry(option.wireName, key));
  }
  const sent = new Set<string>();
  for (const header of operation.headers) {
    const wireName = header.wireName.toLowerCase();
    if (clientHeaders.has(wireName) || sent.has(wireName) || !headerToken.test(header.wireName)) continue;
    sent.add(wireName);
    const key = uniqueKey([header.name, `${header.name}Header`], taken);
    const values =
      header.values.length === 0 ? [code`string`] : [...new Set(header.values.map(stringLiteral)), code`(string & {})`];
    const name = note`Header \`${prose(header.wireName)}\`.`;
    add(
      key,
      unionText(values),
      !header.isRequired,
      comment(
        [
          header.description === null ? name : note`${prose(header.description)}`,
          header.description === null ? null : name,
        ],
        memberIndent,
      ),
    );
    headers.push(entry(header.wireName, key));
  }
  if (body !== null)
    add(
      bodyKey,
      body.type,
      body.isOptional,
      body.description === null ? null : comment([prose(body.description)], memberIndent),
    );

  const declared = argumentTypes(operation, variants, members, { ...context, keyOf, pathKey });
  return { ...declared, query, headers, keyOf, bodyKey, pathKey };
}

interface VariantContext extends ArgumentContext {
  readonly keyOf: (parameter: string) => string;
  readonly pathKey: string | null;
}

function argumentTypes(
  operation: Operation,
  variants: readonly PathVariant[],
  members: readonly MemberDeclaration[],
  context: VariantContext,
): Pick<OperationArguments, "type" | "declarations" | "isOptional"> {
  const { typeName, commonName, functionName, pathKey } = context;
  const isOptional = members.every((member) => member.isOptional);
  const [first] = variants;
  if (variants.length <= 1) {
    const choice = pathKey === null || first === undefined ? [] : [pathMember(pathKey, first)];
    const all = [...members, ...choice];
    if (all.length === 0) return { type: useRuntime(context.imports, "NoArgs"), declarations: [], isOptional: true };
    return {
      type: typeName,
      declarations: [interfaceOf(typeName, all, note`Arguments of {@link ${functionName}}.`)],
      isOptional,
    };
  }

  const shared = sharedParameters(variants);
  const telling = [...new Set(variants.flatMap(({ parameters }) => parameters))].filter(
    (parameter) => !shared.has(parameter),
  );
  const arms = variants.map((variant) => variantText(operation, variant, telling, context));
  const union = joinCode(arms, "\n");
  const text = note`Arguments of {@link ${functionName}}: those of one of its paths.`;
  const common =
    members.length === 0
      ? []
      : [interfaceOf(commonName, members, note`What all paths of {@link ${functionName}} take.`)];
  const type = common.length === 0 ? code`\n${union}` : code`${commonName} &\n(\n${indentCode(union)}\n)`;
  return {
    type: typeName,
    declarations: [...common, { kind: "alias", name: typeName, type, comment: comment([text]) }],
    isOptional: isOptional && variants.some(({ parameters }) => parameters.every((parameter) => shared.has(parameter))),
  };
}

/** One alternative of the arguments: the parameters of its paths, and a `never` for those that would mean another one. */
function variantText(
  operation: Operation,
  variant: PathVariant,
  telling: readonly string[],
  context: VariantContext,
): Code {
  const { keyOf, pathKey, scope } = context;
  const members = telling.map((name) => {
    const key = memberName(keyOf(name));
    if (!variant.parameters.includes(name)) return code`${key}?: never;`;
    const parameter = operation.pathParameters.find((one) => one.name === name);
    const text = parameterComment(parameter, 2 * memberIndent);
    const member = code`${key}: ${pathParameterType(name, operation, scope)};`;
    return text === null ? member : code`${commentLines(text).join("\n") as Code}\n${member}`;
  });
  if (pathKey !== null) {
    const { name, type } = pathMember(pathKey, variant);
    members.push(code`${memberName(name)}?: ${type};`);
  }
  const title = comment([note`${prose(variant.paths.map(({ template }) => `\`${template}\``).join(", "))}`]);
  const lines = title === null ? code`` : code`${commentLines(title).join("\n") as Code}\n`;
  const line = code`| { ${joinCode(members, " ").replace(/;$/, "") as Code} }`;
  if (!members.some((member) => member.includes("\n")) && line.length <= maxLineLength) return code`${lines}${line}`;
  return code`${lines}| {\n${indentCode(indentCode(joinCode(members, "\n")))}\n  }`;
}

function pathMember(key: string, { paths }: PathVariant): MemberDeclaration {
  return {
    name: key,
    type: joinCode(
      paths.map(({ template }) => stringLiteral(template)),
      " | ",
    ),
    isOptional: true,
    isReadonly: false,
    comment: comment([note`Which of the paths to take, the first one by default.`], memberIndent),
  };
}

function interfaceOf(name: Identifier, members: readonly MemberDeclaration[], text: Prose): InterfaceDeclaration {
  return { kind: "interface", name, base: null, members, indexSignature: null, comment: comment([text]) };
}

function entry(wireName: string, key: string): Code {
  return code`${objectKey(wireName)}: args${memberAccess(key)}`;
}

function parameterComment(parameter: Parameter | undefined, indent: number): Comment | null {
  if (parameter === undefined) return null;
  const alternatives = parameter.alternatives.map((name) => `\`${name}\``).join(" or ");
  return comment(
    [
      parameter.description === null ? null : prose(parameter.description),
      alternatives === "" ? null : note`One of ${prose(alternatives)}.`,
    ],
    indent,
  );
}
