/** Where a fact stands. */

/** Lines and columns count from 1, the end is exclusive, as in unist. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A range on a page; also of a file that the page includes. */
export interface SourcePlace extends Range {
  /** Path of the file, relative to the docs folder, with forward slashes. */
  readonly page: string;
}

/** The start of a file: where a finding about it as a whole stands. */
export function startOf(page: string): SourcePlace {
  return { page, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
