/** What a run has made of what, for the next one: it makes only what has changed, or nothing at all. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { GoldenOutcome } from "../golden/golden-outcome.ts";
import type { SeenFile } from "../output/file-marks.ts";
import type { Summary } from "../report/summary.ts";
import { type CacheFiles, cacheFileName } from "./cache-folder.ts";

/** `null`: no such file, as nothing would stand in it. */
type Hash = string | null;

/** How a run has ended. */
export interface Finish {
  /** Digest of all that the run was about. */
  readonly key: string;
  /** The same, with what the pages were read as in place of their texts; `null` where that is not known. */
  readonly readingsKey: string | null;
  readonly summary: Summary;
  readonly diagnostics: readonly Diagnostic[];
  /** Hashes of the files by path, in their order, and what they looked like in the output folder. */
  readonly files: readonly (readonly [path: string, hash: string, mark: string])[];
}

/** Something made, by what it was made of. */
interface Made<T> {
  /** Keys of all that was looked at to make it. */
  readonly looked: readonly string[];
  /** Digest of all that it was made of, see {@link Maker}. */
  readonly inputs: string;
  readonly result: T;
}

/** The digest of what is made of the given inputs, and of what these keys show. */
export type Maker = (looked: Iterable<string>) => string;

/** The keys are numbers of a list that all share. */
type Entry<T> = readonly [name: string, looked: readonly number[], inputs: string, result: T];

interface Content {
  readonly maker: string;
  readonly keys: readonly string[];
  /** Hashes of the files by path. */
  readonly files: readonly Entry<Hash>[];
  /** By id of the operation. */
  readonly outcomes: readonly Entry<GoldenOutcome>[];
  readonly finish: Finish;
}

/** What was made before and what is made now, of one kind. */
class MadeThings<T> {
  readonly #entries: readonly Entry<T>[];
  readonly #keys: readonly string[];
  /** By name; made when it is asked for: most runs have nothing to make. */
  #before: ReadonlyMap<string, Entry<T>> | null = null;
  readonly #now = new Map<string, Made<T>>();

  constructor(entries: readonly Entry<T>[], keys: readonly string[]) {
    this.#entries = entries;
    this.#keys = keys;
  }

  /** What was made of the same; `undefined` where it is not known. */
  find(name: string, make: Maker): T | undefined {
    this.#before ??= new Map(this.#entries.map((entry) => [entry[0], entry]));
    const known = this.#before.get(name);
    if (known === undefined) return undefined;
    const [, numbers, inputs, result] = known;
    const looked = numbers.map((number) => this.#keys[number] ?? "");
    if (make(looked) !== inputs) return undefined;
    this.#now.set(name, { looked, inputs, result });
    return result;
  }

  add(name: string, looked: ReadonlySet<string>, make: Maker, result: T): void {
    this.#now.set(name, { looked: [...looked], inputs: make(looked), result });
  }

  /** @param numberOf of a key */
  entries(numberOf: (key: string) => number): readonly Entry<T>[] {
    return Array.from(this.#now, ([name, { looked, inputs, result }]) => [name, looked.map(numberOf), inputs, result]);
  }
}

export class GenerationStore {
  readonly #cache: CacheFiles;
  readonly #name: string;
  readonly #maker: string;
  readonly #before: Content | null;
  readonly files: MadeThings<Hash>;
  readonly outcomes: MadeThings<GoldenOutcome>;

  /**
   * @param purpose which output of which pages
   * @param maker digest of all that a text depends on besides its inputs: program, options, templates
   */
  constructor(cache: CacheFiles, purpose: readonly string[], maker: string) {
    this.#cache = cache;
    this.#name = cacheFileName("generation", ...purpose);
    this.#maker = maker;
    this.#before = contentOf(cache.read(this.#name), maker);
    const { files = [], outcomes = [], keys = [] } = this.#before ?? {};
    this.files = new MadeThings(files, keys);
    this.outcomes = new MadeThings(outcomes, keys);
  }

  /** The end of the last run, if that was about the same, all in all; `null` where it was not. */
  finishOf(key: string): Finish | null {
    const finish = this.#before?.finish ?? null;
    return finish?.key === key ? finish : null;
  }

  /** The same by `readingsKey`. */
  finishOfReadings(key: string): Finish | null {
    const finish = this.#before?.finish ?? null;
    return finish?.readingsKey === key ? finish : null;
  }

  /** The files of the last run as it has left them, whatever it was about. */
  seenFiles(): ReadonlyMap<string, SeenFile> {
    return new Map(this.#before?.finish.files.map(([path, hash, mark]) => [path, { hash, mark }]));
  }

  /** Keeps all that there was for the next run, which may be about other texts. */
  renew(key: string): void {
    if (this.#before === null) return;
    const finish = { ...this.#before.finish, key };
    this.#write({ ...this.#before, finish });
  }

  /** Keeps what was asked for and added, and nothing else, for the next run. */
  save(finish: Finish): void {
    const numbers = new Map<string, number>();
    const numberOf = (key: string): number => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    };
    const [files, outcomes] = [this.files.entries(numberOf), this.outcomes.entries(numberOf)];
    const content: Content = { maker: this.#maker, keys: [...numbers.keys()], files, outcomes, finish };
    this.#write(content);
  }

  #write(content: Content): void {
    this.#cache.write(this.#name, [Buffer.from(JSON.stringify(content))]);
  }
}

function contentOf(bytes: Uint8Array | null, maker: string): Content | null {
  if (bytes === null) return null;
  const content: Content = JSON.parse(new TextDecoder().decode(bytes));
  return content.maker === maker ? content : null;
}
