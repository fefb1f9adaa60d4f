/** One page of a list: which of the documented items it holds, and where its links lead. */
import type { KnownExample } from "./known-example.ts";
import { linkWithQueryOf, linkWithToken, nextDocumented, type PageToken } from "./page-links.ts";
import type { QueryPart } from "./request-target.ts";

export interface ListRequest {
  /** The URL that was asked for, on the mock. */
  readonly url: URL;
  readonly query: readonly QueryPart[];
  /** `null` for a first page. */
  readonly token: PageToken | null;
}

/** What a list is made of. */
export interface ListSource {
  /** What shows the items; `null` where they are made up. */
  readonly known: KnownExample | null;
  /** The operation's examples in the order of the page. */
  readonly examples: readonly KnownExample[];
  readonly baseUrl: string | null;
  readonly isDelta: boolean;
}

type Members = Readonly<Record<string, unknown>>;

const nextName = "@odata.nextLink";
const deltaName = "@odata.deltaLink";
const countName = "@odata.count";
const pagingNames: ReadonlySet<string> = new Set([nextName, deltaName, countName, "value"]);

/** Whether a body is a list: `{ value: [...] }`. */
export function isList(body: unknown): body is Members & { readonly value: readonly unknown[] } {
  return typeof body === "object" && body !== null && "value" in body && Array.isArray(body.value);
}

/**
 * The page of a list that a request asks for. `$top` is the number of items on a page, so that clients have several pages
 * to go through where the docs have several items. A documented link that leads to nothing documented leads to an empty
 * last page.
 */
export function listPage(
  body: Members & { readonly value: readonly unknown[] },
  source: ListSource,
  request: ListRequest,
): Members {
  const items = body.value;
  const top = numberOf(request.query, "$top") ?? Number.POSITIVE_INFINITY;
  const given = request.token?.given ?? numberOf(request.query, "$skip") ?? 0;
  const page = items.slice(given, given + top);
  const next = top > 0 ? nextToken(body, source, given, given + page.length) : null;
  const delta = next === null ? deltaLink(body, source, request.url) : null;
  const count = countOf(body, source, request.query);
  return Object.fromEntries([
    ...Object.entries(body).filter(([name]) => !pagingNames.has(name)),
    ...(count === null ? [] : [[countName, count] as const]),
    ...(next === null ? [] : [[nextName, linkWithToken(request.url, next)] as const]),
    ...(delta === null ? [] : [[deltaName, delta] as const]),
    ["value", page] as const,
  ]);
}

function nextToken(
  body: Members & { readonly value: readonly unknown[] },
  { known, examples, baseUrl }: ListSource,
  given: number,
  end: number,
): PageToken | null {
  if (known === null) return null;
  const here = { operation: known.operation.name, example: known.example.name };
  if (end < body.value.length) return { ...here, given: end };
  const link = body[nextName];
  if (typeof link !== "string") return null;
  const next = nextDocumented(known, link, examples, baseUrl);
  if (next !== null) return { operation: next.operation.name, example: next.example.name, given: 0 };
  return given < body.value.length ? { ...here, given: body.value.length } : null;
}

/** The last page of changes says where to ask for the next ones, even where only other examples of the page do so. */
function deltaLink(body: Members, { known, examples, isDelta }: ListSource, url: URL): string | null {
  const own = body[deltaName];
  if (typeof own === "string") return linkWithQueryOf(url, own);
  if (!isDelta) return null;
  const links = examples
    .filter(({ operation }) => operation === known?.operation)
    .map(({ first }): unknown => (isList(first.body?.json) ? first.body.json[deltaName] : undefined));
  return linkWithQueryOf(url, links.find((link) => typeof link === "string") ?? "");
}

function countOf(
  body: Members & { readonly value: readonly unknown[] },
  { known }: ListSource,
  query: readonly QueryPart[],
): number | null {
  const documented = typeof body[countName] === "number" ? body[countName] : null;
  const isAsked = (text: string | undefined): boolean => text?.toLowerCase() === "true";
  if (isAsked(textOf(query, "$count"))) return documented ?? body.value.length;
  // Shown because it was asked for.
  const isDueToQuery = known?.place?.query.some((pair) => /^\$count=true$/i.test(pair));
  return isDueToQuery ? null : documented;
}

function textOf(query: readonly QueryPart[], name: string): string | undefined {
  return query.find((part) => part.name.toLowerCase() === name)?.value;
}

function numberOf(query: readonly QueryPart[], name: string): number | null {
  const text = textOf(query, name) ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
