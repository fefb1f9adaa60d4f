/** The arguments of a function that are sent as headers. */
import { clientHeaders } from "../docs/vocabulary.ts";
import type { HeaderParameter, HeaderPreference, Operation } from "../model/api-model.ts";
import { type Comment, comment, note, prose } from "./comment-text.ts";
import type { InterfaceDeclaration, MemberDeclaration, SpecMember } from "./declarations.ts";
import type { Imports } from "./imports.ts";
import { useRuntime } from "./runtime-names.ts";
import { type Code, code, type Identifier, indentCode, joinCode, objectKey, stringLiteral } from "./text.ts";
import { openLiterals, unionText } from "./type-text.ts";

export interface HeaderArgument {
  /** In the model. */
  readonly name: string;
  /** Keys for the argument, in the order in which they are tried. */
  readonly keys: readonly [string, string];
  readonly wireName: string;
  readonly type: Code;
  readonly isOptional: boolean;
  readonly comment: Comment | null;
  /** Makes the argument what is sent; `null` where it is sent as it is. */
  readonly encoder: Code | null;
  /** The interface that the type refers to, if it has one of its own. */
  readonly declaration: InterfaceDeclaration | null;
}

export interface HeaderContext {
  readonly imports: Imports;
  /** Name for the interface of the preferences. */
  readonly preferencesName: Identifier;
  readonly functionName: Identifier;
}

const headerToken = /^[\w!#$%&'*+\-.^`|~]+$/;

const memberIndent = 2;

/** The headers that a caller may choose, each once. */
export function headerArguments({ headers }: Operation, context: HeaderContext): readonly HeaderArgument[] {
  const seen = new Set<string>();
  return headers.flatMap((header): HeaderArgument[] => {
    const { name, wireName, values, isRequired, preferences } = header;
    const lower = wireName.toLowerCase();
    if (!headerToken.test(wireName) || clientHeaders.has(lower) || seen.has(lower)) return [];
    seen.add(lower);
    const common = {
      name,
      keys: [name, `${name}Header`] as const,
      wireName,
      isOptional: !isRequired,
      comment: headerComment(header),
    };
    if (preferences.length > 0) return [{ ...common, ...preferenceArgument(preferences, context) }];
    if (lower === "range") {
      const type = code`readonly [first: number, last?: number]`;
      return [{ ...common, type, encoder: useRuntime(context.imports, "byteRange"), declaration: null }];
    }
    return [{ ...common, type: unionText(openLiterals(values)), encoder: null, declaration: null }];
  });
}

function headerComment({ wireName, description }: HeaderParameter): Comment | null {
  const name = note`Header \`${prose(wireName)}\`.`;
  return comment(description === null ? [name] : [prose(description), name], memberIndent);
}

/** Preferences by name, or the text of the header for those that the page does not name. */
function preferenceArgument(
  preferences: readonly HeaderPreference[],
  { imports, preferencesName, functionName }: HeaderContext,
): Pick<HeaderArgument, "type" | "encoder" | "declaration"> {
  const members = preferences.map(({ key, kind, values, description }): MemberDeclaration => {
    const types = {
      flag: [code`true`],
      number: [code`number`],
      text: openLiterals(values),
    };
    return {
      name: key,
      type: unionText(types[kind]),
      isOptional: true,
      isReadonly: false,
      comment: description === null ? null : comment([prose(description)], memberIndent),
    };
  });
  const declaration: InterfaceDeclaration = {
    kind: "interface",
    name: preferencesName,
    base: null,
    members,
    indexSignature: null,
    comment: comment([note`What {@link ${functionName}} may be asked to prefer.`]),
  };
  const table = preferences.map(({ key, token, kind, isQuoted }) => {
    const value = kind === "flag" ? "" : isQuoted ? '="*"' : "=*";
    return code`${objectKey(key)}: ${stringLiteral(`${token}${value}`)}`;
  });
  const line = code`{ ${joinCode(table, ", ")} }`;
  const lines = code`{\n${indentCode(joinCode(table, ",\n"))},\n}`;
  return {
    type: code`${preferencesName} | string`,
    encoder: code`/*@__PURE__*/ ${useRuntime(imports, "preferText")}(${line.length <= 60 ? line : lines})`,
    declaration,
  };
}

/** The encoders of arguments as data of the function. */
export function encoders(entries: readonly (readonly [key: string, encoder: Code | null])[]): readonly SpecMember[] {
  return entries.flatMap(([name, encoder]) => (encoder === null ? [] : [{ name, value: { code: encoder } }]));
}
