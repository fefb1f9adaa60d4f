/**
 * The value of `$expand` as the argument of a call, by this grammar:
 *
 *     expand  = item { "," item }
 *     item    = name [ "(" option { ";" option } ")" ]
 *     option  = [ "$" ] key "=" value
 *     key     = "select" | "expand" | "filter" | "search" | "orderby" | "top" | "skip" | "count" | "levels"
 *
 * A value ends at the next semicolon or closing parenthesis outside of quotes and parentheses. Older pages put a comma
 * between options: it is one where another option follows. Keys may be in any letter case. What the runtime would refuse
 * to send is outside the grammar, too: names that are none, and texts that could end their option.
 */
import { inQuery, NestingScanner, splitOutside } from "./split-outside.ts";

/** Options of one relationship. */
export interface ExpandItem {
  readonly select?: readonly string[];
  readonly expand?: ExpandValue;
  readonly filter?: string;
  readonly search?: string;
  readonly orderBy?: readonly string[];
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  readonly levels?: number | "max";
}

/** Relationships by name, each as it is or with options. */
export interface ExpandValue {
  readonly [name: string]: true | ExpandItem;
}

/** Deeper nesting is not read. */
const maxDepth = 20;

/**
 * Reads the value, decoded. `null` where it is outside the grammar: the names of an argument are those of relationships,
 * so that paths (`a/b`), casts and `*` have no place in it.
 */
export function readExpand(text: string): ExpandValue | null {
  return readItems(text, 0);
}

function readItems(text: string, depth: number): ExpandValue | null {
  if (depth > maxDepth || !isClosed(text)) return null;
  const entries: [string, true | ExpandItem][] = [];
  for (const part of splitOutside(text, ",", inQuery)) {
    const match = /^([A-Za-z_]\w*)\s?(?:\((.*)\))?$/s.exec(part.trim());
    const [, name = "", options] = match ?? [];
    const item = options === undefined ? true : readOptions(options, depth);
    if (match === null || item === null || entries.some(([known]) => known === name)) return null;
    entries.push([name, item]);
  }
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function isClosed(text: string): boolean {
  const scanner = new NestingScanner(inQuery);
  for (const character of text) scanner.read(character);
  return scanner.isClosed;
}

function readOptions(text: string, depth: number): ExpandItem | true | null {
  if (!isClosed(text)) return null;
  const item: Writable = {};
  for (const part of optionTexts(text)) {
    const equals = part.indexOf("=");
    const key = keys.get(part.slice(0, equals).trim().replace(/^\$/, "").toLowerCase());
    const value = part.slice(equals + 1).trim();
    if (equals < 0 || key === undefined || value === "" || item[key] !== undefined) return null;
    if (!setOption(item, key, value, depth)) return null;
  }
  return Object.keys(item).length === 0 ? true : item;
}

type Writable = { -readonly [Key in keyof ExpandItem]: ExpandItem[Key] };

const keys: ReadonlyMap<string, keyof ExpandItem> = new Map([
  ["select", "select"],
  ["expand", "expand"],
  ["filter", "filter"],
  ["search", "search"],
  ["orderby", "orderBy"],
  ["top", "top"],
  ["skip", "skip"],
  ["count", "count"],
  ["levels", "levels"],
]);

/** The options between semicolons, and between commas where an option follows. */
function optionTexts(text: string): readonly string[] {
  return splitOutside(text, ";", inQuery)
    .flatMap((part) => {
      const joined: string[] = [];
      for (const piece of splitOutside(part, ",", inQuery)) {
        const last = joined.length - 1;
        const isOption = /^\s{0,8}\$?[A-Za-z]{3,7}\s{0,8}=/.test(piece);
        if (last < 0 || isOption) joined.push(piece);
        else joined[last] += `,${piece}`;
      }
      return joined;
    })
    .filter((part) => part.trim() !== "");
}

/** @returns whether the value is one of its option */
function setOption(item: Writable, key: keyof ExpandItem, value: string, depth: number): boolean {
  switch (key) {
    case "select":
      item.select = listOf(value);
      return item.select.every((name) => /^[^\s(),;='"&?#]+$/.test(name));
    case "orderBy":
      item.orderBy = listOf(value);
      return staysInside(value, "'") && item.orderBy.every(isSortKey);
    case "filter":
      item.filter = value;
      return staysInside(value, "'");
    case "search":
      item.search = value;
      // Services differ in what they take for a quote there.
      return staysInside(value, "'") && staysInside(value, '"') && !value.includes("\\");
    case "top":
    case "skip":
      if (!/^\d{1,9}$/.test(value)) return false;
      item[key] = Number(value);
      return true;
    case "count":
      if (!/^(?:true|false)$/i.test(value)) return false;
      item.count = value.toLowerCase() === "true";
      return true;
    case "levels":
      if (!/^(?:\d{1,9}|max)$/i.test(value)) return false;
      item.levels = /^max$/i.test(value) ? "max" : Number(value);
      return true;
    case "expand": {
      const expand = readItems(value, depth + 1);
      if (expand === null) return false;
      item.expand = expand;
      return true;
    }
  }
}

/** Whether a text cannot end the option that it stands in: all is closed, and no semicolon stands outside of quotes. */
function staysInside(text: string, quote: string): boolean {
  const scanner = new NestingScanner({ quotes: quote, opening: "(", closing: ")" });
  for (const character of text) {
    const isOutside = scanner.read(character);
    if (!scanner.isQuoted && (character === ";" || (isOutside && character === ")"))) return false;
  }
  return scanner.isClosed;
}

/** Whether a list is sorted by it: a property, a path or a function, and a direction perhaps. */
export function isSortKey(text: string): boolean {
  return /^[^\s/][^\s]*(?: (?:asc|desc))?$/.test(text) || text.includes("(");
}

/** The items of `$select` and `$orderby`. */
export function listOf(text: string): readonly string[] {
  return splitOutside(text, ",", inQuery)
    .map((name) => name.trim().replace(/\s+/g, " "))
    .filter((name) => name !== "");
}
