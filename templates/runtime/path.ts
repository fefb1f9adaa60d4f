/** Request paths: a template tag that encodes every parameter, so that no value can leave its place in the path. */

/** A path with its parameters filled in and encoded. */
export interface Path {
  /** Begins with a slash and may end with a fixed query string, or is a whole URL that the service itself gave. */
  readonly text: string;
  /** The path with `{}` in place of each parameter: for messages and logs, as it holds no data. */
  readonly template: string;
}

/** A parameter that is encoded by another rule than a plain path segment. */
export interface EncodedParameter {
  readonly encoded: string;
}

export type PathParameter = string | number | boolean;

/**
 * Makes a path. Plain parameters become one segment each, percent-encoded.
 *
 * @throws TypeError if a parameter is empty, or if it would make `.` or `..` a segment: URLs take these two as steps
 * in the tree however they are encoded.
 *
 * @example path`/teams/${teamId}/channels/${channelId}`
 */
export function path(
  strings: TemplateStringsArray,
  ...parameters: readonly (PathParameter | EncodedParameter)[]
): Path {
  const template = strings.join("{}");
  let text = strings[0] ?? "";
  for (const [index, parameter] of parameters.entries()) {
    text += typeof parameter === "object" ? parameter.encoded : encodeSegment(parameter, template);
    text += strings[index + 1] ?? "";
  }
  if (/\/\.{1,2}(?:[/?]|$)/.test(text)) throw new TypeError(`Unexpected \`.\` or \`..\` as a segment of ${template}`);
  return { text, template };
}

/** A path parameter that may hold slashes, such as the path of a file: each of its segments is encoded by itself. */
export function segments(value: string): EncodedParameter {
  if (value === "") throw new TypeError("Unexpected empty path parameter");
  return { encoded: value.split("/").map(encodeURIComponent).join("/") };
}

/** A string literal of OData: in single quotes, inner quotes doubled. */
export function quoted(value: PathParameter): EncodedParameter {
  return { encoded: `'${encodeURIComponent(String(value).replaceAll("'", "''"))}'` };
}

/** Any other literal of OData: a number, a boolean, a date, a GUID, or a collection of literals. */
export function literal(value: PathParameter | readonly PathParameter[]): EncodedParameter {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  if (text === "") throw new TypeError("Unexpected empty path parameter");
  return { encoded: encodeURIComponent(text) };
}

/** The path of a link that the service gave, which may be relative. Where it leads is checked when it is sent. */
export function linkPath(link: string, baseUrl: string): Path {
  return { text: new URL(link, `${baseUrl}/`).href, template: "(link)" };
}

function encodeSegment(value: PathParameter, template: string): string {
  if (value === "") throw new TypeError(`Unexpected empty parameter in ${template}`);
  return encodeURIComponent(String(value));
}
