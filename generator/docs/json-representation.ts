/** The JSON representation of a resource: which members it shows, and what shape their values have. */
import type { Code } from "mdast";
import type { Annotation } from "./annotations.ts";
import { type Block, placeOf } from "./blocks.ts";
import type { JsonMember, JsonShape } from "./page.ts";
import type { ReadContext } from "./read-context.ts";
import { parseTolerantJson } from "./tolerant-json.ts";

function shapeOf(value: unknown): JsonShape {
  if (typeof value === "string") return { kind: "string", text: value };
  if (typeof value === "number") return { kind: "number", isInteger: Number.isInteger(value) };
  if (typeof value === "boolean") return { kind: "boolean" };
  if (Array.isArray(value)) return { kind: "array", of: value.length > 0 ? shapeOf(value[0]) : null };
  if (typeof value === "object" && value !== null) {
    const type: unknown = Object.entries(value).find(([key]) => key.toLowerCase() === "@odata.type")?.[1];
    return { kind: "object", odataType: typeof type === "string" ? type.replace(/^#/, "") : null };
  }
  return { kind: "null" };
}

/** Ids as keys are entries of a dictionary, and names with `@` are annotations. */
const memberName = /^[A-Za-z_][\w.$-]*$/;

/** The members of a JSON object, annotations (`@odata.…`, `x@odata.…`) left out; `null` where it is not an object. */
export function jsonMembers(value: unknown): JsonMember[] | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return Object.entries(value)
    .filter(([name]) => memberName.test(name))
    .map(([name, member]) => ({ name, shape: shapeOf(member) }));
}

/** Reads the representation's code block; text that is not a JSON object is reported. */
export function readRepresentation(
  block: Block<Code>,
  annotation: Annotation | null,
  context: ReadContext,
): JsonMember[] | null {
  const text = block.node.value.trim();
  if (text === "") return [];
  const reading = parseTolerantJson(text, context.limits);
  if (!reading.ok) {
    context.report("example-json-invalid", placeOf(block), { reason: reading.reason });
    return null;
  }
  if (reading.repair !== null) context.report("example-json-repaired", placeOf(block), { reason: reading.repair });
  const value: unknown = Array.isArray(reading.value) && annotation ? reading.value[0] : reading.value;
  return jsonMembers(value);
}
