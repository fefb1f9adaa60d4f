/**
 * Names of emitted types. The rule, a function of the qualified name alone, so that no other page can change a name:
 *
 * 1. the `names:` setting, by qualified name;
 * 2. in the default namespace: the name with a capital first letter (`user` → `User`, `iosCert_v2` → `IosCert_v2`);
 * 3. in another namespace: the part of the namespace that the default one does not share, each word with a capital
 *    first letter, then the name (`….callRecords.session` → `CallRecordsSession`);
 * 4. a name that TypeScript or JavaScript gives a meaning to gets `Type` behind it (`error` → `ErrorType`).
 *
 * Two types that still get one name: the first by qualified name keeps it, the other one gets its whole namespace in
 * front, and a diagnostic names both and the setting that settles it.
 */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { ModelReport } from "./model-report.ts";
import { byCodeUnit } from "./qualified-name.ts";

export interface SdkNames {
  nameOf(id: string): string;
}

export interface NamedType {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly place: SourcePlace;
}

/** Global types that generated code needs by their own name, and names that would mislead a reader. */
const taken = new Set(
  (
    "Array ArrayBuffer AsyncIterable Awaited BigInt Boolean Date Error Exclude Extract Function Infinity " +
    "Iterable Iterator Map NaN NonNullable Number Object Omit Parameters Partial Pick Promise PromiseLike Readonly " +
    "ReadonlyArray ReadonlyMap ReadonlySet Record Reflect RegExp Required ReturnType Set String Symbol Uint8Array " +
    "WeakMap WeakSet"
  ).split(" "),
);

function capitalised(text: string): string {
  return text
    .split(/[^A-Za-z0-9_$]+/)
    .filter((word) => word !== "")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

function startingWithLetter(name: string): string {
  return /^[A-Za-z_$]/.test(name) ? name : `_${name}`;
}

/** Words of a namespace that the default namespace does not share. */
function ownWords(namespace: string, defaultNamespace: string): string {
  const own = namespace.split(".");
  const shared = defaultNamespace === "" ? [] : defaultNamespace.split(".");
  let i = 0;
  while (i < shared.length && own[i]?.toLowerCase() === shared[i]?.toLowerCase()) i++;
  return capitalised(own.slice(i).join("."));
}

/** The name by rules 2 to 4. */
export function typeSdkName(namespace: string, name: string, defaultNamespace: string): string {
  const given = startingWithLetter(ownWords(namespace, defaultNamespace) + capitalised(name)) || "_";
  return taken.has(given) ? `${given}Type` : given;
}

/** Names for all types and enums of a model, unique even where letter case is ignored (file systems and readers do). */
export function assignTypeNames(
  types: readonly NamedType[],
  defaultNamespace: string,
  settings: ReadonlyMap<string, string>,
  report: ModelReport,
): SdkNames {
  const byId = new Map<string, string>();
  const owners = new Map<string, NamedType>();
  const sorted = [...types].sort((a, b) => byCodeUnit(a.id, b.id));
  const take = (type: NamedType, name: string): boolean => {
    if (owners.has(name)) return false;
    owners.set(name, type);
    byId.set(type.id, name);
    return true;
  };
  // Names that were asked for come first: they are settled, and others have to give way.
  for (const type of sorted) {
    const setting = settings.get(type.id);
    if (setting !== undefined) take(type, setting);
  }
  for (const type of sorted) {
    if (byId.has(type.id)) continue;
    const wanted = typeSdkName(type.namespace, type.name, defaultNamespace);
    if (take(type, wanted)) continue;
    const whole = startingWithLetter(capitalised(type.namespace) + capitalised(type.name));
    let given = whole;
    for (let i = 2; !take(type, given); i++) given = `${whole}${i}`;
    const other = owners.get(wanted);
    const related = other ? { place: other.place, message: `\`${other.id}\` has the name` } : null;
    report.add("name-collision", type.place, { name: wanted, given, key: type.id }, related);
  }
  return { nameOf: (id) => byId.get(id) ?? id };
}
