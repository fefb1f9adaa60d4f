import type { Example, MessageHeader, Operation } from "../../model/api-model.ts";
import type { Check } from "../rule.ts";
import { operationSubject, requestText } from "../subjects.ts";

/** What an example shows, without where it stands and what it is called: both change with the page around it. */
function contentOf({ request, responses }: Example): string {
  const headersOf = (list: readonly MessageHeader[]): string =>
    list.map(({ name, value }) => `${name}:${value}`).join();
  const asked =
    request === null ? "" : `${request.method} ${request.url} ${headersOf(request.headers)} ${request.body?.text}`;
  return responses.reduce(
    (shown, { status, headers, body }) => `${shown}\0${status} ${headersOf(headers)} ${body?.text}`,
    asked,
  );
}

function isSame(old: Operation, current: Operation): boolean {
  if (old.examples.length !== current.examples.length) return false;
  const [was, is] = [old.examples.map(contentOf), current.examples.map(contentOf)];
  return was.every((one, at) => one === is[at]) || was.sort().join("\0") === is.sort().join("\0");
}

export const examples: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    if (isSame(pair.old, pair.new)) continue;
    const [was, is] = [pair.old.examples.length, pair.new.examples.length];
    yield {
      id: "examples-changed",
      subject: operationSubject(context, pair, { suffix: "#examples" }),
      message: `the examples of ${requestText(pair.new)} have changed (${was} before, ${is} now)`,
      old: { examples: was },
      new: { examples: is },
    };
  }
};
