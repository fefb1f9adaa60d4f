/** What a reader is handed besides the nodes it reads. */
import type { DiagnosticCode, DiagnosticParameters } from "../diagnostics/codes.ts";
import { type Diagnostic, diagnostic, type RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { SourcePlace } from "../diagnostics/place.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { MarkdownParser } from "./parser.ts";
import type { Vocabulary } from "./synonyms.ts";

/** The text of another file of the docs folder by its path, or `undefined` where there is none. */
export type FileLookup = (path: string) => string | undefined;

/** The context of reading one page. Diagnostics gather in it; readers never throw for what a page says. */
export class ReadContext {
  readonly diagnostics: Diagnostic[] = [];
  /** Path of the page, relative to the docs folder, with forward slashes. */
  readonly path: string;
  readonly parse: MarkdownParser;
  readonly vocabulary: Vocabulary;
  readonly lookup: FileLookup;
  readonly limits: Limits;

  constructor(
    path: string,
    parse: MarkdownParser,
    vocabulary: Vocabulary,
    lookup: FileLookup,
    limits: Limits = defaultLimits,
  ) {
    this.path = path;
    this.parse = parse;
    this.vocabulary = vocabulary;
    this.lookup = lookup;
    this.limits = limits;
  }

  report<C extends DiagnosticCode>(
    code: C,
    place: SourcePlace,
    parameters: DiagnosticParameters<C>,
    related: RelatedPlace | null = null,
  ): void {
    this.diagnostics.push(diagnostic(code, place, parameters, related));
  }
}
