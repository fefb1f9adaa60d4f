/**
 * The paths of an operation, by the parameters that they need.
 *
 * A page often gives several paths for one function: `/me/messages`, `/users/{userId}/messages`. The arguments that a
 * caller gives tell which one is meant. Paths with the same parameters cannot be told apart like that: the first of
 * them is taken, unless the argument `path` names another.
 */
import type { Operation, PathParameterUse, PathTemplate } from "../model/api-model.ts";
import { pathText, queryText } from "./text.ts";

export interface PathVariant {
  /** Names of the parameters, in the order of the first path. */
  readonly parameters: readonly string[];
  /** The first one is taken if none is named. */
  readonly paths: readonly PathTemplate[];
}

/** Groups the paths of an operation. Those with the most parameters come first, as a call takes the first that fits. */
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

/** Parameters that every path of the operation has. */
export function sharedParameters(variants: readonly PathVariant[]): ReadonlySet<string> {
  const [first, ...others] = variants;
  return new Set(
    first?.parameters.filter((parameter) => others.every(({ parameters }) => parameters.includes(parameter))),
  );
}

/** Name of a path parameter for a template: without what means something beside it in the braces. */
export function templateParameter(name: string): string {
  return name.replace(/[{}'+=]/g, "_");
}

/** How a parameter is written in the templates of the runtime, by its encoding. */
const marks: Readonly<Record<PathParameterUse["encoding"], (key: string) => string>> = {
  segment: (key) => `{${key}}`,
  path: (key) => `{+${key}}`,
  quoted: (key) => `{'${key}'}`,
  literal: (key) => `{=${key}}`,
};

/**
 * A path as the runtime reads it, with the query string that the template itself fixes.
 *
 * @param keyOf key of the argument for a path parameter
 */
export function runtimeTemplate(template: PathTemplate, keyOf: (parameter: string) => string): string {
  const parts = template.parts.map((part) =>
    typeof part === "string" ? pathText(part) : marks[part.encoding](keyOf(part.parameter)),
  );
  const fixed = template.query.flatMap(({ name, value }) =>
    typeof value === "string" ? [`${queryText(name)}=${queryText(value)}`] : [],
  );
  const slash = typeof template.parts[0] === "string" && template.parts[0].startsWith("/") ? "" : "/";
  const query = fixed.length === 0 ? "" : `?${fixed.join("&")}`;
  return `${slash}${parts.join("")}${query}`;
}

/** The name of a path for callers who choose it: as {@link runtimeTemplate}, without what says how to encode. */
export function templateName(template: PathTemplate, keyOf: (parameter: string) => string): string {
  return runtimeTemplate(template, keyOf).replace(/\{[+=']?([^{}']+)'?\}/g, "{$1}");
}
