/** The YAML block at the top of a page. */
import type { Root } from "mdast";
import { parseDocument } from "yaml";
import type { SourcePlace } from "../diagnostics/place.ts";
import { placeIn } from "./blocks.ts";
import type { ReadContext } from "./read-context.ts";
import { trimmedEnd } from "./trimmed-text.ts";

export interface FrontMatter {
  readonly title: string | null;
  readonly description: string | null;
  /** `doc_type` without trailing underscores and white space, as written otherwise. */
  readonly docType: string | null;
}

const none: FrontMatter = { title: null, description: null, docType: null };

/** By the brackets, wherever they stand: a title with that many of them is no title. */
function nesting(yaml: string): number {
  let depth = 0;
  let deepest = 0;
  for (const c of yaml) {
    if (c === "[" || c === "{") deepest = Math.max(deepest, ++depth);
    else if (c === "]" || c === "}") depth--;
  }
  // Lists of lists in one line: `- - - a`.
  for (const [dashes] of yaml.matchAll(/^ *(?:- )+/gm)) deepest = Math.max(deepest, dashes.trim().length / 2);
  return deepest;
}

/** The text of a known key; what is a list or a mapping is reported and ignored. */
function textOf(value: unknown, key: string, place: SourcePlace, context: ReadContext): string | null {
  if (typeof value === "object" && value !== null)
    context.report("front-matter-invalid", place, { reason: `\`${key}\` is no text` });
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** Reads the known keys. What is not a YAML mapping is reported and ignored; other keys are none of our business. */
export function readFrontMatter(root: Root, context: ReadContext): FrontMatter {
  const node = root.children[0];
  if (node?.type !== "yaml") return none;
  const place = placeIn(context.path, node);
  const { frontMatterLength, frontMatterDepth } = context.limits;
  if (node.value.length > frontMatterLength) {
    context.report("front-matter-invalid", place, { reason: `${node.value.length} characters` });
    return none;
  }
  if (nesting(node.value) > frontMatterDepth) {
    context.report("front-matter-invalid", place, { reason: `nested more than ${frontMatterDepth} deep` });
    return none;
  }
  // `failsafe` keeps `no`, `1.0` and dates as the text they are; no aliases, so that no alias can be a bomb.
  let content: unknown;
  try {
    const document = parseDocument(node.value, { schema: "failsafe", uniqueKeys: true, logLevel: "silent" });
    const error = document.errors[0];
    if (error) {
      context.report("front-matter-invalid", place, { reason: error.message.split("\n", 1)[0] ?? "not YAML" });
      return none;
    }
    content = document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    context.report("front-matter-invalid", place, { reason: cause instanceof Error ? cause.message : "not YAML" });
    return none;
  }
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    context.report("front-matter-invalid", place, { reason: "not a mapping" });
    return none;
  }
  const entries = new Map<string, unknown>(Object.entries(content));
  const known = (key: string): string | null => textOf(entries.get(key), key, place, context);
  return {
    title: known("title"),
    description: known("description"),
    docType: trimmedEnd(known("doc_type") ?? "", "_ ") || null,
  };
}
