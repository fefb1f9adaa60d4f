/** `$select`, applied to what the docs show. */
import { inQuery, splitOutside } from "../examples/split-outside.ts";
import type { Property } from "../model/api-model.ts";
import type { Samples } from "./sample-value.ts";

export interface Selection {
  /** Top-level names; `a/b` selects `a`. */
  readonly names: ReadonlySet<string>;
  /** Names that `$expand` adds to them. */
  readonly expanded: ReadonlySet<string>;
}

/** Reads the options; `null` where everything is asked for. */
export function readSelection(select: string | undefined, expand: string | undefined): Selection | null {
  const names = namesOf(select);
  return names.size === 0 || names.has("*") ? null : { names, expanded: namesOf(expand) };
}

function namesOf(text: string | undefined): ReadonlySet<string> {
  const written = splitOutside(text ?? "", ",", inQuery).map((part) => part.trim().split(/[/(]/, 1)[0] ?? "");
  return new Set(written.filter((name) => name !== ""));
}

export interface SelectedMembers {
  readonly value: unknown;
  /** Whether members had to be made up. */
  readonly isCompleted: boolean;
}

/**
 * Leaves of an object what is selected, and annotations. What is selected and not shown by the docs gets a made-up value
 * if it is a property of the type: callers that select it rely on it.
 */
export function selectMembers(
  value: unknown,
  { names, expanded }: Selection,
  members: ReadonlyMap<string, Property>,
  samples: Samples,
): SelectedMembers {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { value, isCompleted: false };
  const shown = Object.entries(value);
  const kept = shown.filter(([name]) => {
    const [owner = ""] = name.split("@", 1);
    return owner === "" || names.has(owner) || expanded.has(owner);
  });
  const known = new Set(kept.map(([name]) => name));
  const added = [...names].flatMap((name): [string, unknown][] => {
    const property = known.has(name) ? undefined : members.get(name);
    const sample = property === undefined ? undefined : samples.value(property.type);
    return sample === undefined ? [] : [[name, sample]];
  });
  return { value: Object.fromEntries([...kept, ...added]), isCompleted: added.length > 0 };
}
