/** Pages that were read before, by their content: reading is most of the work of a run. */

import { digest } from "../digest.ts";
import type { PageReading } from "../docs/read-page.ts";
import { type CacheFiles, cacheFileName } from "./cache-folder.ts";
import type { TextDigests } from "./text-digests.ts";

/** A file that a page includes, with the digest of its text; `null` where it was missing. */
type Include = readonly [path: string, digest: string | null];

/** Where the JSON of a reading lies, with the digests of the text and of the reading. */
type Entry = readonly [
  path: string,
  digest: string,
  includes: readonly Include[],
  reading: string,
  start: number,
  end: number,
];

interface Header {
  readonly maker: string;
  readonly entries: readonly Entry[];
}

interface Known {
  readonly digest: string;
  readonly includes: readonly Include[];
  /** Digest of the reading. */
  readonly reading: string;
  /** Text where it was made in this run: as bytes it would be in memory twice. */
  readonly json: string | Buffer;
}

const newline = 0x0a;

const partSize = 1024 * 1024;

/**
 * Whether numbers of a text survive being written as JSON. A negative zero and what is too large for a number do not.
 * Only pages without any are kept, so that a reading from the cache is the reading.
 */
function isExactAsJson(text: string): boolean {
  return !/[\s:,[](?:-0(?![.\d]*[1-9])|-?[\d.]+e[+-]?\d{3,}(?![\w-]))|\d{300}/iu.test(text);
}

export interface StoredReading {
  readonly reading: PageReading;
  /** Paths of the files that were looked up for it, there or not. */
  readonly includes: readonly string[];
}

export class PageStore {
  readonly #cache: CacheFiles;
  readonly #name: string;
  readonly #maker: string;
  readonly #before: ReadonlyMap<string, Known>;
  readonly #now = new Map<string, Known>();
  readonly #digests: TextDigests;
  #hasNew = false;

  /**
   * @param docs what docs folder the pages are of
   * @param maker digest of all that a reading depends on besides the text: program, parser, vocabulary
   * @param digests of the texts as they are now
   */
  constructor(cache: CacheFiles, docs: string, maker: string, digests: TextDigests) {
    this.#digests = digests;
    this.#cache = cache;
    this.#name = cacheFileName("pages", docs);
    this.#maker = maker;
    this.#before = entriesOf(cache.read(this.#name), maker);
  }

  /** Whether there is the reading of a page whose text, and that of all it includes, is what it was. */
  has(path: string): boolean {
    const known = this.#before.get(path);
    if (known === undefined || known.digest !== this.#digests.of(path)) return false;
    if (known.includes.some(([file, before]) => this.#digests.of(file) !== before)) return false;
    this.#now.set(path, known);
    return true;
  }

  /** That reading; `null` where there is none. */
  find(path: string): StoredReading | null {
    const known = this.has(path) ? this.#before.get(path) : undefined;
    if (known === undefined) return null;
    return { reading: JSON.parse(known.json.toString()), includes: known.includes.map(([file]) => file) };
  }

  /**
   * Digest of the readings of all texts, that were found or added, with what is included where: other texts may be read
   * the same. `null` where one of them is not kept.
   */
  digestOfReadings(): string | null {
    const parts: string[] = [];
    for (const path of this.#digests.texts.keys()) {
      const known = this.#now.get(path);
      if (known === undefined) return null;
      parts.push(JSON.stringify([path, known.reading, known.includes.map(([file]) => file)]));
    }
    return digest(...parts);
  }

  /**
   * Keeps a reading.
   *
   * @param includes paths of the files that were looked up for it, there or not
   */
  add(path: string, reading: PageReading, includes: Iterable<string>): void {
    const own = this.#digests.of(path);
    const files = [...includes];
    const { texts } = this.#digests;
    if (own === null || ![path, ...files].every((file) => isExactAsJson(texts.get(file) ?? ""))) return;
    this.#hasNew = true;
    const json = JSON.stringify(reading);
    this.#now.set(path, {
      digest: own,
      includes: files.map((file) => [file, this.#digests.of(file)]),
      reading: digest(json),
      json,
    });
  }

  /** Writes the pages of this run, and only these, if they are not what the cache holds already. */
  save(): void {
    if (!this.#hasNew && this.#now.size === this.#before.size) return;
    let at = 0;
    const entries: Entry[] = [];
    const bodies: (string | Buffer)[] = [];
    for (const [path, { digest: own, includes, reading, json }] of this.#now) {
      const length = typeof json === "string" ? Buffer.byteLength(json) : json.length;
      entries.push([path, own, includes, reading, at, at + length]);
      bodies.push(json);
      at += length;
    }
    const header: Header = { maker: this.#maker, entries };
    this.#cache.write(this.#name, partsOf([`${JSON.stringify(header)}\n`, ...bodies]));
  }
}

/** Bytes, a megabyte at a time. */
function* partsOf(texts: readonly (string | Buffer)[]): Generator<Uint8Array> {
  let waiting: Buffer[] = [];
  let size = 0;
  for (const text of texts) {
    const bytes = typeof text === "string" ? Buffer.from(text) : text;
    waiting.push(bytes);
    size += bytes.length;
    if (size < partSize) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  yield Buffer.concat(waiting);
}

function entriesOf(bytes: Uint8Array | null, maker: string): ReadonlyMap<string, Known> {
  // A view, no copy.
  const content = bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = content?.indexOf(newline) ?? -1;
  if (content === null || end < 0) return new Map();
  const header: Header = JSON.parse(content.toString("utf8", 0, end));
  if (header.maker !== maker) return new Map();
  const bodies = content.subarray(end + 1);
  return new Map(
    header.entries.map(([path, own, includes, reading, from, to]) => [
      path,
      { digest: own, includes, reading, json: bodies.subarray(from, to) },
    ]),
  );
}
