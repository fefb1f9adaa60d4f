/** What a value and a type can be at odds about. */

export type ContradictionCode =
  /** The value is of another kind than the type: a number for a text, an object for a list. */
  | "example-value-type"
  /** A text that is no member of the enum. */
  | "example-value-enum"
  /** `null` where no page says that there may be none. */
  | "example-value-null"
  /** A member that no table has. */
  | "example-member-undeclared"
  /** A member is missing that the page says is required. */
  | "example-member-missing";

/** The way from the root of a value to a part of it: names of members, indexes of lists. */
export type ValuePath = readonly (string | number)[];

export interface Contradiction {
  readonly code: ContradictionCode;
  readonly path: ValuePath;
  /** One sentence, without a final full stop; may hold text of the page. */
  readonly message: string;
}

/** `value[0].owner.name`, for messages. */
export function pathText(path: ValuePath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}
