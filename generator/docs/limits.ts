/**
 * How much of a page is read. Real references stay far below each of these; what is beyond is reported and left out, as
 * somebody may have made it to take time or memory.
 */
export interface Limits {
  /** Bytes of a page: `file-too-large`. */
  readonly pageBytes: number;
  /** Seconds that reading a page may take: `page-too-slow`. */
  readonly pageSeconds: number;
  /** Lines of a page: `page-too-complex`, as are the next five. */
  readonly lines: number;
  /** Quotes and lists that one line opens inside each other. */
  readonly nesting: number;
  /** Columns in front of a list item; each level takes two or more. */
  readonly indentation: number;
  /** Pipes of all tables of a page, which bounds their rows and cells. */
  readonly tablePipes: number;
  /** Definitions of links. */
  readonly linkDefinitions: number;
  /** Asterisks or underscores in a row. */
  readonly markRun: number;
  /** Includes of a page, those of included files among them: `page-too-complex`. */
  readonly includes: number;
  /** Files that include each other: `include-cycle`. */
  readonly includeDepth: number;
  /** Characters of front matter: `front-matter-invalid`. */
  readonly frontMatterLength: number;
  /** Lists and mappings of front matter inside each other: `front-matter-invalid`. */
  readonly frontMatterDepth: number;
  /** Characters of an annotation comment: `annotation-invalid`. */
  readonly annotationLength: number;
  /** Characters of JSON in an example: `example-json-invalid`. */
  readonly jsonLength: number;
  /** Objects and lists of JSON inside each other, in examples and annotations: `example-json-invalid`, `annotation-invalid`. */
  readonly jsonDepth: number;
  /** HTTP messages of one code block: `example-unread`. */
  readonly messagesPerBlock: number;
  /** Characters of a header's value in an example: `example-header-removed`. */
  readonly headerLength: number;
  /** Characters of a path in a request line: `request-line-invalid`. */
  readonly pathLength: number;
  /** Characters of a type: `type-cell-invalid`. */
  readonly typeLength: number;
  /** Characters of a member of an enum: `row-unread`. */
  readonly enumMemberLength: number;
  /** Permissions in one cell: `permission-cell-unread`. */
  readonly permissionsPerCell: number;
}

/** In comments: the most that the references have which this was measured on, about 6,300 pages. */
export const defaultLimits: Limits = {
  // 82,000
  pageBytes: 4 * 1024 * 1024,
  // some hundredths, on a machine that does much else
  pageSeconds: 10,
  // 1,500; the reference parser takes a second for 10,000 items of a list
  lines: 20_000,
  // 3; a rule of dashes looks like many
  nesting: 500,
  indentation: 400,
  // 3,400
  tablePipes: 30_000,
  // 28
  linkDefinitions: 5_000,
  markRun: 1_000,
  includes: 500,
  // 1
  includeDepth: 8,
  // 2,000
  frontMatterLength: 16 * 1024,
  // 2
  frontMatterDepth: 50,
  // 3,300
  annotationLength: 64 * 1024,
  // 70,000
  jsonLength: 2_000_000,
  jsonDepth: 100,
  // 3
  messagesPerBlock: 100,
  // 1,300
  headerLength: 8 * 1024,
  // 270
  pathLength: 4_000,
  // 240
  typeLength: 1_000,
  enumMemberLength: 16 * 1024,
  // 14
  permissionsPerCell: 200,
};
