/**
 * Places as `api.json` holds them: each is so many lines after the one before it that is on the same page, within one
 * type, enum or operation. Counted from the top of the page, all places below an inserted line would be other ones.
 */
import type { SourcePlace } from "./api-model.ts";

/** What is written of a place. Keys in the order in which they are sorted. */
interface RelativePlace {
  /** Lines after the place before it; negative where that stands below. The first one counts from 0. */
  readonly after: number;
  readonly column: number;
  readonly endColumn: number;
  /** Lines that it spans beyond the first; left out where there are none. */
  readonly lines?: number | undefined;
  readonly page: string;
}

/** What examples show is not ours: whatever looks like a place there is none. */
export const foreignKey = "json";

/** Places stand no deeper inside of an entry; a file may be of anyone, and of any depth. */
const maxDepth = 16;

/** Whether a place, or a list of them, stands at a key of the model. */
export function isPlaceKey(key: string): boolean {
  return key === "place" || key === "places";
}

function isPlace(value: object): value is SourcePlace {
  return "page" in value && "line" in value && "endLine" in value;
}

/** The last line of each page, in the order in which places are visited. */
class Lines {
  readonly #last = new Map<string, number>();

  toRelative({ page, line, column, endLine, endColumn }: SourcePlace): RelativePlace {
    const after = line - (this.#last.get(page) ?? 0);
    this.#last.set(page, line);
    return { after, column, endColumn, lines: endLine === line ? undefined : endLine - line, page };
  }

  toAbsolute({ after, column, endColumn, lines = 0, page }: RelativePlace): SourcePlace {
    const line = (this.#last.get(page) ?? 0) + after;
    this.#last.set(page, line);
    return { page, line, column, endLine: line + lines, endColumn };
  }
}

export interface RelativePlaces {
  /** To be called before each type, enum or operation. */
  readonly begin: () => void;
  /**
   * What is to be written for an object: for a place a relative one, for any other object itself. To be asked in the
   * order in which they are written.
   *
   * @param key that the object, or its list, stands at
   */
  readonly shown: (object: object, key: string) => object;
}

/** For whoever writes models. */
export function createRelativePlaces(): RelativePlaces {
  let lines = new Lines();
  return {
    begin: () => {
      lines = new Lines();
    },
    shown: (object, key) => (isPlaceKey(key) && isPlace(object) ? lines.toRelative(object) : object),
  };
}

function isRelative(value: unknown): value is RelativePlace {
  if (typeof value !== "object" || value === null || !("after" in value) || !("page" in value)) return false;
  const isCount = typeof value.after === "number" && (!("lines" in value) || typeof value.lines === "number");
  return isCount && typeof value.page === "string";
}

/**
 * Puts absolute places in the stead of the relative ones of an entry that was read from JSON, whose keys are as they were
 * written. Places that are absolute already stay as they are.
 */
export function makePlacesAbsolute(entry: object): void {
  const lines = new Lines();
  /** What is to stand in the stead of a value that stands at a key, or in the list there. */
  const visit = (value: unknown, key: string, depth: number): unknown => {
    if (typeof value !== "object" || value === null || key === foreignKey || depth > maxDepth) return value;
    if (isPlaceKey(key) && isRelative(value)) return lines.toAbsolute(value);
    if (Array.isArray(value)) for (let at = 0; at < value.length; at++) value[at] = visit(value[at], key, depth + 1);
    else visitMembers(value as Record<string, unknown>, depth);
    return value;
  };
  const visitMembers = (object: Record<string, unknown>, depth: number): void => {
    for (const key of Object.keys(object)) {
      const member = object[key];
      if (typeof member === "object" && member !== null) object[key] = visit(member, key, depth + 1);
    }
  };
  visitMembers(entry as Record<string, unknown>, 0);
}
