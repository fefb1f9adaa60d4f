/** What example bodies show of types: the members of every object that names its type. */

import type { SourcePlace } from "../diagnostics/place.ts";
import { jsonMembers } from "../docs/json-representation.ts";
import type { ApiPage, JsonShape } from "../docs/page.ts";
import { nameKey } from "./qualified-name.ts";

export interface ExampleMember {
  readonly shape: JsonShape;
  readonly place: SourcePlace;
}

/** One object of an example that is said to be of a type. */
export interface TypedObject {
  /** As the annotation or the object writes it, `Collection(…)` removed. */
  readonly type: string;
  readonly members: ReadonlyMap<string, ExampleMember>;
  readonly isResponse: boolean;
  /** The annotation names the type, not the object itself. */
  readonly isAnnotated: boolean;
  readonly page: string;
}

/** Members by name, by type name without namespace (lower case). Of several values the first that is not null counts. */
export type ExampleEvidence = ReadonlyMap<string, ReadonlyMap<string, ExampleMember>>;

/** Examples nest a few levels; a limit keeps a hostile one from using up the stack. */
const maxDepth = 40;

function simpleTypeName(odataType: string): string {
  return odataType.slice(odataType.lastIndexOf(".") + 1);
}

function odataTypeOf(value: object): string | null {
  const found: unknown = Object.entries(value).find(([key]) => key.toLowerCase() === "@odata.type")?.[1];
  return typeof found === "string" ? found : null;
}

/** All objects in example bodies whose type is said, by themselves or by the annotation above the block; in page order. */
export function typedObjects(pages: readonly ApiPage[]): TypedObject[] {
  const objects: TypedObject[] = [];
  for (const page of pages)
    for (const example of page.examples)
      for (const message of [example.request, ...example.responses]) {
        const { body, odataType } = message ?? {};
        if (!body || body.json === undefined) continue;
        const isResponse = message !== example.request;
        const walk = (value: unknown, annotated: string | null, depth: number): void => {
          if (typeof value !== "object" || value === null || depth > maxDepth) return;
          if (Array.isArray(value)) {
            for (const item of value) walk(item, annotated, depth + 1);
            return;
          }
          const own = odataTypeOf(value);
          const type = (own ?? annotated)?.replace(/^#/, "").replace(/^collection\((.*)\)$/i, "$1");
          if (type) {
            const members = (jsonMembers(value) ?? []).map(({ name, shape }): [string, ExampleMember] => [
              name,
              { shape, place: body.place },
            ]);
            objects.push({ type, members: new Map(members), isResponse, isAnnotated: own === null, page: page.path });
          }
          for (const member of Object.values(value)) walk(member, null, depth + 1);
        };
        walk(envelopeContent(body.json) ?? body.json, odataType ?? null, 0);
      }
  return objects;
}

/** The members that examples show of each type. */
export function exampleEvidence(objects: readonly TypedObject[]): ExampleEvidence {
  const types = new Map<string, Map<string, ExampleMember>>();
  for (const object of objects) {
    const key = nameKey(simpleTypeName(object.type));
    const members = types.get(key) ?? new Map<string, ExampleMember>();
    types.set(key, members);
    for (const [name, member] of object.members) {
      const known = members.get(name);
      if (!known || known.shape.kind === "null") members.set(name, member);
    }
  }
  return types;
}

/** The content of `{ "value": … }`, where that is what a body is. */
function envelopeContent(json: unknown): unknown {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
  const members = jsonMembers(json) ?? [];
  return members.length === 1 && members[0]?.name === "value" ? new Map(Object.entries(json)).get("value") : undefined;
}
