/** What an SDK may cost the visitors of a web page: bytes after bundling, minifying and gzip. */
export const budget = {
  /** The client together with a plain function: one that has no arguments with an encoder of their own. */
  core: 4096,
  /** Each further function: everything that it adds, where the runtime code of its kind is there already. */
  furtherFunction: 300,
  /** What is put up with in a large API, where a function may have dozens of documented paths, which are data. */
  longestFunction: 360,
} as const;
