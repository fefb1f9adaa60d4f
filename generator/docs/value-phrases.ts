/**
 * The wordings around lists of values: what announces a list, what forbids to take it for one, and what says that it is
 * not complete or that its values combine. The corpus has 92 variants, most of them of these forms.
 */

const noun =
  "(?:possible|supported|valid|allowed|permitted|accepted|available|acceptable)\\s(?:enum(?:eration)?\\s|string\\s|property\\s)?(?:values?|options|types)(?:\\s?\\(s\\))?";
const verb =
  "(?:are|is|include|includes|can be|being|may be|could be)(?:\\s(?:one|any) of)?(?:\\s(?:the\\s)?following)?(?:\\svalues?)?";
/** "for the state property": the owner of the values, a few words and no clause. */
const owner =
  "\\s(?:for|of)\\s(?:(?:the|this|a|an)\\s)?\\{?[\\w.]+\\}?(?:\\s(?:property|parameter|field|column|attribute))?";
const remark = "(?:\\s?\\((?:s|case[- ]sensitive)\\))?";

const strongForms = [
  `\\b${noun}(?:\\s${verb})?${remark}\\s?[:\\-–]?`,
  `\\b${noun}${owner}(?:\\s${verb}${remark}\\s?[:\\-–]?|\\s?:)`,
  "\\bfollowing\\s(?:values?|members?|value\\(s\\))\\sin this evolvable enum\\s?:?",
  "\\b(?:one|any) of (?:the )?following(?: \\w+)? values?\\s?:?",
  "\\bvalues? (?:can|may|must|could) be one of (?:the )?following\\s?:",
  "\\b(?:the|these) following values\\s?:",
];
/** After these a list is meant even if its items are not in backticks. */
const strongPhrase = new RegExp(`(?:${strongForms.join("|")})\\s?$`, "i");
/** These count only before a list in backticks. */
const weakPhrase =
  /\b(?:(?:can|must) be(?: one of)?(?: the following)?(?: values)?|one(?: or more)? of(?: the following)?(?: values)?|either|values? (?:are|is|include|includes|can be)|set to|options are)\s?[:\-–]?\s?$/i;

/** "Cannot be one of the following values: …" */
const negation =
  /(?:\b(?:cannot|can not|must not|may not|should not|is not|are not|never|other than|except)\b|n['’]t\b)[^,;:]*:?\s?$/i;
/** "When the kind is set to `a` or `b`, …" speaks of other properties. */
const condition = /\b(?:when|if|where|unless|while|whenever)\b[^,;:]*:?\s?$/i;

const partialWords =
  /\betc\b|\bfor example\b|\bsuch as\b|\be\.g\.|\bamong others\b|\band (?:more|others)\b|\bexample values\b/i;
const multipleWords =
  /\bmulti-?\s?valued\b|\bone or more of\b|\bany combination\b|\bcomma[- ]separated\b|\bcombination of (?:these|the following|one or more|several|values|flags|members)\b|\bflags? enum|\benum(?:eration)? of flags\b|\bflagged enum|\bbit\s?(?:mask|field|flags?)\b|\bmultiple (?:values|options|members|flags) (?:can|may)\b/i;

/** What the text before an item says: that a list follows (`strong`), that it may (`weak`), or nothing of the kind. */
export function announcement(before: string): "strong" | "weak" | null {
  const sentence = lastSentence(before);
  if (negation.test(sentence)) return null;
  if (strongPhrase.test(sentence)) return "strong";
  return weakPhrase.test(sentence) && !condition.test(sentence) ? "weak" : null;
}

/** The sentence that a text ends with. "etc." ends one before a capital only, other abbreviations never do. */
export function lastSentence(text: string): string {
  const ends = [...text.matchAll(/[.!?]\)?\s(?=\S)/g)].filter(({ index, 0: end }) => {
    const word = /\b(?:e\.g|i\.e|etc)$/i.exec(text.slice(0, index))?.[0];
    return word === undefined || (/^etc$/i.test(word) && /[A-Z]/.test(text.charAt(index + end.length)));
  });
  const last = ends[ends.length - 1];
  return last ? text.slice(last.index + last[0].length) : text;
}

/** "etc.", "for example": the list does not have all values. */
export function saysPartial(sentence: string): boolean {
  return partialWords.test(sentence);
}

/** "multi-valued", "any combination of": values can be combined. */
export function saysMultiple(text: string): boolean {
  return multipleWords.test(text);
}
