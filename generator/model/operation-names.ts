/**
 * Names of functions. The rule is a function of one page alone, so that no other page can change a name:
 *
 * 1. the `names:` setting, by the operation's id (the page without `.md`; `page#METHOD` for further methods);
 * 2. the file name, if it has the form `<owner>-<verb>-<rest>`: words joined by `-`, of which owner and rest may have
 *    several and `<rest>` may be missing. All words of the owner count: leaving out what looks like a mere area would
 *    give pages of two areas one name.
 *
 *    | verb in the file name | name | example |
 *    |---|---|---|
 *    | `list` | `list` owner rest, the last one in the plural | `widget-list` → `listWidgets`, `widget-list-parts` → `listWidgetParts` |
 *    | `get` | `get` owner rest | `widget-get` → `getWidget`, `widget-get-maker` → `getWidgetMaker` |
 *    | `post`, `create` | `create` owner rest, a rest in the singular; `add` for `$ref` | `maker-post-widgets` → `createMakerWidget` |
 *    | `update`, `patch` | `update` owner rest | `widget-update` → `updateWidget` |
 *    | `put`, `upsert` | the verb, owner, rest | `widget-put-image` → `putWidgetImage` |
 *    | `delete`, `remove` | `delete` owner rest; `remove` for `$ref` | `maker-delete-widgets` → `removeMakerWidget` |
 *    | `delta` | `delta` owner in the plural | `widget-delta` → `deltaWidgets` |
 *    | any other word, as the last one | owner, then the word | `widget-polish` → `widgetPolish` |
 *
 *    A word that only repeats the one before it is left out (`maker-post-makers` → `createMaker`), a rest that the path
 *    follows with a key is singular. Capitals inside of words come from the page (see `page-words.ts`).
 *    `<verb>-<rest>` is read likewise: `create-widget` → `createWidget`. What gives the raw content beside another
 *    operation of its page is called like that one, with `Content` behind it;
 * 3. else the method's verb and the static segments of the first path: `PATCH /makers/{}/parts/{}` → `updateMakerPart`;
 * 4. else the words of the title.
 *
 * Two operations that still get one name: the first by id keeps it, the other one gets the name by rule 3, or by rule
 * 4, or a number, whichever is free first; `name-collision` names both and the entry that settles it.
 */
import type { ApiPage, RequestLine } from "../docs/page.ts";
import type { HttpMethod } from "./api-model.ts";
import { camelCase, capitalised, wordsOf } from "./camel-case.ts";
import { isPlural, plural, singular } from "./inflection.ts";
import type { ModelReport } from "./model-report.ts";
import { createPageWordReader, type PageWordReader, spelled } from "./page-words.ts";

/** What a name is made of: one method of one page. */
export interface NamedOperation {
  readonly id: string;
  readonly page: ApiPage;
  readonly method: HttpMethod;
  /** Request lines of that method. */
  readonly lines: readonly RequestLine[];
  /** Not the first method of its page. */
  readonly isFurther: boolean;
  /** The raw content of what another operation of the page gives. */
  readonly isRaw: boolean;
}

type Verb = "list" | "get" | "create" | "update" | "put" | "upsert" | "delete" | "delta";

const verbs: ReadonlyMap<string, Verb> = new Map([
  ["list", "list"],
  ["get", "get"],
  ["post", "create"],
  ["create", "create"],
  ["update", "update"],
  ["patch", "update"],
  ["put", "put"],
  ["upsert", "upsert"],
  ["delete", "delete"],
  ["remove", "delete"],
  ["delta", "delta"],
]);

/** Verbs that may stand first in a file name. `post` and `list` are left out: they name resources as well. */
const leadingVerbs: ReadonlySet<string> = new Set(["get", "create", "update", "delete", "remove", "upsert"]);

/** Words that TypeScript does not take as the name of a function, and a few that would hide a global one. */
const reserved: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const constructor continue debugger default delete do else enum eval export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public " +
    "return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

export interface StemParts {
  /** Empty where the verb comes first. */
  readonly owner: readonly string[];
  /** `null`: the action is no standard verb and stands in `rest`. */
  readonly verb: Verb | null;
  readonly rest: readonly string[];
}

function fileStem(page: ApiPage): string {
  return (page.path.split("/").pop() ?? "").replace(/\.md$/i, "");
}

/** Letters first, and not a hash or a number with letters in it. */
function isWord(token: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(token)) return false;
  const digits = token.replace(/\D/g, "").length;
  return digits < 4 || digits * 2 < token.length;
}

/** The parts of a file name, or `null` where it has not the form of rule 2. */
export function readStem(stem: string): StemParts | null {
  const tokens = stem.split("-");
  const [first] = tokens;
  if (tokens.length < 2 || first === undefined || !tokens.every(isWord)) return null;
  const at = tokens.findIndex((token, i) => i > 0 && verbs.has(token.toLowerCase()));
  if (at > 0) {
    const verb = verbs.get((tokens[at] ?? "").toLowerCase()) ?? null;
    return { owner: tokens.slice(0, at), verb, rest: tokens.slice(at + 1) };
  }
  if (leadingVerbs.has(first.toLowerCase()))
    return { owner: [], verb: verbs.get(first.toLowerCase()) ?? null, rest: tokens.slice(1) };
  return { owner: tokens.slice(0, -1), verb: null, rest: tokens.slice(-1) };
}

/** Whether the path's last static segment (but `$ref` and the like) is followed by a key. */
function endsWithKey(line: RequestLine | undefined): boolean {
  const pieces = line?.pieces ?? [];
  const last = pieces[pieces.length - 1];
  if (last?.kind === "placeholder") return last.argument === null;
  const before = pieces[pieces.length - 2];
  return last?.kind === "text" && /^\/\$\w+$/.test(last.text) && before?.kind === "placeholder";
}

function isReference(line: RequestLine | undefined): boolean {
  const last = line?.pieces[line.pieces.length - 1];
  return last?.kind === "text" && /\/\$ref$/i.test(last.text);
}

/** Whether the path ends with the last of the words. */
function isCollection(line: RequestLine | undefined, words: readonly string[]): boolean {
  const last = line?.pieces[line.pieces.length - 1];
  const word = words[words.length - 1]?.toLowerCase();
  return last?.kind === "text" && word !== undefined && last.text.toLowerCase().endsWith(`/${word}`);
}

function lastChanged(words: readonly string[], change: (word: string) => string): string[] {
  return words.map((word, i) => (i === words.length - 1 ? change(word) : word));
}

/** Words without those that say the one before them again, in either number: the more special one, the last, stays. */
function withoutRepeats(words: readonly string[]): string[] {
  return words.filter((word, i) => singular(word).toLowerCase() !== singular(words[i + 1] ?? "").toLowerCase());
}

const methodVerbs: Readonly<Record<HttpMethod, string>> = {
  GET: "get",
  POST: "create",
  PUT: "put",
  PATCH: "update",
  DELETE: "delete",
  HEAD: "head",
  OPTIONS: "options",
};

/** The name by rule 2. */
function nameByStem(operation: NamedOperation, parts: StemParts, readWords: PageWordReader): string {
  const words = readWords(operation.page);
  const [line] = operation.lines;
  const owner = parts.owner.map((token) => spelled(token, words));
  const rest = parts.rest.map((token) => spelled(token, words));
  const all = withoutRepeats([...owner, ...rest]);
  const { verb } = parts;
  if (verb === null) {
    const name = camelCase(all);
    return operation.isFurther ? name + capitalised(operation.method.toLowerCase()) : name;
  }
  const keyed = rest.length > 0 && endsWithKey(line) ? lastChanged(all, singular) : all;
  if (operation.isFurther) return camelCase([methodVerbs[operation.method], ...keyed]);
  switch (verb) {
    case "list":
      return camelCase(["list", ...(rest.length === 0 ? lastChanged(all, plural) : all)]);
    case "delta":
      return camelCase(["delta", ...lastChanged(all, plural)]);
    case "create":
      // An owner in the plural is a collection if the path says so; otherwise it is the name of a thing.
      return camelCase([
        isReference(line) ? "add" : "create",
        ...(rest.length > 0 || isCollection(line, all) ? lastChanged(all, singular) : all),
      ]);
    case "delete":
      return camelCase([isReference(line) && rest.length > 0 ? "remove" : "delete", ...keyed]);
    default:
      return camelCase([verb, ...keyed]);
  }
}

interface PathSegment {
  readonly word: string;
  readonly hasKey: boolean;
}

/** Static segments of a path, without casts, `$`-segments and arguments. */
function pathSegments(line: RequestLine): PathSegment[] {
  const segments: PathSegment[] = [];
  let inArguments = false;
  for (const piece of line.pieces) {
    if (piece.kind === "placeholder") {
      const last = segments[segments.length - 1];
      if (last && !inArguments && piece.argument === null) segments[segments.length - 1] = { ...last, hasKey: true };
      continue;
    }
    for (const [i, part] of piece.text.split("/").entries()) {
      const name = (inArguments && i === 0 ? "" : part).split("(", 1)[0] ?? "";
      if (part.includes("(")) inArguments = !part.includes(")");
      else if (part.includes(")")) inArguments = false;
      const word =
        name
          .replace(/[:=].*$/, "")
          .split(".")
          .pop() ?? "";
      if (/^[A-Za-z]/.test(word)) segments.push({ word, hasKey: false });
    }
  }
  return segments;
}

/** The name by rule 3, or `""` for an operation without path. */
function nameByPath(operation: NamedOperation): string {
  const [line] = operation.lines;
  const segments = line ? pathSegments(line) : [];
  const last = segments[segments.length - 1];
  if (!line || !last) return "";
  const words = segments.flatMap((segment) => wordsOf(segment.hasKey ? singular(segment.word) : segment.word));
  const isAction = operation.method === "POST" && !last.hasKey && !isPlural(last.word) && segments.length > 1;
  if (isAction && !isReference(line)) return camelCase(words);
  const isList = operation.method === "GET" && !last.hasKey && isPlural(last.word);
  if (operation.method === "POST")
    return camelCase([isReference(line) ? "add" : "create", ...lastChanged(words, singular)]);
  return camelCase([isList ? "list" : methodVerbs[operation.method], ...words]);
}

function safe(name: string): string {
  return reserved.has(name) ? `${name}Operation` : name;
}

const articles: ReadonlySet<string> = new Set(["a", "an", "the"]);

/** The names that an operation may have, best first: the one by the rule, then those for a collision. */
function candidateNames(operation: NamedOperation, readWords: PageWordReader): string[] {
  const parts = readStem(fileStem(operation.page));
  const title = wordsOf(operation.page.title.value).filter((word) => !articles.has(word.toLowerCase()));
  const found = [parts ? nameByStem(operation, parts, readWords) : "", nameByPath(operation), camelCase(title)];
  const suffix = operation.isRaw ? "Content" : "";
  return [...new Set(found.filter((name) => name !== "").map((name) => safe(name + suffix)))];
}

/**
 * The file that an operation is emitted to: the owner's words of the file name, the last one in the plural; else the
 * first static segment of its path; else `operations`. Not respelled by the page: all pages of one owner have to agree.
 */
export function resourceOf(operation: NamedOperation): string {
  const owner = readStem(fileStem(operation.page))?.owner ?? [];
  if (owner.length > 0) return lastChanged(owner, plural).join("-").toLowerCase();
  const [line] = operation.lines;
  const first = line && pathSegments(line)[0]?.word;
  return first
    ? wordsOf(first.replace(/([a-z\d])([A-Z])/g, "$1-$2"))
        .join("-")
        .toLowerCase()
    : "operations";
}

function firstFree(candidates: readonly string[], taken: ReadonlyMap<string, unknown>): string {
  const free = candidates.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  const base = candidates[0] ?? "operation";
  let number = 2;
  while (taken.has(`${base}${number}`)) number++;
  return `${base}${number}`;
}

/**
 * Names for all operations, by id. Settings go first, so that a name that somebody asked for is never given away.
 *
 * Reports `name-collision`.
 */
export function assignOperationNames(
  operations: readonly NamedOperation[],
  settings: ReadonlyMap<string, string>,
  report: ModelReport,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const owners = new Map<string, NamedOperation>();
  const give = (operation: NamedOperation, candidates: readonly string[]): void => {
    const wanted = candidates[0] ?? "operation";
    const given = firstFree(candidates, owners);
    const owner = owners.get(wanted);
    if (owner) {
      const related = { place: owner.page.place, message: `\`${wanted}\` is the name of \`${owner.id}\`` };
      report.add("name-collision", operation.page.place, { name: wanted, given, key: operation.id }, related);
    }
    owners.set(given, operation);
    names.set(operation.id, given);
  };
  for (const operation of operations) {
    const wanted = settings.get(operation.id);
    if (wanted !== undefined) give(operation, [wanted]);
  }
  const readWords = createPageWordReader();
  for (const operation of operations)
    if (!names.has(operation.id)) give(operation, candidateNames(operation, readWords));
  return names;
}
