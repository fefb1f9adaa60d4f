/** Words that pages and model share: closed sets of names that a reader may put out. */

/** The primitive types of OData (without `Edm.`) that pages use. `Untyped` is any JSON value. */
export const primitiveNames = [
  "String",
  "Boolean",
  "Byte",
  "SByte",
  "Int16",
  "Int32",
  "Int64",
  "Single",
  "Double",
  "Decimal",
  "DateTimeOffset",
  "Date",
  "TimeOfDay",
  "Duration",
  "Guid",
  "Binary",
  "Stream",
  "Untyped",
] as const;

export type PrimitiveName = (typeof primitiveNames)[number];

export type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";

/** Who calls, in the order in which pages and output list them. */
export const permissionSchemes = ["delegatedWork", "delegatedPersonal", "application"] as const;

export type PermissionScheme = (typeof permissionSchemes)[number];

/** Headers that a client sends by itself, in lower case: a caller who had to give them could only get them wrong. */
export const clientHeaders: ReadonlySet<string> = new Set(["authorization", "content-type", "content-length", "host"]);
