/** What is wrong with the body of a request. */
import type { Operation } from "../model/api-model.ts";
import { isJsonType, type ReadBody } from "./request-body.ts";
import type { ErrorDetail, ServiceError } from "./service-error.ts";

/** Something in a JSON body that the pages rule out. */
export interface BodyProblem {
  /** Way from the root of the body. */
  readonly path: readonly (string | number)[];
  /** One sentence without full stop; may hold text of the page. */
  readonly message: string;
}

/** Compares the JSON body of a request with what the pages say of it. */
export type BodyCheck = (operation: Operation, value: unknown) => readonly BodyProblem[];

type Wrong = Pick<ServiceError, "status" | "code" | "message" | "details">;

const shownProblems = 20;

/**
 * @param isShown whether an example of the page has this very body: then it is right, whatever a table says
 * @returns `null` where nothing is wrong
 */
export function checkBody(operation: Operation, body: ReadBody, isShown: boolean, check: BodyCheck): Wrong | null {
  if (body.kind === "malformed") return wrong(`The body is not readable as JSON: ${body.reason}`, "malformedBody");
  if (body.kind === "none") return missingBody(operation);
  if (operation.body === null) {
    const isTolerated = showsBody(operation) || (body.kind === "json" && isEmptyObject(body.value));
    return isTolerated ? null : wrong(`Unexpected body, ${operation.name} takes none`, "unexpectedBody");
  }
  if (body.kind === "raw") return unexpectedType(operation, body.mediaType);
  if (!isJsonKind(operation) || isShown) return null;
  const details = check(operation, body.value).slice(0, shownProblems).map(detail);
  const first = details[0];
  if (first === undefined) return null;
  const more = details.length > 1 ? ` (and ${details.length - 1} more)` : "";
  return { ...wrong(`The body is not what ${operation.name} takes: ${first.message}${more}`, "invalidBody"), details };
}

function wrong(message: string, code: string): Wrong {
  return { status: 400, code, message };
}

function detail({ path, message }: BodyProblem): ErrorDetail {
  const target = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return { code: "invalidMember", target: target.replace(/^\./, "") || "(body)", message };
}

function isJsonKind({ body }: Operation): boolean {
  return body !== null && (body.kind === "resource" || body.kind === "parameters") && isJsonType(body.contentType);
}

function missingBody({ name, body }: Operation): Wrong | null {
  if (body === null) return null;
  if (body.kind === "binary" || body.kind === "text")
    return wrong(`The body is missing, ${name} takes ${body.contentType}`, "missingBody");
  const required = body.properties.filter(({ isRequired }) => isRequired).map((property) => property.name);
  if (required.length === 0) return null;
  return wrong(`The body is missing, ${name} requires ${required.join(", ")}`, "missingBody");
}

function showsBody({ examples }: Operation): boolean {
  return examples.some(({ request }) => request?.body !== null && request?.body !== undefined);
}

/** Other types than the documented one are right where an example has them. */
function unexpectedType(operation: Operation, mediaType: string | null): Wrong | null {
  if (operation.body === null || !isJsonKind(operation)) return null;
  const shown = operation.examples.flatMap(({ request }) => [
    request?.body?.mediaType ?? "",
    ...(request?.headers ?? []).filter(({ name }) => name === "content-type").map(({ value }) => value),
  ]);
  const isShown = [operation.body.textType ?? "", ...shown].some(
    (one) => one.split(";", 1)[0]?.trim().toLowerCase() === mediaType,
  );
  if (isShown || mediaType === null) {
    return isShown ? null : wrong("The body is not readable as JSON, and has no Content-Type", "malformedBody");
  }
  const message = `Unexpected Content-Type ${mediaType}, expected ${operation.body.contentType}`;
  return { status: 415, code: "unsupportedMediaType", message };
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
