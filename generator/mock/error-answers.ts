/** The errors of requests that no page answers. */
import type { HttpMethod, Operation } from "../model/api-model.ts";
import { isFinalStatus } from "./known-example.ts";
import type { NearestTemplates } from "./nearest-template.ts";
import type { Route } from "./route-index.ts";
import { type ServiceError, usualCode } from "./service-error.ts";
import type { WantedAnswer } from "./wanted-answer.ts";

const shownNames = 30;

export function unknownPath(nearest: NearestTemplates, method: string, path: string): ServiceError {
  const near = nearest(path);
  // An id that a program had not got yet, most likely.
  const gap = path !== "/" && path.split("/").slice(1).includes("") ? " A segment of it is empty." : "";
  const hint = near.length > 0 ? `; near are ${near.join(", ")}` : "";
  return { status: 404, code: "pathNotDocumented", message: `No page documents ${method} ${path}${hint}.${gap}` };
}

export function wrongMethod(method: string, path: string, methods: readonly HttpMethod[]): ServiceError {
  const allowed = methods.includes("GET") && !methods.includes("HEAD") ? [...methods, "HEAD"].sort() : methods;
  return {
    status: 405,
    code: "methodNotAllowed",
    message: `Unexpected ${method} of ${path}, expected ${methods.join(" or ")}`,
    headers: [["allow", allowed.join(", ")]],
  };
}

/** Where `Prefer: example=NAME` names none, or one without a response of the status that is asked for as well. */
export function unknownExample(routes: readonly Route[], { example, code }: WantedAnswer): ServiceError {
  const names = routes.flatMap((route) => route.examples.map((known) => known.example.name));
  const listed = names.slice(0, shownNames).join(", ");
  const rest = names.length > shownNames ? ` and ${names.length - shownNames} more` : "";
  const what = code === null ? "" : ` with status ${code}`;
  const expected = names.length === 0 ? "there are no examples" : `expected one of ${listed}${rest}`;
  return { status: 404, code: "exampleNotFound", message: `No example ${example}${what}, ${expected}` };
}

/**
 * The answer to `Prefer: code=NNN` where no example shows that status: an error of that status, with the words of the
 * page's error table if it has any. `null` where another answer can be made up.
 */
export function forcedStatus(operation: Operation, code: number | null): ServiceError | null {
  if (code === null || operation.response.statuses.includes(code)) return null;
  if (code < 400) {
    const shown = operation.examples.flatMap(({ responses }) =>
      responses.map(({ status }) => status).filter(isFinalStatus),
    );
    const known = [...new Set([...operation.response.statuses, ...shown])].sort((a, b) => a - b);
    const message = `No example of ${operation.name} has status ${code}, expected ${known.join(", ")} or an error`;
    return { status: 404, code: "exampleNotFound", message };
  }
  const row = operation.errors.find(({ status }) => status === code);
  const text = row?.text.trim() || `Status ${code}, as asked for by the header Prefer`;
  return { status: code, code: row?.code ?? usualCode(code), message: text };
}
