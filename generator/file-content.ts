/** The content of a file of the output: a text, or the bytes of one in UTF-8. */
export type FileContent = string | Uint8Array;

export function textOfContent(content: FileContent): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}
