/**
 * Types of what examples show, for the goldens alone. Where an example contradicts the types, one of the functions below
 * takes the place of the value; each of them is itself a mistake for the compiler as soon as the contradiction is gone,
 * so that a page that was mended shows.
 */
import type { Input } from "../runtime/input.ts";

/** What an example shows of a value: any part of it, and annotations. */
export type Shown<T> = T extends string
  ? // Before objects, as the open end of an enum, `string & {}`, is one of them to the compiler.
    T
  : T extends readonly (infer Item)[]
    ? readonly Shown<Item>[]
    : T extends object
      ? { -readonly [Name in keyof T]?: Shown<T[Name]> } & Annotations
      : T;

interface Annotations {
  "@odata.type"?: string;
  [name: `${string}@${string}`]: unknown;
}

/** A value of a type that derives from the one that is declared where it stands. */
export function shown<T>(value: Shown<T>): Shown<T> {
  return value;
}

/** The same in a body. */
export function sent<T>(value: Input<T>): Input<T> {
  return value;
}

/** An object with members beyond the declared ones, of a type that may have such. */
export function further<T>(value: NoInfer<T> & { readonly [name: string]: unknown }): T {
  return value;
}

/** A text that only stands for a value. */
export function placeholder<T>(text: string): Mark<T> {
  // It is what the example shows in the place of a value.
  return text as unknown as Mark<T>;
}

/** A value that is not of the declared type. */
export function contradiction<T, const Value>(
  value: Value,
  ..._proof: [Value] extends [Value extends Scalar ? Extract<T, Scalar> : T] ? [never] : []
): Mark<T> {
  return value as unknown as Mark<T>;
}

/** To the compiler, a text is an object of which all members may be left out. */
type Scalar = string | number | boolean;

/**
 * What a mark is to the compiler: `never`, which fits any type. The type that is due stands in it to be found out: where
 * one of several types is due, as arguments have that go with each other, a value of all of them would fit none.
 */
type Mark<T> = T extends unknown ? never : T;

/** An object with members that are not declared. */
export function undeclared<T, const Others extends object>(
  declared: Fixed<T>,
  others: Others & { readonly [Name in keyof Others]: Name extends NameOf<T> ? never : unknown },
): T {
  return { ...declared, ...others };
}

/**
 * Like `NoInfer`, but gone once the type is known: to that, a union stays one even inside of another mark, and is never
 * taken apart.
 */
type Fixed<T> = [T][T extends unknown ? 0 : never];

type NameOf<T> = T extends unknown ? keyof T : never;

/** An object without members that are required: their names come first. */
export function incomplete<T, const Name extends string>(
  _missing: readonly (Name & RequiredOf<T>)[],
  value: Without<Fixed<T>, Name>,
): T {
  return value as unknown as T;
}

type RequiredOf<T> = T extends unknown
  ? { [Name in keyof T]-?: object extends Pick<T, Name> ? never : Name }[keyof T]
  : never;

/** Of an optional member, marks inside of the value would take `undefined` for a part of its type. */
type Without<T, Name extends string> = T extends unknown
  ? { [Key in keyof T as Key extends Name ? never : Key]: T[Key] & (NonNullable<unknown> | null) }
  : never;

/**
 * In place of an argument that is required and that the example does not have. It is not sent. That it is required is not
 * checked with `exactOptionalPropertyTypes`, which has no `undefined` in the type of an optional member; nor is it of an
 * argument that may be anything.
 */
export function absent<T>(..._proof: unknown extends T ? [] : undefined extends T ? [never] : []): Mark<T> {
  return undefined as Mark<T>;
}

/**
 * In place of a member that is not there, and that is called as something that every object has. It fits any type: of a
 * union, TypeScript would expect what every object has, too.
 */
export function unset(): never {
  return undefined as never;
}

/** Says that a type has no property of a name that an example selects, sorts by or expands. */
export function lacks<T>(): <const Name extends string>(name: Name extends NameOf<T> ? never : Name) => Name {
  return (name) => name;
}
