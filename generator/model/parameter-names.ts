/**
 * Names of path parameters in the SDK. The rule, by path alone:
 *
 * 1. an argument keeps its name: `f(rows={n})` → `rows`, `/code={code}` → `code`;
 * 2. a placeholder whose name says only that it is a key (`{id}`, `{name}`, `{id | code}`), one without a name and one
 *    whose name comes again in the path is named after the segment before it, in the singular:
 *    `/makers/{id}/parts/{id}` → `makerId`, `partId`; `/sheets/{id | name}` → `sheetId`;
 * 3. any other one by its own first name: `{maker-id | maker-code}` → `makerId`;
 * 4. what is taken in the same path gets a number.
 */
import type { PathPiece } from "../docs/page.ts";
import { camelCase, capitalised, wordsOf } from "./camel-case.ts";
import { singular } from "./inflection.ts";

type Placeholder = Extract<PathPiece, { kind: "placeholder" }>;

/** Names that say how something is addressed and not what. */
const bareName = /^(?:id|name|key|index|number|guid|uuid|value)\d*$/i;

/** The last static segment of a text before a placeholder: no `$`-segment, of a cast the last word, no arguments. */
function segmentBefore(text: string): string {
  const segments = text.split("/").map((segment) => segment.replace(/[(:=].*$/s, ""));
  for (const segment of segments.reverse()) {
    const word = segment.split(".").pop() ?? "";
    if (/^[A-Za-z]/.test(word) && !segment.startsWith("$")) return word;
  }
  return "";
}

function ownWord(piece: Placeholder): string {
  return (piece.alternatives[0] ?? "").trim();
}

function suffixOf(word: string): string {
  const bare = bareName.exec(word)?.[0].replace(/\d+$/, "") ?? "id";
  return capitalised(bare.toLowerCase());
}

/** The name of a placeholder by rules 1 to 3; `""` where nothing gives one. */
function baseName(piece: Placeholder, before: string, isRepeated: boolean): string {
  if (piece.argument !== null) return camelCase(wordsOf(piece.argument));
  const own = ownWord(piece);
  const segment = segmentBefore(before);
  const isBare = own === "" || bareName.test(own);
  if ((isBare || isRepeated) && segment !== "") {
    const words = wordsOf(segment);
    const owner = camelCase([...words.slice(0, -1), singular(words[words.length - 1] ?? "")]);
    const suffix = suffixOf(own);
    // `/names/{name}` needs no second "name".
    return owner.toLowerCase().endsWith(suffix.toLowerCase()) && own !== "" ? owner : owner + suffix;
  }
  return camelCase(wordsOf(own));
}

/**
 * The names of a path's placeholders, in order; each one is an identifier and unique in the path.
 *
 * @example parameterNames(pieces of "/makers/{id}/parts/{id}") // ["makerId", "partId"]
 */
export function parameterNames(pieces: readonly PathPiece[]): string[] {
  const names: string[] = [];
  const taken = new Set<string>();
  /** The next number for each name, so that many of one name do not count up from the start each. */
  const numbers = new Map<string, number>();
  const words = new Set<string>();
  let before = "";
  for (const piece of pieces) {
    if (piece.kind === "text") {
      before = piece.text;
      continue;
    }
    const own = ownWord(piece).toLowerCase();
    const base = baseName(piece, before, own !== "" && words.has(own)) || "value";
    words.add(own);
    let name = base;
    for (let number = numbers.get(base) ?? 2; taken.has(name); number++) {
      name = `${base}${number}`;
      numbers.set(base, number + 1);
    }
    taken.add(name);
    names.push(name);
    // Of two placeholders in a row only the first one follows a segment.
    before = "";
  }
  return names;
}
