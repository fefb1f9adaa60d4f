import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { getClockPage, samplePagesIn } from "../testing/sample-pages.ts";
import { tempFolder } from "../testing/temp-folder.ts";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

interface Running {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** Starts the executable on a free port, and waits until it listens. */
async function start(cwd: string, ...flags: string[]): Promise<Running> {
  const args = ["--import", import.meta.resolve("tsx"), main, "mock", "--port", "0", ...flags];
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const texts = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    texts.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    texts.stderr += chunk;
  });
  await expect.poll(() => texts.stdout + texts.stderr, { timeout: 15_000 }).not.toBe("");
  const origin = /^Listening on (http:\/\/[\d.:]+)/.exec(texts.stdout)?.[1] ?? "";
  return { child, origin, stdout: () => texts.stdout, stderr: () => texts.stderr };
}

test("says where it listens, answers, and logs a line per request", async () => {
  const { origin, stdout, stderr } = await start(tempFolder(samplePagesIn("docs-input")));
  const answer = await fetch(`${origin}/clocks/7`);
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { id: "text", label: "text", face: { hands: 1 }, mood: "calm" },
  ]);
  expect((await fetch(`${origin}/clocks?$top=1`)).status).toBe(400);
  await expect.poll(stdout).toMatch(/^GET \/clocks\?/m);
  expect(stdout().replace(/\d+ms/g, "0ms")).toBe(`Listening on ${origin} (3 operations, 0 examples)
GET /clocks/7 200 0ms getClock
GET /clocks?$top=1 400 0ms listClocks - Unexpected query option $top, expected none, as the page grants no query options
`);
  expect(stderr()).toBe("");
});

test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM"] as const)(
  "%s stops it cleanly, with connections open",
  async (signal) => {
    const { child, origin, stderr } = await start(tempFolder(samplePagesIn("docs-input")));
    await (await fetch(`${origin}/clocks`)).text();
    const exit = once(child, "exit");
    child.kill(signal);
    expect([await exit, stderr()]).toEqual([[0, null], ""]);
    await expect(fetch(origin)).rejects.toThrow("fetch failed");
  },
);

test("--watch reads pages again, and keeps what it has where that fails", async () => {
  const cwd = tempFolder(samplePagesIn("docs-input"));
  const { origin, stdout, stderr } = await start(cwd, "--watch", "--quiet");
  const page = join(cwd, "docs-input/api/clock-get.md");
  const status = async (): Promise<number> => (await fetch(`${origin}/watches/7`)).status;
  expect(await status()).toBe(404);
  writeFileSync(page, getClockPage.replace("/clocks/", "/watches/"));
  await expect.poll(status, { timeout: 10_000 }).toBe(200);
  await expect.poll(stdout).toMatch(/^Read again: 3 operations, 0 examples$/m);
  writeFileSync(page, Buffer.from([0xff, 0xfe, 0x00, 0xff]));
  await expect.poll(stderr, { timeout: 10_000 }).not.toBe("");
  expect(stderr()).toMatch(/^apipage: api\/clock-get\.md:1: .+; still answering from the pages as they were\n$/);
  expect(await status()).toBe(200);
  rmSync(page);
  await expect.poll(status, { timeout: 10_000 }).toBe(404);
});

describe("in this process", () => {
  const listening = /^Listening on http:\/\/127\.0\.0\.1:\d+ \(3 operations, 0 examples\)\n$/;

  test("ends when it is stopped", async () => {
    const cwd = tempFolder(samplePagesIn("docs"));
    const { code, stdout, stderr } = await runCli(["mock", "--docs", "docs", "--port", "0"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(listening);
  });

  test("--no-validate answers what the pages rule out, --quiet has no line for it", async () => {
    const cwd = tempFolder(samplePagesIn("docs"));
    let status = 0;
    const port = String(await freePort());
    const { stdout } = await runCli(["mock", "--docs", "docs", "--port", port, "--no-validate", "-q"], {
      cwd,
      stopped: async () => {
        status = (await fetch(`http://127.0.0.1:${port}/clocks?$top=1`)).status;
      },
    });
    expect(status).toBe(200);
    expect(stdout).toMatch(listening);
  });

  test("says where the API begins", async () => {
    const cwd = tempFolder({ ...samplePagesIn("docs"), "c.json": '{ "baseUrl": "https://api.example.com/v2" }' });
    const { stdout } = await runCli(["mock", "--docs", "docs", "--port", "0", "--config", "c.json"], { cwd });
    expect(stdout).toMatch(/^Listening on http:\/\/127\.0\.0\.1:\d+\/v2 \(/);
  });

  test("a port that is taken is one line", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const cwd = tempFolder(samplePagesIn("docs"));
    expect(await runCli(["mock", "--docs", "docs", "--port", port], { cwd })).toEqual({
      code: 3,
      stdout: "",
      stderr: `apipage: port ${port} of 127.0.0.1 is taken: stop what listens there, or choose another one with --port (0 takes any free one)\n`,
    });
  });

  test.each([
    [["--port", "x"], "option '--port <number>' argument 'x' is invalid. Expected a number from 0 to 65535."],
    [["--port", "65536"], "option '--port <number>' argument '65536' is invalid. Expected a number from 0 to 65535."],
    [["--port", ""], "option '--port <number>' argument '' is invalid. Expected a number from 0 to 65535."],
    [["--port"], "option '--port <number>' argument missing"],
    [["more"], "too many arguments for 'mock'. Expected 0 arguments but got 1."],
  ])("%j is wrong usage", async (flags, message) => {
    expect(await runCli(["mock", ...flags], { cwd: tempFolder() })).toEqual({
      code: 2,
      stdout: "",
      stderr: `apipage: ${message} (--help lists what there is)\n`,
    });
  });

  test("no folder of pages", async () => {
    const { code, stdout, stderr } = await runCli(["mock", "--docs", "none", "--port", "0"], { cwd: tempFolder() });
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^apipage: .*"none".*\n$/);
  });

  test("--help shows how to use it", async () => {
    const { code, stdout } = await runCli(["mock", "--help"], { cwd: "/" });
    expect(code).toBe(0);
    expect(stdout).toContain("apipage mock --watch");
    expect(stdout).toContain("Prefer: code=404");
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
