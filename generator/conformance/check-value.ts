/** Checks values of JSON against a model: bodies of requests, and what the service gives. */
import type { Operation, RequestBody, TypeRef } from "../model/api-model.ts";
import { bodyShape } from "../shapes/body-shape.ts";
import type { ModelView } from "../shapes/model-view.ts";
import { type Direction, isObject, kindOf, ValueComparison, type ValuePlace } from "./compare-value.ts";
import { type Contradiction, pathText } from "./contradictions.ts";
import { type Conformance, Finding } from "./finding.ts";
import { TypeView } from "./type-view.ts";

export interface ValueChecker {
  /** Compares a value with a type. All members may be missing: an example may show a part. */
  conformance(value: unknown, type: TypeRef, direction: Direction): Conformance;
  /** Compares a value with the type of an argument of a function: a parameter, or a member of a body. */
  argumentConformance(value: unknown, type: TypeRef): Conformance;
  /** The contradictions alone; what only stands for a value is among them. */
  check(value: unknown, type: TypeRef, direction: Direction): readonly Contradiction[];
  /** Compares the body of a request with what its operation takes; `null` where that is no JSON. */
  bodyConformance(operation: Operation, value: unknown): Conformance | null;
  /** The contradictions of a body alone; what only stands for a value is among them. */
  checkBody(operation: Operation, value: unknown): readonly Contradiction[];
}

export interface CheckerOptions {
  /** Whether `null` is a value where no page says whether it is. Default: no. */
  readonly isLenient?: boolean;
}

/**
 * Makes a checker. It takes one look at each type of the model.
 *
 * @example createValueChecker(createModelView(model)).checkBody(operation, JSON.parse(text))
 */
export function createValueChecker(view: ModelView, { isLenient = false }: CheckerOptions = {}): ValueChecker {
  const types = new TypeView(view);
  const comparison = new ValueComparison(types, isLenient);
  const conformance = (value: unknown, type: TypeRef, direction: Direction): Conformance => {
    const finding = new Finding();
    comparison.value(value, type, { path: [], direction, isNullable: false, isBodyMember: false }, finding);
    return finding;
  };
  const bodyConformance = (operation: Operation, value: unknown): Conformance | null => {
    const { body } = operation;
    if (body === null || body.kind === "binary" || body.kind === "text") return null;
    const { type } = body;
    return body.kind === "resource" && type !== null && type.kind !== "object"
      ? conformance(value, type, "write")
      : objectConformance(operation, body, value, types, comparison);
  };
  return {
    conformance,
    argumentConformance(value, type) {
      const finding = new Finding();
      comparison.value(value, type, root, finding);
      return finding;
    },
    check: (value, type, direction) => withPlaceholders(conformance(value, type, direction), value),
    bodyConformance,
    checkBody(operation, value) {
      const found = bodyConformance(operation, value);
      return found === null ? [] : withPlaceholders(found, value);
    },
  };
}

const root: ValuePlace = { path: [], direction: "write", isNullable: false, isBodyMember: true };

function objectConformance(
  operation: Operation,
  body: RequestBody,
  value: unknown,
  types: TypeView,
  comparison: ValueComparison,
): Conformance {
  const finding = new Finding();
  const { members, hasTypeName, isOpen } = bodyShape(operation, body, types);
  if (!isObject(value)) {
    finding.add("example-value-type", [], `The body is ${kindOf(value)}, expected an object`);
    return finding;
  }
  // Nothing is known of what may be sent.
  if (members.length === 0 && !hasTypeName) return finding;
  const own = new Map(members.map(({ property }) => [property.name, property]));
  const base = body.kind === "resource" && body.type?.kind === "object" ? body.type.id : null;
  const derived = base === null ? null : types.derivedType(value, base);
  if (derived !== null) finding.derived.push({ path: [], id: derived });
  const all =
    derived !== null
      ? new Map([...types.membersOf(derived), ...own])
      : base === null
        ? own
        : types.derivedMembers(base, own);
  // What derived types add is sent as the emitted body takes it: without what the service alone gives.
  const declared = new Map([...all].filter(([name, { isReadOnly }]) => own.has(name) || !isReadOnly));
  const byName = new Map(members.map((member) => [member.property.name, member]));
  comparison.members(value, declared, isOpen, root, finding, ({ name, isNullable }) => {
    const member = byName.get(name);
    return { isNullable: member === undefined ? isNullable : member.isNullable, isBodyMember: member !== undefined };
  });
  const sent = new Set(Object.keys(value));
  // Of many derived types the emitted body lists none: to it their members are further ones.
  const unlisted =
    derived === null || base === null || types.isListed(base) ? [] : [...sent].filter((name) => !own.has(name));
  if (unlisted.length > 0) finding.further.push({ path: [], names: unlisted });
  for (const { property, isRequired } of members)
    if (isRequired && !sent.has(property.name))
      finding.add("example-member-missing", [property.name], `\`${property.name}\` is required, and not sent`);
  return finding;
}

/** What stands in for a value is none. */
function withPlaceholders({ contradictions, placeholders }: Conformance, value: unknown): readonly Contradiction[] {
  const found = placeholders.map((path): Contradiction => {
    const part = path.reduce<unknown>(
      (at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined),
      value,
    );
    return {
      code: "example-value-type",
      path,
      message: `\`${pathText(path)}\` is \`${String(part)}\`, which only stands for a value`,
    };
  });
  return [...contradictions, ...found];
}
