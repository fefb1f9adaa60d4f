/**
 * Every code that a diagnostic can have: severity, and the message with its parameters in braces.
 *
 * `error`: a page or a request is lost, or the output does not hold. `warning`: pages contradict themselves, or a part of
 * one cannot be read; the output follows the better evidence, or lacks the part. `note`: a tolerance was applied, or
 * something is absent that pages may well do without.
 * Messages read "Unexpected X, expected Y" where that fits, and quote the page in backticks.
 */
export type Severity = "error" | "warning" | "note";

interface CodeEntry {
  readonly severity: Severity;
  readonly message: string;
}

export const diagnosticCodes = {
  // files and pages
  "file-unreadable": { severity: "error", message: "Cannot read the file: {reason}" },
  "file-not-utf8": { severity: "error", message: "Unexpected bytes, expected UTF-8 text: the page is left out" },
  "file-too-large": {
    severity: "error",
    message: "Unexpected size of {size} bytes, expected at most {limit}: the page is left out",
  },
  "page-too-complex": {
    severity: "error",
    message: "Unexpected {what}, expected at most {limit}: the page is left out",
  },
  "page-too-slow": {
    severity: "error",
    message: "The page took more than {seconds} seconds to read: it is left out",
  },
  "page-failed": { severity: "error", message: "The page could not be read ({reason}): it is left out" },
  "page-no-reference": {
    severity: "note",
    message: "No operation, type or enum on the page: nothing is generated from it",
  },
  "page-other-version": {
    severity: "error",
    message: "The page is about version `{version}`, the set about `{expected}`: nothing is generated from it",
  },
  "page-kind-mismatch": {
    severity: "note",
    message: "Unexpected `doc_type: {docType}` on a page with the content of {kind}, read by its content",
  },
  "front-matter-invalid": {
    severity: "warning",
    message: "Unexpected front matter ({reason}), expected a YAML mapping of texts: it is ignored",
  },
  "title-missing": { severity: "warning", message: "Unexpected end of page, expected a level-1 heading" },

  "text-hidden": {
    severity: "warning",
    message:
      "Unexpected hidden character {character} ({count} such characters on the page): comments are written without them",
  },

  // includes, comments, structure
  "include-missing": { severity: "note", message: "The included file `{target}` is not in the docs folder" },
  "include-outside": {
    severity: "warning",
    message: "Unexpected include `{target}`, expected a file inside the docs folder: it is ignored",
  },
  "include-cycle": {
    severity: "warning",
    message: "The include `{target}` includes itself, or is nested too deep: it is ignored",
  },
  "annotation-invalid": { severity: "warning", message: "Unexpected annotation text ({reason}), expected JSON" },
  "annotation-repaired": { severity: "note", message: "Annotation is JSON only after repair ({reason})" },
  "annotation-unknown": { severity: "note", message: "Unexpected {what} in an annotation: it is ignored" },
  "annotation-type-invalid": {
    severity: "warning",
    message: "Unexpected `@odata.type` `{text}`, expected a type name: it is ignored",
  },
  "section-unknown": { severity: "note", message: "Unexpected section `{heading}`, its content is not read" },
  "table-unread": {
    severity: "warning",
    message: "Unexpected columns `{columns}` in section `{section}`: the table is not read",
  },
  "table-invalid": {
    severity: "note",
    message: "Table is not valid GFM (header and delimiter row differ in width), read all the same",
  },
  "row-width": { severity: "note", message: "Unexpected {actual} cells in a row, expected {expected}" },
  "row-unread": {
    severity: "error",
    message: "Unexpected row `{text}`, expected a name in its first cell: it is not read",
  },
  "name-duplicate": { severity: "warning", message: "`{name}` is declared twice in one table, the first row counts" },
  "name-case-differs": { severity: "warning", message: "`{name}` differs from `{other}` only in letter case" },

  // types
  "type-cell-invalid": { severity: "error", message: "Unexpected type `{text}`, expected a type name" },
  "type-cell-repaired": { severity: "note", message: "Type `{text}` read as `{read}`" },
  "type-unresolved": { severity: "warning", message: "The type `{name}` is on no page: `unknown` is emitted" },
  "type-any-value": {
    severity: "note",
    message: "`{name}` has no members, and stands for any JSON value: no type is emitted",
  },
  "type-inferred": {
    severity: "note",
    message: "The type `{name}` has no page: made from the tables and examples that use it",
  },
  "type-conflict": {
    severity: "warning",
    message: "`{name}` is `{type}` here and `{other}` on another page of the type: the other one counts",
  },
  "collection-corrected": {
    severity: "warning",
    message: "`{name}` is {stated} by its table and {shown} by {evidence}: {shown} is taken",
  },
  "property-only-in-examples": {
    severity: "note",
    message: "`{name}` of `{type}` is in no table, but in responses on several pages: taken from there",
  },
  "property-only-in-path": {
    severity: "note",
    message: "`{name}` of `{type}` is in no table, but an operation lists it: taken from there",
  },
  "base-type-unresolved": { severity: "warning", message: "The base type `{name}` is on no page: it is ignored" },
  "base-type-conflict": {
    severity: "warning",
    message: "Base type `{name}` here and `{other}` elsewhere, the first counts",
  },
  "base-type-cycle": {
    severity: "warning",
    message: "The base types of `{name}` lead back to it: `{base}` is ignored",
  },
  "enum-empty": { severity: "warning", message: "The enum `{name}` has no members: `string` is emitted" },
  "enum-unused": { severity: "note", message: "Nothing in the set refers to the enum `{name}`: it is left out" },
  "enum-conflict": { severity: "warning", message: "The enum `{name}` has other members elsewhere: {difference}" },
  "enum-anonymous": {
    severity: "note",
    message: "The values of `{name}` make an enum without a name: named `{given}`",
  },
  "value-list-ignored": {
    severity: "note",
    message: "Values listed for `{name}` of type `{type}` are not read as an enum",
  },
  "name-collision": {
    severity: "warning",
    message:
      "`{name}` would be the name of this and of another: named `{given}`, settle it with an entry for `{key}` under `names`",
  },

  // operations
  "permissions-missing": { severity: "note", message: "No permissions table on the page" },
  "permission-row-unknown": {
    severity: "warning",
    message: "Unexpected permission type `{text}`, expected delegated or application",
  },
  "permission-cell-unread": { severity: "note", message: "No permission in `{text}`" },
  "request-missing": { severity: "error", message: "No HTTP request on the page: no function is emitted" },
  "request-line-invalid": { severity: "error", message: "Unexpected request line `{text}`: {reason}" },
  "request-line-repaired": { severity: "note", message: "Request line `{text}` read as `{read}`" },
  "request-line-ignored": {
    severity: "note",
    message: "Unexpected line `{text}` in the HTTP request, expected a method and a path",
  },
  "request-methods-differ": { severity: "note", message: "The page documents {methods}: one function for each" },
  "host-unexpected": { severity: "warning", message: "Unexpected host `{host}`, expected {expected}" },
  "header-invalid": { severity: "error", message: "Unexpected header name `{text}`: the row is not read" },
  "parameter-undocumented": { severity: "note", message: "The parameter `{name}` of the path is in no table" },
  "parameter-unused": { severity: "note", message: "The parameter `{name}` is in no path" },
  "response-missing": { severity: "note", message: "The page says nothing about the response" },
  "response-type-differs": {
    severity: "warning",
    message: "The response is `{type}` by the text and `{other}` by the example, the {winner} counts",
  },
  "status-differs": { severity: "warning", message: "The status is {status} by the text and {other} by the example" },

  // examples
  "example-unread": { severity: "note", message: "Code block is neither a request nor a response: {reason}" },
  "example-unpaired": { severity: "note", message: "Response without a request before it" },
  "example-json-repaired": { severity: "note", message: "Example is JSON only after repair ({reason})" },
  "example-json-invalid": { severity: "error", message: "Example body is not JSON: {reason}" },
  "example-headers-glued": { severity: "note", message: "No blank line between headers and body" },
  "example-headers-detached": { severity: "note", message: "Blank line between start line and headers" },
  "example-header-removed": {
    severity: "warning",
    message: "The value of the header `{name}` is left out of the example: {reason}",
  },
  "example-foreign": {
    severity: "note",
    message: "The example `{text}` goes to another host and is no call of the operation",
  },
  "example-method-differs": {
    severity: "warning",
    message: "The example calls {method}, expected {expected}: it is left out",
  },
  "example-url-invalid": { severity: "warning", message: "Unexpected URL `{text}` in an example request" },

  // examples against the rest of the page: see generator/golden/
  "example-path-differs": { severity: "warning", message: "{reason}" },
  "example-address-differs": { severity: "warning", message: "{reason}" },
  "example-name-unknown": { severity: "warning", message: "{reason}" },
  "example-query-differs": { severity: "warning", message: "{reason}" },
  "example-argument-missing": { severity: "warning", message: "{reason}" },
  "example-argument-type": { severity: "warning", message: "{reason}" },
  "example-body-unexpected": { severity: "warning", message: "{reason}" },
  "example-member-missing": { severity: "warning", message: "{reason}" },
  "example-member-undeclared": { severity: "warning", message: "{reason}" },
  "example-value-enum": { severity: "warning", message: "{reason}" },
  "example-value-null": { severity: "warning", message: "{reason}" },
  "example-value-type": { severity: "warning", message: "{reason}" },
  "example-response-differs": { severity: "warning", message: "{reason}" },
  "example-placeholder": { severity: "note", message: "{reason}" },
  "golden-failed": { severity: "error", message: "The golden does not hold: {reason}" },
} as const satisfies Record<string, CodeEntry>;

export type DiagnosticCode = keyof typeof diagnosticCodes;

export function isDiagnosticCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(diagnosticCodes, code);
}

type ParameterNames<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | ParameterNames<Rest>
  : never;

/** The parameters that a code's message needs, and no others. */
export type DiagnosticParameters<C extends DiagnosticCode> = [MessageParameter<C>] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Name in MessageParameter<C>]: string | number };

type MessageParameter<C extends DiagnosticCode> = ParameterNames<(typeof diagnosticCodes)[C]["message"]>;
