/**
 * The response of an operation. Prose is asked first, then the examples and their annotations; where the two
 * contradict each other about one or many, the path decides: behind a key there is one.
 */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { ApiPage, ExampleFact, RequestLine, ResponseMessage } from "../docs/page.ts";
import { annotatedType } from "./annotated-type.ts";
import type { OperationResponse, TypeRef } from "./api-model.ts";
import { bodyShape, bodyType, wrappedValue } from "./json-body.ts";
import type { ModelReport } from "./model-report.ts";
import { isSameType, itemOf, statedType } from "./stated-type.ts";
import type { TypeResolver } from "./type-resolver.ts";

const untyped: TypeRef = { kind: "primitive", name: "Untyped" };

/** Response headers that tell the caller something about the outcome. */
const tellingHeaders: ReadonlyMap<string, string> = new Map([
  ["location", "Location"],
  ["operation-location", "Operation-Location"],
  ["retry-after", "Retry-After"],
]);

interface Evidence {
  readonly page: ApiPage;
  readonly lines: readonly RequestLine[];
  /** Responses of the operation's own examples that show success. */
  readonly shown: readonly ResponseMessage[];
  readonly place: SourcePlace;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 400;
}

function statusesOf({ page, shown, place }: Evidence, report: ModelReport): number[] {
  const stated = (page.response?.statuses ?? []).filter(isSuccess);
  const seen = shown.map((response) => response.status);
  if (stated.length > 0 && seen.length > 0 && !seen.some((status) => stated.includes(status)))
    report.add("status-differs", shown[0]?.place ?? place, {
      status: stated.join(", "),
      other: [...new Set(seen)].join(", "),
    });
  const all = [...new Set([...stated, ...seen])].sort((a, b) => a - b);
  return all.length > 0 ? all : [200];
}

function isPrimitive(type: TypeRef | null, name: string): boolean {
  return type?.kind === "primitive" && type.name === name;
}

/** The last static segment of the first path, in lower case. */
function lastSegment(lines: readonly RequestLine[]): string {
  const pieces = lines[0]?.pieces ?? [];
  const last = pieces[pieces.length - 1];
  return last?.kind === "text" ? (last.text.split("/").pop() ?? "").toLowerCase() : "";
}

function endsWithKey(lines: readonly RequestLine[]): boolean {
  const pieces = lines[0]?.pieces ?? [];
  const last = pieces[pieces.length - 1];
  return last?.kind === "placeholder" && last.argument === null;
}

function isList(evidence: Evidence): boolean {
  const stem = evidence.page.path.split("/").pop() ?? "";
  return /(?:^|-)list(?:-|\.)/i.test(stem) || /^list\b/i.test(evidence.page.title.value);
}

type Envelope = OperationResponse["envelope"];

function envelopeOf(evidence: Evidence, type: TypeRef | null, prose: boolean | null): Envelope {
  const shapes = evidence.shown.flatMap((response) =>
    response.body && response.body.json !== undefined ? [bodyShape(response.body.json)] : [],
  );
  const showsMany = shapes.length > 0 && shapes.every((shape) => shape === "collection");
  const showsOne = shapes.length > 0 && !shapes.includes("collection");
  const annotated = evidence.shown.some(
    (response) => response.isCollection || /^collection\(/i.test(response.odataType ?? ""),
  );
  let isMany = prose ?? (shapes.length > 0 ? shapes.includes("collection") : annotated);
  if (isMany && showsOne) isMany = !endsWithKey(evidence.lines) && isList(evidence);
  // Some pages for one object show how it is found in the collection.
  else if (!isMany && showsMany) isMany = !endsWithKey(evidence.lines);
  if (isMany) return "collection";
  const wrapped = evidence.shown.flatMap((response) => {
    const json = response.body?.json;
    return json !== undefined && bodyShape(json) === "value" ? [wrappedValue(json)] : [];
  });
  const isObject = wrapped.some((value) => typeof value === "object" && value !== null);
  const isBare = type?.kind !== "object";
  if (wrapped.length > 0 && wrapped.length === shapes.length && (isObject || isBare)) return "value";
  // OData wraps a primitive result; only an example can say that a service does not.
  return type?.kind === "primitive" && type.name !== "Untyped" && shapes.length === 0 ? "value" : "none";
}

interface TypeFinding {
  readonly type: TypeRef | null;
  /** Prose says one or many; `null` where it names no type. */
  readonly isMany: boolean | null;
}

/** What the JSON of the examples consists of; `null` where none says it, or they disagree. */
function shownKind(shown: readonly ResponseMessage[]): "object" | "primitive" | null {
  const kinds = shown.flatMap((response) => {
    const json = response.body?.json;
    if (json === undefined) return [];
    const shape = bodyShape(json);
    const value = Array.isArray(json) || shape === "object" || shape === "other" ? json : wrappedValue(json);
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item) =>
      typeof item === "object" && item !== null ? "object" : item === null ? null : "primitive",
    );
  });
  const [first] = kinds;
  return first && kinds.every((kind) => kind === first) ? first : null;
}

interface Annotated {
  readonly type: TypeRef;
  readonly place: SourcePlace;
  readonly name: string;
}

/** The types of the examples. The first item of a collection may be of a derived type, so its annotation goes first. */
function annotatedTypes({ page, shown }: Evidence, resolver: TypeResolver): Annotated[] {
  return shown.flatMap((response) => {
    const json = response.body?.json;
    const inBody = json === undefined ? null : bodyType(json);
    const isMany = json !== undefined && bodyShape(json) === "collection";
    const names = isMany ? [response.odataType, inBody] : [inBody, response.odataType];
    return names.flatMap((name) => {
      const expression = name ? annotatedType(name, response.place) : null;
      const type = expression && resolver.tryResolve(expression, page.path);
      return type && type.kind !== "unknown" ? [{ type: itemOf(type), place: response.place, name: name ?? "" }] : [];
    });
  });
}

function typeOf(evidence: Evidence, resolver: TypeResolver, report: ModelReport): TypeFinding {
  const { page, shown } = evidence;
  const section = page.response;
  const annotated = annotatedTypes(evidence, resolver);
  const witnesses = annotated.map(({ type }) => type);
  const found = section?.type ? statedType(section.type, page.path, witnesses, resolver) : null;
  const stated = found && found.kind !== "unknown" ? itemOf(found) : null;
  const isMany = section?.type ? section.isCollection || section.type.isCollection : null;
  const [first] = annotated;
  if (!stated) {
    // The last annotation is the most general one only by chance; the first is what the page shows first.
    if (section?.type && !first) return { type: resolver.resolve(section.type, page.path), isMany };
    return { type: first?.type ?? null, isMany };
  }
  if (!first || witnesses.some((type) => isSameType(type, stated))) return { type: stated, isMany };
  // Whether there are objects at all is what an example cannot get wrong.
  const kind = shownKind(shown);
  const isContradicted = kind !== null && !isRaw(stated) && kind !== kindOf(stated);
  const shownType = isContradicted ? annotated.find(({ type }) => kindOf(type) === kind) : undefined;
  const type = section?.type?.text ?? "";
  const winner = shownType ? "example" : "text";
  report.add("response-type-differs", (shownType ?? first).place, { type, other: (shownType ?? first).name, winner });
  return { type: shownType?.type ?? stated, isMany };
}

function kindOf(type: TypeRef): "object" | "primitive" | null {
  if (type.kind === "object") return "object";
  return type.kind === "primitive" && type.name !== "Untyped" ? "primitive" : null;
}

/** Types of which an example can show anything. */
function isRaw(type: TypeRef): boolean {
  return isPrimitive(type, "Stream") || isPrimitive(type, "Binary") || isPrimitive(type, "Untyped");
}

const textual = /^text\//i;
const json = /[/+]json$/i;

function mediaTypesOf(shown: readonly ResponseMessage[]): string[] {
  return [...new Set(shown.flatMap((response) => (response.body?.mediaType ? [response.body.mediaType] : [])))];
}

const mediaTypeInText = /\b(?:application|text|image|audio|video)\/[a-z\d][\w.+-]*\w/gi;

/** Media types that the text of the section names; a form is what requests send, so it speaks of another one. */
function statedMedia(page: ApiPage): string[] {
  return [...(page.response?.text ?? "").matchAll(mediaTypeInText)]
    .map((match) => match[0].toLowerCase())
    .filter((name) => name !== "application/x-www-form-urlencoded");
}

/**
 * Whether the response is a stream of events. It is `binary`, as its events are for the caller to read from the raw
 * response while they come; JSON beside it is what the operation gives unless a stream is asked for.
 */
function isEventStream(media: readonly string[]): boolean {
  return media.includes("text/event-stream") && !media.some((name) => json.test(name));
}

/** JSON that could not be read, as under a wrong media type. */
function isMeantAsJson({ body }: ResponseMessage): boolean {
  return /^\s*[{[]\s*["{}\]]/.test(body?.text ?? "");
}

function rawContent(media: readonly string[]): "text" | "binary" {
  return media.every((name) => textual.test(name)) ? "text" : "binary";
}

/** A path that ends in `$value` or `content` gives raw bytes, unless the example shows JSON. */
function isRawPath(lines: readonly RequestLine[]): boolean {
  const segment = lastSegment(lines);
  return segment === "$value" || segment === "content";
}

function contentOf(
  evidence: Evidence,
  type: TypeRef | null,
  statuses: readonly number[],
): OperationResponse["content"] {
  const { page, lines, shown } = evidence;
  const withBody = shown.filter((response) => response.body !== null && response.status !== 204);
  const isGet = lines[0]?.method === "GET";
  // A placeholder in JSON stands for the stream in some examples; a path to raw bytes may be shown beside others.
  if (isPrimitive(type, "Stream") || (isGet && isRawPath(lines))) return "binary";
  const media = mediaTypesOf(withBody);
  if (isEventStream([...media, ...statedMedia(page)])) return "binary";
  if (withBody.some((response) => response.body?.json !== undefined)) return "json";
  if (isPrimitive(type, "Binary") || (isGet && statuses.every((status) => status >= 300))) return "binary";
  if (page.response?.isEmpty || statuses.every((status) => status === 204)) return "none";
  // Neither an annotation nor a type in prose is evidence of JSON: both stand above files, too.
  const shownOrStated = media.length > 0 ? media : statedMedia(page);
  if (shownOrStated.length > 0 && !shownOrStated.some((name) => json.test(name)) && !withBody.some(isMeantAsJson))
    return rawContent(shownOrStated);
  if (type !== null || media.some((name) => json.test(name))) return "json";
  // A page that names a status and nothing else, and shows no body.
  return isGet && shown.length === 0 ? "json" : "none";
}

/** Builds the response. Reports `status-differs`, `response-type-differs`, and what resolving the type reports. */
export function buildResponse(
  page: ApiPage,
  lines: readonly RequestLine[],
  examples: readonly ExampleFact[],
  resolver: TypeResolver,
  report: ModelReport,
): OperationResponse {
  const shown = examples.flatMap((example) => example.responses).filter((response) => isSuccess(response.status));
  const evidence: Evidence = { page, lines, shown, place: page.response?.place ?? page.place };
  const statuses = statusesOf(evidence, report);
  const finding = typeOf(evidence, resolver, report);
  const content = contentOf(evidence, finding.type, statuses);
  const headers = new Set([
    ...(page.response?.headers ?? []),
    ...shown.flatMap((response) => response.headers.flatMap((header) => tellingHeaders.get(header.name) ?? [])),
  ]);
  const seen = mediaTypesOf(shown.filter((response) => response.body !== null && response.status !== 204));
  const isRawContent = content === "binary" || content === "text";
  const media =
    seen.length > 0 || !isRawContent ? seen : [...new Set(statedMedia(page).filter((name) => !json.test(name)))];
  return {
    statuses,
    content,
    envelope: content === "json" ? envelopeOf(evidence, finding.type, finding.isMany) : "none",
    type: content === "json" ? (finding.type ?? untyped) : null,
    contentTypes: content === "none" ? [] : media.length > 0 ? media : content === "json" ? ["application/json"] : [],
    headers: [...headers],
    defaultProperties: null,
    longRunning: null,
    place: evidence.place,
  };
}
