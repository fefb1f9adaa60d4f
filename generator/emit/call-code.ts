/** A call of a function as code. */
import type { NamedArgument } from "../examples/argument-values.ts";
import type { ExampleCall } from "../examples/example-call.ts";
import type { HeaderArgument } from "../examples/header-arguments.ts";
import type { WirePair } from "../examples/query-arguments.ts";
import type { Operation } from "../model/api-model.ts";
import type { ArgumentKeys } from "./operation-args.ts";
import { type Code, code, type Identifier, joinCode, stringLiteral } from "./text.ts";
import { maxLineLength, memberCode, objectCode, pairsCode, valueCode } from "./value-code.ts";

/** An argument by its key; either may be unknown. */
export interface CallArgument {
  readonly key: string | undefined;
  readonly value: Code | null;
}

/** How values are written, where more than one way is sensible. `null` is what cannot be written. */
export interface ArgumentWriter {
  argument(argument: NamedArgument): Code | null;
  header(header: HeaderArgument): Code | null;
  /** `null` where the call has no body. */
  readonly body: Code | null;
}

/** The arguments of a call, in the order in which they are read: path, query, headers, body. */
export function callArguments(keys: ArgumentKeys, call: ExampleCall, writer: ArgumentWriter): readonly CallArgument[] {
  const chosen = keys.path === null ? null : keys.pathName(call.path);
  return [
    ...call.parameters.map((one) => ({ key: keys.parameter(one.name), value: writer.argument(one) })),
    ...(keys.path === null || chosen === null ? [] : [{ key: keys.path, value: stringLiteral(chosen) }]),
    ...call.queryParameters.map((one) => ({ key: keys.query.get(one.name), value: writer.argument(one) })),
    ...call.options.flatMap(({ name, value, text }) => {
      const key = keys.options.get(name);
      // Without known relationships, those to expand are a list of texts.
      const isText = name === "expand" && !keys.isExpandTyped;
      return key === undefined ? [] : [{ key, value: valueCode(isText ? [text] : value) }];
    }),
    ...call.headers.map((one) => ({ key: keys.headers.get(one.name), value: writer.header(one) })),
    ...(writer.body === null ? [] : [{ key: keys.body ?? undefined, value: writer.body }]),
  ];
}

/** What a call sends beside its arguments: options and headers that its function does not have. */
export function furtherOptions(keys: ArgumentKeys, call: ExampleCall, headers: readonly WirePair[]): readonly Code[] {
  const query = [
    ...call.furtherQuery,
    ...call.options.flatMap(({ name, text }) => (keys.options.has(name) ? [] : [{ name: `$${name}`, value: text }])),
  ];
  return [
    ...(query.length === 0 ? [] : [memberCode("query", pairsCode(query))]),
    ...(headers.length === 0 ? [] : [memberCode("headers", pairsCode(headers))]),
  ];
}

/**
 * Writes a call.
 *
 * @param members of the object of arguments
 * @param further members of the object of options
 * @param width of the first line
 */
export function callText(
  name: Identifier,
  members: readonly Code[],
  further: readonly Code[],
  width = maxLineLength,
): Code {
  const given = [
    ...(members.length === 0 && further.length === 0 ? [] : [objectCode(members)]),
    ...(further.length === 0 ? [] : [objectCode(further)]),
  ];
  const line = code`${name}(${joinCode([code`client`, ...given], ", ")})`;
  const firstLine = line.split("\n", 1)[0] ?? "";
  const [first, ...others] = given;
  if (firstLine.length <= width || first === undefined || first.includes("\n")) return line;
  const spread = [code`client`, others.length === 0 ? objectCode(members, 0) : first, ...others];
  return code`${name}(${joinCode(spread, ", ")})`;
}

/** A header as an argument, `null` if the argument is a range and the header is not one range from a first byte on. */
export function headerCode({ headers }: Operation, { name, value, preferences }: HeaderArgument): Code | null {
  if (headers.find((one) => one.name === name)?.wireName.toLowerCase() !== "range")
    return valueCode(preferences ?? value);
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(value) ?? [];
  return first === undefined
    ? null
    : valueCode([first, last].flatMap((byte) => (byte === undefined ? [] : Number(byte))));
}
