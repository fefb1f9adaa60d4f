/** Examples planned one by one, for the tests of this folder. Operations and types are those of the sample model. */
import type { CheckerOptions } from "../conformance/check-value.ts";
import type { ApiModel, Example, ExampleResponse, MessageBody, Operation, SourcePlace } from "../model/api-model.ts";
import { model } from "../model/sample-model.fixture.ts";
import type { Golden, Reason, ResponseGolden, SentRequest } from "./golden.ts";
import { planGoldens } from "./plan-goldens.ts";

/** A place of its own, so that findings on different lines are told apart. */
export function placeAt(line: number, column = 1, page = "api/sample.md"): SourcePlace {
  return { page, line, column, endLine: line, endColumn: column + 1 };
}

/** A body as its page has it; what is no JSON has no value. */
export function bodyOf(text: string, place = placeAt(20)): MessageBody {
  const body = { text, mediaType: null, place };
  try {
    const json: unknown = JSON.parse(text);
    return { ...body, json };
  } catch {
    return body;
  }
}

/** A response; its body is text of the page. */
export function answer(
  status: number,
  text: string | null = null,
  more: Partial<ExampleResponse> = {},
): ExampleResponse {
  const body = text === null ? null : bodyOf(text, placeAt(40));
  return { status, headers: [], body, isTruncated: false, type: null, place: placeAt(30), ...more };
}

export interface Planned {
  readonly types?: ApiModel["types"];
  readonly enums?: ApiModel["enums"];
  /** Further operations of the model. */
  readonly others?: readonly Operation[];
  readonly options?: CheckerOptions;
}

/** The golden of the only example of an operation. */
export function plannedGolden(operation: Operation, example: Example, planned: Planned = {}): Golden {
  const { types = [], enums = [], others = [], options } = planned;
  const owner = { ...operation, examples: [example] };
  const [golden] = planGoldens(model({ types, enums, operations: [owner, ...others] }), options);
  if (golden === undefined) throw new Error("each example is a golden");
  return golden;
}

export function plannedSent(operation: Operation, example: Example, planned: Planned = {}): SentRequest {
  const { request } = plannedGolden(operation, example, planned);
  if (request?.kind !== "sent") throw new Error(`no call makes the request: ${request?.reason.message ?? "none"}`);
  return request;
}

export function plannedResponse(
  operation: Operation,
  response: ExampleResponse,
  planned: Planned = {},
): ResponseGolden {
  const example: Example = { name: "example", title: null, request: null, responses: [response] };
  const [first] = plannedGolden(operation, example, planned).responses;
  if (first === undefined) throw new Error("each response is planned");
  return first;
}

/** What a test looks at first: codes with their messages. */
export function said(reasons: readonly (Reason | null)[]): readonly string[] {
  return reasons.flatMap((reason) => (reason === null ? [] : [`${reason.code}: ${reason.message}`]));
}
