/** `info.ts`: what an SDK was made of, for programs that want to tell. */
import { createHash } from "node:crypto";
import { fileHeader } from "./print-file.ts";
import { code, joinCode, stringLiteral } from "./text.ts";

export interface InfoOptions {
  readonly toolVersion: string;
  /** What the caller says the pages are a version of; `null` where nobody says. */
  readonly docsVersion: string | null;
  /** The content of `api.json`. */
  readonly modelText: Uint8Array;
}

/** Makes the file. Without a time: the same pages give the same bytes. No other file of the output imports it. */
export function infoText({ toolVersion, docsVersion, modelText }: InfoOptions): string {
  const hash = createHash("sha256").update(modelText).digest("hex");
  const members = [
    code`  /** The program that wrote the SDK. */\n  generator: ${stringLiteral(`apipage ${toolVersion}`)},`,
    docsVersion === null
      ? null
      : code`  /** What the pages are a version of. */\n  docsVersion: ${stringLiteral(docsVersion)},`,
    code`  /** SHA-256 of \`api.json\`. */\n  modelHash: ${stringLiteral(hash)},`,
  ].filter((member) => member !== null);
  return `${fileHeader}\n\n${code`/** What this SDK was made of. */\nexport const SDK_INFO = {\n${joinCode(members, "\n")}\n} as const;`}\n`;
}
