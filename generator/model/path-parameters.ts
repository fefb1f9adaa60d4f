/** Path templates of an operation, and the parameters that they and their query strings hold. */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { ApiPage, PathPiece, PropertyRow, RequestLine } from "../docs/page.ts";
import { systemQueryOptions } from "../docs/query-options.ts";
import type { Parameter, PathParameterUse, PathTemplate, PrimitiveName, TypeRef } from "./api-model.ts";
import { camelCase, wordsOf } from "./camel-case.ts";
import { completeCalls } from "./function-arguments.ts";
import { addMissingKeys } from "./missing-key.ts";
import type { ModelReport } from "./model-report.ts";
import { parameterNames } from "./parameter-names.ts";
import type { TypeResolver } from "./type-resolver.ts";

type Placeholder = Extract<PathPiece, { kind: "placeholder" }>;

export interface OperationPaths {
  readonly paths: readonly PathTemplate[];
  readonly pathParameters: readonly Parameter[];
  readonly queryParameters: readonly Parameter[];
  /** System query options that the templates themselves show, without `$`. */
  readonly shownOptions: readonly string[];
}

const text: TypeRef = { kind: "primitive", name: "String" };

/** Types whose OData literals stand without quotes. */
const unquoted: ReadonlySet<PrimitiveName> = new Set<PrimitiveName>([
  "Boolean",
  "Byte",
  "SByte",
  "Int16",
  "Int32",
  "Int64",
  "Single",
  "Double",
  "Decimal",
  "Date",
  "DateTimeOffset",
  "TimeOfDay",
  "Guid",
]);

/** Names for comparison: `{tenant id}`, `tenant-id` and `tenantId` are one. */
function looseKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** The type of an undocumented argument, as far as the value in its place shows it. */
function typeOfLiteral(piece: Placeholder): TypeRef {
  if (piece.encoding !== "literal" || piece.literal === null) return text;
  if (/^-?\d+$/.test(piece.literal)) return { kind: "primitive", name: "Int32" };
  if (/^-?\d+\.\d+$/.test(piece.literal)) return { kind: "primitive", name: "Double" };
  return /^(?:true|false)$/i.test(piece.literal) ? { kind: "primitive", name: "Boolean" } : text;
}

function encodingOf(piece: Placeholder, type: TypeRef): PathParameterUse["encoding"] {
  if (piece.encoding !== "literal") return piece.encoding;
  // `f(x={x})` does not show quotes even where they have to be: the type decides.
  return type.kind === "primitive" && unquoted.has(type.name) ? "literal" : "quoted";
}

function percentEncoded(part: string): string {
  return part.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

function alternativesOf(piece: Placeholder): readonly string[] {
  return piece.alternatives.length > 1 ? piece.alternatives : [];
}

interface Draft {
  readonly name: string;
  readonly wireName: string;
  /** Of the first placeholder that has any. */
  alternatives: readonly string[];
  readonly type: TypeRef;
  readonly description: string | null;
  readonly place: SourcePlace;
  uses: number;
}

class PathBuilder {
  readonly #drafts = new Map<string, Draft>();
  readonly #queryDrafts = new Map<string, Draft>();
  readonly #usedRows = new Set<PropertyRow>();
  readonly #rows = new Map<string, PropertyRow>();
  readonly #queryRows = new Map<string, PropertyRow>();
  readonly #shown = new Set<string>();
  readonly #page: ApiPage;
  readonly #owner: string;
  readonly #resolver: TypeResolver;
  readonly #report: ModelReport;

  constructor(page: ApiPage, owner: string, resolver: TypeResolver, report: ModelReport) {
    this.#page = page;
    this.#owner = owner;
    this.#resolver = resolver;
    this.#report = report;
    for (const row of [...page.pathParameters, ...page.functionParameters]) {
      const key = looseKey(row.name.value);
      if (!this.#rows.has(key)) this.#rows.set(key, row);
    }
    for (const row of page.queryParameters) this.#queryRows.set(looseKey(row.name.value), row);
  }

  build(lines: readonly RequestLine[]): OperationPaths {
    const completed = completeCalls(this.#page, addMissingKeys(this.#page, lines, this.#report));
    const plain = new Set(
      completed.filter((line) => line.query.length === 0).map((line) => JSON.stringify(line.pieces)),
    );
    // All paths first: their parameters keep their names, those of the query make way.
    const bare = completed.map((line) => this.#template(line));
    const paths = new Map<string, PathTemplate>();
    completed.forEach((line, i) => {
      const query = this.#query(line, plain.has(JSON.stringify(line.pieces)));
      const path = { template: "", parts: [], place: line.place, ...bare[i], query };
      const key = JSON.stringify([path.template, query]);
      if (!paths.has(key)) paths.set(key, path);
    });
    const count = paths.size;
    for (const row of this.#page.queryParameters) this.#addQueryRow(row);
    this.#reportUnused(completed);
    return {
      paths: [...paths.values()],
      pathParameters: [...this.#drafts.values()].map((draft) => parameterOf(draft, true)),
      queryParameters: [...this.#queryDrafts.values()].map((draft) =>
        parameterOf(draft, this.#isQueryRequired(draft, count)),
      ),
      shownOptions: [...this.#shown],
    };
  }

  #template(line: RequestLine): Omit<PathTemplate, "query"> {
    const names = parameterNames(line.pieces);
    const parts: (string | PathParameterUse)[] = [];
    let template = "";
    let at = 0;
    for (const piece of line.pieces) {
      if (piece.kind === "text") {
        const part = percentEncoded(piece.text);
        parts.push(part);
        template += part;
        continue;
      }
      const parameter = names[at++] ?? "value";
      const draft = this.#parameter(parameter, piece, line);
      const encoding = encodingOf(piece, draft.type);
      parts.push({ parameter, encoding });
      template += encoding === "quoted" ? `'{${parameter}}'` : `{${parameter}}`;
    }
    return { template, parts, place: line.place };
  }

  #parameter(name: string, piece: Placeholder, line: RequestLine): Draft {
    const known = this.#drafts.get(name);
    if (known) {
      known.uses++;
      if (known.alternatives.length === 0) known.alternatives = alternativesOf(piece);
      return known;
    }
    const row = this.#rowOf(name, piece);
    // Keys are clear without a table, and few pages have one; what an argument means has to be said.
    const isArgument = piece.argument !== null && (piece.encoding === "literal" || piece.encoding === "quoted");
    if (!row && isArgument) this.#report.add("parameter-undocumented", line.place, { name });
    const draft: Draft = {
      name,
      wireName: piece.argument ?? piece.alternatives[0] ?? name,
      alternatives: alternativesOf(piece),
      type: (row && this.#typeOfRow(row)) ?? typeOfLiteral(piece),
      description: row?.description.text ?? null,
      place: row?.place ?? line.place,
      uses: 1,
    };
    this.#drafts.set(name, draft);
    return draft;
  }

  /** `null` where the table has no column of types, or none that can be read: a key in a path is text then. */
  #typeOfRow(row: PropertyRow): TypeRef | null {
    if (row.type === null) return null;
    const { type } = this.#resolver.property(row, this.#owner, this.#page.path);
    return type.kind === "unknown" ? null : type;
  }

  #rowOf(name: string, piece: Placeholder): PropertyRow | null {
    for (const candidate of [piece.argument ?? "", ...piece.alternatives, name]) {
      const row = candidate === "" ? undefined : this.#rows.get(looseKey(candidate));
      if (!row) continue;
      this.#usedRows.add(row);
      return row;
    }
    return null;
  }

  /**
   * The query string of a template. System options are the caller's: a template shows which ones there are, and what it
   * writes is an example. Only an `$expand` or `$select` without placeholder stays, if the path is documented in no
   * other form: then it is what makes the operation.
   */
  #query(line: RequestLine, hasPlainTwin: boolean): PathTemplate["query"] {
    return line.query.flatMap(({ name, value }): PathTemplate["query"][number][] => {
      const option = name.replace(/^\$/, "").toLowerCase();
      const isSystem = name.startsWith("$")
        ? systemQueryOptions.has(option)
        : option !== "format" && systemQueryOptions.has(option);
      const isOpen = /[{<[]/.test(value) || value === "" || /=[a-z]\)?$/i.test(value);
      if (isSystem) {
        this.#shown.add(option);
        const isFixed = !isOpen && !hasPlainTwin && (option === "expand" || option === "select");
        return isFixed ? [{ name, value }] : [];
      }
      // `@x={…}` belongs to an argument written as an alias; the argument itself is the parameter.
      if (name.startsWith("@")) return [];
      return [{ name, value: { parameter: this.#queryParameter(name, line).name } }];
    });
  }

  #queryParameter(name: string, line: RequestLine): Draft {
    const key = looseKey(name);
    const known = this.#queryDrafts.get(key);
    if (known) {
      known.uses++;
      return known;
    }
    const row = this.#queryRows.get(key);
    if (row) return this.#addQueryRow(row, 1);
    const draft = { ...this.#queryDraft(name, text, null, line.place), uses: 1 };
    this.#queryDrafts.set(key, draft);
    return draft;
  }

  #addQueryRow(row: PropertyRow, uses = 0): Draft {
    const key = looseKey(row.name.value);
    const known = this.#queryDrafts.get(key);
    if (known) return known;
    const draft = {
      ...this.#queryDraft(row.name.value, this.#typeOfRow(row) ?? text, row.description.text, row.place),
      uses,
    };
    this.#queryDrafts.set(key, draft);
    return draft;
  }

  #queryDraft(wireName: string, type: TypeRef, description: string | null, place: SourcePlace): Draft {
    const base = camelCase(wordsOf(wireName)) || "value";
    const taken = new Set([...this.#drafts.keys(), ...[...this.#queryDrafts.values()].map((draft) => draft.name)]);
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
    return { name, wireName, alternatives: [], type, description, place, uses: 0 };
  }

  #isQueryRequired(draft: Draft, pathCount: number): boolean {
    const row = this.#queryRows.get(looseKey(draft.wireName));
    if (row?.requiredColumn === true || row?.description.isRequired) return true;
    if (/\boptional\b/i.test(row?.description.text ?? "")) return false;
    return draft.uses > 0 && draft.uses >= pathCount;
  }

  #reportUnused(lines: readonly RequestLine[]): void {
    const written = looseKey(lines.map((line) => line.text).join(" "));
    for (const row of this.#rows.values()) {
      // A placeholder inside of a query option is used, though it makes no parameter of its own.
      if (this.#usedRows.has(row) || written.includes(looseKey(row.name.value))) continue;
      this.#report.add("parameter-unused", row.place, { name: row.name.value });
    }
  }
}

function parameterOf(draft: Draft, isRequired: boolean): Parameter {
  return {
    name: draft.name,
    wireName: draft.wireName,
    alternatives: draft.alternatives,
    type: draft.type,
    isRequired,
    description: draft.description,
    place: draft.place,
  };
}

/**
 * The paths of an operation and their parameters. A parameter of the same name in several paths is one.
 *
 * @param owner name for anonymous enums in the parameter tables
 *
 * Reports `parameter-undocumented` for arguments of functions, and `parameter-unused`.
 */
export function buildPaths(
  page: ApiPage,
  lines: readonly RequestLine[],
  owner: string,
  resolver: TypeResolver,
  report: ModelReport,
): OperationPaths {
  return new PathBuilder(page, owner, resolver, report).build(lines);
}
