/** The comment of a function: what its page says, and which requests it makes. */
import type { Operation } from "../model/api-model.ts";
import { type Comment, comment, note, type Prose, prose } from "./comment-text.ts";
import { deprecationTag } from "./deprecation.ts";

/** More paths than these fill a hover; the arguments have them all. */
const maxPaths = 4;

export function functionComment(operation: Operation): Comment | null {
  const { title, description, method, paths, page } = operation;
  return comment([
    prose(title),
    description === null || description === title ? null : prose(description),
    requestLines(method, paths),
    note`Documented in \`${prose(page)}\`.`,
    deprecationTag(operation.deprecation),
  ]);
}

function requestLines(method: string, paths: Operation["paths"]): Prose {
  const templates = [...new Set(paths.map(({ template }) => template))];
  const requests = templates.map((template) => `\`${method} ${template}\``);
  if (requests.length <= 1) return prose(requests.join(""));
  const more = requests.length - maxPaths;
  return prose(
    [...requests.slice(0, maxPaths), ...(more > 0 ? [`${more} more`] : [])].map((line) => `- ${line}`).join("\n"),
  );
}
