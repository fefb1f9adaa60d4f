/** The type of the arguments of a function: an interface, or one alternative for each kind of path. */
import type { Operation, Parameter } from "../model/api-model.ts";
import { type Comment, comment, commentCode, note, type Prose, prose } from "./comment-text.ts";
import type { AliasDeclaration, InterfaceDeclaration, MemberDeclaration } from "./declarations.ts";
import type { Imports } from "./imports.ts";
import { type PathVariant, sharedParameters, templateName } from "./operation-paths.ts";
import { pathParameterType } from "./parameter-types.ts";
import { useRuntime } from "./runtime-names.ts";
import {
  type Code,
  code,
  followingType,
  type Identifier,
  indentCode,
  joinCode,
  memberName,
  stringLiteral,
} from "./text.ts";
import { type TypeScope, unionText } from "./type-text.ts";

export interface ArgumentTypeContext {
  readonly scope: TypeScope;
  readonly imports: Imports;
  readonly typeName: Identifier;
  /** For what all paths share, where a function has several. */
  readonly commonName: Identifier;
  readonly functionName: Identifier;
  /** Key of the argument for a path parameter. */
  readonly keyOf: (parameter: string) => string;
  /** Key of the argument that names a path; `null` where the parameters always tell. */
  readonly pathKey: string | null;
  /** What some arguments need beside them, each a union in parentheses. */
  readonly rules: readonly Code[];
}

export interface ArgumentType {
  readonly type: Code;
  /** Declarations of the type, in the order in which they are read. */
  readonly declarations: readonly (InterfaceDeclaration | AliasDeclaration)[];
  /** Whether a call may do without any argument. */
  readonly isOptional: boolean;
}

const memberIndent = 2;

const maxLineLength = 90;

/**
 * Declares the type of the arguments.
 *
 * Where the paths of a function need different parameters, each set of these is an alternative in which the others are
 * `never`, so that a call always means one path and TypeScript says so.
 *
 * @param members what all paths take
 */
export function argumentType(
  operation: Operation,
  variants: readonly PathVariant[],
  members: readonly MemberDeclaration[],
  context: ArgumentTypeContext,
): ArgumentType {
  const { typeName, commonName, functionName, pathKey, keyOf, rules } = context;
  const isOptional = members.every((member) => member.isOptional);
  const [first, ...others] = variants;
  if (first === undefined || others.length === 0) {
    const choice = pathKey === null || first === undefined ? [] : [pathMember(pathKey, first, keyOf)];
    const all = [...members, ...choice];
    if (all.length === 0) return { type: useRuntime(context.imports, "NoArgs"), declarations: [], isOptional };
    if (rules.length === 0) {
      const declaration = interfaceOf(typeName, all, note`Arguments of {@link ${functionName}}.`);
      return { type: typeName, declarations: [declaration], isOptional };
    }
    const alias: AliasDeclaration = {
      kind: "alias",
      name: typeName,
      type: intersection([commonName, ...rules]),
      comment: comment([note`Arguments of {@link ${functionName}}, with what some of them need beside them.`]),
    };
    const common = interfaceOf(commonName, all, note`Arguments of {@link ${functionName}}, one by one.`);
    return { type: typeName, declarations: [common, alias], isOptional };
  }

  const shared = sharedParameters(variants);
  const telling = new Set(variants.flatMap(({ parameters }) => parameters.filter((one) => !shared.has(one))));
  const alternatives = variants.map((variant) => alternativeText(operation, variant, [...telling], context));
  const union = joinCode(alternatives, "\n");
  const common = interfaceOf(commonName, members, note`What all paths of {@link ${functionName}} take.`);
  const alias: AliasDeclaration = {
    kind: "alias",
    name: typeName,
    type:
      members.length === 0 ? code`\n${union}` : intersection([commonName, ...rules, code`(\n${indentCode(union)}\n)`]),
    comment: comment([note`Arguments of {@link ${functionName}}: those of one of its paths.`]),
  };
  const needsNone = variants.some(({ parameters }) => parameters.every((one) => shared.has(one)));
  return {
    type: typeName,
    declarations: members.length === 0 ? [alias] : [common, alias],
    isOptional: isOptional && needsNone,
  };
}

function alternativeText(
  operation: Operation,
  variant: PathVariant,
  telling: readonly string[],
  context: ArgumentTypeContext,
): Code {
  const { keyOf, pathKey, scope } = context;
  const members = telling.map((name) => {
    const key = memberName(keyOf(name));
    if (!variant.parameters.includes(name)) return code`${key}?: never;`;
    const parameter = operation.pathParameters.find((one) => one.name === name);
    const member = code`${key}:${followingType(pathParameterType(name, operation, scope))};`;
    return withComment(parameterComment(parameter, 2 * memberIndent), member);
  });
  if (pathKey !== null) {
    const { name, type } = pathMember(pathKey, variant, keyOf);
    members.push(code`${memberName(name)}?:${followingType(type)};`);
  }
  const paths = variant.paths.map(({ template }) => `\`${template}\``).join(", ");
  return withComment(comment([prose(paths)]), code`| ${objectType(members)}`);
}

function intersection(parts: readonly Code[]): Code {
  const line = joinCode(parts, " & ");
  if (line.length <= maxLineLength && !line.includes("\n")) return line;
  const [first, ...others] = parts;
  return joinCode([...(first === undefined ? [] : [first]), ...others.map((part) => indentCode(part))], " &\n");
}

/** An object type on one line, if it is short and without comments. */
function objectType(members: readonly Code[]): Code {
  const line = code`{ ${joinCode(members, " ")} }`;
  if (!line.includes("\n") && line.length <= maxLineLength) return line.replace(/; \}$/, " }") as Code;
  return code`{\n${indentCode(joinCode(members, "\n"), 2 * memberIndent)}\n  }`;
}

/** The templates as the runtime names them: with the keys of the arguments, without the marks of the encodings. */
function pathMember(name: string, { paths }: PathVariant, keyOf: (parameter: string) => string): MemberDeclaration {
  const type = unionText(paths.map((path) => stringLiteral(templateName(path, keyOf))));
  const text = comment([note`Which of the paths to take, the first one by default.`], memberIndent);
  return { name, type, isOptional: true, isReadonly: false, comment: text };
}

/** What a page says of a parameter. */
export function parameterComment(parameter: Parameter | undefined, indent = memberIndent): Comment | null {
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

function withComment(text: Comment | null, member: Code): Code {
  return text === null ? member : code`${commentCode(text)}\n${member}`;
}

function interfaceOf(name: Identifier, members: readonly MemberDeclaration[], text: Prose): InterfaceDeclaration {
  return { kind: "interface", name, base: null, members, indexSignature: null, comment: comment([text]) };
}
