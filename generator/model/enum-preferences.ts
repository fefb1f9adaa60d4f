/**
 * Preferences that values of a response ask for. A service keeps members that were added to an enum behind its sentinel
 * from callers who do not say that they know them; pages tell the header for it where they list the members: "Use the
 * `Prefer: include-unknown-members` request header to get the following values in this evolvable enum".
 */
import type { PreferenceFact } from "../docs/page.ts";
import { readPreferences } from "../docs/preference-grammar.ts";
import { sentencesOf } from "../docs/prose.ts";
import type { EnumType, Property, TypeRef } from "./api-model.ts";
import { sentinel } from "./enum-evidence.ts";
import { nameKey } from "./qualified-name.ts";
import { itemOf } from "./stated-type.ts";
import type { TypeGraph } from "./type-graph.ts";

type Asked = ReadonlyMap<string, PreferenceFact>;

const header = /\bPrefer\s?:\s?([A-Za-z][\w.-]{0,99})\s+(?:request\s+)?header\b/;

/** What a description asks for, by token in lower case. */
function askedIn({ description, place }: Pick<Property, "description" | "place">): [string, PreferenceFact][] {
  return sentencesOf(description ?? "").flatMap((text): [string, PreferenceFact][] =>
    readPreferences(header.exec(text)?.[1] ?? "").map(({ token, form }) => [
      token.toLowerCase(),
      { token, form, values: [], text, place },
    ]),
  );
}

function askedByEnum({ description, members, places }: EnumType): [string, PreferenceFact][] {
  const [place] = places;
  return [...(place ? askedIn({ description, place }) : []), ...members.flatMap(askedIn)];
}

/** What a property asks for whose values make no enum, as they are listed for a string. */
function askedByList(property: Property): [string, PreferenceFact][] {
  const type = itemOf(property.type);
  const isEvolvable = type.kind === "literals" && type.values.some((value) => nameKey(value) === sentinel);
  return isEvolvable ? askedIn(property) : [];
}

export class EnumPreferences {
  readonly #graph: TypeGraph;
  readonly #byEnum: ReadonlyMap<string, Asked>;
  readonly #byType = new Map<string, Asked>();

  /** What one page says of an enum holds wherever the enum is used. */
  constructor(graph: TypeGraph) {
    this.#graph = graph;
    const byEnum = new Map(
      graph.enums.filter((type) => type.isEvolvable).map((type) => [type.id, new Map(askedByEnum(type))]),
    );
    for (const property of graph.types.flatMap((type) => type.properties)) {
      const type = itemOf(property.type);
      const known = type.kind === "enum" ? byEnum.get(type.id) : undefined;
      for (const [token, fact] of known ? askedIn(property) : []) if (!known?.has(token)) known?.set(token, fact);
    }
    this.#byEnum = byEnum;
  }

  /**
   * What is asked for by the enums that a value of the type holds: in its own and inherited properties and in the types
   * of those. Navigation properties are left out, as a response has them only on demand.
   */
  of(type: TypeRef): PreferenceFact[] {
    const item = itemOf(type);
    if (item.kind === "enum") return [...(this.#byEnum.get(item.id)?.values() ?? [])];
    if (item.kind === "union") return item.options.flatMap((option) => this.of(option));
    if (item.kind !== "object") return [];
    const known = this.#byType.get(item.id) ?? this.#reachedFrom(item.id);
    this.#byType.set(item.id, known);
    return [...known.values()];
  }

  #reachedFrom(id: string): Asked {
    const asked = new Map<string, PreferenceFact>();
    const seen = new Set([id]);
    // The set grows while it is walked; what is added is visited, too.
    for (const one of seen)
      for (const property of this.#graph.propertiesOf(one)) {
        if (property.isNavigation) continue;
        const type = itemOf(property.type);
        if (type.kind === "object") seen.add(type.id);
        const facts = type.kind === "enum" ? this.#byEnum.get(type.id) : askedByList(property);
        for (const [token, fact] of facts ?? []) if (!asked.has(token)) asked.set(token, fact);
      }
    return asked;
  }
}
