/** Annotations, as commands to GitHub's runner: it shows them on the pages of a pull request. */
import type { SourcePlace } from "../diagnostics/place.ts";
import { neutralText } from "./neutral-text.ts";

/** Behind `::`; the runner takes a line feed for the end of the command. */
function data(text: string): string {
  return neutralText(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Before `::`, where commas and colons part what is there. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/**
 * One line, without its line feed.
 *
 * @param place with a path from the root of the checkout; `null` where the annotation can stand on no page of it
 */
export function githubCommand(
  level: "error" | "warning" | "notice",
  place: SourcePlace | null,
  title: string,
  message: string,
): string {
  const at =
    place === null
      ? ""
      : `file=${property(place.page)},line=${place.line},col=${place.column},endLine=${place.endLine},`;
  return `::${level} ${at}title=${property(title)}::${data(message)}`;
}
