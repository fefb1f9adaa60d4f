/** What a config file can say. Every option has a default, every path is relative to the config file. */
import type { DiagnosticCode, Severity } from "../diagnostics/codes.ts";
import type { Limits } from "../docs/limits.ts";
import type { VocabularyAdditions } from "../docs/synonyms.ts";
import type { EnumStyle, ImportExtension, Nullability } from "../emit/emit-model.ts";

export type { EnumStyle, ImportExtension, Limits, Nullability };

/** `auto` takes the native parser where its binary loads, and remark elsewhere. */
export type ParserChoice = "auto" | "remark" | "satteri";

export type SeveritySetting = Severity | "off";

export interface Config {
  /** Folder of the pages. Default: `docs-input`. */
  readonly docs?: string;
  /** Folder of the SDK. Default: `generated`. */
  readonly out?: string;
  /** Emit only what these pages declare and what that needs: globs, or beginnings of paths within `docs`. */
  readonly only?: readonly string[];
  /**
   * How enums are written: as TypeScript enums, as `const` tables with a type, or as unions of literals. Default: `const` where the tsconfig.json nearest to `out` sets `erasableSyntaxOnly`, otherwise `enum`.
   */
  readonly enumStyle?: EnumStyle;
  /**
   * Whether the documented examples are written as tests, to `golden/`. Default: yes, unless the package.json nearest to
   * `out` does not name vitest, which they need.
   */
  readonly golden?: boolean;
  /** What relative imports in the SDK end in. Default: `.js`. */
  readonly importExtension?: ImportExtension;
  /**
   * Where `null` may come: `documented` where pages or their examples say so, `lenient` wherever they do not rule it
   * out. Default: `documented`.
   */
  readonly nullability?: Nullability;
  /**
   * Where the pages are published, for links in comments: `{path}` stands for a page's path within `docs` without its
   * extension, `{name}` for the last part of that. Default: no links.
   */
  readonly pageUrl?: string;
  /** What the pages are a version of, a commit for instance: stands in `SDK_INFO`. Default: none. */
  readonly docsVersion?: string;
  /** Folder of templates that replace the built-in ones of the same name. */
  readonly templates?: string;
  /** Default: `auto`. */
  readonly parser?: ParserChoice;
  /**
   * Folder of what is kept from one run for the next; `false` for none. It can be deleted at any time. Default:
   * `.cache/apipage` in the node_modules nearest to `out`, upwards; none where there is no node_modules.
   */
  readonly cacheDir?: string | false;
  /** Further words for sections, columns and primitive types, by what they mean. */
  readonly synonyms?: VocabularyAdditions;
  /** Names of the SDK by the key that a `name-collision` diagnostic gives. */
  readonly names?: Readonly<Record<string, string>>;
  /** Service root with version. Default: what the pages use most. */
  readonly baseUrl?: string;
  /** What unqualified type names belong to. Default: what the pages use most. */
  readonly defaultNamespace?: string;
  /** How much of a page is read, by what is limited; upwards for large pages, downwards for pages of strangers. */
  readonly limits?: Readonly<Partial<Limits>>;
  /** Severity by diagnostic code; `off` leaves the diagnostic out. */
  readonly diagnostics?: Readonly<Partial<Record<DiagnosticCode, SeveritySetting>>>;
}

/**
 * Types a config file; gives back what it is given.
 *
 * @example export default defineConfig({ docs: "docs", out: "src/api", enumStyle: "const" });
 */
export function defineConfig(config: Config): Config {
  return config;
}
