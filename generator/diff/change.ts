/** What a comparison of two models finds, as plain data: what every report of it is made of. */
import type { SourcePlace } from "../diagnostics/place.ts";

/**
 * `breaking`: a program that keeps to the old pages can fail against the API of the new ones, or does not compile
 * against the SDK of the new ones. `warning`: the pages do not decide it. `info`: neither. See BREAKING.md.
 */
export type Level = "breaking" | "warning" | "info";

export const levels = ["breaking", "warning", "info"] as const satisfies readonly Level[];

/** The part of the surface that a change belongs to; `docs` is wording, and what pages merely stopped to mention. */
export const areas = [
  "types",
  "properties",
  "enums",
  "operations",
  "parameters",
  "headers",
  "query",
  "body",
  "response",
  "permissions",
  "deprecation",
  "namespaces",
  "docs",
] as const;

export type Area = (typeof areas)[number];

/** `undocumented`: no page has it any more, and the pages do not tell whether the API still does. */
export type Action = "added" | "removed" | "changed" | "renamed" | "undocumented";

/** Which way the data goes for which the level of a rule holds; the other way it is `info`. */
export type Direction = "request" | "response" | "both";

/** Names in the SDK that a reader can search for. */
export type EmittedName = string;

export interface Change {
  /** Id of the rule, as `apipage explain` takes it. */
  readonly id: string;
  readonly level: Level;
  readonly direction: Direction;
  readonly area: Area;
  /** What about it: `nullability`, `type`, `alias`. */
  readonly kind: string;
  readonly action: Action;
  /** What it is about: `sample.user/mail`, `GET /users/{userId}?$top`. */
  readonly path: string;
  /** One sentence without a final full stop. Holds text of pages: every report escapes it for its own format. */
  readonly message: string;
  /** The facts on either side that the change is about; `null` where there is nothing. */
  readonly old: unknown;
  readonly new: unknown;
  /** Same change, same fingerprint: whatever the wording, the order and the place on the page. */
  readonly fingerprint: string;
  /** The emitted interfaces, enums and functions that it touches, sorted; old and new ones. */
  readonly emitted: readonly EmittedName[];
  /** What reports group by: the name of a type or an enum, or the resource of an operation. */
  readonly resource: string;
  readonly oldPlace: SourcePlace | null;
  readonly newPlace: SourcePlace | null;
}
