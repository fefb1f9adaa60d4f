/** Running the plugin on one page, without a file for it. */
import remarkParse from "remark-parse";
import { type PluggableList, unified } from "unified";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import type { RemarkOptions } from "./options.ts";
import remarkApipage from "./plugin.ts";

export interface RemarkWorld {
  readonly cwd: string;
  /** Relative to `cwd`; `null` for text that comes from no file. */
  readonly path?: string | null;
  readonly options?: RemarkOptions;
  /** Plugins in front of ours. */
  readonly before?: PluggableList;
}

export const pageName = "resources/lamp.md";

/** The file with its messages, after parsing and all plugins. */
export async function processed(value: string | Uint8Array, world: RemarkWorld): Promise<VFile> {
  const { cwd, path = pageName, options, before = [] } = world;
  const file = new VFile({ value, cwd, ...(path === null ? {} : { path }) });
  const processor = unified().use(remarkParse).use(before).use(remarkApipage, options).freeze();
  await processor.run(processor.parse(file), file);
  return file;
}

/** Everything that a reporter or an editor shows of a message. */
export function shownOf({ place, fatal, reason, ruleId, source }: VFileMessage) {
  return { place, fatal, reason, ruleId, source };
}

/** `line:column ruleId`, or the text of what has no code. */
export async function found(value: string | Uint8Array, world: RemarkWorld): Promise<string[]> {
  const { messages } = await processed(value, world);
  return messages.map(({ line, column, ruleId, reason }) =>
    ruleId === undefined ? reason : `${line ?? "-"}:${column ?? "-"} ${ruleId}`,
  );
}
