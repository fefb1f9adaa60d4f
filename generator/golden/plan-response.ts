/** A documented response as a golden: what the function has to give for it, and what stands against that. */
import type { ValueChecker } from "../conformance/check-value.ts";
import type { ValuePath } from "../conformance/contradictions.ts";
import { mayHaveBody } from "../examples/body-status.ts";
import type { ExampleResponse, Operation, TypeRef } from "../model/api-model.ts";
import { bodyShape, wrappedValue } from "../model/json-body.ts";
import { itemType, resultFactory } from "../shapes/result-shape.ts";
import type { Outcome, Reason, ResponseGolden } from "./golden.ts";
import { placedFindings } from "./placed-findings.ts";

/** @param operation whose function the response is served to */
export function planResponse(operation: Operation, response: ExampleResponse, checker: ValueChecker): ResponseGolden {
  const planned = outcomeOf(operation, response);
  if ("message" in planned) {
    const reason: Reason = {
      code: planned.code,
      message: planned.message,
      place: response.body?.place ?? response.place,
    };
    return { response, outcome: { kind: "differs" }, conformance: null, placeholders: [], reasons: [reason] };
  }
  const checked = checkedValue(planned);
  const conformance = checked === null ? null : checker.conformance(checked.value, checked.type, "read");
  const { contradictions, placeholders } = placedFindings(conformance, response.body, startOf(response, checked));
  return { response, outcome: planned, conformance, placeholders, reasons: contradictions };
}

interface Difference {
  readonly code: Reason["code"];
  readonly message: string;
}

const unknown: TypeRef = { kind: "unknown", text: "" };

function outcomeOf(operation: Operation, response: ExampleResponse): Outcome | Difference {
  const { status, body } = response;
  const factory = resultFactory(operation);
  if (status >= 400) return { kind: "failure" };
  if (!mayHaveBody(status) && body !== null)
    return differs(`The response has a body, which one with the status ${status} cannot have`);
  if (factory === "contentOperation" && isRedirect(response)) return { kind: "redirect" };
  if (status >= 300) return differs(`The status is ${status}, where the page says that the operation gives something`);
  if (factory === "contentOperation") return { kind: "content" };
  if (factory === "longRunningOperation") return handleOutcome(response);
  if (factory === "voidOperation")
    return body === null
      ? { kind: "nothing" }
      : differs("The response has a body, where the page says that there is none");
  if (factory === "textOperation") return body === null ? differs("The response has no text") : { kind: "text" };
  const isOne = factory === "jsonOperation" || factory === "valueOperation";
  if (body === null)
    return isOne && status === 204 && operation.response.statuses.includes(204)
      ? { kind: "nothing" }
      : differs("The response has no body, where the page says what is in it");
  if (body.json === undefined) return notJson(body.text);
  return jsonOutcome(operation, factory, body.json);
}

function handleOutcome(response: ExampleResponse): Outcome | Difference {
  if (!isPlaceNamed(response)) return differs("The place where to ask for the state is no URL");
  const { status, body } = response;
  // What has been accepted may say anything; what is done has the result in it.
  return status === 202 || body === null || body.json !== undefined ? { kind: "handle" } : notJson(body.text);
}

function notJson(text: string): Difference {
  const isMeant = /^\s*[{[]/.test(text);
  const message = "The body of the response is not JSON, as the page says that it is";
  return isMeant ? { code: "example-json-invalid", message } : differs(message);
}

function jsonOutcome(
  { response }: Operation,
  factory: "jsonOperation" | "valueOperation" | "listOperation" | "deltaOperation",
  json: unknown,
): Outcome | Difference {
  const type = response.type ?? unknown;
  const shape = bodyShape(json);
  if (factory === "jsonOperation") return { kind: "value", value: json, type };
  if (factory === "valueOperation") {
    const isWrapped = !Array.isArray(json) && (shape === "value" || shape === "collection");
    return { kind: "value", value: isWrapped ? wrappedValue(json) : json, type };
  }
  const items: unknown = Array.isArray(json) ? json : wrappedValue(json);
  if (!Array.isArray(items)) return differs("The response is one object, where the page says that it is a list");
  const item = itemType(type) ?? unknown;
  if (factory === "deltaOperation") return { kind: "changes", items, type: item };
  const members = new Map<string, unknown>(Array.isArray(json) ? [] : Object.entries(json ?? {}));
  const [count, next] = [members.get("@odata.count"), members.get("@odata.nextLink")];
  return {
    kind: "page",
    items,
    type: item,
    count: typeof count === "number" ? count : null,
    next: typeof next === "string" && next !== "" ? next : null,
  };
}

/** Whether what the response says of where to ask is a URL, if it says anything: pages have `https://{host}/…`, too. */
function isPlaceNamed({ status, headers }: ExampleResponse): boolean {
  const named = (name: string): string | undefined => headers.find((header) => header.name === name)?.value;
  // The `Location` of something that was created is the thing itself.
  const place = named("operation-location") ?? (status === 201 ? undefined : named("location"));
  return place === undefined || URL.canParse(place, "https://api.example.com/");
}

function isRedirect({ status, headers }: ExampleResponse): boolean {
  return status >= 300 && status < 400 && headers.some(({ name }) => name === "location");
}

function differs(message: string): Difference {
  return { code: "example-response-differs", message };
}

interface CheckedValue {
  readonly value: unknown;
  readonly type: TypeRef;
  /** Where it stands in the body of the response. */
  readonly at: ValuePath;
}

function checkedValue(outcome: Outcome): CheckedValue | null {
  switch (outcome.kind) {
    case "value":
      return { value: outcome.value, type: outcome.type, at: [] };
    case "page":
    case "changes":
      return { value: outcome.items, type: { kind: "collection", of: outcome.type }, at: ["value"] };
    default:
      return null;
  }
}

/** Where the value that is compared stands in the body. */
function startOf({ body }: ExampleResponse, checked: CheckedValue | null): ValuePath {
  if (Array.isArray(body?.json)) return [];
  return bodyShape(body?.json) === "value" ? ["value"] : (checked?.at ?? []);
}
