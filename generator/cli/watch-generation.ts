/** `apipage generate --watch`: a run now, and another one whenever what it reads has changed. */
import { realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import { CacheMemory } from "../cache/cache-memory.ts";
import type { Settings } from "../config/settings.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PreparedGeneration } from "../open-generation.ts";
import { pathWithin } from "../path-within.ts";
import { neutralText } from "../report/neutral-text.ts";
import { RunError } from "../run-error.ts";
import { docsRoot } from "../source/docs-set.ts";
import { type InputWatch, watchInputs } from "../source/watch-inputs.ts";
import { systemCode, systemReason } from "../system-reason.ts";
import { configFilesFor, settingsFor } from "./common-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { GenerateFlags } from "./generate-flags.ts";
import { generateOnce } from "./generate-once.ts";
import { reportGeneration } from "./generate-report.ts";
import type { CliIo } from "./io.ts";
import { reportRound } from "./round-report.ts";

/** Paths that have changed since they were last asked for. */
class Changes {
  #paths = new Set<string>();
  #wake = (): void => {};

  add(paths: Iterable<string>): void {
    for (const path of paths) this.#paths.add(path);
    this.#wake();
  }

  /** Waits until there are some. */
  async next(): Promise<ReadonlySet<string>> {
    if (this.#paths.size === 0)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    const paths = this.#paths;
    this.#paths = new Set();
    return paths;
  }
}

/** The docs folder where it really lies; it may be away for a moment. */
function realDocs({ docs }: Settings): string {
  try {
    return realpathSync(docs.path);
  } catch {
    return docs.path;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RunError) return error.message;
  // What vanishes while it is looked at.
  if (systemCode(error) !== null) return `a file cannot be read: ${systemReason(error)}`;
  return `this is a bug in apipage, please report it: ${String(error)}`;
}

class Watch {
  readonly #flags: GenerateFlags;
  readonly #io: CliIo;
  readonly #configFiles: ReadonlySet<string>;
  readonly #memory = new CacheMemory();
  readonly #changes = new Changes();
  /** `null` where the config has to be loaded before anything else. */
  #settings: Settings | null = null;
  #inputs: InputWatch | null = null;
  /** What the last run that came to its end has found. Nothing else of it: a model takes hundreds of megabytes. */
  #found: readonly Diagnostic[] = [];

  constructor(flags: GenerateFlags, io: CliIo) {
    this.#flags = flags;
    this.#io = io;
    this.#configFiles = new Set(configFilesFor(flags, io));
  }

  /** What is wrong here will not be right by itself, unless it is a page: that is said, and no error. */
  async start(): Promise<void> {
    const settings = await settingsFor(this.#flags, this.#io);
    docsRoot(settings.docs.path, settings.docs.shown);
    await this.#watch(settings);
    try {
      const run = await this.#generate(settings, this.#io, this.#flags.quiet !== true);
      this.#found = run.diagnostics;
      await reportGeneration(run, this.#flags, this.#io);
    } catch (error) {
      if (!(error instanceof RunError) || error.kind === "usage") throw error;
      this.#fail(error);
    }
    if (!this.#flags.quiet)
      this.#io.stdout.write(`Watching ${neutralText(settings.docs.shown)} for changes, until Ctrl-C\n`);
  }

  /** Runs after each change. One run after the other: what changes meanwhile is for the next one. */
  async goOn(stopped: Promise<void>): Promise<void> {
    let hasStopped = false;
    // Who waits for the signal is told of it after the work. The next signal is nobody's.
    const uninterrupted: CliIo["uninterrupted"] = async (work) =>
      hasStopped ? await this.#io.uninterrupted(work) : work();
    const io = { ...this.#io, uninterrupted };
    const end = stopped.then(() => {
      hasStopped = true;
      return null;
    });
    for (;;) {
      const changed = await Promise.race([this.#changes.next(), end]);
      if (changed === null || hasStopped) return;
      await this.#round(changed, io);
    }
  }

  async stop(): Promise<void> {
    await this.#inputs?.close();
  }

  async #round(changed: ReadonlySet<string>, io: CliIo): Promise<void> {
    const begin = performance.now();
    if ([...changed].some((path) => this.#configFiles.has(path))) this.#settings = null;
    try {
      const settings = this.#settings ?? (await this.#load());
      const run = await this.#generate(settings, io, false);
      const found = this.#found;
      this.#found = run.diagnostics;
      const milliseconds = performance.now() - begin;
      reportRound({ run, found, changed: this.#namesOf(changed, settings), milliseconds }, this.#flags, io);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #load(): Promise<Settings> {
    const settings = await settingsFor(this.#flags, this.#io, { isAnew: true });
    await this.#watch(settings);
    return settings;
  }

  async #watch(settings: Settings): Promise<void> {
    const { out, cacheDir, templates } = settings;
    const before = this.#inputs;
    this.#inputs = await watchInputs(
      {
        docs: realDocs(settings),
        folders: templates === null ? [] : [templates.path],
        files: [...this.#configFiles],
        except: [out.path, ...(typeof cacheDir === "string" ? [cacheDir] : [])],
        base: this.#io.cwd,
      },
      {
        onChange: (paths) => this.#changes.add(paths),
        onTrouble: (reason) => this.#say(`not every change will be noticed, ${reason}`),
      },
    );
    await before?.close();
    this.#settings = settings;
  }

  #generate(settings: Settings, io: CliIo, showsProgress: boolean): Promise<PreparedGeneration> {
    return generateOnce(settings, this.#flags, io, { showsProgress, cacheFallback: this.#memory });
  }

  /** Paths as the user knows them: within the docs folder, or from where the command was called. */
  #namesOf(paths: ReadonlySet<string>, settings: Settings): readonly string[] {
    const docs = realDocs(settings);
    return [...paths].sort().map((path) => pathWithin(docs, path) ?? relative(this.#io.cwd, path).split(sep).join("/"));
  }

  #say(message: string): void {
    this.#io.stderr.write(`apipage: ${neutralText(message)}\n`);
  }

  #fail(error: unknown): void {
    this.#say(reasonOf(error));
  }
}

/** Goes on until somebody wants it to end. Throws a `RunError` where it cannot begin. */
export async function watchGeneration(flags: GenerateFlags, io: CliIo): Promise<ExitCode> {
  if (flags.format === "json") throw new RunError("usage", "--watch has no --format json: leave out one of the two");
  const watch = new Watch(flags, io);
  try {
    await watch.start();
    await watch.goOn(io.stopped());
  } finally {
    await watch.stop();
  }
  return exitCodes.fine;
}
