/** What a generation keeps for the next one, and what all of it depends on. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Finish, GenerationStore } from "./cache/generation-store.ts";
import type { Settings } from "./config/settings.ts";
import { digest } from "./digest.ts";
import type { EmitOptions } from "./emit/emit-model.ts";
import type { ModelDigests } from "./emit/model-digests.ts";
import type { PlannedFile } from "./emit/planned-file.ts";
import type { FileContent } from "./file-content.ts";
import { cachedPath } from "./open-cache.ts";
import type { OpenedDocs } from "./open-docs.ts";
import { fileMark, type SeenFile } from "./output/file-marks.ts";
import { type OutputFile, outputFile } from "./output/plan-output.ts";
import type { Lookups } from "./shapes/lookups.ts";

export interface GenerationCache {
  readonly store: GenerationStore;
  /** Digest of all that the run is about: pages, settings, program. */
  readonly key: string;
  /** The same with what the pages are read as, whatever their texts. */
  readonly keyOfReadings: (readings: string) => string;
}

/** Digest of the files of a folder of templates; of an empty text where there is none. */
function templatesDigest(folder: string | undefined): string {
  if (folder === undefined) return "";
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return digest(...paths.flatMap((path) => [path, readFileSync(path)]));
}

/** `null` where nothing is kept. */
export function openGenerationCache(
  { set, cache, digests }: OpenedDocs,
  settings: Settings,
  options: EmitOptions,
): GenerationCache | null {
  if (cache === null) return null;
  const { out, only, parser, synonyms, names, baseUrl, defaultNamespace, severities, limits } = settings;
  const templates = templatesDigest(options.templatesDir);
  const maker = digest(cache.program, JSON.stringify(options), templates);
  const linking = [
    only,
    parser,
    synonyms,
    limits,
    [...names],
    baseUrl,
    defaultNamespace,
    [...severities],
    set.diagnostics,
  ];
  const purpose = [cachedPath(cache, set.root), cachedPath(cache, out.path)];
  const keyOf = (pages: string): string => digest(maker, JSON.stringify(linking), pages);
  return {
    store: new GenerationStore(cache.files, purpose, maker),
    key: keyOf(digests.ofAll()),
    keyOfReadings: keyOf,
  };
}

/** The files of a run that ended so. Their content is not there: for a plan that finds them in place. */
export function filesOf({ files }: Finish): readonly OutputFile[] {
  return files.map(([path, hash]) => ({
    path,
    hash,
    get content(): string {
      throw new Error(`The content of ${path} is not kept`);
    },
  }));
}

/** The files of the output folder as the last run has left them. */
export function seenBefore(cache: GenerationCache | null): ReadonlyMap<string, SeenFile> {
  return cache?.store.seenFiles() ?? new Map();
}

/** The files of an output folder that is as it should be, for the next run. */
export function seenIn(folder: string, files: readonly OutputFile[]): Finish["files"] {
  return files.map(({ path, hash }) => [path, hash, fileMark(folder, path) ?? ""]);
}

/**
 * The files to be put into the output folder: of those that were made of the same inputs before, only the hash, until
 * somebody asks for more.
 */
export function outputFiles(
  planned: readonly PlannedFile[],
  store: GenerationStore | null,
  { made }: ModelDigests,
  lookups: Lookups,
): readonly OutputFile[] {
  return planned.flatMap(({ path, inputs, content }): OutputFile[] => {
    const own = store === null ? null : inputs();
    const make = own === null ? null : (looked: Iterable<string>) => made(own, looked);
    const known = make === null ? undefined : store?.files.find(path, make);
    if (known !== undefined) return known === null ? [] : [new KnownFile(path, known, content)];
    const { value, looked } = lookups.watch(content);
    const file = value === null ? null : outputFile(path, value);
    if (make !== null) store?.files.add(path, looked, make, file?.hash ?? null);
    return file === null ? [] : [file];
  });
}

/** A file whose content is made when it is asked for: where it is no longer there, or was edited. */
class KnownFile implements OutputFile {
  readonly path: string;
  readonly hash: string;
  readonly #make: () => FileContent | null;
  #made: FileContent | null = null;

  constructor(path: string, hash: string, make: () => FileContent | null) {
    this.path = path;
    this.hash = hash;
    this.#make = make;
  }

  get content(): FileContent {
    this.#made ??= this.#make() ?? "";
    return this.#made;
  }
}
