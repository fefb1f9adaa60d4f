/**
 * A value of JSON as a template literal whose text is that JSON, line by line: to read, to compare, and next to nothing
 * for a compiler. Part of the text module: see `text.ts`.
 */
import { visibleJson } from "./characters.ts";
import type { Code } from "./text.ts";

const maxLineLength = 88;

/**
 * Makes a template literal that evaluates to JSON of the value. What is no JSON is left out, or `null` in a list.
 *
 * @example jsonTemplate({ id: "7" }) // `{ "id": "7" }`
 */
export function jsonTemplate(value: unknown): Code {
  // Only these three act in a template. Line breaks are those of the layout: within strings JSON escapes them.
  return `\`${jsonText(value, "").replace(/[\\`]|\$(?=\{)/g, "\\$&")}\`` as Code;
}

function jsonText(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return scalarText(value);
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => jsonText(item, inner))
    : Object.entries(value).flatMap(([key, member]) =>
        member === undefined ? [] : `${scalarText(key)}: ${jsonText(member, inner)}`,
      );
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (items.length === 0) return open + close;
  const blank = Array.isArray(value) ? "" : " ";
  const line = `${open}${blank}${items.join(", ")}${blank}${close}`;
  if (line.length <= maxLineLength && !line.includes("\n")) return line;
  return `${open}\n${items.map((item) => inner + item).join(",\n")}\n${indent}${close}`;
}

function scalarText(value: unknown): string {
  return (
    visibleJson(JSON.stringify(value) ?? "null")
      // Code may be put into a page of HTML.
      .replaceAll("</", "<\\/")
      .replaceAll("<!", "\\u003C!")
  );
}
