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

/** A value in the data of a function: text is quoted when it is printed. */
export type SpecValue =
  | { readonly text: string }
  | { readonly list: readonly SpecValue[] }
  | { readonly members: readonly SpecMember[] }
  | { readonly code: Code };

export interface SpecMember {
  readonly name: string;
  readonly value: SpecValue;
}

/** `export const name: Type = factory({ … })`: a function of the SDK. */
export interface OperationDeclaration {
  readonly kind: "operation";
  readonly name: Identifier;
  readonly type: Code;
  /** The function of the runtime that makes it. */
  readonly factory: Identifier;
  readonly spec: readonly SpecMember[];
  readonly comment: Comment | null;
}

export type Declaration =
  | InterfaceDeclaration
  | EnumDeclaration
  | ConstDeclaration
  | AliasDeclaration
  | OperationDeclaration;

/** One file of the output, before it is text. */
export interface SourceFile {
  readonly path: OutputPath;
  readonly imports: readonly Code[];
  readonly declarations: readonly Declaration[];
}
