/** Annotation comments: the JSON above a code block that says what the block is. */
import type { Html } from "mdast";
import type { SourcePlace } from "../diagnostics/place.ts";
import { type Block, isBlock, placeOf } from "./blocks.ts";
import type { ReadContext } from "./read-context.ts";
import { parseTolerantJson } from "./tolerant-json.ts";

export interface Annotation {
  /** `request`, `response`, `resource`, `ignored`, `example`, `permissions`, …; in lower case. */
  readonly blockType: string;
  readonly name: string | null;
  /** `@odata.type`, or `@type` as some pages write it; without a leading `#`. */
  readonly odataType: string | null;
  readonly isCollection: boolean;
  readonly isTruncated: boolean;
  readonly isEmpty: boolean;
  /** Text; `null` where the key is JSON `null`, which means "none"; `undefined` where it is absent. */
  readonly baseType: string | null | undefined;
  readonly keyProperty: string | null;
  readonly isOpenType: boolean;
  readonly isAbstract: boolean;
  readonly optionalProperties: readonly string[];
  readonly place: SourcePlace;
}

function text(value: unknown): string | null {
  const single: unknown = Array.isArray(value) ? value[0] : value;
  return typeof single === "string" && single.trim() !== "" ? single.trim() : null;
}

/** `true`, and the text "true" that some pages have. */
function flag(value: unknown): boolean {
  return value === true || (typeof value === "string" && value.trim().toLowerCase() === "true");
}

/** Keys that pages of references use, in lower case; other tools read those that are not read here. */
const knownKeys: ReadonlySet<string> = new Set([
  ...["blocktype", "name", "@odata.type", "@type", "iscollection", "truncated", "isempty", "basetype", "keyproperty"],
  ...["opentype", "abstract", "optionalproperties", "samplekeys", "scopes", "scope", "tags", "target", "id"],
  ...["opaqueurl", "iscomposable", "idempotent", "ismediaentity", "@type.aka", "@property.aka", "@odata.annotations"],
  ...["expectederror", "nullableproperties", "longrunning", "description", "section", "suppressions"],
]);

const knownBlocks: ReadonlySet<string> = new Set([
  ...["request", "response", "resource", "example", "ignored", "permissions", "samples", "simulatedresponse"],
  ...["error", "errors", "authscopes"],
]);

/** A type name, or a collection of one, as annotations write it; case and a leading `#` do not matter. */
const annotatedTypeName = /^#?(?:[a-z_][\w.]*|collection\( ?#?[a-z_][\w.]* ?\))$/i;

const commentBody = /^\s*<!--([\s\S]*?)-->/;

/**
 * The annotation in a comment, or `null` where the comment is prose, a linter's pragma or a page footer. Only the known
 * keys are copied: the object comes from a page.
 */
export function readAnnotation(block: Block<Html>, context: ReadContext): Annotation | null {
  const body = commentBody.exec(block.node.value)?.[1];
  if (body === undefined || !/^\s*\{/.test(body) || !/blockType/i.test(body)) return null;
  const place = placeOf(block);
  const reading = parseTolerantJson(body.trim(), { ...context.limits, jsonLength: context.limits.annotationLength });
  if (!reading.ok) {
    context.report("annotation-invalid", place, { reason: reading.reason });
    // What a block is can be said even if the rest is broken; a missing comma must not hide an example.
    const blockType = /"blockType"\s*:\s*"(\w+)"/i.exec(body)?.[1]?.toLowerCase();
    return blockType ? fromKeys(new Map([["blocktype", blockType]]), place, context) : null;
  }
  if (reading.repair !== null) context.report("annotation-repaired", place, { reason: reading.repair });
  if (typeof reading.value !== "object" || reading.value === null) return null;
  return fromKeys(
    new Map(Object.entries(reading.value).map(([key, value]): [string, unknown] => [key.toLowerCase(), value])),
    place,
    context,
  );
}

/** The type that an annotation states, without a leading `#`; reported and `null` where it is none. */
function typeName(keys: ReadonlyMap<string, unknown>, place: SourcePlace, context: ReadContext): string | null {
  const name = text(keys.get("@odata.type")) ?? text(keys.get("@type"));
  if (name === null || annotatedTypeName.test(name)) return name?.replace(/^#/, "") ?? null;
  context.report("annotation-type-invalid", place, { text: name });
  return null;
}

function reportUnknown(
  keys: ReadonlyMap<string, unknown>,
  blockType: string,
  place: SourcePlace,
  context: ReadContext,
): void {
  if (!knownBlocks.has(blockType)) context.report("annotation-unknown", place, { what: `block type \`${blockType}\`` });
  // One is enough to be found: annotations are short.
  const unknown = [...keys.keys()].find((key) => !knownKeys.has(key));
  if (unknown !== undefined) context.report("annotation-unknown", place, { what: `key \`${unknown}\`` });
}

function fromKeys(keys: ReadonlyMap<string, unknown>, place: SourcePlace, context: ReadContext): Annotation | null {
  const blockType = text(keys.get("blocktype"))?.toLowerCase();
  if (!blockType) return null;
  reportUnknown(keys, blockType, place, context);
  const optional = keys.get("optionalproperties");
  const base = keys.get("basetype");
  return {
    blockType,
    name: text(keys.get("name")),
    odataType: typeName(keys, place, context),
    isCollection: flag(keys.get("iscollection")),
    isTruncated: flag(keys.get("truncated")),
    isEmpty: flag(keys.get("isempty")),
    baseType: base === undefined ? undefined : (text(base)?.replace(/^#/, "") ?? null),
    keyProperty: text(keys.get("keyproperty")),
    isOpenType: flag(keys.get("opentype")),
    isAbstract: flag(keys.get("abstract")),
    optionalProperties: Array.isArray(optional)
      ? optional.filter((name): name is string => typeof name === "string")
      : [],
    place,
  };
}

/** Annotations by the code block that they stand before, with only other comments between. */
export function annotationsByCode(blocks: readonly Block[], context: ReadContext): ReadonlyMap<Block, Annotation> {
  const found = new Map<Block, Annotation>();
  let pending: Annotation | null = null;
  for (const block of blocks) {
    if (isBlock(block, "html")) pending = readAnnotation(block, context) ?? pending;
    else {
      if (pending && block.node.type === "code") found.set(block, pending);
      // A paragraph between the two breaks the bond, but a list is only the container of the blocks that follow.
      if (block.node.type !== "list") pending = null;
    }
  }
  return found;
}
