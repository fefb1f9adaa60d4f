/** Handlebars, for output that is prose rather than code. */
import Handlebars from "handlebars";
import type { DocumentText } from "./document-text.ts";

/** What a template is given: text that is safe for the document it makes. */
export type TemplateValue =
  | DocumentText
  | boolean
  | null
  | readonly TemplateValue[]
  | { readonly [name: string]: TemplateValue };

/** Renders a template that has been compiled, any number of times. */
export type Renderer = (values: { readonly [name: string]: TemplateValue }) => string;

/**
 * Compiles a template. Its values are safe for the document already, so nothing is escaped for HTML here.
 *
 * @throws Error naming the template, here or when it is rendered, if it is not valid or asks for a value that there is not.
 */
export function createRenderer(name: string, template: string): Renderer {
  // An environment of its own: helpers that somebody registers elsewhere do not act here.
  const handlebars = Handlebars.create();
  const render = handlebars.compile(template, { noEscape: true, strict: true });
  return (values) => {
    try {
      return `${render(values)
        .replace(/[ \t]+$/gm, "")
        .trimEnd()}\n`;
    } catch (cause) {
      const reason = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
      throw new Error(`The template ${name} cannot be used: ${reason}`, { cause });
    }
  };
}

/** Renders a template once. */
export function renderTemplate(
  name: string,
  template: string,
  values: { readonly [name: string]: TemplateValue },
): string {
  return createRenderer(name, template)(values);
}
