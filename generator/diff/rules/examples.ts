import type { Example, Operation } from "../../model/api-model.ts";
import type { Check } from "../rule.ts";
import { operationSubject, requestText } from "../subjects.ts";

/** What an example shows, without where it stands and what it is called: both change with the page around it. */
function contentOf({ request, responses }: Example): string {
  return JSON.stringify([
    request && [request.method, request.url, request.headers, request.body?.text],
    responses.map(({ status, headers, body }) => [status, headers, body?.text]),
  ]);
}

function contents({ examples }: Operation): string {
  return examples.map(contentOf).sort().join("\n");
}

export const examples: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    if (contents(pair.old) === contents(pair.new)) continue;
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
