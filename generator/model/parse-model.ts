/**
 * Reads a model back from the JSON that `apipage model` and `api.json` hold. The file may come from anywhere: every fact
 * that is looked at afterwards has been checked for its kind. By hand and not by a schema library, as a model of a large
 * reference has a million values, and the check may take no longer than the parsing.
 */
import type { ApiModel } from "./api-model.ts";
import { makePlacesAbsolute } from "./relative-places.ts";

/** The version of the shape that this code reads. */
export const modelSchema = 1;

/** What is wrong with a text that is no model, as a sentence without a full stop. */
export class ModelTextError extends Error {
  override readonly name = "ModelTextError";
}

type Check = (value: unknown, where: string) => void;
type Shape = Readonly<Record<string, Check>>;

// Types of types: no page nests deeper, and a hostile file must not end the run.
const maxDepth = 50;

function refuse(where: string, expected: string): never {
  throw new ModelTextError(`${where} is not ${expected}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const text: Check = (value, where) => {
  if (typeof value !== "string") refuse(where, "a text");
};

const flag: Check = (value, where) => {
  if (typeof value !== "boolean") refuse(where, "true or false");
};

const number: Check = (value, where) => {
  if (typeof value !== "number") refuse(where, "a number");
};

function orNull(check: Check): Check {
  return (value, where) => {
    if (value !== null) check(value, where);
  };
}

function list(check: Check): Check {
  return (value, where) => {
    if (!Array.isArray(value)) refuse(where, "a list");
    for (let at = 0; at < value.length; at++) check(value[at], where);
  };
}

function record(shape: Shape): Check {
  const names = Object.keys(shape);
  const checks = Object.values(shape);
  return (value, where) => {
    if (!isObject(value)) refuse(where, "an object");
    // By index: an iterator for each of a million records takes as long as the parsing.
    for (let at = 0; at < names.length; at++) {
      const name = names[at] ?? "";
      checks[at]?.(value[name], name);
    }
  };
}

function typeRef(depth: number): Check {
  return (value, where) => {
    if (!isObject(value)) refuse(where, "a type");
    if (depth > maxDepth) refuse(where, "a type of a depth that can be read");
    switch (value["kind"]) {
      case "primitive":
        return text(value["name"], "name of a primitive type");
      case "object":
      case "enum":
        return text(value["id"], "id of a type");
      case "literals":
        return texts(value["values"], "values of a type");
      case "union":
        return list(typeRef(depth + 1))(value["options"], "options of a type");
      case "collection":
        return typeRef(depth + 1)(value["of"], "type of a collection");
      case "unknown":
        return text(value["text"], "text of a type");
      default:
        return refuse(where, "a type");
    }
  };
}

const placeNumbers = ["line", "column", "endLine", "endColumn"] as const;
const texts = list(text);
const type = typeRef(0);
// Every fact has one: written out, as it is most of what there is to check.
const place: Check = (value, where) => {
  if (!isObject(value)) refuse(where, "an object");
  if (typeof value["page"] !== "string") refuse("page of a place", "a text");
  for (let at = 0; at < placeNumbers.length; at++)
    if (typeof value[placeNumbers[at] ?? ""] !== "number") refuse("position of a place", "a number");
};
const deprecation = orNull(record({ text: orNull(text) }));

const property = record({
  name: text,
  type,
  isNavigation: flag,
  description: orNull(text),
  isNullable: orNull(flag),
  isReadOnly: flag,
  isRequired: flag,
  returned: orNull(text),
  query: record({ filter: orNull(texts), orderBy: flag, search: flag }),
  evidence: text,
  inheritedFrom: orNull(text),
  deprecation,
  place,
});

const objectType = record({
  id: text,
  name: text,
  namespace: text,
  sdkName: text,
  kind: text,
  baseType: orNull(text),
  isAbstract: flag,
  isOpen: flag,
  key: texts,
  source: text,
  description: orNull(text),
  deprecation,
  properties: list(property),
  places: list(place),
});

const enumMember = record({ value: text, number: orNull(number), description: orNull(text), deprecation, place });

const enumType = record({
  id: text,
  name: text,
  namespace: text,
  sdkName: text,
  members: list(enumMember),
  isFlags: flag,
  isEvolvable: flag,
  description: orNull(text),
  deprecation,
  places: list(place),
});

const pathPart: Check = (value, where) => {
  if (typeof value !== "string") record({ parameter: text })(value, where);
};

const queryValue: Check = (value, where) => {
  if (typeof value !== "string") record({ parameter: text })(value, where);
};

const path = record({
  template: text,
  parts: list(pathPart),
  query: list(record({ name: text, value: queryValue })),
  place,
});

const parameter = record({ name: text, wireName: text, type, isRequired: flag, description: orNull(text), place });

const header = record({
  name: text,
  wireName: text,
  isRequired: flag,
  values: texts,
  preferences: list(record({ token: text })),
  place,
});

const body = record({ contentType: text, kind: text, type: orNull(type), properties: list(property), place });

const response = record({
  statuses: list(number),
  content: text,
  envelope: text,
  type: orNull(type),
  defaultProperties: orNull(texts),
  longRunning: orNull(record({ statusType: orNull(type), resultType: orNull(type) })),
  place,
});

const grant = record({ scheme: text, isSupported: flag, alternatives: list(texts), place });
const headers = list(record({ name: text, value: text }));
const messageBody = orNull(record({ text }));

const example = record({
  request: orNull(record({ method: text, url: text, headers, body: messageBody })),
  responses: list(record({ status: number, headers, body: messageBody })),
});

const operation = record({
  id: text,
  name: text,
  resource: text,
  page: text,
  title: text,
  description: orNull(text),
  deprecation,
  method: text,
  kind: text,
  paths: list(path),
  pathParameters: list(parameter),
  queryParameters: list(parameter),
  query: record({ named: texts, isGeneric: flag }),
  optionRules: list(record({ when: texts, headers: texts, options: texts })),
  headers: list(header),
  body: orNull(body),
  response,
  permissions: list(record({ appliesTo: orNull(text), grants: list(grant) })),
  examples: list(example),
  place,
});

const model = record({
  defaultNamespace: text,
  baseUrl: orNull(text),
  types: list(objectType),
  enums: list(enumType),
  operations: list(operation),
});

/** Throws a {@link ModelTextError} where the text is no JSON, no model, or a model of another version. */
export function parseModel(json: string): ApiModel {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new ModelTextError("it is not JSON, or was cut short");
  }
  if (!isObject(value) || !("schema" in value)) throw new ModelTextError("it is no model: it has no schema");
  const { schema } = value;
  if (schema !== modelSchema)
    throw new ModelTextError(
      `its schema is ${JSON.stringify(schema)?.slice(0, 40)}, and this version reads ${modelSchema}: write it again with apipage model`,
    );
  for (const key of ["enums", "operations", "types"]) {
    const entries = value[key];
    if (Array.isArray(entries)) for (const entry of entries) if (isObject(entry)) makePlacesAbsolute(entry);
  }
  try {
    model(value, "it");
  } catch (error) {
    if (!(error instanceof ModelTextError)) throw error;
    throw new ModelTextError(`it is no model: ${error.message}`);
  }
  return value as unknown as ApiModel;
}
