/** The tag of what a page calls deprecated. */
import type { Deprecation } from "../model/api-model.ts";
import { note, type Prose, prose } from "./comment-text.ts";

const maxLength = 300;

export function deprecationTag(deprecation: Deprecation | null): Prose | null {
  if (deprecation === null) return null;
  const text = deprecation.text === null ? prose("") : prose(deprecation.text, maxLength);
  // A tag goes on to the end of the comment, so that lines of its text would be read as parts of it anyway.
  return text === "" ? note`@deprecated` : note`@deprecated ${text}`;
}
