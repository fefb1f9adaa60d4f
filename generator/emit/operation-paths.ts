/**
 * The paths of an operation, by the parameters that they need.
 *
 * A page often gives several paths for one function: `/me/messages`, `/users/{userId}/messages`. The arguments that a
 * caller gives tell which one is meant. Paths with the same parameters cannot be told apart like that: the first of
 * them is taken, unless the argument `path` names another.
 */
import type { Operation, PathTemplate } from "../model/api-model.ts";
import type { Imports } from "./imports.ts";
import { useRuntime } from "./runtime-names.ts";
import { type Code, code, joinCode, memberAccess, pathText, queryText, stringLiteral } from "./text.ts";

export interface PathVariant {
  /** Names of the parameters, in the order of the first path. */
  readonly parameters: readonly string[];
  /** The first one is taken if none is named. */
  readonly paths: readonly PathTemplate[];
}

/** Groups the paths of an operation. Those with the most parameters come first, as the code asks for these first. */
export function pathVariants(operation: Operation): readonly PathVariant[] {
  const groups = new Map<string, { parameters: readonly string[]; paths: PathTemplate[] }>();
  const seen = new Set<string>();
  for (const path of operation.paths) {
    if (seen.has(path.template)) continue;
    seen.add(path.template);
    const parameters = [...new Set(path.parts.flatMap((part) => (typeof part === "string" ? [] : [part.parameter])))];
    const key = JSON.stringify([...parameters].sort());
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { parameters, paths: [path] });
    else group.paths.push(path);
  }
  return [...groups.values()].sort((a, b) => b.parameters.length - a.parameters.length);
}

export interface PathContext {
  readonly imports: Imports;
  /** Key of the argument for a path parameter. */
  keyOf(parameter: string): string;
  /** Key of the argument that names a path; `null` where the parameters always tell. */
  readonly pathKey: string | null;
}

/** The path of an operation that has only one; `null` if the arguments choose. */
export function onlyPath(variants: readonly PathVariant[]): PathTemplate | null {
  const [first, ...others] = variants.flatMap(({ paths }) => paths);
  return first === undefined || others.length > 0 ? null : first;
}

/** Statements that return the path which the arguments choose. */
export function choiceStatements(variants: readonly PathVariant[], context: PathContext): readonly Code[] {
  const shared = sharedParameters(variants);
  const statements: Code[] = [];
  for (const [index, { parameters, paths }] of variants.entries()) {
    const telling = parameters.filter((parameter) => !shared.has(parameter));
    const conditions = telling.map((parameter) => code`args${memberAccess(context.keyOf(parameter))} !== undefined`);
    const [first, ...others] = paths;
    if (first === undefined) continue;
    for (const other of others) {
      const name = stringLiteral(other.template);
      const named = context.pathKey === null ? [] : [code`args${memberAccess(context.pathKey)} === ${name}`];
      statements.push(returnIf([...conditions, ...named], pathExpression(other, context)));
    }
    const isLast = index === variants.length - 1;
    statements.push(returnIf(isLast ? [] : conditions, pathExpression(first, context)));
  }
  return statements;
}

const maxLineLength = 100;

function returnIf(conditions: readonly Code[], result: Code): Code {
  if (conditions.length === 0) return code`return ${result};`;
  const condition = joinCode(conditions, " && ");
  const line = code`if (${condition}) return ${result};`;
  return line.length <= maxLineLength ? line : code`if (${condition}) {\n  return ${result};\n}`;
}

/** Parameters that every path of the operation has. */
export function sharedParameters(variants: readonly PathVariant[]): ReadonlySet<string> {
  const [first, ...others] = variants;
  return new Set(
    first?.parameters.filter((parameter) => others.every(({ parameters }) => parameters.includes(parameter))),
  );
}

/** A path as a tagged template of the runtime, with the query string that the template itself fixes. */
export function pathExpression(template: PathTemplate, context: PathContext): Code {
  const tag = useRuntime(context.imports, "path");
  const parts = template.parts.map((part) => {
    if (typeof part === "string") return pathText(part);
    const argument = code`args${memberAccess(context.keyOf(part.parameter))}`;
    if (part.encoding === "segment") return code`\${${argument}}`;
    const encode = { path: "segments", quoted: "quoted", literal: "literal" } as const;
    return code`\${${useRuntime(context.imports, encode[part.encoding])}(${argument})}`;
  });
  const fixed = template.query.flatMap(({ name, value }) =>
    typeof value === "string" ? [code`${queryText(name)}=${queryText(value)}`] : [],
  );
  const slash = typeof template.parts[0] === "string" && template.parts[0].startsWith("/") ? code`` : code`/`;
  const query = fixed.length === 0 ? code`` : code`?${joinQuery(fixed)}`;
  return code`${tag}\`${slash}${joinCode(parts, "")}${query}\``;
}

function joinQuery(pairs: readonly Code[]): Code {
  return pairs.reduce((all, pair) => (all === "" ? pair : code`${all}&${pair}`), code``);
}
