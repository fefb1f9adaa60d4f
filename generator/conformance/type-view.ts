/** The object types of a model as values are compared with them: with all members, and what derives from them. */
import type { EnumType, Property } from "../model/api-model.ts";
import { nameKey } from "../model/qualified-name.ts";
import { type DeclaredProperty, type Inheritance, type Lookup, maxListedDerivedTypes } from "../shapes/inheritance.ts";
import type { ModelView } from "../shapes/model-view.ts";

export class TypeView {
  readonly inheritance: Inheritance;
  readonly enums: Lookup<EnumType>;
  /** By the list of members. */
  readonly #members = new Map<readonly DeclaredProperty[], ReadonlyMap<string, Property>>();
  readonly #byName: ReadonlyMap<string, string>;

  constructor({ model, inheritance, enums }: ModelView) {
    this.inheritance = inheritance;
    this.enums = enums;
    this.#byName = new Map(model.types.map(({ id }) => [nameKey(id), id]));
  }

  /** As the pages spell it; the `id` where the model has no such type. */
  nameOf(id: string): string {
    return this.inheritance.types.get(id)?.type.name ?? id;
  }

  /** Own and inherited properties by name; empty for an `id` that no type has. */
  membersOf(id: string): ReadonlyMap<string, Property> {
    const list = this.inheritance.membersOf(id);
    const known = this.#members.get(list);
    if (known !== undefined) return known;
    const members = new Map(list.map(({ property }) => [property.name, property]));
    this.#members.set(list, members);
    return members;
  }

  /** Properties of the types that derive from a type and that no other of the given ones has. */
  derivedMembers(id: string, given: ReadonlyMap<string, Property>): ReadonlyMap<string, Property> {
    const all = new Map(given);
    if (!this.isListed(id)) return all;
    for (const one of this.inheritance.descendantsOf(id))
      for (const [name, property] of this.membersOf(one)) if (!all.has(name)) all.set(name, property);
    return all;
  }

  /** Whether the emitted types of bodies name the types that derive from a type. */
  isListed(id: string): boolean {
    return this.inheritance.descendantsOf(id).length <= maxListedDerivedTypes;
  }

  isKey(id: string, name: string): boolean {
    return this.inheritance.types.get(id)?.type.key.includes(name) === true;
  }

  /** Whether objects may have members that no page declares: a page says so, or no page declares any. */
  isOpen(id: string): boolean {
    return this.membersOf(id).size === 0 || this.inheritance.isOpen(id);
  }

  /** Whether objects may have an `@odata.etag` that is a text: pages show one of the type, or it is an entity. */
  hasEtag(id: string): boolean {
    const chain = this.#chainOf(id).map((one) => this.inheritance.types.get(one)?.type);
    return chain.some((type) => type?.hasEtag === true) || chain.at(-1)?.kind === "entity";
  }

  /**
   * The type that an object says it is of by `@odata.type`, if that derives from the given one; `null` where it says
   * none, or another one.
   */
  derivedType(value: object, id: string): string | null {
    const stated: unknown = new Map<string, unknown>(Object.entries(value)).get("@odata.type");
    const own = typeof stated === "string" ? this.#byName.get(nameKey(stated.replace(/^#/, ""))) : undefined;
    return own !== undefined && own !== id && this.#chainOf(own).includes(id) ? own : null;
  }

  /** The type and its base types, nearest first. */
  #chainOf(id: string): readonly string[] {
    const chain: string[] = [];
    for (let at: string | null | undefined = id; at; at = this.inheritance.types.get(at)?.base) chain.push(at);
    return chain;
  }
}
