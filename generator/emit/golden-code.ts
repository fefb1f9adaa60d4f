/** A golden as code: the call that makes the documented request, and what the function gives for each response. */

import type { ExampleCall } from "../examples/example-call.ts";
import {
  type Golden,
  type GoldenCall,
  type ResponseGolden,
  requestReason,
  type SentRequest,
} from "../golden/golden.ts";
import type { TypeRef } from "../model/api-model.ts";
import { isUntyped } from "../model/untyped.ts";
import { resultFactory } from "../shapes/result-shape.ts";
import { callArguments, callText, furtherOptions, headerCode } from "./call-code.ts";
import { goldenPath } from "./golden-path.ts";
import { goldenValue, type Marks } from "./golden-values.ts";
import type { CallTarget } from "./operations.ts";
import { type Code, code, type Identifier, joinCode, stringLiteral } from "./text.ts";
import { inlineType, type TypeScope } from "./type-text.ts";
import { listCode, memberCode, objectCode, scalarCode, valueCode } from "./value-code.ts";

/** The functions that make readings, by their names in `golden/readings.ts`. */
export type ReadingName =
  | "bodiless"
  | "changes"
  | "content"
  | "differs"
  | "empty"
  | "expanded"
  | "failure"
  | "handle"
  | "listed"
  | "nothing"
  | "page"
  | "redirect"
  | "text"
  | "value";

export interface GoldenScope extends Marks {
  readonly types: TypeScope;
  readonly baseUrl: string | null;
  reading(name: ReadingName): Identifier;
  test(name: TestName): Identifier;
  /** The local name of a function. */
  functionName(operationId: string): Identifier | null;
  targetOf(operationId: string): CallTarget | null;
}

/** A call; `null` where its function is not in the output. */
function callCode(golden: GoldenCall, scope: GoldenScope): Code | null {
  const { operation, missing, verdicts } = golden;
  const call = withoutUnknownNames(golden);
  const name = scope.functionName(operation.id);
  const target = scope.targetOf(operation.id);
  if (name === null || target === null) return null;
  const { keys } = target;
  const absent = (key: string | null | undefined): Code[] =>
    key == null ? [] : [memberCode(key, code`${scope.use("absent")}()`)];
  const furtherHeaders = [...call.furtherHeaders];
  const members = callArguments(keys, call, {
    argument(argument) {
      const { name: parameter, value } = argument;
      const verdict = verdicts.get(parameter);
      if (verdict === "placeholder") return code`${scope.use("placeholder")}(${stringLiteral(String(value))})`;
      return verdict === "wrong" ? code`${scope.use("contradiction")}(${valueCode(value)})` : valueCode(value);
    },
    header: (header) => headerCode(operation, header),
    body: bodyCode(golden, scope),
  }).flatMap(({ key, value }) => (key === undefined || value === null ? [] : [memberCode(key, value)]));
  for (const header of call.headers) {
    const wireName = operation.headers.find((one) => one.name === header.name)?.wireName;
    const isArgument = keys.headers.has(header.name) && headerCode(operation, header) !== null;
    if (!isArgument && wireName !== undefined) furtherHeaders.push({ name: wireName, value: header.value });
  }
  for (const { kind, name: argument } of missing) {
    if (kind === "query") members.push(...absent(keys.query.get(argument)));
    else if (kind === "header") members.push(...absent(keys.headers.get(argument)));
    else if (kind === "option") members.push(...absent(keys.options.get(argument)));
    else members.push(...absent(keys.body));
  }
  return code`(client) => ${callText(name, members, furtherOptions(keys, call, furtherHeaders))}`;
}

/** Options that name what there is not are sent as they are: the function would take no such names. */
function withoutUnknownNames({ call, unknownNames }: GoldenCall): ExampleCall {
  const unknown = new Set<string>(unknownNames.map(({ option }) => option));
  if (unknown.size === 0) return call;
  const sent = call.options.filter(({ name }) => unknown.has(name));
  return {
    ...call,
    options: call.options.filter(({ name }) => !unknown.has(name)),
    furtherQuery: [...call.furtherQuery, ...sent.map(({ name, text }) => ({ name: `$${name}`, value: text }))],
  };
}

/** For each name that a type does not have, an expression that the compiler refuses when it has. */
function lacksCode({ unknownNames }: GoldenCall, scope: GoldenScope): readonly Code[] {
  return unknownNames.flatMap(({ name, type, isAbsent }) => {
    const typeName = isAbsent ? scope.typeName(type) : null;
    return typeName === null ? [] : [code`${scope.use("lacks")}<${typeName}>()(${stringLiteral(name)})`];
  });
}

function bodyCode({ operation, call, body }: GoldenCall, scope: GoldenScope): Code | null {
  if (call.body === null || operation.body === null) return null;
  const isRaw = operation.body.kind === "binary" || operation.body.kind === "text";
  if ("json" in call.body)
    return isRaw ? stringLiteral(JSON.stringify(call.body.json)) : goldenValue(call.body.json, body, "write", scope);
  // What is no JSON where an object is sent cannot be sent, unless text may stand in for it.
  return isRaw || operation.body.textType !== null ? stringLiteral(call.body.text) : null;
}

/** The members of the golden beside its call. */
function requestMembers(request: SentRequest, scope: GoldenScope): readonly Code[] {
  // Where the paths are at odds, that they differ is what is tested.
  const path = request.difference?.code === "example-address-differs" ? null : goldenPath(request, scope.baseUrl);
  const reason = request.contradictions[0];
  const lacks = lacksCode(request, scope);
  return [
    ...(lacks.length === 0 ? [] : [memberCode("lacks", listCode(lacks))]),
    ...(path === null ? [] : [memberCode("path", stringLiteral(path))]),
    ...(request.difference === null && reason !== undefined
      ? [memberCode("contradicts", stringLiteral(reason.code))]
      : []),
    ...(request.difference === null ? [] : [memberCode("differs", stringLiteral(request.difference.code))]),
  ];
}

/** What the function gives for a response. */
function readingCode(golden: Golden, response: ResponseGolden, scope: GoldenScope): Code {
  const reason = response.reasons[0];
  const reading = outcomeCode(golden, response, scope);
  const { kind } = response.outcome;
  return reason === undefined || kind === "differs"
    ? reading
    : code`${scope.reading("listed")}(${joinCode([stringLiteral(reason.code), reading], ", ")})`;
}

function outcomeCode({ owner, request }: Golden, golden: ResponseGolden, scope: GoldenScope): Code {
  const { outcome, conformance, response, reasons } = golden;
  const typeText = (type: TypeRef): Code => inlineType(type, scope.types, "read");
  const value = (one: unknown): Code => goldenValue(one, conformance, "read", scope);
  const operation = request?.kind === "sent" ? request.operation : owner;
  const isExpanded = request?.kind === "sent" && request.call.options.some(({ name }) => name === "expand");
  switch (outcome.kind) {
    case "value":
      return code`${scope.reading(isExpanded ? "expanded" : "value")}<${typeText(outcome.type)}>(${value(outcome.value)})`;
    case "page": {
      const members = [
        memberCode("value", value(outcome.items)),
        ...(outcome.count === null ? [] : [memberCode("count", scalarCode(outcome.count))]),
        ...(outcome.next === null ? [] : [memberCode("next", stringLiteral(outcome.next))]),
      ];
      const list = objectCode(members);
      if (isExpanded)
        return code`${scope.reading("expanded")}<{ value: ${typeText({ kind: "collection", of: outcome.type })}; count: number; next: string }>(${list})`;
      return code`${scope.reading("page")}<${typeText(outcome.type)}>(${list})`;
    }
    case "changes":
      return code`${scope.reading("changes")}<${typeText(outcome.type)}>(${value(outcome.items)})`;
    case "nothing":
      return code`${scope.reading(resultFactory(operation) === "voidOperation" ? "nothing" : "empty")}()`;
    case "differs": {
      // A function that may give nothing by its type, as the page has a status for that, does so here, too.
      const mayBeNothing = resultFactory(operation) === "voidOperation" || operation.response.statuses.includes(204);
      // What nothing is known of may be nothing, too.
      const isTyped = operation.response.type !== null && !isUntyped(operation.response.type);
      const isBodiless = response.body === null && !mayBeNothing && response.status < 300 && isTyped;
      const reading = scope.reading(isBodiless ? "bodiless" : "differs");
      return code`${reading}(${stringLiteral(reasons[0]?.code ?? "")})`;
    }
    default:
      return code`${scope.reading(outcome.kind)}()`;
  }
}

/** The functions that make tests, by their names in `golden/golden.ts`. */
export type TestName = "golden" | "mismatch" | "readings";

/**
 * A whole golden as statements: none where nothing can be tested, as there is no function.
 *
 * @param title of the tests
 * @param example the constant with the documented messages
 */
export function goldenStatements(golden: Golden, title: Code, example: Code, scope: GoldenScope): readonly Code[] {
  const { request, owner, bareCall, responses } = golden;
  const reads = memberCode("reads", listCode(responses.map((response) => readingCode(golden, response, scope))));
  if (request?.kind === "sent") {
    const call = callCode(request, scope);
    if (call === null) return [];
    const members = [memberCode("call", call), ...requestMembers(request, scope), reads];
    return [statement(scope.test("golden"), [title, example, objectCode(members, 0)])];
  }
  const name = scope.functionName(owner.id);
  const reason = request === null ? null : requestReason(request);
  const mismatch =
    name === null || reason === null
      ? []
      : [statement(scope.test("mismatch"), [title, example, name, stringLiteral(reason.code)])];
  const call = bareCall === null || responses.length === 0 ? null : callCode(bareCall, scope);
  const readings =
    call === null
      ? []
      : [statement(scope.test("readings"), [title, example, objectCode([memberCode("call", call), reads], 0)])];
  return [...mismatch, ...readings];
}

function statement(name: Identifier, args: readonly Code[]): Code {
  return code`${name}(${joinCode(args, ", ")});`;
}
