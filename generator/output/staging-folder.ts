/**
 * The folder that a run puts new files into before they are moved into place. It lies in the output folder, and is the
 * lock of the run at the same time: its name tells which process has made it, so that one whose process was killed is
 * in nobody's way. Names are never used twice, so that removing a dead one cannot hit a live one.
 */
import { randomBytes } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "../system-reason.ts";
import { isMarkAlive, markedProcess, ownMark } from "./process-mark.ts";

const prefix = ".apipage-staging-";

export function isStagingName(name: string): boolean {
  return name.startsWith(prefix);
}

/** A new name, which tells that this process has made the folder and is at work there. */
export function newStagingName(): string {
  return `${prefix}${ownMark()}-${randomBytes(4).toString("hex")}`;
}

/** A new name without a process: what lies there is for the next run to finish. */
export function abandonedName(): string {
  return `${prefix}abandoned-${randomBytes(4).toString("hex")}`;
}

function markOf(name: string): string {
  return name.slice(prefix.length).replace(/-[0-9a-f]{8}$/u, "");
}

/** The process that made a folder of that name, for messages. */
export function stagingProcess(name: string): string {
  return markedProcess(markOf(name));
}

function isAlive(folder: string, name: string): boolean {
  const status = statSync(join(folder, name), { throwIfNoEntry: false });
  return status !== undefined && isMarkAlive(markOf(name), Date.now() - status.mtimeMs);
}

export interface StagingNames {
  readonly live: readonly string[];
  readonly dead: readonly string[];
}

/** The staging folders in a folder, which need not exist. System errors come through. */
export function stagingNamesIn(folder: string): StagingNames {
  let names: string[];
  try {
    names = readdirSync(folder).filter(isStagingName).sort();
  } catch (error) {
    if (systemCode(error) === "ENOENT") return { live: [], dead: [] };
    throw error;
  }
  const live = names.filter((name) => isAlive(folder, name));
  return { live, dead: names.filter((name) => !live.includes(name)) };
}
