/** What a rule is: a line of data about it, and a check that it may share with its mirror. */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { Action, Area, Direction, EmittedName, Level } from "./change.ts";
import type { DiffContext } from "./context.ts";
import type { RuleId } from "./rules.ts";
import type { DataFlow } from "./usage.ts";

/** What a finding is about, the same for all rules about one thing. */
export interface Subject {
  readonly path: string;
  /** The path without what may change from one version of the pages to the next for the same thing: names of parameters. */
  readonly identity: string;
  readonly resource: string;
  readonly emitted: readonly EmittedName[];
  readonly oldPlace: SourcePlace | null;
  readonly newPlace: SourcePlace | null;
  /** Which way the data goes that the change is about. */
  readonly flow: DataFlow;
}

/** What a check reports; the registry has the rest. */
export interface Finding {
  readonly id: RuleId;
  readonly subject: Subject;
  readonly message: string;
  readonly old: unknown;
  readonly new: unknown;
  /** Part of the fingerprint beside rule and path: what tells two such changes of one thing apart. */
  readonly detail?: string;
  /** Instead of the level of the rule, where the facts decide otherwise. */
  readonly level?: Level;
}

export type Check = (context: DiffContext) => Iterable<Finding>;

export interface Rule {
  readonly check: Check;
  readonly direction: Direction;
  readonly area: Area;
  readonly kind: string;
  readonly action: Action;
  /** Where the data goes the way that `direction` says. */
  readonly level: Level;
  /** Ids of the rules of which one finds the same with the sides swapped: what comes must be seen to go. */
  readonly mirrors: readonly string[];
}
