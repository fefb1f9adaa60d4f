/** A documented request as a call of the function: what a comment shows as its example. */
import type { CallReader } from "../examples/call-reader.ts";
import type { ExampleCall } from "../examples/example-call.ts";
import type { Operation } from "../model/api-model.ts";
import { callArguments, callText, furtherOptions, headerCode } from "./call-code.ts";
import type { ArgumentKeys } from "./operation-args.ts";
import { type Code, code, type Identifier, stringLiteral } from "./text.ts";
import { maxLineLength, memberCode, valueCode } from "./value-code.ts";

/** An example that is longer than this is not read in a hover. */
const maxLines = 18;
const maxLength = 900;

/**
 * The first example of the page that the function can send as it is, and that is short enough; `null` if there is none.
 *
 * @param name of the function
 */
export function exampleCode(
  operation: Operation,
  name: Identifier,
  keys: ArgumentKeys,
  callOf: CallReader,
): Code | null {
  for (const { request } of operation.examples) {
    const call = request === null ? null : callOf(operation, request);
    const text = call?.kind === "call" && call.isExact ? callCode(operation, name, keys, call) : null;
    if (text !== null && text.length <= maxLength && text.split("\n").length <= maxLines) return text;
  }
  return null;
}

/** The call, `null` where the example sends what the function has no argument for, or lacks what it demands. */
function callCode(operation: Operation, name: Identifier, keys: ArgumentKeys, call: ExampleCall): Code | null {
  const body = bodyCode(operation, call);
  if ((body === null) !== (call.body === null)) return null;
  const args = callArguments(keys, call, {
    argument: ({ value }) => valueCode(value),
    header: (header) => headerCode(operation, header),
    body,
  });
  const members: Code[] = [];
  for (const { key, value } of args) {
    if (key === undefined || value === null) return null;
    members.push(memberCode(key, value));
  }
  if (!keys.required.every((required) => args.some(({ key }) => key === required))) return null;
  const width = maxLineLength - "await ;".length;
  return code`await ${callText(name, members, furtherOptions(keys, call, call.furtherHeaders), width)};`;
}

/** The body as an argument; raw content cannot be shown, so that a name stands for it. */
function bodyCode({ body }: Operation, call: ExampleCall): Code | null {
  if (call.body === null || body === null) return null;
  if (body.kind === "binary") return code`content`;
  if ("json" in call.body) return valueCode(call.body.json);
  return body.kind === "text" || body.textType !== null ? stringLiteral(call.body.text) : null;
}
