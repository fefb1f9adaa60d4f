/**
 * Compares a value of JSON with a type of the model, as strictly as TypeScript compares it with the emitted type, and
 * with the place of each contradiction inside the value.
 */
import type { EnumType, PrimitiveName, Property, TypeRef } from "../model/api-model.ts";
import { sentinel } from "../model/enum-evidence.ts";
import { jsonKinds } from "../model/json-kinds.ts";
import { nameKey } from "../model/qualified-name.ts";
import { isUntyped } from "../model/untyped.ts";
import { objectMembers } from "../shapes/object-members.ts";
import { type Contradiction, pathText, type ValuePath } from "./contradictions.ts";
import { Finding } from "./finding.ts";
import { isPlaceholder } from "./placeholder.ts";
import type { TypeView } from "./type-view.ts";

/** `write`: sent in a body; `read`: given by the service. */
export type Direction = "read" | "write";

/** Where a value stands, and what that means for it. */
export interface ValuePlace {
  readonly path: ValuePath;
  readonly direction: Direction;
  /** Whether `null` is a value: what the pages say, or nothing. */
  readonly isNullable: boolean | null;
  /** A member of the body itself, whose emitted type is that of its page; deeper ones are typed as they are read. */
  readonly isBodyMember: boolean;
}

/** Deeper values are not compared: examples nest a few levels, and a hostile one must not use up the stack. */
const maxDepth = 60;

const string: TypeRef = { kind: "primitive", name: "String" };

const etag = "@odata.etag";

export class ValueComparison {
  readonly #types: TypeView;
  /** Whether `null` is a value where no page says whether it is. */
  readonly #isLenient: boolean;

  constructor(types: TypeView, isLenient: boolean) {
    this.#types = types;
    this.#isLenient = isLenient;
  }

  /** Compares a value; all members may be missing, as an example may show a part. */
  value(value: unknown, type: TypeRef, at: ValuePlace, finding: Finding): void {
    if (at.path.length > maxDepth || isUntyped(type)) return;
    if (value === null) this.#null(type, at, finding);
    else if (type.kind === "primitive") this.#primitive(value, type.name, at, finding);
    else if (type.kind === "literals") this.value(value, string, at, finding);
    else if (type.kind === "enum") this.#enum(value, type.id, at, finding);
    else if (type.kind === "object") this.#object(value, type.id, at, finding);
    else if (type.kind === "collection") this.#collection(value, type.of, at, finding);
    else if (type.kind === "union") this.#union(value, type.options, at, finding);
  }

  /**
   * Compares the members of an object with declared ones.
   *
   * @param isOpen whether others may stand beside them
   * @param placeOf what is special about the place of a member
   */
  members(
    value: object,
    declared: ReadonlyMap<string, Property>,
    isOpen: boolean,
    at: ValuePlace,
    finding: Finding,
    placeOf: (property: Property) => Pick<ValuePlace, "isNullable" | "isBodyMember">,
  ): void {
    const further: string[] = [];
    for (const [name, member] of Object.entries(value)) {
      const property = declared.get(name);
      const path = [...at.path, name];
      if (property !== undefined) {
        this.value(member, property.type, { ...at, path, ...placeOf(property) }, finding);
      } else if (name === "@odata.type") {
        this.value(member, string, { ...at, path, isNullable: false }, finding);
      } else if (!name.includes("@")) {
        if (isOpen) further.push(name);
        else
          finding.add(
            "example-member-undeclared",
            path,
            `\`${pathText(path)}\` is in no table${hint(name, declared.keys())}`,
          );
      }
    }
    if (further.length > 0) finding.further.push({ path: at.path, names: further });
    const shadowed = [...objectMembers].filter((name) => declared.has(name) && !Object.hasOwn(value, name));
    if (shadowed.length > 0) finding.shadowed.push({ path: at.path, names: shadowed });
  }

  #null(type: TypeRef, at: ValuePlace, finding: Finding): void {
    const isAllowed = at.isNullable ?? this.#isLenient;
    if (isAllowed || (type.kind === "union" && type.options.some(isUntyped))) return;
    finding.add("example-value-null", at.path, `${nameOf(at)} is \`null\`, and no page says that it may be`);
  }

  #union(value: unknown, options: readonly TypeRef[], at: ValuePlace, finding: Finding): void {
    const tried = options.map((option) => {
      const one = new Finding();
      this.value(value, option, at, one);
      return { one, elsewhere: one.contradictions.filter((found) => this.#isDeclaredBy(options, found, at)) };
    });
    const [best] = tried.sort(
      (a, b) =>
        a.elsewhere.length - b.elsewhere.length ||
        a.one.contradictions.length - b.one.contradictions.length ||
        a.one.placeholders.length - b.one.placeholders.length,
    );
    // To who writes such a value, a member of one of the types may stand in any of them.
    best?.one.drop(best.elsewhere);
    if (best !== undefined) finding.take(best.one);
  }

  /** Whether a member that one type of a union does not declare is one of another's. */
  #isDeclaredBy(options: readonly TypeRef[], { code, path }: Contradiction, at: ValuePlace): boolean {
    const name = path.at(-1);
    if (code !== "example-member-undeclared" || path.length !== at.path.length + 1 || typeof name !== "string")
      return false;
    return options.some((option) => option.kind === "object" && this.#types.membersOf(option.id).has(name));
  }

  #primitive(value: unknown, name: PrimitiveName, at: ValuePlace, finding: Finding): void {
    if (typeof value !== jsonKinds[name]) this.#otherKind(value, name, at, finding);
  }

  #otherKind(value: unknown, expected: string, at: ValuePlace, finding: Finding): void {
    if (typeof value === "string" && isPlaceholder(value, [memberName(at), expected]))
      finding.placeholders.push(at.path);
    else finding.add("example-value-type", at.path, `${nameOf(at)} is ${kindOf(value)}, expected ${expected}`);
  }

  #enum(value: unknown, id: string, at: ValuePlace, finding: Finding): void {
    const type = this.#types.enums.get(id);
    if (type === undefined || type.members.length === 0) this.#primitive(value, "String", at, finding);
    else if (Array.isArray(value) && type.isFlags && at.direction === "write" && at.isBodyMember)
      for (const [index, item] of value.entries())
        this.#enumText(item, type, { ...at, path: [...at.path, index] }, finding);
    else this.#enumText(value, type, at, finding);
  }

  #enumText(value: unknown, type: EnumType, at: ValuePlace, finding: Finding): void {
    if (typeof value !== "string") {
      this.#otherKind(value, type.name, at, finding);
      return;
    }
    // New members come in what is read. That they will is all that the sentinel says: it is not sent.
    const isClosed = !type.isFlags && (!type.isEvolvable || (at.direction === "write" && at.isBodyMember));
    if (!isClosed) return;
    const sendable = type.members.filter((member) => nameKey(member.value) !== sentinel);
    const members = type.isEvolvable && sendable.length > 0 ? sendable : type.members;
    if (members.some((member) => member.value === value)) return;
    if (isPlaceholder(value, [memberName(at), type.name])) {
      finding.placeholders.push(at.path);
      return;
    }
    const other = hint(
      value,
      members.map((member) => member.value),
    );
    finding.add("example-value-enum", at.path, `${nameOf(at)} is \`${value}\`, no member of ${type.name}${other}`);
  }

  #collection(value: unknown, of: TypeRef, at: ValuePlace, finding: Finding): void {
    if (!Array.isArray(value)) {
      this.#otherKind(value, "a list", at, finding);
      return;
    }
    for (const [index, item] of value.entries())
      this.value(item, of, { ...at, path: [...at.path, index], isNullable: false }, finding);
  }

  #object(value: unknown, id: string, at: ValuePlace, finding: Finding): void {
    if (this.#types.inheritance.types.get(id) === undefined) return;
    if (!isObject(value)) {
      this.#otherKind(value, this.#types.nameOf(id), at, finding);
      return;
    }
    const derived = this.#types.derivedType(value, id);
    const actual = derived ?? id;
    if (derived !== null) finding.derived.push({ path: at.path, id: derived });
    const own = this.#types.membersOf(actual);
    // Only where the body itself has the object is its emitted type a union with the derived types.
    const isUnion = derived === null && at.direction === "write" && at.isBodyMember;
    const declared = isUnion ? this.#types.derivedMembers(id, own) : own;
    if (Object.hasOwn(value, etag) && !declared.has(etag) && this.#types.hasEtag(actual)) {
      const path = [...at.path, etag];
      this.value(new Map(Object.entries(value)).get(etag), string, { ...at, path, isNullable: false }, finding);
    }
    this.members(value, declared, this.#types.isOpen(actual), at, finding, ({ name, isNullable }) => ({
      // A key is there unless a page says otherwise.
      isNullable: isNullable ?? (this.#types.isKey(actual, name) ? false : null),
      isBodyMember: false,
    }));
  }
}

function nameOf({ path }: ValuePlace): string {
  return path.length === 0 ? "The body" : `\`${pathText(path)}\``;
}

/** Of the member that a value belongs to, also inside of a list. */
function memberName({ path }: ValuePlace): string {
  return String(path.findLast((step) => typeof step === "string") ?? "");
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** The name that differs in letter case only. */
function hint(name: string, known: Iterable<string>): string {
  const lower = name.toLowerCase();
  const other = [...known].find((one) => one.toLowerCase() === lower);
  return other === undefined ? "" : `, perhaps \`${other}\``;
}
