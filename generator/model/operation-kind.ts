/** What kind of operation a page documents, by method, path and wording. */
import type { ApiPage, RequestLine } from "../docs/page.ts";
import type { HttpMethod, Operation, OperationResponse, RequestBody } from "./api-model.ts";
import { isPlural } from "./inflection.ts";
import { readStem } from "./operation-names.ts";

interface LastSegment {
  readonly word: string;
  /** Arguments in parentheses stand behind it. */
  readonly isCall: boolean;
  /** A key stands behind it. */
  readonly hasKey: boolean;
}

function lastSegment(line: RequestLine): LastSegment {
  let word = "";
  let isCall = false;
  let hasKey = false;
  for (const piece of line.pieces) {
    if (piece.kind === "placeholder") {
      if (piece.argument === null) hasKey = true;
      continue;
    }
    if (piece.text.includes("/")) {
      word = piece.text.split("/").pop()?.split("(", 1)[0] ?? "";
      isCall = false;
      hasKey = false;
    }
    if (piece.text.includes("(")) isCall = true;
  }
  return { word: word.toLowerCase(), isCall, hasKey };
}

const createTitle = /^(?:create|add|new)\b/i;

function isCreation(page: ApiPage, last: LastSegment, response: OperationResponse): boolean {
  const stem = readStem((page.path.split("/").pop() ?? "").replace(/\.md$/i, ""));
  if (stem?.verb === "create") return true;
  if (stem && stem.verb === null && !createTitle.test(page.title.value)) return false;
  return createTitle.test(page.title.value) || (response.statuses.includes(201) && isPlural(last.word));
}

/** The kind of an operation; an operation without path goes by its method alone. */
export function operationKind(
  page: ApiPage,
  method: HttpMethod,
  lines: readonly RequestLine[],
  response: OperationResponse,
  body: RequestBody | null,
): Operation["kind"] {
  const [line] = lines;
  const last = line ? lastSegment(line) : { word: "", isCall: false, hasKey: false };
  if (last.word === "$ref") return "reference";
  if (method === "GET") {
    if (last.word === "delta") return "delta";
    if (response.content === "binary") return "content";
    if (last.isCall || page.functionParameters.length > 0 || /\bfunction\b/i.test(page.title.value)) return "function";
    return response.envelope === "collection" ? "list" : "get";
  }
  if (body?.kind === "binary" && (method === "PUT" || last.word === "$value" || last.word === "content"))
    return "content";
  if (method === "DELETE") return "delete";
  if (method === "PATCH" || method === "PUT") return "update";
  return isCreation(page, last, response) ? "create" : "action";
}
