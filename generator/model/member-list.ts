import type { Property } from "./api-model.ts";
import { nameKey } from "./qualified-name.ts";

/** Members of one type, in order, unique by name. */
export class MemberList {
  readonly #byName = new Map<string, Property>();
  readonly #keys = new Set<string>();

  /** In whatever letter case: the parts of a page differ in it for one and the same member. */
  has(name: string): boolean {
    return this.#keys.has(nameKey(name));
  }

  /** Adds a property, or gives the one of exactly its name that was there before. */
  add(property: Property): Property | null {
    const known = this.#byName.get(property.name);
    if (known !== undefined) return known;
    this.#byName.set(property.name, property);
    this.#keys.add(nameKey(property.name));
    return null;
  }

  /** What examples show as `null` can be `null`, where no page says otherwise. */
  allowNull(name: string): void {
    const known = this.#byName.get(name);
    if (known?.isNullable === null) this.#byName.set(name, { ...known, isNullable: true });
  }

  get all(): Property[] {
    return [...this.#byName.values()];
  }
}
