/** What options need beside them, as types: a page says that one header and `$count` are required with `$search`. */
import type { OptionRule } from "../model/api-model.ts";
import { type Code, code, indentCode, joinCode, memberName, stringLiteral } from "./text.ts";

const maxLineLength = 90;

export interface RuleKeys {
  /** Key of the argument for a query option, `null` where the function has none. */
  option(name: OptionRule["when"][number]): { readonly key: string; readonly type: Code } | null;
  /** Key of the argument for a header by its name on the wire. */
  header(wireName: string): { readonly key: string; readonly type: Code } | null;
}

/**
 * A rule as a union: one of the options is absent, or all that they need is there. `null` where the function does not
 * have all the arguments that the rule speaks of.
 */
export function ruleType(rule: OptionRule, keys: RuleKeys): Code | null {
  const when = rule.when.map(keys.option);
  const options = rule.options.map((name) => ({ name, argument: keys.option(name) }));
  const headers = rule.headers.map((name) => ({ name, argument: keys.header(name) }));
  const isKnown = [
    ...when,
    ...options.map(({ argument }) => argument),
    ...headers.map(({ argument }) => argument),
  ].every((argument) => argument !== null);
  if (!isKnown || when.length === 0 || options.length + headers.length === 0) return null;

  const absent = when.flatMap((argument) => (argument === null ? [] : [code`{ ${memberName(argument.key)}?: never }`]));
  // By key, as a sentence may name a thing twice: a type must not.
  const present = new Map<string, Code>();
  for (const argument of when) if (argument !== null) present.set(argument.key, argument.type);
  for (const { name, argument } of headers) {
    // A header may have the name of something that every object has.
    const value = Object.hasOwn(rule.headerValues, name) ? rule.headerValues[name] : undefined;
    if (argument !== null) present.set(argument.key, value === undefined ? argument.type : stringLiteral(value));
  }
  for (const { name, argument } of options) {
    if (argument !== null) present.set(argument.key, name === "count" ? code`true` : argument.type);
  }
  const members = [...present].map(([key, type]) => code`${memberName(key)}: ${type}`);
  const flat = code`{ ${joinCode(members, "; ")} }`;
  const all =
    flat.length <= maxLineLength
      ? flat
      : code`{\n${indentCode(
          joinCode(
            members.map((member) => code`${member};`),
            "\n",
          ),
          4,
        )}\n  }`;
  const line = code`(${joinCode([...absent, all], " | ")})`;
  if (line.length <= maxLineLength) return line;
  const lines = [...absent, all].map((one) => code`| ${one}`);
  return code`(\n${indentCode(joinCode(lines, "\n"))}\n)`;
}
