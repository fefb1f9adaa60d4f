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
  readonly summary: Summary;
  readonly diagnostics: readonly Diagnostic[];
  /** Hashes of the files by path, in their order, and what they looked like in the output folder. */
  readonly files: readonly (readonly [path: string, hash: string, mark: string])[];
}

interface Content {
  readonly maker: string;
  /** By path: what the text was made of, and its hash. */
  readonly files: readonly (readonly [path: string, inputs: string, hash: Hash])[];
  /** By id of the operation: what the goldens were made of. */
  readonly outcomes: readonly (readonly [id: string, inputs: string, outcome: GoldenOutcome])[];
  readonly finish: Finish;
}

export class GenerationStore {
  readonly #cache: CacheFiles;
  readonly #name: string;
  readonly #maker: string;
  readonly #before: Content | null;
  readonly #files = new Map<string, readonly [path: string, inputs: string, hash: Hash]>();
  readonly #outcomes = new Map<string, readonly [id: string, inputs: string, outcome: GoldenOutcome]>();
  readonly #knownFiles: ReadonlyMap<string, readonly [path: string, inputs: string, hash: Hash]>;
  readonly #knownOutcomes: ReadonlyMap<string, readonly [id: string, inputs: string, outcome: GoldenOutcome]>;

  /**
   * @param purpose which output of which pages
   * @param maker digest of all that a text depends on besides its inputs: program, options, templates
   */
  constructor(cache: CacheFiles, purpose: readonly string[], maker: string) {
    this.#cache = cache;
    this.#name = cacheFileName("generation", ...purpose);
    this.#maker = maker;
    this.#before = contentOf(cache.read(this.#name), maker);
    this.#knownFiles = new Map(this.#before?.files.map((file) => [file[0], file]));
    this.#knownOutcomes = new Map(this.#before?.outcomes.map((outcome) => [outcome[0], outcome]));
  }

  /** The end of a run that was about the same, all in all; `null` where there was none. */
  finishOf(key: string): Finish | null {
    const finish = this.#before?.finish ?? null;
    return finish?.key === key ? finish : null;
  }

  /** The files of the last run as it has left them, whatever it was about. */
  seenFiles(): ReadonlyMap<string, SeenFile> {
    return new Map(this.#before?.finish.files.map(([path, hash, mark]) => [path, { hash, mark }]));
  }

  /** Hash of the text that these inputs make; `undefined` where it is not known. */
  hashOf(path: string, inputs: string): Hash | undefined {
    const known = this.#knownFiles.get(path);
    if (known === undefined || known[1] !== inputs) return undefined;
    this.#files.set(path, known);
    return known[2];
  }

  addFile(path: string, inputs: string, hash: Hash): void {
    this.#files.set(path, [path, inputs, hash]);
  }

  /** What these inputs make of the examples of an operation; `null` where it is not known. */
  outcomeOf(id: string, inputs: string): GoldenOutcome | null {
    const known = this.#knownOutcomes.get(id);
    if (known === undefined || known[1] !== inputs) return null;
    this.#outcomes.set(id, known);
    return known[2];
  }

  addOutcome(id: string, inputs: string, outcome: GoldenOutcome): void {
    this.#outcomes.set(id, [id, inputs, outcome]);
  }

  /** Keeps what was asked for and added, and nothing else, for the next run. */
  save(finish: Finish): void {
    const content: Content = {
      maker: this.#maker,
      files: [...this.#files.values()],
      outcomes: [...this.#outcomes.values()],
      finish,
    };
    this.#cache.write(this.#name, [Buffer.from(JSON.stringify(content))]);
  }
}

function contentOf(bytes: Uint8Array | null, maker: string): Content | null {
  if (bytes === null) return null;
  const content: Content = JSON.parse(new TextDecoder().decode(bytes));
  return content.maker === maker ? content : null;
}
