/**
 * The readers as a remark plugin: `apipage/remark`. Remark, a linter made with it, or an editor parses the page, and shows
 * what reading finds as its own messages. Whatever parser the command line takes, this is remark's tree, which is the
 * reference for the others.
 *
 * A file is read by itself, with what it includes. What only all pages together can say, types that are on no page for
 * instance, is left to the command line.
 */
import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import type { Plugin } from "unified";
import type { VFile } from "vfile";
import { chooseParser } from "../choose-parser.ts";
import { withSeverities } from "../config/severities.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createTreeReader } from "../docs/read-page.ts";
import { createVocabulary } from "../docs/synonyms.ts";
import { neutralText } from "../report/neutral-text.ts";
import { RunError } from "../run-error.ts";
import { fileDiagnostic } from "../source/docs-set.ts";
import { createPageLookup } from "../source/page-lookup.ts";
import { textOf } from "../source/read-text.ts";
import { withLineFeeds } from "./line-feed-tree.ts";
import { locatePage, type PageLocation } from "./locate-page.ts";
import { addMessage } from "./message.ts";
import type { RemarkOptions } from "./options.ts";
import { type PageSettings, pageSettings } from "./page-settings.ts";

export type { RemarkOptions };

const parser = chooseParser("remark");

function readFile(root: Root, file: VFile, location: PageLocation, settings: PageSettings): readonly Diagnostic[] {
  const { limits } = settings;
  const bytes = typeof file.value === "string" ? Buffer.from(file.value) : (file.value ?? Buffer.alloc(0));
  const content = textOf(bytes, limits.pageBytes);
  if (content.kind !== "text") return [fileDiagnostic(location.path, content, limits.pageBytes)];
  const given = String(file);
  const read = createTreeReader({
    parser,
    vocabulary: createVocabulary(settings.synonyms),
    lookup: createPageLookup(location.root, limits.pageBytes),
    limits,
  });
  const tree = () => (content.text === given ? root : withLineFeeds(root, given));
  return read(location.path, content.text, tree).diagnostics;
}

/**
 * Reads each file as an API reference page and adds what is found to its messages: `source` is `apipage`, `ruleId` the
 * code, `fatal` is `true` for an error, `false` for a warning, and undefined for a note. The tree stays as it is. Options
 * or a config that are wrong are a fatal message as well. Brings GFM and front matter along; works asynchronously.
 *
 * @example .remarkrc: { "plugins": ["apipage/remark"] }
 * @example unified().use(remarkParse).use(remarkApipage, { docs: "docs/api" })
 */
const remarkApipage: Plugin<[options?: RemarkOptions | undefined], Root> = function (options) {
  // Without options of ours: where a configuration names these plugins too, its options stay.
  this.use(remarkGfm).use(remarkFrontmatter);
  return async (root, file) => {
    try {
      const settings = await pageSettings(options, file.cwd);
      const location = locatePage(file.path, file.cwd, settings);
      if (location === null) return;
      for (const found of withSeverities(readFile(root, file, location, settings), settings.severities))
        addMessage(file, location.path, found);
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      file.message(neutralText(error.message), { source: "apipage" }).fatal = true;
    }
  };
};

export default remarkApipage;
