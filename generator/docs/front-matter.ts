/** The YAML block at the top of a page. */
import type { Root } from "mdast";
import { parseDocument } from "yaml";
import { placeIn } from "./blocks.ts";
import type { ReadContext } from "./read-context.ts";
import { trimmedEnd } from "./trimmed-text.ts";

/** Front matter larger than this is refused: real pages stay below 2 KB. */
export const maxFrontMatterLength = 16 * 1024;

export interface FrontMatter {
  readonly title: string | null;
  readonly description: string | null;
  /** `doc_type` without trailing underscores and white space, as written otherwise. */
  readonly docType: string | null;
}

const none: FrontMatter = { title: null, description: null, docType: null };

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** Reads the known keys. What is not a YAML mapping is reported and ignored; other keys are none of our business. */
export function readFrontMatter(root: Root, context: ReadContext): FrontMatter {
  const node = root.children[0];
  if (node?.type !== "yaml") return none;
  const place = placeIn(context.path, node);
  if (node.value.length > maxFrontMatterLength) {
    context.report("front-matter-invalid", place, { reason: `${node.value.length} characters` });
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
  return {
    title: textOf(entries.get("title")),
    description: textOf(entries.get("description")),
    docType: trimmedEnd(textOf(entries.get("doc_type")) ?? "", "_ ") || null,
  };
}
