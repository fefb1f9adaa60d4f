/** A documented request as a golden: the call that makes it, and what stands against it. */
import type { ValueChecker } from "../conformance/check-value.ts";
import { clientHeaders } from "../docs/vocabulary.ts";
import { pathArgument } from "../examples/argument-values.ts";
import type { CallNote } from "../examples/call-notes.ts";
import type { ExampleCall, ExampleMismatch } from "../examples/example-call.ts";
import type { OperationIndex } from "../examples/operation-index.ts";
import type { ExampleRequest, Operation } from "../model/api-model.ts";
import { bodyShape, isBodyOptional } from "../shapes/body-shape.ts";
import type { ModelView } from "../shapes/model-view.ts";
import { type ArgumentVerdict, argumentVerdict } from "./argument-verdict.ts";
import type { GoldenCall, MissingArgument, Reason, RequestGolden } from "./golden.ts";
import { placedFindings } from "./placed-findings.ts";
import { unknownNameReason, unknownNames } from "./selection-names.ts";

export interface RequestContext {
  readonly index: OperationIndex;
  readonly checker: ValueChecker;
  readonly types: Pick<ModelView, "inheritance" | "enums">;
}

/** @param owner the operation on whose page the request stands */
export function planRequest(owner: Operation, request: ExampleRequest, context: RequestContext): RequestGolden {
  const found = context.index.find(request, owner);
  const isUnreadable = found.kind === "mismatch" && found.code === "url-unreadable";
  // Another page may have the path; but a test stands with the functions of its own page.
  if (owner.paths.length === 0 && !isUnreadable)
    return {
      kind: "unsent",
      request,
      // Where linking says it of the page, so that it is said once.
      reason: { code: "request-missing", message: "The page documents no path", place: owner.place },
    };
  if (found.kind === "mismatch") return { kind: "unsent", request, reason: mismatchReason(found, request) };
  const { operation, call } = found;
  const body =
    call.body !== null && "json" in call.body ? context.checker.bodyConformance(operation, call.body.json) : null;
  const findings = placedFindings(body, request.body);
  const missing = missingArguments(operation, call, context);
  const verdicts = verdictsOf(operation, call, context);
  const unknown = unknownNames(operation, call.options, context.types);
  return {
    kind: "sent",
    request,
    operation,
    call,
    body,
    missing,
    verdicts,
    unknownNames: unknown,
    placeholders: findings.placeholders,
    allowances: call.notes.filter(({ code }) => allowed.has(code)),
    contradictions: [
      ...findings.contradictions,
      ...argumentReasons(call, verdicts, request),
      ...unknown.map((name) => unknownNameReason(name, request, context.types)),
      ...missing.filter((argument) => isShown(operation, argument)).map((argument) => missingReason(argument, request)),
    ],
    difference: differenceOf(operation, call, request),
  };
}

/** A call for examples that show no request, or one that no call makes: with nothing but what stands in the path. */
export function planBareCall(operation: Operation, context: RequestContext): GoldenCall | null {
  const [path] = operation.paths;
  if (path === undefined) return null;
  const types = new Map(operation.pathParameters.map(({ name, type }) => [name, type]));
  const seen = new Set<string>();
  const parameters = path.parts.flatMap((part) => {
    if (typeof part === "string" || seen.has(part.parameter)) return [];
    seen.add(part.parameter);
    return pathArgument(part.parameter, types.get(part.parameter) ?? text, part.encoding, null);
  });
  const call: ExampleCall = {
    kind: "call",
    path,
    parameters,
    queryParameters: [],
    options: [],
    furtherQuery: [],
    headers: [],
    furtherHeaders: [],
    body: null,
    isExact: true,
    notes: [],
  };
  return {
    operation,
    call,
    body: null,
    missing: missingArguments(operation, call, context),
    verdicts: verdictsOf(operation, call, context),
    unknownNames: [],
  };
}

const text = { kind: "primitive", name: "String" } as const;

/** The same request in other words, or of a part of what the function gives. */
const allowed: ReadonlySet<CallNote["code"]> = new Set<CallNote["code"]>([
  "url-repaired",
  "letter-case",
  "spelling",
  "key-form",
  "argument-form",
  "alias",
  "suffix",
  "cast",
]);

function mismatchReason({ code, text }: ExampleMismatch, { place }: ExampleRequest): Reason {
  const codes = {
    "no-path": "request-missing",
    "path-differs": "example-path-differs",
    "method-differs": "example-method-differs",
    "url-unreadable": "example-url-invalid",
  } as const;
  return { code: codes[code], message: withoutStop(text), place };
}

const differences: Readonly<Partial<Record<CallNote["code"], Reason["code"]>>> = {
  address: "example-address-differs",
  "suffix-missing": "example-address-differs",
  arguments: "example-address-differs",
  "fixed-query": "example-query-differs",
  "query-repeated": "example-query-differs",
  body: "example-body-unexpected",
};

function differenceOf(operation: Operation, call: ExampleCall, request: ExampleRequest): Reason | null {
  for (const { code, text } of call.notes) {
    const differs = differences[code];
    if (differs !== undefined) return { code: differs, message: withoutStop(text), place: request.place };
  }
  // A sentence, or JSON beyond repair, where an object is sent.
  if (isJson(operation) && call.body !== null && !("json" in call.body))
    return {
      code: "example-json-invalid",
      message: "The body of the request is not JSON, as the page says that it is",
      place: request.body?.place ?? request.place,
    };
  return null;
}

function verdictsOf(
  operation: Operation,
  { parameters, queryParameters }: ExampleCall,
  { checker }: RequestContext,
): ReadonlyMap<string, ArgumentVerdict> {
  return new Map(
    [...parameters, ...queryParameters].map((argument) => [
      argument.name,
      argumentVerdict(operation, argument, checker),
    ]),
  );
}

function argumentReasons(
  { parameters, queryParameters }: ExampleCall,
  verdicts: ReadonlyMap<string, ArgumentVerdict>,
  { place }: ExampleRequest,
): readonly Reason[] {
  return [...parameters, ...queryParameters]
    .filter(({ name }) => verdicts.get(name) === "wrong")
    .map(({ name, value }) => ({
      code: "example-argument-type",
      message: `\`${name}\` is \`${String(value)}\`, which is not of its type`,
      place,
    }));
}

/** Raw content cannot be shown on a page: that there is none says nothing. */
function isShown({ body }: Operation, { kind }: MissingArgument): boolean {
  return kind !== "body" || body?.kind !== "binary";
}

function missingReason({ kind, name }: MissingArgument, { place }: ExampleRequest): Reason {
  const what = {
    query: `query parameter \`${name}\``,
    header: `header \`${name}\``,
    option: `option \`$${name}\``,
    body: "body",
  };
  return { code: "example-argument-missing", message: `The ${what[kind]} is required, and not sent`, place };
}

function missingArguments(
  operation: Operation,
  call: ExampleCall,
  { types }: RequestContext,
): readonly MissingArgument[] {
  const { body, queryParameters, headers, optionRules } = operation;
  const missing: MissingArgument[] = [];
  const given = new Set(call.queryParameters.map(({ name }) => name));
  for (const { name, isRequired } of queryParameters)
    if (isRequired && !given.has(name)) missing.push({ kind: "query", name });
  const sent = new Set(call.headers.map(({ name }) => name));
  const seen = new Set<string>();
  for (const { name, wireName, isRequired } of headers) {
    const lower = wireName.toLowerCase();
    if (seen.has(lower) || clientHeaders.has(lower)) continue;
    seen.add(lower);
    if (isRequired && !sent.has(name)) missing.push({ kind: "header", name });
  }
  const options = new Set<string>(call.options.map(({ name }) => name));
  const add = (argument: MissingArgument): void => {
    if (!missing.some(({ kind, name }) => kind === argument.kind && name === argument.name)) missing.push(argument);
  };
  for (const rule of optionRules) {
    if (!rule.when.every((name) => options.has(name))) continue;
    for (const name of rule.options) if (!options.has(name)) add({ kind: "option", name });
    for (const wireName of rule.headers) {
      const header = headers.find((one) => one.wireName.toLowerCase() === wireName.toLowerCase());
      if (header !== undefined && !sent.has(header.name)) add({ kind: "header", name: header.name });
    }
  }
  const isUnread = call.body !== null && !("json" in call.body) && isJson(operation);
  const isBodyMissing =
    body !== null &&
    (call.body === null || isUnread) &&
    !isBodyOptional(operation, body, bodyShape(operation, body, types).members);
  return isBodyMissing ? [...missing, { kind: "body", name: "" }] : missing;
}

/** Whether nothing but JSON can be sent. */
function isJson({ body }: Operation): boolean {
  return body !== null && body.kind !== "binary" && body.kind !== "text" && body.textType === null;
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, "");
}
