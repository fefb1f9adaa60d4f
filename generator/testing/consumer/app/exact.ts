/** Says in a program which type a value has, and fails to compile if it has another one: `any` and wider ones too. */

/** Two types that TypeScript treats alike in every place. */
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Members written out, as an intersection of object types is another type than one object type with the same members. */
type Plain<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends object
    ? { [Key in keyof T]: Plain<T[Key]> }
    : T;

interface TypeOf<Actual> {
  /** Takes no argument if the type is the expected one, and an impossible one if it is not. */
  is<Expected>(...differing: IsSame<Plain<Actual>, Plain<Expected>> extends true ? [] : [never]): void;
}

const anything: TypeOf<unknown> = { is() {} };

/**
 * The type of a value.
 *
 * @example typeOf(user.displayName).is<string | null>();
 */
export function typeOf<Actual>(_value: Actual): TypeOf<Actual> {
  // At run time there is nothing to check.
  return anything as TypeOf<Actual>;
}
