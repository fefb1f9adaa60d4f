/** Tells whether the process that made something still runs, by a mark that it left. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { systemCode } from "../system-reason.ts";

const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const mark = /^(\d+)-(\d+)-([0-9a-f]{8})$/u;

// Of a process on another machine nothing can be known but when it last did something. Writing takes seconds.
const foreignLifeMs = 60_000;

/**
 * When a process was started, in the system's own count; `null` where it is gone. Numbers of processes are used again,
 * in containers at once: the start tells them apart. Only Linux says it without asking another program; elsewhere 0.
 */
function startOf(pid: number): number | null {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return isThere(pid) ? 0 : null;
  }
  // The name of the program comes before, in parentheses, and can contain anything.
  const [state = "", ...fields] = status.slice(status.lastIndexOf(")") + 2).split(" ");
  // Has ended, and waits for its parent to notice.
  return state === "Z" || state === "X" ? null : Number(fields[18] ?? 0);
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but is there.
    return systemCode(error) !== "ESRCH";
  }
}

/** The mark of this process: part of a file name. */
export function ownMark(): string {
  return `${process.pid}-${startOf(process.pid) ?? 0}-${host}`;
}

/** The number of the process in a mark. */
export function markedProcess(text: string): string {
  return mark.exec(text)?.[1] ?? "unknown";
}

/** @param age since the marked thing was last touched, in milliseconds */
export function isMarkAlive(text: string, age: number): boolean {
  const [, pid, start, where] = mark.exec(text) ?? [];
  if (pid === undefined) return false;
  if (where !== host) return age < foreignLifeMs;
  const now = startOf(Number(pid));
  return now !== null && (now === 0 || start === "0" || now === Number(start));
}
