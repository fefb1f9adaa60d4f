/** What one page says, before anything is looked up on other pages. Plain data; every fact carries its place. */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { PreferenceForm } from "./preference-grammar.ts";
import type { HttpMethod, PermissionScheme, PrimitiveName } from "./vocabulary.ts";

export interface Fact<T> {
  readonly value: T;
  readonly place: SourcePlace;
}

/** A type as a cell or an annotation writes it; names are not resolved yet. */
export interface TypeExpression {
  /**
   * `named`: to be looked up by `name`, then by `link`; `enumeration`: an enum without a name;
   * `alternatives`: one of several; `unreadable`: outside the grammar.
   */
  readonly kind: "primitive" | "named" | "enumeration" | "alternatives" | "unreadable";
  readonly primitive: PrimitiveName | null;
  /** Type name without namespace; `""` where the kind has none. */
  readonly name: string;
  readonly namespace: string | null;
  /** Link target as written, relative to the page. */
  readonly link: string | null;
  readonly alternatives: readonly TypeExpression[];
  readonly isCollection: boolean;
  /** The cell as plain text. */
  readonly text: string;
  readonly place: SourcePlace;
}

/** A list of values in a description: "Possible values are: `a`, `b`." */
export interface ValueList {
  readonly values: readonly string[];
  /** The list says "etc.", "for example", "such as": not all values. */
  readonly isPartial: boolean;
  /** Said to be combinable: "multi-valued", "one or more of", flags. */
  readonly isMultiple: boolean;
}

/** A description cell: its text and the facts that its wording states. */
export interface DescriptionFacts {
  /** Plain text, `null` where empty or only a writer's placeholder. */
  readonly text: string | null;
  readonly values: ValueList | null;
  readonly isReadOnly: boolean;
  readonly isNullable: boolean | null;
  readonly isRequired: boolean;
  readonly returned: "default" | "onSelect" | null;
  /** As `PropertyQuerySupport` of the model. */
  readonly filter: readonly string[] | null;
  readonly isSortable: boolean;
  readonly isSearchable: boolean;
  /** "Inherited from [x](…)". */
  readonly inheritedFrom: { readonly name: string; readonly link: string | null } | null;
  /** The sentence that deprecates it. */
  readonly deprecation: string | null;
}

/** A row of a property, relationship, parameter or body table. */
export interface PropertyRow {
  readonly name: Fact<string>;
  /** `null` where the table has no type column or the cell is blank. */
  readonly type: TypeExpression | null;
  readonly description: DescriptionFacts;
  /** From a "Required" column; `null` where the table has none. */
  readonly requiredColumn: boolean | null;
  readonly place: SourcePlace;
}

/** What a member of a JSON representation shows of a property's type. */
export type JsonShape =
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "number"; readonly isInteger: boolean }
  | { readonly kind: "boolean" }
  | { readonly kind: "null" }
  | { readonly kind: "object"; readonly odataType: string | null }
  | { readonly kind: "array"; readonly of: JsonShape | null };

export interface JsonMember {
  readonly name: string;
  readonly shape: JsonShape;
}

export interface EnumMemberRow {
  readonly value: string;
  readonly number: number | null;
  readonly description: string | null;
  readonly deprecation: string | null;
  readonly place: SourcePlace;
}

/** An enum that a page or a section lists. */
export interface EnumDeclaration {
  /** From the heading or the title, as written. */
  readonly name: Fact<string>;
  readonly namespace: string | null;
  readonly members: readonly EnumMemberRow[];
  readonly description: string | null;
  /** Prose says that members combine. */
  readonly isMultiple: boolean;
  /** `page`: a page of its own; `section`: a heading on another page. */
  readonly source: "page" | "section";
  readonly place: SourcePlace;
}

export interface MethodRow {
  readonly title: string;
  /** Link to the api page, as written. */
  readonly link: string | null;
  readonly returnType: TypeExpression | null;
  readonly place: SourcePlace;
}

/** A base type by the evidence for it. */
export interface BaseTypeClaim {
  readonly evidence: "annotation" | "prose";
  /** `null`: the annotation says that there is none. */
  readonly name: string | null;
  readonly namespace: string | null;
  readonly link: string | null;
  readonly place: SourcePlace;
}

/** A type that a page says to derive from its own. */
export interface DerivedTypeClaim {
  readonly name: string;
  readonly namespace: string | null;
  readonly link: string | null;
  readonly place: SourcePlace;
}

export interface TypeDeclaration {
  readonly name: Fact<string>;
  readonly namespace: string | null;
  readonly baseTypes: readonly BaseTypeClaim[];
  readonly derivedTypes: readonly DerivedTypeClaim[];
  readonly isAbstract: boolean;
  readonly isOpen: boolean;
  readonly keyProperty: string | null;
  readonly properties: readonly PropertyRow[];
  readonly relationships: readonly PropertyRow[];
  /** The JSON representation's members; `null` where the page has none. */
  readonly representation: readonly JsonMember[] | null;
  readonly place: SourcePlace;
}

interface PageBase {
  /** Relative to the docs folder, forward slashes. */
  readonly path: string;
  /** The level-1 heading as plain text; the front matter's title, or the file's stem, where there is none. */
  readonly title: Fact<string>;
  /** The `Namespace:` line. */
  readonly namespace: Fact<string> | null;
  /** First paragraph of prose, or the front matter's description. */
  readonly description: string | null;
  readonly deprecation: string | null;
  /** The service version that the page says to be about: "APIs under the /beta version". */
  readonly version: Fact<string> | null;
  /** Enum tables and lists under headings of their own. */
  readonly enums: readonly EnumDeclaration[];
}

export interface ResourcePage extends PageBase {
  readonly kind: "resource";
  readonly type: TypeDeclaration;
  readonly methods: readonly MethodRow[];
}

/** A page whose only facts are its `enums`: a single enum, or a collection of them. */
export interface EnumPage extends PageBase {
  readonly kind: "enum";
}

/** An overview, a concept, an included file: nothing is generated from it. */
export interface ProsePage extends PageBase {
  readonly kind: "prose";
}

export interface PermissionRow {
  readonly scheme: PermissionScheme;
  /** From least to most privileged. */
  readonly scopes: readonly string[];
  /** How they combine: any one of these is enough. Empty where the cell's words cannot be read so. */
  readonly alternatives: readonly (readonly string[])[];
  /** The cell is of the form "A, B and C", in which the "and" may mean anything. */
  readonly isOpenList: boolean;
  readonly isSupported: boolean;
  readonly text: string;
  readonly place: SourcePlace;
}

export interface PermissionTable {
  readonly appliesTo: string | null;
  readonly rows: readonly PermissionRow[];
  readonly place: SourcePlace;
}

/** Part of a path as written, after normalisation. */
export type PathPiece =
  | { readonly kind: "text"; readonly text: string }
  /** A placeholder: `{id | userPrincipalName}` has two alternatives. */
  | {
      readonly kind: "placeholder";
      readonly alternatives: readonly string[];
      readonly encoding: "segment" | "path" | "quoted" | "literal";
      /** The literal that stood in the template where a parameter has to be: `(on='reviewer')`. */
      readonly literal: string | null;
      /** The argument's name in `name={value}`; the colon or key position otherwise. */
      readonly argument: string | null;
    };

export interface RequestLine {
  readonly method: HttpMethod;
  /** Pieces in turn; text pieces hold the slashes. Starts with `/`. */
  readonly pieces: readonly PathPiece[];
  readonly query: readonly { readonly name: string; readonly value: string }[];
  /** Scheme and host with version segment, where the line is absolute. */
  readonly baseUrl: string | null;
  /** The line as written. */
  readonly text: string;
  readonly place: SourcePlace;
}

/** What one place of a page says of a preference, which a `Prefer` header carries. */
export interface PreferenceFact {
  /** As written. */
  readonly token: string;
  /** What follows the token: nothing, a literal, or something that stands for one. */
  readonly form: PreferenceForm;
  /** The literals that are said to be possible, without quotes. The value of an example is none. */
  readonly values: readonly string[];
  /** What is said of it, `null` where nothing is. */
  readonly text: string | null;
  readonly place: SourcePlace;
}

export interface HeaderRow {
  readonly name: Fact<string>;
  /** Plain text of value and description cells. */
  readonly text: string;
  readonly isRequired: boolean;
  /** Literal values that the cell lists in code. */
  readonly values: readonly string[];
  /** The preferences that the row names; none for a header other than `Prefer`. */
  readonly preferences: readonly PreferenceFact[];
  readonly place: SourcePlace;
}

/** A sentence about what a request has to carry where it uses certain query options, which are named without `$`. */
export interface OptionRuleFact {
  /** Options that the rule is about, all together. */
  readonly when: readonly string[];
  /** Required headers, as written. */
  readonly headers: readonly string[];
  /** Required options. */
  readonly options: readonly string[];
  /** The sentence. */
  readonly text: string;
  readonly place: SourcePlace;
}

export interface BodySection {
  /** "Do not supply a request body". */
  readonly isNone: boolean;
  /** The first link to a type in the prose, or a bold or bare name in "a JSON representation of X". */
  readonly type: TypeExpression | null;
  readonly rows: readonly PropertyRow[];
  /** Media type that the section or the Content-Type header names. */
  readonly contentType: string | null;
  readonly text: string | null;
  readonly place: SourcePlace;
}

export interface ResponseSection {
  /** Status codes that the prose names, in its order. */
  readonly statuses: readonly number[];
  /** What the prose links or names as the returned type. */
  readonly type: TypeExpression | null;
  /** "a collection of", "list of", plural wording beside the type. */
  readonly isCollection: boolean;
  /** "does not return anything", "no content", or only a 204. */
  readonly isEmpty: boolean;
  readonly headers: readonly string[];
  /** Targets of the links in the prose, as written, in its order. */
  readonly links: readonly string[];
  readonly text: string | null;
  readonly place: SourcePlace;
}

export interface MessageHeaderFact {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

export interface MessageBodyFact {
  readonly text: string;
  readonly mediaType: string | null;
  /** Parsed value of a JSON body; the key is absent where it is not JSON. */
  readonly json?: unknown;
  readonly place: SourcePlace;
}

interface MessageBase {
  readonly headers: readonly MessageHeaderFact[];
  readonly body: MessageBodyFact | null;
  /** Type of the annotation above the block. */
  readonly odataType: string | null;
  readonly isCollection: boolean;
  readonly isTruncated: boolean;
  readonly place: SourcePlace;
}

export interface RequestMessage extends MessageBase {
  readonly method: HttpMethod;
  readonly url: string;
}

export interface ResponseMessage extends MessageBase {
  readonly status: number;
}

/** A request and all responses up to the next request. */
export interface ExampleFact {
  readonly name: string | null;
  /** The nearest heading that is not just "Request" or "Example". */
  readonly title: string | null;
  readonly request: RequestMessage | null;
  readonly responses: readonly ResponseMessage[];
}

export interface ApiPage extends PageBase {
  readonly kind: "api";
  readonly permissions: readonly PermissionTable[];
  readonly requests: readonly RequestLine[];
  readonly pathParameters: readonly PropertyRow[];
  readonly queryParameters: readonly PropertyRow[];
  readonly functionParameters: readonly PropertyRow[];
  /** System query options that the page names, without `$`, in lower case. */
  readonly queryOptions: readonly string[];
  /** "supports OData query parameters" in general. */
  readonly isQueryGeneric: boolean;
  /** What header rows and prose say that query options require, in the order of the page. */
  readonly optionRules: readonly OptionRuleFact[];
  /** What prose lists as returned by default, a list a sentence; not yet compared with the response type. */
  readonly defaultProperties: readonly (readonly string[])[];
  readonly headers: readonly HeaderRow[];
  /** Preferences that prose names, or a table of the values of `Prefer`. */
  readonly preferences: readonly PreferenceFact[];
  readonly body: BodySection | null;
  readonly response: ResponseSection | null;
  readonly errors: readonly { readonly status: number | null; readonly code: string | null; readonly text: string }[];
  readonly examples: readonly ExampleFact[];
  /** Where the page's operation is stated: the first request line, or the title. */
  readonly place: SourcePlace;
}

export type Page = ApiPage | ResourcePage | EnumPage | ProsePage;
