import type { PrimitiveName } from "./api-model.ts";

export type JsonKind = "string" | "number" | "boolean" | "unknown";

/** What the values of a primitive type are in JSON. */
export const jsonKinds: Readonly<Record<PrimitiveName, JsonKind>> = {
  String: "string",
  Boolean: "boolean",
  Byte: "number",
  SByte: "number",
  Int16: "number",
  Int32: "number",
  Int64: "number",
  Single: "number",
  Double: "number",
  Decimal: "number",
  DateTimeOffset: "string",
  Date: "string",
  TimeOfDay: "string",
  Duration: "string",
  Guid: "string",
  Binary: "string",
  Stream: "string",
  Untyped: "unknown",
};
