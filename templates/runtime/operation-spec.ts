/** A function of the SDK as data: where each of its arguments goes. */
import { expandPath } from "./path.ts";
import type { ApiRequest, BinaryBody, Method, ResultKind, Scopes } from "./request.ts";

export interface OperationSpec<Key extends string = string> {
  /** Name of the function, by which the tables of the SDK know it. */
  readonly name: string;
  readonly method: Method;
  /** Path templates, as {@link expandPath} reads them: the first one is taken of which all parameters are given. */
  readonly paths: readonly string[];
  /** The argument that names one of the paths, where their parameters do not tell them apart. */
  readonly choice?: Key;
  /** Arguments by the names of their query options on the wire. */
  readonly query?: Readonly<Record<string, Key>>;
  /** Arguments by the names of their headers. */
  readonly headers?: Readonly<Record<string, Key>>;
  /** The argument that is sent as JSON. */
  readonly json?: Key;
  /** The argument that is sent as it is. */
  readonly content?: Key;
  readonly contentType?: string;
  /** Media type of the argument that is sent as JSON, if it is a text: that is sent as it is. */
  readonly textType?: string;
  /** The argument that holds the state of an earlier call: a link of the service, which stands for all arguments. */
  readonly since?: Key;
  /** Arguments that are not sent as they are given. */
  readonly encode?: { readonly [Name in Key]?: Encoder };
  readonly scopes?: Scopes;
}

/** Turns an argument, which is never `undefined` here, into what is sent. */
export type Encoder = (value: never) => unknown;

/** The keys of an object type; of a union, those of all its members. */
export type KeyOf<T> = T extends unknown ? keyof T & string : never;

/**
 * Makes a request of the arguments of a call. Arguments that are `undefined` are left out.
 *
 * @throws TypeError if no path has all its parameters, or if an argument cannot stand where it is sent.
 */
export function requestOf(spec: OperationSpec, args: object, result: ResultKind): ApiRequest {
  const given = new Map<string, unknown>(Object.entries(args));
  const argument = (key: string | undefined): unknown => {
    const value = key === undefined ? undefined : given.get(key);
    // By its own members alone: an argument may be called like one that every object has.
    const encode =
      value !== undefined && Object.hasOwn(spec.encode ?? {}, key ?? "") ? spec.encode?.[key ?? ""] : undefined;
    // The encoder was written for this argument: the types of the function see to it that it gets no other.
    return encode ? encode(value as never) : value;
  };
  const texts = (keys: Readonly<Record<string, string>> = {}): Record<string, string> => {
    const all: Record<string, string> = {};
    for (const [name, key] of Object.entries(keys)) {
      const value = argument(key);
      // An empty list asks for nothing.
      if (value !== undefined && !(Array.isArray(value) && value.length === 0)) all[name] = String(value);
    }
    return all;
  };
  const json = argument(spec.json);
  const isText = spec.textType !== undefined && typeof json === "string";
  const content = isText ? json : argument(spec.content);
  const contentType = isText ? spec.textType : spec.contentType;
  const since = argument(spec.since);
  const request: ApiRequest = {
    operation: spec.name,
    method: spec.method,
    ...expandPath(spec.paths, given, spec.choice),
    ...(spec.query && { query: texts(spec.query) }),
    ...(spec.headers && { headers: texts(spec.headers) }),
    ...(json !== undefined && !isText && { json }),
    // What the argument is, its type says; a map does not keep it.
    ...(content !== undefined && { content: content as BinaryBody }),
    ...(contentType && { contentType }),
    result,
    ...(spec.scopes && { scopes: spec.scopes }),
  };
  return since === undefined ? request : linkRequest(request, String(since));
}

/**
 * The request for what a link of the service leads to: with the headers of the request that the link belongs to, but
 * without its query and body, which are in the link.
 *
 * @param url a whole URL
 */
export function linkRequest(request: ApiRequest, url: string): ApiRequest {
  const { query: _, json, content, contentType, ...rest } = request;
  return { ...rest, method: "GET", path: url };
}
