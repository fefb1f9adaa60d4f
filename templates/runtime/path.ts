/** Request paths: templates whose parameters are encoded, so that no value can leave its place in the path. */

/** A path with its parameters filled in, and the template that it was made of. */
export interface Path {
  /** Begins with a slash and may end with a fixed query string. */
  readonly path: string;
  /** The path with `{name}` in place of each parameter: for messages and logs, as it holds no data. */
  readonly template: string;
}

/**
 * `{name}` one segment, percent-encoded; `{+name}` some segments, slashes kept; `{'name'}` a string literal of OData, in
 * quotes; `{=name}` any other literal of OData.
 */
const parameterPattern = /\{([+=']?)([^{}']+)'?\}/g;

/**
 * Makes the path of a call.
 *
 * @param templates the first one is taken of which all parameters are given, unless one is chosen
 * @param args arguments by key; a parameter that is there and `undefined` is a mistake of the caller, who would reach
 * another resource without it
 * @param choice key of the argument that names a template
 * @throws TypeError if no template fits, if a parameter is empty, if a literal would end its place, or if a parameter
 * would make `.` or `..` a segment: URLs take these two as steps in the tree however they are encoded. URIError if a
 * parameter is no well-formed text.
 *
 * @example expandPath(["/users/{userId}/messages", "/me/messages"], new Map([["userId", "jane@contoso.com"]]))
 */
export function expandPath(templates: readonly string[], args: ReadonlyMap<string, unknown>, choice?: string): Path {
  const chosen = choice === undefined ? undefined : args.get(choice);
  const fitting = templates.find((template) =>
    chosen === undefined ? namesOf(template).every((name) => args.has(name)) : plain(template) === chosen,
  );
  if (fitting === undefined)
    throw new TypeError(`Unexpected arguments, expected those of ${templates.map(plain).join(" or ")}`);
  const template = plain(fitting);
  const path = fitting.replace(parameterPattern, (_, kind: string, name: string) => encode(kind, args.get(name), name));
  if (/\/\.{1,2}(?:[/?]|$)/.test(path)) throw new TypeError(`Unexpected \`.\` or \`..\` as a segment of ${template}`);
  return { path, template };
}

/** The URL of a link that the service gave, which may be relative. Where it leads is checked when it is sent. */
export function linkUrl(link: string, baseUrl: string): string {
  return new URL(link, `${baseUrl}/`).href;
}

function namesOf(template: string): readonly string[] {
  return [...template.matchAll(parameterPattern)].map(([, , name = ""]) => name);
}

function plain(template: string): string {
  return template.replace(parameterPattern, "{$2}");
}

function encode(kind: string, value: unknown, name: string): string {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  // Only between quotes is nothing something.
  if (value === undefined || (text === "" && kind !== "'"))
    throw new TypeError(`Unexpected empty path parameter ${name}`);
  // Percent-encoding does not protect a literal: services decode a segment before they look for its end.
  if (kind === "=" && typeof value === "string" && /[(),;]/.test(text))
    throw new TypeError(`Unexpected end within the path parameter ${name}`);
  if (kind === "'") return `'${encodeURIComponent(text.replaceAll("'", "''"))}'`;
  return kind === "+" ? text.split("/").map(encodeURIComponent).join("/") : encodeURIComponent(text);
}
