/** `apipage mock`: a server that answers from the examples of the pages. */
import { Command, InvalidArgumentError, Option } from "commander";
import type { Settings } from "../config/settings.ts";
import type { LinkedDocs } from "../link-docs.ts";
import type { MockApp } from "../mock/mock-app.ts";
import { RunError } from "../run-error.ts";
import { type CommonFlags, docsOption, settingsFor, withCacheOptions, withCommonOptions } from "./common-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { CliIo } from "./io.ts";
import { createProgress } from "./progress-bar.ts";

interface MockFlags extends Omit<CommonFlags, "out"> {
  readonly port: number;
  readonly host: string;
  readonly watch?: boolean;
  readonly validate: boolean;
}

const details = `
The nearest example of the operation answers. Nothing is kept: what is created is not there afterwards. Requests that the
pages rule out are answered with 400 and say what is wrong. The response header apipage-mock tells the example, and says
"sample" where a value is made up, as no example shows it.

In a request, the header Prefer chooses: "Prefer: example=NAME" an example by its name, "Prefer: code=404" a status.

Examples:
  apipage mock --docs docs/api                 answer on http://127.0.0.1:3000
  apipage mock --port 0 --quiet                on any free port, without a line per request
  apipage mock --watch                         read the pages again when they change
  curl -H "Prefer: code=404" http://127.0.0.1:3000/v1.0/users/7`;

function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError("Expected a number from 0 to 65535.");
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

interface Reading {
  readonly root: string;
  readonly app: MockApp;
  /** How much there is: `7 operations, 9 examples`. */
  readonly extent: string;
  /** What the API's paths begin with. */
  readonly base: string;
}

/** What reads the pages and makes the application of them, with all that it takes loaded. */
async function createReader(settings: Settings, flags: MockFlags, io: CliIo): Promise<() => Reading> {
  const [{ linkDocs }, { createValueChecker }, { createModelView }, { createMockApp }, { basePath }, { mockLogLine }] =
    await Promise.all([
      import("../link-docs.ts"),
      import("../conformance/check-value.ts"),
      import("../shapes/model-view.ts"),
      import("../mock/mock-app.ts"),
      import("../mock/request-target.ts"),
      import("./mock-log-line.ts"),
    ]);
  return () => {
    const progress = createProgress(io.stderr, flags.quiet !== true);
    let linked: LinkedDocs;
    try {
      linked = linkDocs(settings, progress.listener);
    } finally {
      progress.stop();
    }
    const { model, root } = linked;
    const app = createMockApp(model, {
      checkBody: createValueChecker(createModelView(model)).checkBody,
      isValidating: flags.validate,
      onAnswer: (answered) => {
        if (!flags.quiet) io.stdout.write(`${mockLogLine(answered)}\n`);
      },
    });
    const extent = `${plural(model.operations.length, "operation")}, ${plural(app.exampleCount, "example")}`;
    return { root, app, extent, base: basePath(model.baseUrl) };
  };
}

async function mockCommand(flags: MockFlags, io: CliIo): Promise<ExitCode> {
  const settings = await settingsFor(flags, io);
  const read = await createReader(settings, flags, io);
  const { serveMock } = await import("../mock/serve-mock.ts");
  let current = read();
  const server = await serveMock((request) => current.app.fetch(request), flags);
  const readAgain = (): void => {
    try {
      current = read();
      io.stdout.write(`Read again: ${current.extent}\n`);
    } catch (error) {
      const reason = error instanceof RunError ? error.message : String(error);
      io.stderr.write(`apipage: ${reason.replaceAll("\n", " ")}; still answering from the pages as they were\n`);
    }
  };
  const sayTrouble = (reason: string): void => {
    io.stderr.write(`apipage: not every change will be noticed, ${reason}\n`);
  };
  const { watchInputs } = await import("../source/watch-inputs.ts");
  const watcher = flags.watch
    ? await watchInputs({ docs: current.root, base: io.cwd }, { onChange: readAgain, onTrouble: sayTrouble })
    : null;
  const stopped = io.stopped();
  io.stdout.write(`Listening on ${server.origin}${current.base} (${current.extent})\n`);
  await stopped;
  await Promise.all([watcher?.close(), server.close()]);
  return exitCodes.fine;
}

/** The command for the program; `done` gets its exit code. */
export function createMockCommand(io: CliIo, done: (code: ExitCode) => void): Command {
  const command = new Command("mock")
    .summary("answer requests from the examples of the pages")
    .description("Starts an HTTP server that answers requests from the examples of the pages, until Ctrl-C.")
    .addOption(docsOption())
    .addOption(
      new Option("--port <number>", "port to listen on; 0 takes any free one").argParser(portNumber).default(3000),
    )
    .addOption(
      new Option("--host <address>", "address to listen on; 0.0.0.0 is all of this machine").default("127.0.0.1"),
    )
    .option("--watch", "read the pages again when they change")
    .option("--no-validate", "answer requests that the pages rule out, too")
    .option("-q, --quiet", "no line per request");
  return withCommonOptions(withCacheOptions(command))
    .addHelpText("after", details)
    .action(async (flags: MockFlags) => done(await mockCommand(flags, io)));
}
