/** Examples of requests with what the service answers: documented ones, or some that a test has written down. */

export interface Example {
  readonly request: ExampleRequest;
  /** One for each request, in order; the last one is given again from then on. */
  readonly responses: readonly ExampleResponse[];
}

/** Which requests an example answers. */
export interface ExampleRequest {
  readonly method: string;
  /**
   * Path template below the base URL, `/things/{thingId}`: a name in braces stands for one segment or a part of one, with
   * a plus before the name for some segments. What a query string in it holds has to be in the request.
   */
  readonly path: string;
  /** Further templates: those of the other paths of the function. */
  readonly otherPaths?: readonly string[];
  /** Path and query as documented, below the base URL; encoded only where it has to be. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A value of JSON; a string is text. */
  readonly body?: unknown;
}

export interface ExampleResponse {
  /** From 200 to 599. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; strings, `Blob`s, buffers, forms and streams are sent as they are, `null` is no body. */
  readonly body?: unknown;
}

/** The documented examples of a function by their names. */
export type Examples<Name extends string> = { readonly [Key in Name]: Example };

/** Reads the examples of a function, as the files of the SDK hold them. */
export function readExamples<Name extends string>(json: string): Examples<Name> {
  // The program that wrote the text wrote the names beside it, too.
  return JSON.parse(json) as Examples<Name>;
}
