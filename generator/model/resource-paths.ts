/** What a GET of a path gives: the operations that read one object, by their path templates. */
import type { Operation, PathTemplate } from "./api-model.ts";
import { itemOf } from "./stated-type.ts";

/** Stands in a segment for whatever a caller may put there. */
const anything = "{}";

/** The value of an argument, `f(name='x', n={n})`. */
const argumentValue = /=(?:'[^'()]{0,500}'|[^',()/]{0,500})(?=[,)])/g;
/** `/shops('x')`, `/shops({id})` and `/shops(x)` are what OData also writes as `/shops/x`. Arguments have a `=`. */
const keyInParentheses = /\((?:'([^'()]{0,500})'|([^'()=,]{1,500}))\)/g;

function segmentsOf(path: string): string[] {
  return path
    .replace(argumentValue, `=${anything}`)
    .replace(
      keyInParentheses,
      (_, quoted: string | undefined, plain: string | undefined) => `/${quoted ?? plain ?? ""}`,
    )
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => segment.toLowerCase());
}

function templateSegments({ parts }: PathTemplate): string[] {
  const text = parts.map((part) => (typeof part === "string" ? part : anything)).join("");
  return segmentsOf(text);
}

/** The path of a URL without scheme, host, version and query. A relative one may lack all of them. */
function pathOf(url: string): string {
  const path = url.trim().split(/[?#]/, 1)[0] ?? "";
  return path.replace(/^[a-z][a-z\d+.-]{0,20}:\/\/[^/]*/i, "").replace(/^\/?(?:v\d[\w.]*|beta)(?=\/)/i, "");
}

interface Reading {
  readonly segments: readonly string[];
  readonly operation: Operation;
}

/** How many segments are the same; -1 where a segment of the path is not what the template has there. */
function agreement(template: readonly string[], path: readonly string[]): number {
  if (template.length !== path.length) return -1;
  let same = 0;
  for (const [i, segment] of template.entries()) {
    if (segment === path[i]) same += segment === anything ? 0 : 1;
    else if (segment !== anything) return -1;
  }
  return same;
}

export class ResourcePaths {
  readonly #byLength = new Map<number, Reading[]>();

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) {
      const { content, envelope, type } = operation.response;
      const isObject = content === "json" && envelope !== "collection" && type && itemOf(type).kind === "object";
      if (operation.method !== "GET" || !isObject) continue;
      for (const path of operation.paths) {
        const segments = templateSegments(path);
        const known = this.#byLength.get(segments.length);
        if (known) known.push({ segments, operation });
        else this.#byLength.set(segments.length, [{ segments, operation }]);
      }
    }
  }

  /** The operation that reads what a URL of an example names: the one whose template has most of its words. */
  ofUrl(url: string): Operation | null {
    const path = segmentsOf(pathOf(url));
    let found: Operation | null = null;
    let most = 0;
    for (const { segments, operation } of this.#byLength.get(path.length) ?? []) {
      const same = agreement(segments, path);
      if (same > most) [found, most] = [operation, same];
    }
    return found;
  }

  /** The operations that read what a template names: same words, parameters in the same places. */
  ofTemplate(template: PathTemplate): Operation[] {
    const path = templateSegments(template);
    const key = path.join("/");
    return (this.#byLength.get(path.length) ?? []).flatMap(({ segments, operation }) =>
      segments.join("/") === key ? operation : [],
    );
  }
}
