/** The examples of an operation: those of the page's examples that call it. */
import type { ApiPage, ExampleFact, ResponseMessage } from "../docs/page.ts";
import { annotatedType } from "./annotated-type.ts";
import type { Example, ExampleResponse, HttpMethod } from "./api-model.ts";
import { isOfService } from "./base-url.ts";
import { camelCase, wordsOf } from "./camel-case.ts";
import type { ModelReport } from "./model-report.ts";
import type { TypeResolver } from "./type-resolver.ts";

/**
 * The examples that belong to one method of a page. Pages also show what the service sends to an address of the
 * caller; such a message is no call of the operation and is reported as `example-foreign`.
 *
 * @param isFirst whether responses without a request, and requests of a method that the page has no path for, come here
 */
export function examplesOf(
  page: ApiPage,
  method: HttpMethod,
  isFirst: boolean,
  baseUrl: string | null,
  report: ModelReport,
): ExampleFact[] {
  const methods = new Set(page.requests.map((line) => line.method));
  return page.examples.filter((example) => {
    const { request } = example;
    if (!request) return isFirst;
    if (!isOfService(request.url, baseUrl)) {
      if (isFirst) report.add("example-foreign", request.place, { text: `${request.method} ${request.url}` });
      return false;
    }
    if (request.method === method) return true;
    if (isFirst && methods.size > 0 && !methods.has(request.method))
      report.add("example-method-differs", request.place, {
        method: request.method,
        expected: [...methods].join(", "),
      });
    return false;
  });
}

function responseOf(response: ResponseMessage, page: ApiPage, resolver: TypeResolver): ExampleResponse {
  const { status, headers, body, isTruncated, place } = response;
  const expression = response.odataType ? annotatedType(response.odataType, place) : null;
  return { status, headers, body, isTruncated, type: expression && resolver.tryResolve(expression, page.path), place };
}

/** Longer names are cut: they are titles of tests, and keys. */
const maxNameLength = 120;

/** `getAllWidgets` from the title, else from the annotation's name; unique by a number. */
function exampleName(example: ExampleFact, taken: Set<string>): string {
  const base =
    camelCase(wordsOf(example.title ?? "").slice(0, 12)) || camelCase(wordsOf(example.name ?? "")) || "example";
  let name = base.slice(0, maxNameLength);
  for (let number = 2; taken.has(name); number++) name = `${base.slice(0, maxNameLength)}${number}`;
  taken.add(name);
  return name;
}

/** Puts examples into the model's shape, with names that are unique within the operation. */
export function buildExamples(page: ApiPage, examples: readonly ExampleFact[], resolver: TypeResolver): Example[] {
  const taken = new Set<string>();
  return examples.map((example) => {
    const { request } = example;
    return {
      name: exampleName(example, taken),
      title: example.title,
      request: request && {
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: request.body,
        place: request.place,
      },
      responses: example.responses.map((response) => responseOf(response, page, resolver)),
    };
  });
}
