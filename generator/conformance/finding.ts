/** What is found while a value is compared with a type. */
import type { Contradiction, ContradictionCode, ValuePath } from "./contradictions.ts";

/** What was found of a value. */
export interface Conformance {
  /** In the order of the value. */
  readonly contradictions: readonly Contradiction[];
  /** Parts that stand for a value, where the type would not have them. */
  readonly placeholders: readonly ValuePath[];
  /** Objects that say to be of a type that derives from the declared one: `id` of that. */
  readonly derived: readonly { readonly path: ValuePath; readonly id: string }[];
  /** Objects with members beyond the documented ones, of types that may have such, and the names of these. */
  readonly further: readonly { readonly path: ValuePath; readonly names: readonly string[] }[];
  /** Members that an object does not have, and that are called as something that every object has. */
  readonly shadowed: readonly { readonly path: ValuePath; readonly names: readonly string[] }[];
}

/** Collects findings. */
export class Finding implements Conformance {
  readonly contradictions: Contradiction[] = [];
  readonly placeholders: ValuePath[] = [];
  readonly derived: { path: ValuePath; id: string }[] = [];
  readonly further: { path: ValuePath; names: readonly string[] }[] = [];
  readonly shadowed: { path: ValuePath; names: readonly string[] }[] = [];

  add(code: ContradictionCode, path: ValuePath, message: string): void {
    this.contradictions.push({ code, path, message });
  }

  /** Takes back what has been found. */
  drop(found: readonly Contradiction[]): void {
    const kept = this.contradictions.filter((one) => !found.includes(one));
    this.contradictions.splice(0, this.contradictions.length, ...kept);
  }

  take({ contradictions, placeholders, derived, further, shadowed }: Finding): void {
    this.contradictions.push(...contradictions);
    this.placeholders.push(...placeholders);
    this.derived.push(...derived);
    this.further.push(...further);
    this.shadowed.push(...shadowed);
  }
}
