/**
 * Every rule, one line each: check, direction in which its level holds, area, kind, action, level, and the rules of which one
 * finds the same where the sides are swapped. A page of the same name in `templates/explain/` says what
 * the rule means. Nothing clever belongs here.
 */
import type { Action, Area, Direction, Level } from "./change.ts";
import type { Check, Rule } from "./rule.ts";
import { baseType } from "./rules/base-type.ts";
import { baseUrl } from "./rules/base-url.ts";
import { body } from "./rules/body.ts";
import { bodyMembers } from "./rules/body-members.ts";
import { deprecation } from "./rules/deprecation.ts";
import { descriptions } from "./rules/descriptions.ts";
import { enumAdded } from "./rules/enum-added.ts";
import { enumFlags } from "./rules/enum-flags.ts";
import { enumMembers } from "./rules/enum-members.ts";
import { enumOpenness } from "./rules/enum-openness.ts";
import { enumRemoved } from "./rules/enum-removed.ts";
import { enumRenamed } from "./rules/enum-renamed.ts";
import { examples } from "./rules/examples.ts";
import { headers } from "./rules/headers.ts";
import { namespaces } from "./rules/namespaces.ts";
import { operationAdded } from "./rules/operation-added.ts";
import { operationMethod } from "./rules/operation-method.ts";
import { operationPaths } from "./rules/operation-paths.ts";
import { operationRemoved } from "./rules/operation-removed.ts";
import { optionRules } from "./rules/option-rules.ts";
import { parameters } from "./rules/parameters.ts";
import { permissions } from "./rules/permissions.ts";
import { propertyAdded } from "./rules/property-added.ts";
import { propertyNavigation } from "./rules/property-navigation.ts";
import { propertyNullability } from "./rules/property-nullability.ts";
import { propertyQuery } from "./rules/property-query.ts";
import { propertyReadOnly } from "./rules/property-read-only.ts";
import { propertyRemoved } from "./rules/property-removed.ts";
import { propertyRenamed } from "./rules/property-renamed.ts";
import { propertyRequired } from "./rules/property-required.ts";
import { propertyReturned } from "./rules/property-returned.ts";
import { propertyType } from "./rules/property-type.ts";
import { queryOptions } from "./rules/query-options.ts";
import { response } from "./rules/response.ts";
import { typeAbstract } from "./rules/type-abstract.ts";
import { typeAdded } from "./rules/type-added.ts";
import { typeKey } from "./rules/type-key.ts";
import { typeOpen } from "./rules/type-open.ts";
import { typeRemoved } from "./rules/type-removed.ts";
import { typeRenamed } from "./rules/type-renamed.ts";

function rule(
  check: Check,
  direction: Direction,
  area: Area,
  kind: string,
  action: Action,
  level: Level,
  mirrors: Rule["mirrors"],
): Rule {
  return { check, direction, area, kind, action, level, mirrors };
}

// One line a rule, to be read as a table.
// biome-ignore format: a table
export const rules = {
  "type-added": rule(typeAdded, "both", "types", "type", "added", "info", ["type-removed", "type-undocumented"]),
  "type-removed": rule(typeRemoved, "both", "types", "type", "removed", "breaking", ["type-added"]),
  "type-undocumented": rule(typeRemoved, "both", "types", "type", "undocumented", "warning", ["type-added"]),
  "type-renamed": rule(typeRenamed, "both", "types", "name", "renamed", "breaking", ["type-renamed"]),
  "type-namespace-changed": rule(typeRenamed, "both", "namespaces", "namespace", "changed", "breaking", ["type-namespace-changed"]),
  "base-type-added": rule(baseType, "both", "types", "base", "added", "info", ["base-type-changed"]),
  "base-type-changed": rule(baseType, "both", "types", "base", "changed", "breaking", ["base-type-changed", "base-type-added"]),
  "type-became-abstract": rule(typeAbstract, "request", "types", "abstract", "added", "breaking", ["type-no-longer-abstract"]),
  "type-no-longer-abstract": rule(typeAbstract, "both", "types", "abstract", "removed", "info", ["type-became-abstract"]),
  "type-became-open": rule(typeOpen, "both", "types", "open", "added", "info", ["type-no-longer-open"]),
  "type-no-longer-open": rule(typeOpen, "both", "types", "open", "removed", "warning", ["type-became-open"]),
  "type-key-changed": rule(typeKey, "both", "types", "key", "changed", "breaking", ["type-key-changed"]),
  "property-added": rule(propertyAdded, "both", "properties", "property", "added", "info", ["property-removed", "property-undocumented"]),
  "property-added-required": rule(propertyAdded, "request", "properties", "property", "added", "breaking", ["property-removed", "property-undocumented"]),
  "property-removed": rule(propertyRemoved, "both", "properties", "property", "removed", "breaking", ["property-added", "property-added-required"]),
  "property-undocumented": rule(propertyRemoved, "both", "docs", "property", "undocumented", "info", ["property-added", "property-added-required"]),
  "property-renamed": rule(propertyRenamed, "both", "properties", "name", "renamed", "breaking", ["property-renamed"]),
  "property-type-stated": rule(propertyType, "both", "properties", "type", "changed", "info", ["property-type-unstated"]),
  "property-type-unstated": rule(propertyType, "both", "properties", "type", "changed", "warning", ["property-type-stated"]),
  "property-type-narrowed": rule(propertyType, "request", "properties", "type", "changed", "breaking", ["property-type-widened"]),
  "property-type-widened": rule(propertyType, "response", "properties", "type", "changed", "breaking", ["property-type-narrowed"]),
  "property-type-changed": rule(propertyType, "both", "properties", "type", "changed", "breaking", ["property-type-changed"]),
  "property-values-changed": rule(propertyType, "both", "properties", "values", "changed", "info", ["property-values-changed"]),
  "property-became-collection": rule(propertyType, "both", "properties", "collection", "added", "breaking", ["property-no-longer-collection"]),
  "property-no-longer-collection": rule(propertyType, "both", "properties", "collection", "removed", "breaking", ["property-became-collection"]),
  "property-became-nullable": rule(propertyNullability, "response", "properties", "nullability", "added", "breaking", ["property-no-longer-nullable"]),
  "property-no-longer-nullable": rule(propertyNullability, "request", "properties", "nullability", "removed", "breaking", ["property-became-nullable"]),
  "property-became-read-only": rule(propertyReadOnly, "request", "properties", "read-only", "added", "warning", ["property-no-longer-read-only"]),
  "property-no-longer-read-only": rule(propertyReadOnly, "both", "properties", "read-only", "removed", "info", ["property-became-read-only"]),
  "property-became-required": rule(propertyRequired, "request", "properties", "required", "added", "breaking", ["property-no-longer-required"]),
  "property-no-longer-required": rule(propertyRequired, "both", "properties", "required", "removed", "info", ["property-became-required"]),
  "property-returned-on-select": rule(propertyReturned, "response", "properties", "default-set", "removed", "breaking", ["property-returned-by-default"]),
  "property-returned-by-default": rule(propertyReturned, "both", "properties", "default-set", "added", "info", ["property-returned-on-select"]),
  "property-query-added": rule(propertyQuery, "both", "query", "filterability", "added", "info", ["property-query-removed"]),
  "property-query-removed": rule(propertyQuery, "both", "query", "filterability", "removed", "breaking", ["property-query-added"]),
  "property-became-relationship": rule(propertyNavigation, "both", "properties", "navigation", "added", "breaking", ["property-no-longer-relationship"]),
  "property-no-longer-relationship": rule(propertyNavigation, "both", "properties", "navigation", "removed", "breaking", ["property-became-relationship"]),
  "enum-added": rule(enumAdded, "both", "enums", "enum", "added", "info", ["enum-removed", "enum-undocumented"]),
  "enum-removed": rule(enumRemoved, "both", "enums", "enum", "removed", "breaking", ["enum-added"]),
  "enum-undocumented": rule(enumRemoved, "both", "enums", "enum", "undocumented", "warning", ["enum-added"]),
  "enum-renamed": rule(enumRenamed, "both", "enums", "name", "renamed", "breaking", ["enum-renamed"]),
  "enum-namespace-changed": rule(enumRenamed, "both", "namespaces", "namespace", "changed", "breaking", ["enum-namespace-changed"]),
  "enum-member-added": rule(enumMembers, "response", "enums", "member", "added", "breaking", ["enum-member-removed", "enum-member-undocumented"]),
  "open-enum-member-added": rule(enumMembers, "both", "enums", "member", "added", "info", ["enum-member-removed", "enum-member-undocumented"]),
  "enum-member-removed": rule(enumMembers, "request", "enums", "member", "removed", "breaking", ["enum-member-added", "open-enum-member-added"]),
  "enum-member-undocumented": rule(enumMembers, "both", "docs", "member", "undocumented", "info", ["enum-member-added", "open-enum-member-added"]),
  "enum-member-renamed": rule(enumMembers, "both", "enums", "name", "renamed", "breaking", ["enum-member-renamed"]),
  "enum-became-open": rule(enumOpenness, "response", "enums", "open", "added", "warning", ["enum-no-longer-open"]),
  "enum-no-longer-open": rule(enumOpenness, "both", "enums", "open", "removed", "info", ["enum-became-open"]),
  "enum-became-flags": rule(enumFlags, "response", "enums", "flags", "added", "breaking", ["enum-no-longer-flags"]),
  "enum-no-longer-flags": rule(enumFlags, "request", "enums", "flags", "removed", "breaking", ["enum-became-flags"]),
  "operation-added": rule(operationAdded, "both", "operations", "operation", "added", "info", ["operation-removed", "operation-undocumented"]),
  "operation-removed": rule(operationRemoved, "both", "operations", "operation", "removed", "breaking", ["operation-added"]),
  "operation-undocumented": rule(operationRemoved, "both", "operations", "operation", "undocumented", "warning", ["operation-added"]),
  "operation-method-changed": rule(operationMethod, "both", "operations", "method", "changed", "breaking", ["operation-method-changed"]),
  "path-added": rule(operationPaths, "both", "operations", "path", "added", "info", ["path-removed"]),
  "path-removed": rule(operationPaths, "both", "operations", "path", "removed", "breaking", ["path-added"]),
  "path-renamed": rule(operationPaths, "both", "operations", "path", "renamed", "breaking", ["path-renamed"]),
  "parameter-added": rule(parameters, "both", "parameters", "parameter", "added", "info", ["parameter-removed"]),
  "parameter-added-required": rule(parameters, "request", "parameters", "parameter", "added", "breaking", ["parameter-removed"]),
  "parameter-removed": rule(parameters, "request", "parameters", "parameter", "removed", "breaking", ["parameter-added", "parameter-added-required"]),
  "parameter-renamed": rule(parameters, "request", "parameters", "name", "renamed", "breaking", ["parameter-renamed"]),
  "parameter-type-widened": rule(parameters, "both", "parameters", "type", "changed", "info", ["parameter-type-changed", "parameter-type-widened"]),
  "parameter-type-changed": rule(parameters, "request", "parameters", "type", "changed", "breaking", ["parameter-type-changed", "parameter-type-widened"]),
  "parameter-became-required": rule(parameters, "request", "parameters", "required", "added", "breaking", ["parameter-became-optional"]),
  "parameter-became-optional": rule(parameters, "both", "parameters", "required", "removed", "info", ["parameter-became-required"]),
  "header-added": rule(headers, "both", "headers", "header", "added", "info", ["header-removed"]),
  "header-added-required": rule(headers, "request", "headers", "header", "added", "breaking", ["header-removed"]),
  "header-removed": rule(headers, "request", "headers", "header", "removed", "warning", ["header-added", "header-added-required"]),
  "header-became-required": rule(headers, "request", "headers", "required", "added", "breaking", ["header-became-optional"]),
  "header-became-optional": rule(headers, "both", "headers", "required", "removed", "info", ["header-became-required"]),
  "query-option-added": rule(queryOptions, "both", "query", "option", "added", "info", ["query-option-removed"]),
  "query-option-removed": rule(queryOptions, "request", "query", "option", "removed", "breaking", ["query-option-added"]),
  "option-requirement-added": rule(optionRules, "request", "query", "requirement", "added", "breaking", ["option-requirement-removed"]),
  "option-requirement-removed": rule(optionRules, "both", "query", "requirement", "removed", "info", ["option-requirement-added"]),
  "body-added": rule(body, "request", "body", "body", "added", "warning", ["body-removed"]),
  "body-removed": rule(body, "request", "body", "body", "removed", "warning", ["body-added"]),
  "body-media-type-changed": rule(body, "request", "body", "media-type", "changed", "breaking", ["body-media-type-changed"]),
  "body-type-widened": rule(body, "both", "body", "type", "changed", "info", ["body-type-changed", "body-type-widened"]),
  "body-type-changed": rule(body, "request", "body", "type", "changed", "breaking", ["body-type-changed", "body-type-widened"]),
  "body-member-added": rule(bodyMembers, "both", "body", "member", "added", "info", ["body-member-removed"]),
  "body-member-added-required": rule(bodyMembers, "request", "body", "member", "added", "breaking", ["body-member-removed"]),
  "body-member-removed": rule(bodyMembers, "request", "body", "member", "removed", "breaking", ["body-member-added", "body-member-added-required"]),
  "body-member-renamed": rule(bodyMembers, "request", "body", "name", "renamed", "breaking", ["body-member-renamed"]),
  "body-member-type-widened": rule(bodyMembers, "both", "body", "type", "changed", "info", ["body-member-type-changed", "body-member-type-widened"]),
  "body-member-type-changed": rule(bodyMembers, "request", "body", "type", "changed", "breaking", ["body-member-type-changed", "body-member-type-widened"]),
  "body-member-became-required": rule(bodyMembers, "request", "body", "required", "added", "breaking", ["body-member-became-optional"]),
  "body-member-became-optional": rule(bodyMembers, "both", "body", "required", "removed", "info", ["body-member-became-required"]),
  "result-added": rule(response, "both", "response", "result", "added", "info", ["result-content-changed"]),
  "result-content-changed": rule(response, "response", "response", "content", "changed", "breaking", ["result-content-changed", "result-added"]),
  "result-wrapping-changed": rule(response, "response", "response", "collection", "changed", "breaking", ["result-wrapping-changed"]),
  "result-narrowed": rule(response, "both", "response", "type", "changed", "info", ["result-type-changed", "result-unstated", "result-narrowed"]),
  "result-type-changed": rule(response, "response", "response", "type", "changed", "breaking", ["result-type-changed", "result-narrowed"]),
  "result-stated": rule(response, "both", "response", "type", "added", "info", ["result-unstated"]),
  "result-unstated": rule(response, "response", "response", "type", "removed", "warning", ["result-stated", "result-narrowed"]),
  "default-set-shrunk": rule(response, "response", "response", "default-set", "removed", "breaking", ["default-set-grown"]),
  "default-set-grown": rule(response, "both", "response", "default-set", "added", "info", ["default-set-shrunk"]),
  "status-added": rule(response, "response", "response", "status", "added", "warning", ["status-removed"]),
  "status-removed": rule(response, "both", "response", "status", "removed", "info", ["status-added"]),
  "status-changed": rule(response, "response", "response", "status", "changed", "warning", ["status-changed"]),
  "permission-least-changed": rule(permissions, "both", "permissions", "least", "changed", "info", ["permission-withdrawn", "permission-least-changed"]),
  "permission-added": rule(permissions, "both", "permissions", "permission", "added", "info", ["permission-withdrawn"]),
  "permission-withdrawn": rule(permissions, "both", "permissions", "permission", "removed", "breaking", ["permission-added", "permission-least-changed"]),
  "permission-scheme-supported": rule(permissions, "both", "permissions", "scheme", "added", "info", ["permission-scheme-unsupported"]),
  "permission-scheme-unsupported": rule(permissions, "both", "permissions", "scheme", "removed", "breaking", ["permission-scheme-supported"]),
  "type-deprecated": rule(deprecation, "both", "deprecation", "type", "added", "info", ["type-no-longer-deprecated"]),
  "type-no-longer-deprecated": rule(deprecation, "both", "deprecation", "type", "removed", "info", ["type-deprecated"]),
  "property-deprecated": rule(deprecation, "both", "deprecation", "property", "added", "info", ["property-no-longer-deprecated"]),
  "property-no-longer-deprecated": rule(deprecation, "both", "deprecation", "property", "removed", "info", ["property-deprecated"]),
  "enum-deprecated": rule(deprecation, "both", "deprecation", "enum", "added", "info", ["enum-no-longer-deprecated"]),
  "enum-no-longer-deprecated": rule(deprecation, "both", "deprecation", "enum", "removed", "info", ["enum-deprecated"]),
  "enum-member-deprecated": rule(deprecation, "both", "deprecation", "member", "added", "info", ["enum-member-no-longer-deprecated"]),
  "enum-member-no-longer-deprecated": rule(deprecation, "both", "deprecation", "member", "removed", "info", ["enum-member-deprecated"]),
  "operation-deprecated": rule(deprecation, "both", "deprecation", "operation", "added", "info", ["operation-no-longer-deprecated"]),
  "operation-no-longer-deprecated": rule(deprecation, "both", "deprecation", "operation", "removed", "info", ["operation-deprecated"]),
  "base-url-changed": rule(baseUrl, "both", "namespaces", "base-url", "changed", "breaking", ["base-url-changed"]),
  "namespace-added": rule(namespaces, "both", "namespaces", "namespace", "added", "info", ["namespace-undocumented"]),
  "namespace-undocumented": rule(namespaces, "both", "namespaces", "namespace", "undocumented", "warning", ["namespace-added"]),
  "type-description-changed": rule(descriptions, "both", "docs", "description", "changed", "info", ["type-description-changed"]),
  "property-description-changed": rule(descriptions, "both", "docs", "description", "changed", "info", ["property-description-changed"]),
  "enum-member-description-changed": rule(descriptions, "both", "docs", "description", "changed", "info", ["enum-member-description-changed"]),
  "operation-description-changed": rule(descriptions, "both", "docs", "description", "changed", "info", ["operation-description-changed"]),
  "examples-changed": rule(examples, "both", "docs", "examples", "changed", "info", ["examples-changed"]),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;

export const ruleIds = Object.keys(rules) as readonly RuleId[];

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}
