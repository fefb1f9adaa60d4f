/** Reads the table of an emitted `permissions.ts` as data. The file is parsed, never run. */
import { ts } from "ts-morph";
import { type PermissionScheme, permissionSchemes } from "../docs/vocabulary.ts";
import type { PermissionAlternative, PermissionGrant, PermissionSet, PermissionTable } from "./solver.ts";

/** Name of the variable that holds it. */
const tableName = "table";

type Literal = string | readonly Literal[] | ReadonlyMap<string, Literal>;

/** `null` where the text is not such a file, or an edited one. */
export function readPermissionTable(text: string): PermissionTable | null {
  const source = ts.createSourceFile("permissions.ts", text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const declarations = source.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [],
  );
  const found = declarations.find(({ name }) => ts.isIdentifier(name) && name.text === tableName);
  const value = found?.initializer === undefined ? null : literal(found.initializer);
  if (!(value instanceof Map)) return null;
  // No prototype: a function may have any name.
  const table: Record<string, readonly PermissionSet[]> = Object.create(null);
  for (const [name, sets] of value) {
    const read = listOf(sets, toSet);
    if (read === null) return null;
    table[name] = read;
  }
  return table;
}

/** The value of a string, a list or an object that is written out; `null` for any other expression. */
function literal(node: ts.Expression): Literal | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isArrayLiteralExpression(node)) return listOf([...node.elements], literal);
  if (!ts.isObjectLiteralExpression(node)) return null;
  const members = new Map<string, Literal>();
  for (const property of node.properties) {
    const name = ts.isPropertyAssignment(property) ? keyText(property.name) : null;
    const value = ts.isPropertyAssignment(property) ? literal(property.initializer) : null;
    if (name === null || value === null) return null;
    members.set(name, value);
  }
  return members;
}

function keyText(name: ts.PropertyName): string | null {
  if (ts.isComputedPropertyName(name)) return ts.isStringLiteralLike(name.expression) ? name.expression.text : null;
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : null;
}

/** `null` where the value is no list, or one of its items cannot be read. */
function listOf<Item, T>(value: unknown, read: (item: Item) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items: T[] = [];
  for (const item of value) {
    const one = read(item);
    if (one === null) return null;
    items.push(one);
  }
  return items;
}

function toSet(value: Literal): PermissionSet | null {
  if (!(value instanceof Map)) return null;
  const appliesTo = value.get("appliesTo");
  if (appliesTo !== undefined && typeof appliesTo !== "string") return null;
  const grants: Partial<Record<PermissionScheme, PermissionGrant>> = {};
  for (const scheme of permissionSchemes) {
    const text = value.get(scheme);
    const grant = text === undefined ? undefined : toGrant(text);
    if (grant === null) return null;
    if (grant !== undefined) grants[scheme] = grant;
  }
  return appliesTo === undefined ? grants : { appliesTo, ...grants };
}

function toGrant(value: Literal): PermissionGrant | null {
  if (value === "noneNeeded" || value === "notSupported") return value;
  const text = value instanceof Map ? value.get("text") : undefined;
  if (typeof text === "string") return { text };
  return listOf(value, toAlternative);
}

function toAlternative(value: Literal): PermissionAlternative | null {
  if (typeof value === "string") return value;
  return listOf(value, (scope: Literal) => (typeof scope === "string" ? scope : null));
}
