/** A documented request as a call of the function: what a comment shows as its example. */
import type { CallReader } from "../examples/call-reader.ts";
import type { ExampleCall } from "../examples/example-call.ts";
import type { Operation } from "../model/api-model.ts";
import type { ArgumentKeys } from "./operation-args.ts";
import { type Code, code, type Identifier, indentCode, joinCode, objectKey, stringLiteral } from "./text.ts";

/** An example that is longer than this is not read in a hover. */
const maxLines = 18;
const maxLength = 900;

const maxLineLength = 88;

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
  if ((body === null) !== (call.body === null) || (body !== null && keys.body === null)) return null;
  const chosen = keys.path === null ? null : keys.pathName(call.path);
  const args: readonly (readonly [string | undefined, Code | null])[] = [
    ...call.parameters.map(({ name: parameter, value }) => [keys.parameter(parameter), valueCode(value)] as const),
    ...(keys.path === null || chosen === null ? [] : [[keys.path, stringLiteral(chosen)] as const]),
    ...call.queryParameters.map(({ name: parameter, value }) => [keys.query.get(parameter), valueCode(value)] as const),
    ...call.options.flatMap(({ name: option, value, text }) => {
      const key = keys.options.get(option);
      // Without known relationships, those to expand are a list of texts.
      const isText = option === "expand" && !keys.isExpandTyped;
      return key === undefined ? [] : [[key, isText ? valueCode([text]) : valueCode(value)] as const];
    }),
    ...call.headers.map((header) => [keys.headers.get(header.name), headerCode(operation, header)] as const),
    ...(keys.body === null || body === null ? [] : [[keys.body, body] as const]),
  ];
  const members: Code[] = [];
  for (const [key, value] of args) {
    if (key === undefined || value === null) return null;
    members.push(code`${objectKey(key)}: ${value}`);
  }
  if (!keys.required.every((required) => args.some(([key]) => key === required))) return null;
  const furtherQuery = [
    ...call.furtherQuery,
    ...call.options.flatMap(({ name: option, text }) =>
      keys.options.has(option) ? [] : [{ name: `$${option}`, value: text }],
    ),
  ];
  const further = [
    ...(furtherQuery.length === 0 ? [] : [code`query: ${pairsCode(furtherQuery)}`]),
    ...(call.furtherHeaders.length === 0 ? [] : [code`headers: ${pairsCode(call.furtherHeaders)}`]),
  ];
  const given = [
    ...(members.length === 0 && further.length === 0 ? [] : [objectCode(members)]),
    ...(further.length === 0 ? [] : [objectCode(further)]),
  ];
  const line = code`await ${name}(${joinCode([code`client`, ...given], ", ")});`;
  const firstLine = line.split("\n", 1)[0] ?? "";
  const [first, ...others] = given;
  if (firstLine.length <= maxLineLength || first === undefined || first.includes("\n")) return line;
  const spread = [code`client`, others.length === 0 ? objectCode(members, 0) : first, ...others];
  return code`await ${name}(${joinCode(spread, ", ")});`;
}

/** A header as an argument, `null` if the argument is a range and the header is not one range from a first byte on. */
function headerCode({ headers }: Operation, { name, value, preferences }: ExampleCall["headers"][number]): Code | null {
  if (headers.find((one) => one.name === name)?.wireName.toLowerCase() !== "range")
    return valueCode(preferences ?? value);
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(value) ?? [];
  return first === undefined
    ? null
    : valueCode([first, last].flatMap((byte) => (byte === undefined ? [] : Number(byte))));
}

/** The body as an argument; raw content cannot be shown, so that a name stands for it. */
function bodyCode({ body }: Operation, call: ExampleCall): Code | null {
  if (call.body === null || body === null) return null;
  if (body.kind === "binary") return code`content`;
  if ("json" in call.body) return valueCode(call.body.json);
  return body.kind === "text" ? stringLiteral(call.body.text) : null;
}

function pairsCode(pairs: readonly { readonly name: string; readonly value: string }[]): Code {
  return objectCode(pairs.map(({ name, value }) => code`${objectKey(name)}: ${stringLiteral(value)}`));
}

/** A value of JSON as code. */
export function valueCode(value: unknown): Code {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number" && Number.isFinite(value)) return numberCode(value);
  if (typeof value === "boolean") return value ? code`true` : code`false`;
  if (Array.isArray(value)) return block(code`[`, value.map(valueCode), code`]`);
  if (typeof value !== "object" || value === null) return code`null`;
  return objectCode(Object.entries(value).map(([key, member]) => code`${objectKey(key)}: ${valueCode(member)}`));
}

/** Digits are code as they are. */
function numberCode(value: number): Code {
  return String(value) as Code;
}

function objectCode(members: readonly Code[], width = maxLineLength): Code {
  return members.length === 0 ? code`{}` : block(code`{ `, members, code` }`, width);
}

/** On one line if that is short. */
function block(open: Code, items: readonly Code[], close: Code, width = maxLineLength): Code {
  const line = code`${open}${joinCode(items, ", ")}${close}`;
  if (items.length === 0 || (line.length <= width && !line.includes("\n"))) return line;
  const [start, end] = [open.trim() as Code, close.trim() as Code];
  return code`${start}\n${indentCode(joinCode(items, ",\n"))},\n${end}`;
}
