/** What an output file consists of. Names and values are data, escaped when they are printed; types are code. */

import type { Comment } from "./comment-text.ts";
import type { OutputPath } from "./file-names.ts";
import type { Code, Identifier } from "./text.ts";

export interface MemberDeclaration {
  /** Any text: it is quoted where it has to be. */
  readonly name: string;
  readonly type: Code;
  readonly isOptional: boolean;
  readonly isReadonly: boolean;
  readonly comment: Comment | null;
}

export interface InterfaceDeclaration {
  readonly kind: "interface";
  readonly name: Identifier;
  readonly base: Code | null;
  readonly members: readonly MemberDeclaration[];
  /** Members by a pattern of their names; `null` for none. */
  readonly indexSignature: { readonly key: Code; readonly type: Code } | null;
  readonly comment: Comment | null;
}

export interface EnumMemberDeclaration {
  readonly key: string;
  readonly value: string;
  readonly comment: Comment | null;
}

export interface EnumDeclaration {
  readonly kind: "enum";
  readonly name: Identifier;
  readonly members: readonly EnumMemberDeclaration[];
  readonly comment: Comment | null;
}

/** `export const X = { … } as const`, as a table of named strings. */
export interface ConstDeclaration {
  readonly kind: "const";
  readonly name: Identifier;
  readonly members: readonly EnumMemberDeclaration[];
  readonly comment: Comment | null;
}

export interface AliasDeclaration {
  readonly kind: "alias";
  readonly name: Identifier;
  readonly type: Code;
  readonly comment: Comment | null;
}

export interface FunctionDeclaration {
  readonly kind: "function";
  readonly name: Identifier;
  readonly isExported: boolean;
  /** `client: Client`, each as a whole. */
  readonly parameters: readonly Code[];
  readonly returnType: Code;
  readonly statements: readonly Code[];
  readonly comment: Comment | null;
}

export type Declaration =
  | InterfaceDeclaration
  | EnumDeclaration
  | ConstDeclaration
  | AliasDeclaration
  | FunctionDeclaration;

/** One file of the output, before it is text. */
export interface SourceFile {
  readonly path: OutputPath;
  readonly imports: readonly Code[];
  readonly declarations: readonly Declaration[];
}
