/** Types that turn what a service gives into what may be sent to it. They leave nothing behind at run time. */

/**
 * The form in which a value of a model type is sent inside a body: all members optional, at every depth. Read-only ones
 * are among them, as an object that exists is named by its `id`.
 *
 * A member whose type has derived types takes values of these too: declare such a value with its own type,
 * `const part: Input<Derived> = …`, as TypeScript checks the members of an inline object against the base type.
 */
export type Input<T> = T extends string
  ? // Before objects, as the open end of an enum, `string & {}`, is one of them to the compiler, and would take any.
    T
  : T extends readonly (infer Element)[]
    ? readonly Input<Element>[]
    : T extends object
      ? // Both forms, as a value that was declared with an interface has no pattern of names and fits the first one only.
        Members<T> | Annotated<T>
      : T;

/** A whole body: as {@link Input}, but without the read-only members of the object itself. */
export type Writable<T> = { [Key in keyof T as WritableKey<T, Key>]?: Input<T[Key]> } & Annotations;

type Members<T> = { -readonly [Key in keyof T]?: Input<T[Key]> };

/** Has a name of its own for the sake of error messages. */
type Annotated<T> = Members<T> & Annotations;

/** What may stand in any object beside its members: its type, and instructions about a member or the whole. */
interface Annotations {
  "@odata.type"?: string;
  [name: `${string}@${string}`]: unknown;
}

type WritableKey<T, Key extends keyof T> =
  IsEqual<{ [K in Key]: T[K] }, { -readonly [K in Key]: T[K] }> extends true ? Key : never;

/** Two types that TypeScript treats alike in every place; unlike assignability, it sees `readonly`. */
type IsEqual<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** A value with members beyond those that are documented: for open types. */
export type Open<T> = T & { [member: string]: unknown };

/** The arguments of a function that has none. */
export type NoArgs = { readonly [name: string]: never };
