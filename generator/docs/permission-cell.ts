/** Cells of permissions tables: the permissions that they name, and how those combine. */
import { defaultLimits } from "./limits.ts";
import { bareWord, type PermissionCombination, readAlternatives } from "./permission-alternatives.ts";

/** A permission's name: words joined by dots, colons or slashes, with dashes inside; two words at least. */
const scopeGrammar = /^[A-Za-z][\w-]*(?:[.:/][A-Za-z][\w-]*)+$/;

const unsupportedCell = /^(?:not (?:supported|available|applicable|allowed)|unsupported|n\/?a)$/i;
const emptyCell = /^(?:none|no permissions? (?:is |are )?required|-+|–|—)?$/i;

export interface PermissionCell extends PermissionCombination {
  /** In the order of the cell, each once. */
  readonly scopes: readonly string[];
  /** The cell says that the call cannot be made this way. */
  readonly isUnsupported: boolean;
  /** What looks like a permission and is none by the grammar. */
  readonly refused: readonly string[];
}

/** By index: `[.\s]+$` is quadratic in a run of dots that something follows. */
function withoutFinalStop(text: string): string {
  let end = text.length;
  while (end > 0 && /[.\s]/.test(text[end - 1] ?? "")) end--;
  return text.slice(0, end).trimStart();
}

/**
 * The permissions in the text of a cell. Words are taken one by one, so that missing and doubled commas, "and", "or"
 * and sentences around the names do no harm. A lower-case name counts only in a cell that holds nothing but names:
 * in prose it may be a host or an abbreviation.
 *
 * @param most a cell with more permissions is none of permissions
 */
export function readPermissionCell(text: string, most: number = defaultLimits.permissionsPerCell): PermissionCell {
  const clean = withoutFinalStop(text);
  const nothing = { scopes: [], isUnsupported: false, refused: [], alternatives: [], isOpenList: false };
  if (unsupportedCell.test(clean)) return { ...nothing, isUnsupported: true };
  const scopes = new Set<string>();
  const refused: string[] = [];
  const words = text
    .split(/[\s\u00a0,;]+/)
    .map(bareWord)
    .filter((word) => word !== "");
  const isPureList = words.every((word) => /^(?:and|or|plus)$/i.test(word) || scopeGrammar.test(word));
  for (const word of words) {
    if (scopeGrammar.test(word) && (isPureList || /^[A-Z]/.test(word))) scopes.add(word);
    else if (/^[A-Z]\w*(?:\.\w*)*[./:<>*]/.test(word) && /[.]/.test(word)) refused.push(word);
  }
  if (scopes.size > most) return { ...nothing, refused: [...scopes].slice(0, 3) };
  return { ...nothing, ...readAlternatives(text, scopes), scopes: [...scopes], refused };
}

/** Whether a cell says in words, or by saying nothing, that it names no permission. */
export function isEmptyPermissionCell(text: string): boolean {
  return emptyCell.test(withoutFinalStop(text));
}
