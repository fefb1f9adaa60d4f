/** What is wrong with the headers of a request, and with what a page ties to query options. */
import { clientHeaders } from "../docs/vocabulary.ts";
import type { Operation, OptionRule } from "../model/api-model.ts";
import type { ErrorDetail } from "./service-error.ts";

/** @param options keys of the query options that are sent: `$search` */
export function checkHeaders(
  operation: Operation,
  headers: Headers,
  options: ReadonlySet<string>,
): readonly ErrorDetail[] {
  const required = operation.headers.filter(
    // Whether a client is signed in is nothing that a mock could judge.
    ({ isRequired, wireName }) => isRequired && !clientHeaders.has(wireName.toLowerCase()),
  );
  const missing = required.filter(({ wireName }) => !isSent(headers, wireName)).map(({ wireName }) => wireName);
  return [
    ...missing.map((name) => ({ code: "missingHeader", target: name, message: `The header ${name} is missing` })),
    ...operation.optionRules
      .filter(({ when }) => when.every((name) => options.has(`$${name}`)))
      .flatMap((rule) => brokenRule(rule, headers, options))
      .filter(({ target }) => !missing.includes(target)),
  ];
}

function brokenRule(rule: OptionRule, headers: Headers, options: ReadonlySet<string>): readonly ErrorDetail[] {
  const used = rule.when.map((name) => `$${name}`).join(" and ");
  const absent = rule.options.filter((name) => !options.has(`$${name}`)).map((name) => `$${name}`);
  const values = new Map(Object.entries(rule.headerValues));
  return [
    ...rule.headers.flatMap((name): ErrorDetail[] => {
      const value = values.get(name);
      const text = value === undefined ? name : `${name}: ${value}`;
      const isRight = isSent(headers, name) && (value === undefined || headers.get(name)?.trim() === value);
      return isRight ? [] : [{ code: "missingHeader", target: name, message: `${used} needs the header ${text}` }];
    }),
    ...absent.map((name) => ({ code: "missingQueryOption", target: name, message: `${used} needs ${name}` })),
  ];
}

function isSent(headers: Headers, name: string): boolean {
  // `Headers` throws for what is no name, and a header of that name can never be sent.
  return !/^[\w!#$%&'*+.^`|~-]+$/.test(name) || (headers.get(name) ?? "").trim() !== "";
}
