/** A progress bar on the terminal that a person looks at; nothing at all anywhere else. */
import { createRequire } from "node:module";
import type { SingleBar } from "cli-progress";
import type { Phase, ProgressListener } from "../progress.ts";
import type { CliStream } from "./io.ts";

export interface Progress {
  readonly listener: ProgressListener;
  /** Clears the bar's line. */
  stop(): void;
}

const labels: Readonly<Record<Phase, string>> = {
  read: "Reading",
  link: "Linking",
  emit: "Emitting",
  write: "Writing",
  check: "Checking",
  run: "Running",
};

/** @param isWanted false under `--quiet` */
export function createProgress(stream: CliStream, isWanted: boolean): Progress {
  if (!isWanted || stream.isTTY !== true) return { listener: () => {}, stop: () => {} };
  // Loaded for a terminal alone: nobody sees the bar of a build.
  const progress: { readonly SingleBar: typeof SingleBar } = createRequire(import.meta.url)("cli-progress");
  const bar = new progress.SingleBar({
    stream,
    format: "{label} [{bar}] {value}/{total} pages",
    clearOnComplete: true,
    // Both would leave the terminal changed where the run is ended by a signal.
    linewrap: true,
    hideCursor: false,
  });
  let isStarted = false;
  return {
    listener: (phase, done, total) => {
      const payload = { label: labels[phase].padEnd(8) };
      if (total > 0 && !isStarted) {
        bar.start(total, done, payload);
        isStarted = true;
      } else if (total > 0) {
        // A run may read one set after the other, each of its own size.
        bar.setTotal(total);
        bar.update(done, payload);
      } else {
        bar.update(payload);
        // A phase without steps keeps the event loop busy: the bar would show the one before until its end.
        bar.render();
      }
    },
    stop: () => bar.stop(),
  };
}
