/** Whether a text says that its subject is deprecated. */
import { sentencesOf } from "./prose.ts";

/** Longer texts are read up to here. */
const maxTextLength = 10_000;

/**
 * A statement, not the mention of something deprecated ("replaces the deprecated x", "their deprecated version"): the
 * word begins the sentence, stands as a mark, or follows a verb.
 */
const statement =
  /^[([*]*deprecated\b|[([]\**deprecated\b|[-–—] ?(?:to be )?deprecated\b|\b(?:is|are|was|were|be|been|being|gets?|now|has|have|marked as|marked)(?: (?:now|being|been|already|also|marked|as))* deprecated\b|\bdeprecated (?:in|on|as of|since|from|and|by|effective)\b|\b(?:for|of|its|by|planned|scheduled) deprecation\b|\bdeprecation (?:of this|notice|date)\b/i;

const ofAnother = /\breplaces?\b[^.]*\bdeprecated\b|\binstead of the deprecated\b|\bnon-deprecated\b/i;

/** The sentence that says "deprecated", without brackets around the whole of it; `null` where none does. */
export function deprecationIn(text: string): string | null {
  const said = text.slice(0, maxTextLength);
  if (!/deprecat/i.test(said)) return null;
  const sentence = sentencesOf(said).find((candidate) => statement.test(candidate) && !ofAnother.test(candidate));
  if (sentence === undefined) return null;
  return /^[([]([^()[\]]*)[)\]]$/.exec(sentence)?.[1]?.trim() ?? sentence;
}

/** "This API", "the following resource type": what a page calls its subject. */
const subject =
  /\b(?:this|these|the)\s(?:\w+\s){0,2}?(?:apis?|methods?|resources?|endpoints?|operations?|actions?|functions?|types?|entity|entities|page|set of)\b[^.]*\bdeprecated\b/i;
const alertMark = /^(?:\[!\w+\]|\**(?:note|caution|important|warning)\**:\**)\s*/i;

/**
 * The sentence by which a paragraph of the opening deprecates the page's subject: one about "this API", or an alert.
 * Other paragraphs may speak of other things that are deprecated.
 */
export function deprecationOfPage(paragraph: string, isQuoted: boolean): string | null {
  const text = paragraph.slice(0, maxTextLength).replace(alertMark, "");
  const sentence = deprecationIn(text);
  if (sentence === null) return null;
  const isAlert = isQuoted && /\b(?:this|these|api|apis)\b/i.test(sentence);
  return isAlert || subject.test(sentence) ? sentence : null;
}
