/** A request of the mock as a line of its log. */
import type { AnsweredRequest } from "../mock/mock-app.ts";
import { neutralText } from "../report/neutral-text.ts";

const shownTarget = 400;
const shownComplaint = 300;

/**
 * Makes the line: method, URL, status, time, operation, and the example or what was wrong. The URL is the client's and
 * names are those of pages: neither gets to act on the terminal.
 *
 * @example "GET /v1.0/users?$top=1 200 4ms listUsers example getAll"
 */
export function mockLogLine(answered: AnsweredRequest): string {
  const { part, method, target, status, milliseconds, operation, example, complaint } = answered;
  const words = [
    ...(part === null ? [] : [`  [${part}]`]),
    method,
    shortened(target, shownTarget),
    String(status),
    ...(part === null ? [`${Math.round(milliseconds)}ms`] : []),
    ...(operation === null ? [] : [operation]),
    ...(example === null ? [] : [`example ${example}`]),
    ...(complaint === null ? [] : [`- ${shortened(complaint, shownComplaint)}`]),
  ];
  return neutralText(words.filter((word) => word !== "").join(" "));
}

function shortened(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
