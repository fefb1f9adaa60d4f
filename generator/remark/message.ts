/** Diagnostics as messages on the file that remark shows them for. */
import type { VFile } from "vfile";
import { VFileMessage } from "vfile-message";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { toMessage } from "../report/pretty-report.ts";

/** What is found in an included file has no place in the page: the text says where it is. */
function onPage(found: Diagnostic, page: string): Diagnostic {
  const { place, message } = found;
  if (place === null || place.page === page) return found;
  return { ...found, place: null, message: `${message} (in ${place.page}:${place.line}:${place.column})` };
}

/** Editors show the note of a message, and of its cause, the second place, the stack only. */
function relatedLine({ cause }: VFileMessage): string {
  return cause instanceof VFileMessage ? `${cause.line}:${cause.column}: ${cause.message}\n` : "";
}

/** Adds a message to a file, as `file.message()` would. `page` is the file as places name it. */
export function addMessage(file: VFile, page: string, found: Diagnostic): void {
  const message = toMessage(onPage(found, page));
  if (file.path !== undefined) {
    message.name = `${file.path}:${message.name}`;
    message.file = file.path;
  }
  message.note = `${relatedLine(message)}More about this: apipage explain ${found.code}`;
  file.messages.push(message);
}
