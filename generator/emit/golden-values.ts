/** Values of examples as typed code: what stands against the types is marked, and the rest is checked by the compiler. */
import type { ValuePath } from "../conformance/contradictions.ts";
import type { Conformance } from "../conformance/finding.ts";
import { type Code, code, type Identifier, joinCode, stringLiteral } from "./text.ts";
import { listCode, memberCode, objectCode, scalarCode } from "./value-code.ts";

/** The functions that mark values, by their names in `golden/shown.ts`. */
export type MarkName =
  | "absent"
  | "contradiction"
  | "further"
  | "incomplete"
  | "lacks"
  | "placeholder"
  | "sent"
  | "shown"
  | "undeclared"
  | "unset";

export interface Marks {
  /** The local name of a mark. */
  use(name: MarkName): Identifier;
  /** The text of a type of the model, by `id`; `null` if there is no such type. */
  typeName(id: string): Identifier | null;
}

interface Findings {
  readonly wrong: ReadonlySet<string>;
  readonly placeholders: ReadonlySet<string>;
  /** Names of undeclared members by the object that has them. */
  readonly undeclared: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of missing members by the object that lacks them. */
  readonly missing: ReadonlyMap<string, ReadonlySet<string>>;
  readonly further: ReadonlySet<string>;
  readonly shadowed: ReadonlyMap<string, readonly string[]>;
  readonly derived: ReadonlyMap<string, string>;
}

function keyOf(path: ValuePath): string {
  return JSON.stringify(path);
}

function findingsOf(conformance: Conformance | null): Findings {
  const wrong = new Set<string>();
  const missing = new Map<string, Set<string>>();
  const undeclared = new Map<string, Set<string>>();
  const note = (names: Map<string, Set<string>>, path: ValuePath): void => {
    const parent = keyOf(path.slice(0, -1));
    names.set(parent, (names.get(parent) ?? new Set()).add(String(path.at(-1))));
  };
  for (const { code: kind, path } of conformance?.contradictions ?? []) {
    if (kind === "example-member-missing") note(missing, path);
    else if (kind === "example-member-undeclared") note(undeclared, path);
    else wrong.add(keyOf(path));
  }
  return {
    wrong,
    missing,
    undeclared,
    placeholders: new Set(conformance?.placeholders.map(keyOf)),
    further: new Set(conformance?.further.map(({ path }) => keyOf(path))),
    shadowed: new Map(conformance?.shadowed.map(({ path, names }) => [keyOf(path), names])),
    derived: new Map(conformance?.derived.map(({ path, id }) => [keyOf(path), id])),
  };
}

/**
 * Writes a value.
 *
 * @param direction of a body that is sent, or of what a response shows
 */
export function goldenValue(
  value: unknown,
  conformance: Conformance | null,
  direction: "read" | "write",
  marks: Marks,
): Code {
  return new Writer(findingsOf(conformance), direction, marks).value(value, []);
}

class Writer {
  readonly #findings: Findings;
  readonly #direction: "read" | "write";
  readonly #marks: Marks;

  constructor(findings: Findings, direction: "read" | "write", marks: Marks) {
    this.#findings = findings;
    this.#direction = direction;
    this.#marks = marks;
  }

  value(value: unknown, path: ValuePath): Code {
    const key = keyOf(path);
    if (this.#findings.placeholders.has(key))
      return code`${this.#marks.use("placeholder")}(${stringLiteral(String(value))})`;
    if (this.#findings.wrong.has(key)) return code`${this.#marks.use("contradiction")}(${this.#plain(value, path)})`;
    return this.#plain(value, path);
  }

  #plain(value: unknown, path: ValuePath): Code {
    if (Array.isArray(value)) return listCode(value.map((item, index) => this.value(item, [...path, index])));
    if (typeof value !== "object" || value === null) return scalarCode(value);
    const key = keyOf(path);
    const undeclared = this.#findings.undeclared.get(key);
    const entries = Object.entries(value);
    const membersOf = (some: typeof entries): readonly Code[] =>
      some.map(([name, member]) => memberCode(name, this.value(member, [...path, name])));
    const unset = this.#findings.shadowed.get(key) ?? [];
    const isUndeclared = ([name]: [string, unknown]): boolean => undeclared?.has(name) === true;
    const missing = this.#findings.missing.get(key);
    let text = objectCode([
      ...membersOf(entries.filter((entry) => !isUndeclared(entry))),
      ...unset.map((name) => memberCode(name, code`${this.#marks.use("unset")}()`)),
    ]);
    if (missing !== undefined) {
      const names = listCode([...missing].map(stringLiteral));
      text = code`${this.#marks.use("incomplete")}(${joinCode([names, text], ", ")})`;
    }
    // The body itself takes what derived types have, and further members, by its own type.
    const isBody = path.length === 0 && this.#direction === "write";
    const isUnlisted = isBody && this.#findings.derived.has(key);
    if (this.#findings.further.has(key) && (!isBody || isUnlisted)) text = code`${this.#marks.use("further")}(${text})`;
    // Around the further ones: to what takes any member, none is undeclared.
    if (undeclared !== undefined)
      text = code`${this.#marks.use("undeclared")}(${joinCode([text, objectCode(membersOf(entries.filter(isUndeclared)))], ", ")})`;
    const derived = this.#findings.derived.get(key);
    const type = derived === undefined ? null : this.#marks.typeName(derived);
    if (type === null || isBody) return text;
    return code`${this.#marks.use(this.#direction === "read" ? "shown" : "sent")}<${type}>(${text})`;
  }
}
