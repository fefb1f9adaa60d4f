/** What a remark configuration can say to the plugin. */
import type { Config } from "../config/config.ts";

/**
 * Options of `apipage/remark`. Each stands in for what the config file says under that name; without options, and where
 * there is a config file, the messages are those of `apipage`.
 */
export interface RemarkOptions extends Pick<Config, "synonyms" | "diagnostics"> {
  /**
   * Folder of all pages, relative to the folder that remark works in. Files outside of it are not read, and no include
   * leads out of it. Default: `docs` of the config file, and without that every file is taken for a page.
   */
  readonly docs?: string;
  /**
   * Config file of apipage, relative to the folder that remark works in. Default: the `apipage.config.*` of that folder,
   * if there is one.
   */
  readonly config?: string;
}
