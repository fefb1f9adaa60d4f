/** The comment of a function: what its page says, which requests it makes, who may call it, how a call looks. */
import type { Operation, PermissionScheme } from "../model/api-model.ts";
import { wellFormed } from "./characters.ts";
import { type Comment, comment, example, note, type Prose, prose, webLink } from "./comment-text.ts";
import { deprecationTag } from "./deprecation.ts";
import type { Code } from "./text.ts";

export interface FunctionCommentOptions {
  /** Where the pages are published, with `{path}` or `{name}` in place of the page; `null` where nobody says. */
  readonly pageUrl: string | null;
  /** A call of the function, `null` where the page shows none that fits. */
  readonly call: Code | null;
}

/** More paths than these fill a hover; the arguments have them all. */
const maxPaths = 4;

const maxCodes = 12;

export function functionComment(operation: Operation, { pageUrl, call }: FunctionCommentOptions): Comment | null {
  const { title, description, method, paths, page } = operation;
  return comment([
    prose(title),
    description === null || description === title ? null : prose(description),
    requestLines(method, paths),
    permissionLine(operation),
    pageUrl === null ? note`Documented in \`${prose(page)}\`.` : null,
    call === null ? null : example(call),
    note`@throws ApiError${errorCodes(operation)}`,
    pageUrl === null ? null : note`@see ${webLink(pageAddress(pageUrl, page))}`,
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

const schemeTexts: Readonly<Record<PermissionScheme, string>> = {
  delegatedWork: "delegated",
  delegatedPersonal: "delegated, personal account",
  application: "application",
};

/** The least privileged permissions; the file of permissions has them all. */
function permissionLine({ permissions }: Operation): Prose | null {
  const [first, ...others] = permissions;
  const texts = (first?.grants ?? []).flatMap(({ scheme, isSupported, alternatives: [least] }) => {
    if (!isSupported) return [`not supported (${schemeTexts[scheme]})`];
    return least === undefined
      ? []
      : [`${least.map((scope) => `\`${scope}\``).join(" and ")} (${schemeTexts[scheme]})`];
  });
  if (texts.every((text) => text.startsWith("not "))) return null;
  return note`Least permissions: ${prose(texts.join(", "))}${others.length > 0 ? note`; others in special cases` : note``}.`;
}

function errorCodes({ errors }: Operation): Prose {
  const codes = [...new Set(errors.flatMap(({ code }) => (code === null ? [] : [`\`${code}\``])))];
  if (codes.length === 0) return note``;
  const more = codes.length > maxCodes ? ", …" : "";
  return note` with one of the codes ${prose(`${codes.slice(0, maxCodes).join(", ")}${more}`)}`;
}

function pageAddress(pageUrl: string, page: string): string {
  const path = wellFormed(page).replace(/\.md$/i, "");
  const name = path.slice(path.lastIndexOf("/") + 1);
  const encode = (text: string): string => text.split("/").map(encodeURIComponent).join("/");
  return pageUrl.replaceAll("{path}", encode(path)).replaceAll("{name}", encode(name));
}
