/** Types of `$select` and `$expand`: what may be named, and what then comes back. Nothing of it is there at run time. */

/**
 * What `$select` takes: properties, no annotations and no relationships; of a union, those of all its members, and any
 * name where nothing is known of the type.
 */
export type PropertyOf<T, Relationships = NoRelationships> = unknown extends T
  ? string
  : T extends unknown
    ? Exclude<keyof T & string, `${string}@${string}` | keyof Relationships>
    : never;

/** What `$orderby` takes: a property, or a path that begins with one, perhaps with a direction. */
export type OrderBy<Name extends string> = Name | `${Name} asc` | `${Name} desc` | `${Name}/${string}`;

/** A relationship to one object: what the interfaces of relationships are made of. */
export interface ToOne<T, Relationships = NoRelationships, Any = T> {
  readonly isMany: false;
  readonly type: T;
  readonly relationships: Relationships;
  /** A union of the type and those that derive from it: their properties may be selected, too. */
  readonly any: Any;
}

/** A relationship to a list of objects. */
export interface ToMany<T, Relationships = NoRelationships, Any = T> {
  readonly isMany: true;
  readonly type: T;
  readonly relationships: Relationships;
  readonly any: Any;
}

interface Relationship {
  readonly isMany: boolean;
  readonly type: unknown;
  readonly relationships: unknown;
  readonly any: unknown;
}

/** The relationships of a type that has none. An alias would be shown to people as what it stands for. */
// biome-ignore lint/suspicious/noEmptyInterface: that there are none is what it says.
export interface NoRelationships {}

/** The argument `expand`: relationships by name, each as it is or with options of its own. */
export type ExpandOptions<Relationships> = {
  readonly [Name in keyof Relationships]?: true | ExpandItem<Relationships[Name] & Relationship>;
};

/** Options of one relationship, which may expand further ones. */
export interface ExpandItem<To extends Relationship> {
  readonly select?: readonly PropertyOf<To["any"], To["relationships"]>[];
  readonly expand?: ExpandOptions<To["relationships"]>;
  readonly filter?: string;
  readonly search?: string;
  readonly orderBy?: readonly OrderBy<PropertyOf<To["any"], To["relationships"]>>[];
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  /** How many steps to follow a relationship that leads on to objects of the same kind. */
  readonly levels?: number | "max";
}

/** The named properties of a type, which are all there then, and the annotations that come with any object. */
export type Selected<T, Name extends keyof T> = { [Key in Name]-?: T[Key] } & Pick<T, Extract<keyof T, `@${string}`>>;

/**
 * What a call gives: the default set without `select`, the named properties with a list of literals, perhaps each of
 * them with a list that is known only at run time; in each case with the relationships that were asked for.
 *
 * @template Any a union of the type and those that derive from it
 */
export type Selection<T, Relationships, Default, Any, Select, Expand> = WithExpanded<
  Select extends readonly string[]
    ? number extends Select["length"]
      ? Partial<Pick<T, Select[number] & keyof T>>
      : SelectedOfAny<T, Any, Select[number]>
    : Default,
  Relationships,
  Expand
>;

/** Properties that only derived types have may be absent. */
type SelectedOfAny<T, Any, Name extends string> = [Exclude<Name, keyof T>] extends [never]
  ? Selected<T, Name & keyof T>
  : Selected<T, Name & keyof T> & {
      [Key in Exclude<Name, keyof T>]?: unknown extends Any
        ? unknown
        : Any extends unknown
          ? Key extends keyof Any
            ? Any[Key]
            : never
          : never;
    };

/** A value with the relationships that a call asked for. */
export type WithExpanded<Base, Relationships, Expand> = [keyof Expand] extends [never]
  ? Base
  : Without<Base, keyof Base & keyof Expand> & Expanded<Relationships, Expand>;

/** Leaves the type alone where there is nothing to take out, so that it keeps its name. */
type Without<Base, Key extends keyof Base> = [Key] extends [never] ? Base : Omit<Base, Key>;

/**
 * The relationships that a call asked for. One to a single object is `null` where there is none. The condition leaves
 * nothing to be shown where none was asked for, and else the members themselves instead of this type's name.
 */
export type Expanded<Relationships, Expand> = [keyof Expand] extends [never]
  ? unknown
  : { [Name in keyof Expand & keyof Relationships]: ExpandedMember<Relationships[Name] & Relationship, Expand[Name]> };

type ExpandedMember<To extends Relationship, Options> = To["isMany"] extends true
  ? ExpandedItem<To, Options>[]
  : ExpandedItem<To, Options> | null;

type ExpandedItem<To extends Relationship, Options> = Options extends true
  ? To["type"]
  : Selection<
      To["type"],
      To["relationships"],
      To["type"],
      To["any"],
      Options extends { readonly select: infer Select } ? Select : undefined,
      Options extends { readonly expand: infer Expand } ? Expand : NoRelationships
    >;

/** Arguments that leave the choice of properties to the service. */
export interface Unselected {
  readonly select?: Nothing;
  readonly expand?: Nothing;
}

/**
 * No value is of this type. Unlike `never` it leaves standing what it is intersected with: editors offer names out of
 * the first signature of a function as long as what has been typed so far fits none, and would have none to offer.
 */
interface Nothing {
  readonly [nothing]: never;
}

declare const nothing: unique symbol;

/** Arguments with a list of names that is known only at run time. */
export type WithNames<Args, Name extends string> = (Args extends unknown
  ? Omit<Args, "select" | "expand"> & { readonly select: readonly Name[] }
  : never) &
  // A list of literals is not for this one: it is checked by name.
  (string extends Name ? unknown : never);

/** Arguments with a choice that shows in the result. */
export type WithSelection<Args, Relationships, Select, Expand> = Args & {
  readonly select?: Select;
  // TypeScript looks for superfluous names in plain types only.
  readonly expand?: Expand & { readonly [Name in Exclude<keyof Expand, keyof Relationships>]: never };
};
