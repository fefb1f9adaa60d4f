/** Puts an output in the place of the one before: one run at a time, all or nothing. */
import { lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { FolderSetting } from "../config/settings.ts";
import { RunError } from "../run-error.ts";
import { systemReason } from "../system-reason.ts";
import { finishOutput } from "./finish-output.ts";
import { parseManifest } from "./manifest.ts";
import { manifestFoundIn, type OutputPlan, planOutput } from "./plan-output.ts";
import { abandonedName, newStagingName, stagingNamesIn, stagingProcess } from "./staging-folder.ts";
import { isUpToDate, writeNewFolder, writeOutput } from "./write-output.ts";

// Others hold the lock only while they write.
const defaultPatienceMs = 30_000;
const pauseMs = 50;

export interface ReplaceOptions {
  /** Runs work that must not be cut in two by a signal. */
  readonly uninterrupted?: <T>(work: () => T) => Promise<T>;
  /** Has somebody call {@link healOutput} should this process be killed; gives back what calls that off. */
  readonly guard?: (folder: string) => () => void;
  /** How long to wait for another run. */
  readonly patienceMs?: number;
}

/** The name of the staging folder of the run that has the lock, where it is another's. */
interface Busy {
  readonly holder: string;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Does something with a staging folder in the output folder. Whoever finds another live one there draws back: of two
 * runs the later one sees the folder of the earlier one, and where both see the other's, both draw back.
 */
function withLock<T>(out: FolderSetting, work: (staging: string) => T): T | Busy {
  const name = newStagingName();
  const staging = join(out.path, name);
  mkdirSync(staging);
  try {
    const holder = stagingNamesIn(out.path).live.find((one) => one !== name);
    const result = holder === undefined ? work(staging) : { holder };
    rmSync(staging, { recursive: true, force: true });
    return result;
  } catch (error) {
    const reason = cannotWrite(out.shown, error);
    if (error instanceof RunError || !isHalfMoved(out)) {
      rmSync(staging, { recursive: true, force: true });
      throw reason;
    }
    // As if this process had been killed: who comes next finds the new files there, and no lock.
    renameSync(staging, join(out.path, abandonedName()));
    throw new RunError(reason.kind, `${reason.message}; some files are new and some are old, run this again to go on`);
  }
}

function isHalfMoved(out: FolderSetting): boolean {
  return (parseManifest(manifestFoundIn(out))?.pending.size ?? 0) > 0;
}

function isBusy(value: object): value is Busy {
  return "holder" in value;
}

function folderOf({ folder, shown }: OutputPlan): FolderSetting {
  return { path: folder, shown };
}

/** Writes the plan, or a new one where the folder has changed since; gives back what was carried out. */
function writeOnce(plan: OutputPlan): OutputPlan | Busy {
  const { folder, files, force } = plan;
  const out = folderOf(plan);
  if (!isThere(folder)) {
    removeDead(dirname(folder));
    const isWhole = plan.manifestFound === "" && plan.added.length === files.length;
    const current = isWhole ? plan : planOutput(out, files, { force });
    if (writeNewFolder(current, join(dirname(folder), newStagingName()))) return current;
  }
  return withLock(out, (staging) => {
    finishOutput(out, staging);
    // Every run that writes changes the manifest. Without one, others may have put files there.
    const isValid = plan.manifestFound !== "" && manifestFoundIn(out) === plan.manifestFound;
    const current = isValid ? plan : planOutput(out, files, { force });
    if (!isUpToDate(current)) writeOutput(current, staging);
    return current;
  });
}

/** What runs were writing that were killed before there was an output folder. */
function removeDead(parent: string): void {
  for (const name of stagingNamesIn(parent).dead) rmSync(join(parent, name), { recursive: true, force: true });
}

function cannotWrite(shown: string, error: unknown): RunError {
  if (error instanceof RunError) return error;
  return new RunError("unreadable", `cannot write to "${shown}": ${systemReason(error)}`);
}

/**
 * Makes the output folder what the plan says; does nothing at all where it is already. Waits while another run writes to
 * it, and goes by what that has left.
 *
 * Throws a {@link RunError}: of kind `unreadable` where the system refuses, or the other run does not come to an end; as
 * {@link planOutput} does where the folder has changed since the plan was made.
 *
 * @returns the plan that was carried out
 */
export async function replaceOutput(
  plan: OutputPlan,
  {
    uninterrupted = async (work) => work(),
    guard = () => () => {},
    patienceMs = defaultPatienceMs,
  }: ReplaceOptions = {},
): Promise<OutputPlan> {
  if (isUpToDate(plan)) return plan;
  const callOff = guard(plan.folder);
  try {
    return await writeInTurn(plan, uninterrupted, patienceMs);
  } finally {
    callOff();
  }
}

async function writeInTurn(
  plan: OutputPlan,
  uninterrupted: NonNullable<ReplaceOptions["uninterrupted"]>,
  patienceMs: number,
): Promise<OutputPlan> {
  const end = Date.now() + patienceMs;
  for (;;) {
    let result: OutputPlan | Busy;
    try {
      result = await uninterrupted(() => writeOnce(plan));
    } catch (error) {
      throw cannotWrite(plan.shown, error);
    }
    if (!isBusy(result)) return result;
    if (Date.now() > end)
      throw new RunError(
        "unreadable",
        `another run (process ${stagingProcess(result.holder)}) is writing to "${plan.shown}": wait for its end, then run this again; if there is none, remove "${plan.shown}/${result.holder}"`,
      );
    // Not all that draw back at once should come again at once.
    await setTimeout(pauseMs * (1 + Math.random()));
  }
}

/**
 * Finishes what a killed run has left in an output folder, if anything. To be called before anything else is done with
 * it: should this run end early, of a page that cannot be read for instance, the folder is whole all the same.
 *
 * Throws a {@link RunError} of kind `unreadable` where the system refuses.
 *
 * @returns false where another run is at work there, which will do the same
 */
export async function healOutput(
  out: FolderSetting,
  { uninterrupted = async (work) => work() }: Pick<ReplaceOptions, "uninterrupted"> = {},
): Promise<boolean> {
  try {
    return await uninterrupted(() => {
      const status = lstatSync(out.path, { throwIfNoEntry: false });
      // What is a link or a file is refused later, with the reason.
      if (status?.isDirectory() === false) return true;
      const { live, dead } = stagingNamesIn(status === undefined ? dirname(out.path) : out.path);
      if (live.length > 0) return false;
      if (dead.length === 0) return true;
      if (status === undefined) {
        removeDead(dirname(out.path));
        return true;
      }
      const result = withLock(out, (staging) => {
        finishOutput(out, staging);
        return {};
      });
      return !isBusy(result);
    });
  } catch (error) {
    throw cannotWrite(out.shown, error);
  }
}
