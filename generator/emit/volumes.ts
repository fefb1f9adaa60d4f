/**
 * Which types share a file, like the volumes of an encyclopaedia: a volume holds a range of first letters, and is
 * divided in two where it has become too large. The places where it divides are fixed by the alphabet, not by the
 * types, so that a new type goes into one volume and moves no type of another; at most it divides its own.
 */
import { type FileName, fileName } from "./file-names.ts";

export interface VolumeEntry {
  /** The name it is sorted by. */
  readonly name: string;
  /** About how many lines it takes. */
  readonly size: number;
}

export interface Volume<Entry extends VolumeEntry> {
  readonly file: FileName;
  /** Sorted by name. */
  readonly entries: readonly Entry[];
}

export interface VolumeLimits {
  readonly maxEntries: number;
  readonly maxSize: number;
}

/**
 * About fifty types a file on average, as a volume is between a tiny one and a full one: one type a file doubles the
 * time of type checking, all in one cannot be read.
 */
export const volumeLimits: VolumeLimits = { maxEntries: 120, maxSize: 2600 };

const maxPrefixLength = 32;

/** What may follow a prefix, in order: the end, a digit or mark, a letter. */
const alphabet = [..."-abcdefghijklmnopqrstuvwxyz"];

/** Divides entries into volumes. Names that are alike but for letter case stay together. */
export function divideIntoVolumes<Entry extends VolumeEntry>(
  entries: readonly Entry[],
  limits: VolumeLimits = volumeLimits,
): readonly Volume<Entry>[] {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return divide(sorted, "", 0, alphabet.length - 1, limits);
}

function divide<Entry extends VolumeEntry>(
  entries: readonly Entry[],
  prefix: string,
  first: number,
  last: number,
  limits: VolumeLimits,
): readonly Volume<Entry>[] {
  if (entries.length === 0) return [];
  // One giant must not drive its neighbours into ever smaller volumes.
  const size = entries.reduce((sum, entry) => sum + Math.min(entry.size, limits.maxSize / 2), 0);
  const fits = entries.length <= limits.maxEntries && size <= limits.maxSize;
  // Names that end or go on with a digit here are told apart no further, nor are those with a very long common start.
  const isSingle = (first === 0 && last === 0) || prefix.length >= maxPrefixLength;
  if (fits || entries.length === 1 || isSingle) return [{ file: volumeName(prefix, first, last), entries }];
  if (first === last) return divide(entries, prefix + alphabet[first], 0, alphabet.length - 1, limits);

  const middle = Math.floor((first + last) / 2);
  const isLow = (entry: Entry): boolean => letterIndex(entry.name, prefix.length) <= middle;
  return [
    ...divide(entries.filter(isLow), prefix, first, middle, limits),
    ...divide(
      entries.filter((entry) => !isLow(entry)),
      prefix,
      middle + 1,
      last,
      limits,
    ),
  ];
}

/** Place in the alphabet of a name's letter; everything that is no letter, and the end, come first. */
function letterIndex(name: string, position: number): number {
  return Math.max(0, alphabet.indexOf(name.charAt(position).toLowerCase()));
}

/** `a-m`, `dea-dem`, `us`; `us_` for what only begins with `us`; `all` for the one that holds everything. */
function volumeName(prefix: string, first: number, last: number): FileName {
  const isWhole = first === 0 && last === alphabet.length - 1;
  if (isWhole) return fileName(prefix === "" ? "all" : prefix);
  if (last === 0) return fileName(`${prefix}_`);
  const [from, to] = [prefix + alphabet[Math.max(first, 1)], prefix + alphabet[last]];
  return fileName(from === to ? from : `${from}-${to}`);
}
