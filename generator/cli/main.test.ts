import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { samplePages, samplePagesIn } from "../testing/sample-pages.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const main = join(root, "generator/cli/main.ts");
const node = ["--import", import.meta.resolve("tsx")];

function start(args: readonly string[], cwd: string) {
  return spawnSync(process.execPath, [...node, main, ...args], { cwd, encoding: "utf8" });
}

test("the executable hands on arguments, folder, streams and exit code", () => {
  const cwd = tempFolder(samplePagesIn("docs-input"));
  const fine = start(["generate"], cwd);
  expect([fine.status, fine.stderr]).toEqual([0, ""]);
  expect(fine.stdout).toContain("Files ");
  const wrong = start(["generate", "--nope"], cwd);
  expect([wrong.status, wrong.stdout, wrong.stderr]).toEqual([
    2,
    "",
    "apipage: unknown option '--nope' (--help lists what there is)\n",
  ]);
});

test("a reader that closes the pipe is no error", async () => {
  const cwd = tempFolder(samplePagesIn("docs-input"));
  const child = spawn(process.execPath, [...node, main, "model", "--out", "-"], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  child.stdout.destroy();
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([code, stderr]).toEqual([0, ""]);
});

test.skipIf(process.platform === "win32")(
  "Ctrl-C ends a run at any moment, with the output whole or untouched",
  async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `docs-input/resources/face${index}.md`,
        (samplePages["resources/face.md"] ?? "").replaceAll("face", `face${index}`),
      ]),
    );
    for (const delay of [250, 600, 900]) {
      const cwd = tempFolder(many);
      const child = spawn(process.execPath, [...node, main, "generate"], { cwd, stdio: "ignore" });
      const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)));
      setTimeout(() => child.kill("SIGINT"), delay);
      expect(["SIGINT", 0]).toContain(await ended);
      const files = Object.keys(filesIn(join(cwd, "generated")));
      if (files.length > 0) expect(files).toEqual(expect.arrayContaining([".apipage-manifest.json", "api.json"]));
      expect(readdirSync(cwd).filter((name) => name !== "docs-input" && name !== "generated")).toEqual([]);
      expect(files.filter((path) => path.includes("staging"))).toEqual([]);
    }
  },
);
