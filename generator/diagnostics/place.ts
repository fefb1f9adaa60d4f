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
