/** What was looked at while something was made: as long as all of that is the same, it need not be made again. */

export interface Watched<T> {
  readonly value: T;
  /** Keys, in the order in which they were looked at first. */
  readonly looked: ReadonlySet<string>;
}

export class Lookups {
  /** One for each `watch` that is under way, the innermost last. */
  readonly #open: Set<string>[] = [];

  /** Notes that something is being looked at, there or not, for whatever is being made. */
  note(key: string): void {
    this.#open.at(-1)?.add(key);
  }

  /** Makes something. What it looks at counts for all that it is a part of, too. */
  watch<T>(make: () => T): Watched<T> {
    const looked = new Set<string>();
    this.#open.push(looked);
    try {
      return { value: make(), looked };
    } finally {
      this.#open.pop();
      this.#noteAll(looked);
    }
  }

  /**
   * A function that makes a thing for each argument, once. What that has looked at counts for whoever asks later, too: it
   * would be forgotten otherwise that theirs is made of it.
   */
  once<Argument, T>(make: (argument: Argument) => T): (argument: Argument) => T {
    const known = new Map<Argument, Watched<T>>();
    return (argument) => {
      const before = known.get(argument);
      if (before !== undefined) {
        this.#noteAll(before.looked);
        return before.value;
      }
      const watched = this.watch(() => make(argument));
      known.set(argument, watched);
      return watched.value;
    };
  }

  #noteAll(keys: ReadonlySet<string>): void {
    const outer = this.#open.at(-1);
    if (outer !== undefined) for (const key of keys) outer.add(key);
  }
}
