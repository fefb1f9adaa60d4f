/**
 * How the permissions of a cell combine:
 *
 *     cell        = factor { "plus" factor }                  all factors are needed, one alternative of each
 *     factor      = alternative { separator alternative }     any alternative is enough
 *     separator   = "," | ";" | "or" | line break | nothing
 *     alternative = permission { "and" permission }           all of them together
 *
 * "One from", "either" and "both" change nothing. A cell with other words ("For groups: …", "if …") ties permissions to
 * cases, and is not read. "A, B and C" is read in one of three ways, which only other cells can tell apart: see
 * `isOpenList`. Real tables have all three: comma and "and" mean "or" here, and "and" there.
 */

export interface PermissionCombination {
  /** In the order of the cell. Empty where the cell cannot be read. */
  readonly alternatives: readonly (readonly string[])[];
  /** The cell is of the form "A, B and C". Its `alternatives` are as the grammar has them: A, or B and C. */
  readonly isOpenList: boolean;
}

const fillers: ReadonlySet<string> = new Set(["one", "from", "of", "either", "both", "the", "following", "and/or"]);

/** More alternatives than that are not what a cell means; the most of a real one are 9. */
const maxAlternatives = 100;
/** So are more "plus"; a real cell has one. */
const maxFactors = 10;

/** The name in a word of a cell: footnote stars, brackets, quotes and punctuation around it taken off. */
export function bareWord(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && "([\"'`*\\".includes(word[start] ?? "")) start++;
  while (end > start && ")]\"'`*\\.:†‡¹²³".includes(word[end - 1] ?? "")) end--;
  return word.slice(start, end);
}

type Token = "and" | "plus" | "separator" | { readonly permission: string };

/** `null` where a word is outside of the grammar. */
function tokensOf(text: string, permissions: ReadonlySet<string>): readonly Token[] | null {
  const tokens: Token[] = [];
  for (const [written] of text.matchAll(/[,;\n]|[^\s\u00a0,;]+/g)) {
    const word = bareWord(written);
    const key = word.toLowerCase();
    if (/^[,;\n]$/.test(written) || key === "or") tokens.push("separator");
    else if (permissions.has(word)) tokens.push({ permission: word });
    else if (key === "and" || written === "&") tokens.push("and");
    else if (key === "plus" || written === "+") tokens.push("plus");
    // A word with a capital is a misprinted permission; any other belongs to a sentence or a label.
    else if (word !== "" && !fillers.has(key) && (written.endsWith(":") || !/^[A-Z]/.test(word))) return null;
  }
  return tokens;
}

function alternativesIn(tokens: readonly Token[]): string[][] {
  const found: string[][] = [];
  let isJoined = false;
  let isSeparated = true;
  for (const token of tokens) {
    if (token === "separator") isSeparated = true;
    // ", and" separates: it ends a list.
    else if (token === "and") isJoined = !isSeparated;
    else if (typeof token === "object") {
      const last = found[found.length - 1];
      if (isJoined && last) last.push(token.permission);
      else found.push([token.permission]);
      isJoined = false;
      isSeparated = false;
    }
  }
  return found;
}

/** Two or more single permissions with commas, and one "and" in front of the last. */
function isOpenList(tokens: readonly Token[]): boolean {
  const ands = tokens.filter((token) => token === "and").length;
  const count = tokens.filter((token) => typeof token === "object").length;
  const beforeLast = tokens[tokens.findLastIndex((token) => typeof token === "object") - 1];
  return ands === 1 && count > 2 && beforeLast === "and" && !tokens.includes("plus");
}

function factorsOf(tokens: readonly Token[]): Token[][] {
  const factors: Token[][] = [[]];
  for (const token of tokens)
    if (token === "plus") factors.push([]);
    else factors[factors.length - 1]?.push(token);
  return factors;
}

function distinct(alternatives: readonly (readonly string[])[]): (readonly string[])[] {
  const found = new Map(alternatives.map((each) => [[...each].sort().join(" "), [...new Set(each)]]));
  return [...found.values()];
}

/**
 * Reads how the permissions of a cell combine.
 *
 * @param permissions what the cell names, see `readPermissionCell`
 */
export function readAlternatives(text: string, permissions: ReadonlySet<string>): PermissionCombination {
  const tokens = tokensOf(text, permissions);
  const none = { alternatives: [], isOpenList: false };
  if (!tokens || permissions.size === 0) return none;
  const factors = factorsOf(tokens);
  if (factors.length > maxFactors) return none;
  let combined: (readonly string[])[] = [[]];
  for (const factor of factors) {
    const alternatives = alternativesIn(factor);
    if (alternatives.length * combined.length > maxAlternatives) return none;
    if (alternatives.length > 0)
      combined = combined.flatMap((first) => alternatives.map((second) => [...first, ...second]));
  }
  return { alternatives: distinct(combined.filter((each) => each.length > 0)), isOpenList: isOpenList(tokens) };
}
