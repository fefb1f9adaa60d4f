/**
 * Scores the comparison of two real doc sets against the metadata of the same weeks.
 *
 *     npm run diff-truth -- [--json OUT.json] [--details N]
 *
 * A difference counts as reported where the comparison has it for the very type: a property of an added type in what came
 * with that type or with one of its bases, a member of an added enum likewise. Differences that no page shows are left
 * out, as the truth file marks them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { resolveSettings } from "../generator/config/settings.ts";
import type { Change } from "../generator/diff/change.ts";
import { diffModels } from "../generator/diff/diff-models.ts";
import { linkDocs } from "../generator/link-docs.ts";
import type { ApiModel } from "../generator/model/api-model.ts";
import { parseModel } from "../generator/model/parse-model.ts";
import { corpusRoot, corpusSets, isCorpusThere } from "../generator/testing/corpus.ts";
import { type Figure, figureTable, isStepBack } from "./figures.ts";

interface Difference {
  readonly change: "added" | "removed" | "changed";
  readonly kind: string;
  /** Qualified name; `null` for unbound operations. */
  readonly type: string | null;
  readonly name: string;
  /** The type of a property that was added or changed. */
  readonly to?: string;
  readonly docs?: "visible" | "in both" | "in neither" | "wrong way";
}

/** The part of the metadata reader that is needed here. */
interface Csdl {
  readonly types: ReadonlyMap<
    string,
    { readonly props?: ReadonlyMap<string, { readonly type?: { readonly name: string } }> }
  >;
}

const truth = join(corpusRoot, "truth");

function lower(text: string): string {
  return text.toLowerCase();
}

function modelOf(name: string): ApiModel {
  const docs = corpusSets.find((set) => set.name === name)?.docs ?? "";
  return linkDocs(resolveSettings({ docs }, docs, {}, docs)).model;
}

interface AddedType {
  readonly names: ReadonlySet<string>;
  readonly base: string | null;
  readonly properties: readonly AddedProperty[];
}

interface AddedProperty {
  readonly name: string;
  readonly type: string;
  readonly values?: readonly string[];
}

/** The changes by what they are about, in lower case: pages and metadata differ in that. */
class Reported {
  readonly #byPath = new Map<string, Change[]>();
  /** Segments of the paths of added operations, and of added paths. */
  readonly #segments = new Set<string>();
  /** Members and base by id of an added type. */
  readonly #added = new Map<string, AddedType>();
  /** `type/property`, by the enum that the property is of. */
  readonly #users: ReadonlyMap<string, readonly string[]>;

  constructor(changes: readonly Change[], users: ReadonlyMap<string, readonly string[]>) {
    this.#users = users;
    for (const change of changes) {
      const key = lower(change.path);
      this.#byPath.set(key, [...(this.#byPath.get(key) ?? []), change]);
      this.#note(change);
    }
  }

  #note({ id, path, new: facts }: Change): void {
    if (id === "operation-added" || id === "path-added" || id === "path-renamed" || id === "operation-method-changed") {
      const { requests = [path] } = (facts ?? {}) as { requests?: readonly string[] };
      for (const segment of requests.flatMap((request) => request.split(/[ /(]/u)))
        this.#segments.add(lower(segment.slice(segment.lastIndexOf(".") + 1)));
    }
    if (id !== "type-added" && id !== "enum-added") return;
    const {
      properties = [],
      members = [],
      baseType = null,
    } = facts as {
      properties?: readonly AddedProperty[];
      members?: readonly { value: string }[];
      baseType?: string | null;
    };
    const names = [...properties.map(({ name }) => name), ...members.map(({ value }) => value)];
    const base = baseType === null ? null : lower(baseType);
    this.#added.set(lower(path), { names: new Set(names.map(lower)), base, properties });
  }

  #hasChange(path: string, ids: RegExp): boolean {
    return this.#byPath.get(lower(path))?.some(({ id }) => ids.test(id)) ?? false;
  }

  #cameWith(type: string | null, name: string): boolean {
    const added = type === null ? undefined : this.#added.get(lower(type));
    if (added === undefined) return this.#hasChange(`${type}/${name}`, /^property-added|^property-renamed/u);
    return added.names.has(lower(name)) || this.#cameWith(added.base, name);
  }

  #addedProperty(user: string): AddedProperty | undefined {
    const [type = "", name = ""] = user.split("/");
    const change = this.#byPath.get(user)?.find(({ id }) => id.startsWith("property-added"));
    if (change !== undefined) return change.new as AddedProperty;
    return this.#added.get(type)?.properties.find((property) => lower(property.name) === name);
  }

  /** Some pages list the values at the property without naming the enum. */
  #isListed(enumType: string, member: string): boolean {
    const users = this.#users.get(lower(enumType)) ?? [];
    return users.some((user) => this.#addedProperty(user)?.values?.some((value) => lower(value) === lower(member)));
  }

  has({ kind, type, name, to = "" }: Difference): boolean {
    switch (kind) {
      case "entity type":
      case "complex type":
      case "enum type":
        return this.#added.has(lower(type ?? ""));
      case "property of added type":
        return this.#cameWith(type, name);
      case "member of added enum":
        return this.#cameWith(type, name) || this.#isListed(type ?? "", name);
      case "property":
        return this.#hasChange(`${type}/${name}`, /^property-added/u);
      case "enum member":
        return this.#hasChange(`${type}/${name}`, /enum-member-added$/u);
      case "property type":
        // Where the old pages do not have the type at all, it can only be said with the type that came.
        return (
          this.#hasChange(`${type}/${name}`, /^property-type-|^property-became-collection/u) ||
          lower(this.#addedProperty(lower(`${type}/${name}`))?.type ?? "") === lower(to)
        );
      default:
        return this.#segments.has(lower(name));
    }
  }
}

/** `type/property` of all properties, by what they are of. */
function usersOf({ types }: Csdl): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [id, { props }] of types)
    for (const [name, { type }] of props ?? []) {
      const key = lower(type?.name ?? "");
      users.set(key, [...(users.get(key) ?? []), lower(`${id}/${name}`)]);
    }
  return users;
}

const surfaceAreas: readonly string[] = ["types", "properties", "enums", "operations"];

/** Removals that the metadata does not have. A path that is gone is no removal of an operation. */
function falseRemovals(changes: readonly Change[], differences: readonly Difference[]): Change[] {
  const removed = new Set(
    differences
      .filter(({ change }) => change === "removed")
      .flatMap(({ type, name }) => [lower(`${type}/${name}`), lower(name)]),
  );
  return changes.filter(
    ({ action, area, kind, path }) =>
      action === "removed" &&
      surfaceAreas.includes(area) &&
      ["type", "enum", "property", "member", "operation"].includes(kind) &&
      !removed.has(lower(path)) &&
      !removed.has(lower(path.slice(path.lastIndexOf("/") + 1))),
  );
}

function preparedTime(old: string, current: string): number {
  const start = performance.now();
  diffModels(parseModel(old), parseModel(current));
  return Math.round(performance.now() - start);
}

function share(part: number, all: number): number {
  // Cut, not rounded: 96.96 is no 97.
  return all === 0 ? 0 : Math.floor((1000 * part) / all) / 10;
}

function percent(name: string, needed: number, part: number, all: number): Figure {
  return { name: `${name} (${part} of ${all})`, needed, measured: share(part, all), unit: "%" };
}

async function loadCsdl(file: string): Promise<Csdl> {
  const tool = await import(pathToFileURL(join(corpusRoot, "tools/fidelity/csdl.mjs")).href);
  return tool.loadCsdl(readFileSync(join(truth, file), "utf8"));
}

async function measure(details: number): Promise<{ readonly figures: Figure[]; readonly remarks: string[] }> {
  const { differences } = JSON.parse(readFileSync(join(truth, "truth-diff-v1.0.json"), "utf8")) as {
    differences: readonly Difference[];
  };
  const [old, current] = [modelOf("graph-v1.0-2021-01"), modelOf("graph-v1.0-2021-07")];
  const changes = diffModels(old, current);
  const milliseconds = preparedTime(JSON.stringify(old), JSON.stringify(current));
  const [before, after] = await Promise.all([loadCsdl("v1.0-2021-01.csdl.xml"), loadCsdl("v1.0-2021-07.csdl.xml")]);
  const visible = differences.filter(({ docs }) => docs === "visible");
  const reported = new Reported(changes, usersOf(after));
  const missed = visible.filter((difference) => !reported.has(difference));
  const namesOf = (csdl: Csdl): ReadonlySet<string> => new Set([...csdl.types.keys()].map(lower));
  const [was, is] = [namesOf(before), namesOf(after)];
  const types = changes.filter(({ id }) => id === "type-added").map(({ path }) => lower(path));
  const isTrue = types.filter((path) => is.has(path) && !was.has(path));
  const isLate = types.filter((path) => is.has(path) && was.has(path));
  const typeChanges = visible.filter(({ kind }) => kind === "property type");
  const wrong = falseRemovals(changes, differences);
  const figures: Figure[] = [
    percent("visible differences reported", 97, visible.length - missed.length, visible.length),
    percent(`added types that are true (${isTrue.length}) or late`, 90, isTrue.length + isLate.length, types.length),
    { name: "false removals", needed: 0, measured: wrong.length, unit: "", isCeiling: true },
    {
      name: "changed property types",
      needed: typeChanges.length,
      measured: typeChanges.filter((difference) => reported.has(difference)).length,
      unit: "",
    },
  ];
  const kinds = new Map<string, [number, number]>();
  for (const difference of visible) {
    const key = `${difference.change} ${difference.kind}`;
    const [found, all] = kinds.get(key) ?? [0, 0];
    kinds.set(key, [found + (missed.includes(difference) ? 0 : 1), all + 1]);
  }
  const remarks = [
    `  two models read from their JSON and compared in ${milliseconds} ms`,
    ...[...kinds].map(([kind, [found, all]]) => `  ${kind}: ${found} of ${all}`),
    ...wrong.map(({ message }) => `false removal: ${message}`),
    ...missed.slice(0, details).map(({ change, kind, type, name }) => `missed: ${change} ${kind} ${type} ${name}`),
    ...types
      .filter((path) => !is.has(path))
      .slice(0, details)
      .map((path) => `not in the metadata: ${path}`),
  ];
  return { figures, remarks };
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: "string" }, details: { type: "string", default: "0" } } });
  if (!isCorpusThere) {
    console.log(`diff-truth: skipped, there is no corpus in ${corpusRoot} (set APIPAGE_CORPUS)`);
    return 0;
  }
  const { figures, remarks } = await measure(Number(values.details));
  console.log([figureTable(figures), ...remarks].join("\n"));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  return figures.some(isStepBack) ? 1 : 0;
}

process.exitCode = await main();
