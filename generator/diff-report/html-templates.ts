import { templateText } from "../templates-folder.ts";
import type { HtmlTemplates } from "./html.ts";

/** The files that the HTML report is made with. */
export function loadHtmlTemplates(): HtmlTemplates {
  const read = (name: string): string => {
    const text = templateText(name);
    if (text === null) throw new Error(`${name} is missing from this installation`);
    return text;
  };
  return { page: read("diff.html.hbs"), style: read("diff.css"), script: read("diff.js") };
}
