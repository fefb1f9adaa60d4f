/** Inputs 36 to 40 of README.md: what lies on the disk, what is printed, and what is asked for. */
import { execFileSync } from "node:child_process";
import { lstatSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { samplePagesIn } from "../testing/sample-pages.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";
import { fence, lampPage } from "./sdk-of.fixture.ts";

const generate = ["generate", "--docs", "docs", "--out", "sdk"];

/** A folder with the pages of the sample in `docs`. */
function withDocs(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return tempFolder({ ...samplePagesIn("docs"), ...files });
}

describe("#36 tree on disk", () => {
  const page = "docs/resources/bad.md";

  test.each<[string, (path: string) => void, string]>([
    ["a symbolic link", (path) => symlinkSync("/etc/passwd", path), "Cannot read the file: it is a symbolic link"],
    ["a FIFO", (path) => void execFileSync("mkfifo", [path]), "Cannot read the file: it is not a regular file"],
    [
      "2 GB long",
      (path) => {
        writeFileSync(path, "");
        truncateSync(path, 2 ** 31);
      },
      "Unexpected size of 2147483648 bytes, expected at most 4194304",
    ],
    [
      "not UTF-8",
      (path) => writeFileSync(path, Uint8Array.from([0x23, 0x20, 0xe4, 0x0a])),
      "Unexpected bytes, expected UTF-8 text",
    ],
  ])("a page that is %s ends the run before anything is written", async (_, make, reason) => {
    const cwd = withDocs();
    make(join(cwd, page));
    const before = performance.now();
    expect(await runCli(generate, { cwd })).toEqual({
      code: 3,
      stdout: "",
      stderr: expect.stringMatching(
        new RegExp(`^apipage: resources/bad\\.md:1: ${reason}: nothing was written; mend the file, or set [^\\n]*\\n$`),
      ),
    });
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(lstatSync(join(cwd, "sdk"), { throwIfNoEntry: false })).toBeUndefined();
  });

  test("a folder that is called like a page is a folder", async () => {
    const { code } = await runCli(generate, { cwd: withDocs({ "docs/x.md/a.md": "# A" }) });
    expect(code).toBe(0);
  });

  test("byte order marks, line ends and NUL bytes make no difference", async () => {
    const lamp = lampPage(["|id|String|One.|"]);
    const cwds = [lamp, `\ufeff${lamp.replaceAll("\n", "\r\n")}`].map((text) =>
      withDocs({ "docs/resources/lamp.md": text }),
    );
    for (const cwd of cwds) expect((await runCli([...generate, "-q"], { cwd })).code).toBe(0);
    const [plain, marked] = cwds.map((cwd) => filesIn(join(cwd, "sdk")));
    expect(marked).toEqual(plain);
    const withNul = withDocs({ "docs/resources/lamp.md": lamp.replace("One.", "One\0.") });
    expect((await runCli(generate, { cwd: withNul })).code).toBe(0);
    expect(filesIn(join(withNul, "sdk"))["models/all.ts"]).toContain("/** One\ufffd. */");
  });
});

describe("#37 output on disk", () => {
  test.each<[string, (cwd: string) => void, string]>([
    ["a symbolic link", (cwd) => symlinkSync("elsewhere", join(cwd, "sdk")), "it is a symbolic link"],
    ["a file", (cwd) => writeFileSync(join(cwd, "sdk"), "mine"), "it is not a folder"],
    [
      "a folder with files of someone else",
      (cwd) => {
        mkdirSync(join(cwd, "sdk"));
        writeFileSync(join(cwd, "sdk/README.md"), "mine");
      },
      "holds files that are not ours",
    ],
    [
      "a folder with a damaged manifest",
      (cwd) => {
        mkdirSync(join(cwd, "sdk"));
        writeFileSync(join(cwd, "sdk/.apipage-manifest.json"), "{");
      },
      "has a damaged .apipage-manifest.json",
    ],
  ])("that is %s is refused, and nothing is touched", async (_, make, reason) => {
    const cwd = withDocs({ "elsewhere/a.txt": "a" });
    make(cwd);
    const before = filesIn(cwd);
    const { code, stdout, stderr } = await runCli(generate, { cwd });
    expect({ code, stdout, lines: stderr.split("\n").length }).toEqual({ code: 2, stdout: "", lines: 2 });
    expect(stderr).toContain(reason);
    expect(filesIn(cwd)).toEqual(before);
  });

  test("in which a link lies where a file goes is refused", async () => {
    const cwd = withDocs({ "elsewhere.ts": "mine" });
    await runCli([...generate, "-q"], { cwd });
    rmSync(join(cwd, "sdk/client.ts"));
    symlinkSync(join(cwd, "elsewhere.ts"), join(cwd, "sdk/client.ts"));
    for (const flags of [[], ["--force"]]) {
      const { code, stderr } = await runCli([...generate, ...flags], { cwd });
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr:
          'apipage: "sdk/client.ts" cannot be written, "client.ts" is not a regular file: move that away; nothing was written\n',
      });
    }
    expect(filesIn(cwd)["elsewhere.ts"]).toBe("mine");
  });

  test("that cannot be written to ends the run", async () => {
    const cwd = withDocs();
    // A file system on which nobody can make a folder, whoever runs the test.
    const { code, stderr } = await runCli(["generate", "--docs", "docs", "--out", "/proc/apipage/sdk"], { cwd });
    expect({ code, isOneLine: /^apipage: [^\n]*\n$/.test(stderr) }).toEqual({ code: 3, isOneLine: true });
  });
});

describe("#38 structure", () => {
  test.each([
    ["quotes", `${">".repeat(10_000)} a`, "10000 quotes and lists inside each other, expected at most 500"],
    [
      "a list",
      Array.from({ length: 600 }, (_, i) => `${" ".repeat(2 * i)}- a`).join("\n"),
      "402 columns before a list item, expected at most 400",
    ],
    ["a table", `${"|a".repeat(500)}|\n`.repeat(500), "250500 pipes of tables, expected at most 30000"],
    [
      "definitions",
      Array.from({ length: 20_000 }, (_, i) => `[r${i}]: a.md`).join("\n"),
      "20004 lines, expected at most 20000",
    ],
    ["a fence", `${fence}\n${"x\n".repeat(512 * 1024)}`, "524294 lines, expected at most 20000"],
  ])("%s: one finding, in no time, and an exit code for who asks for one", async (_, text, what) => {
    const cwd = withDocs({ "docs/bad.md": `# Bad\n\n${text}\n\n` });
    const before = performance.now();
    const { code, stderr } = await runCli([...generate, "--strict", "-q"], { cwd });
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(code).toBe(1);
    expect(stderr.replaceAll(/ +/g, " ")).toContain(`error Unexpected ${what}: the page is left out page-too-complex`);
    expect(stderr).toContain("✖ 1 error\n");
    expect((await runCli([...generate, "-q"], { cwd })).code).toBe(0);
  });
});

describe("#39 any text shown", () => {
  const texts = [
    "\u001b]8;;https://evil.example\u0007x",
    "\u001b[31mred",
    "::set-output name=a::b",
    "##vso[task.x]y",
    "%0A::error::z",
  ];
  const rows = texts.map((text) => `|${text}|String|${text}|`);

  test.each([
    [["generate", "--docs", "docs", "--out", "sdk", "--verbose"]],
    [["inspect", "--docs", "docs", "docs/lamp.md"]],
    [["inspect", "--docs", "docs", "docs/lamp.md", "--format", "json"]],
    [["generate", "--docs", "docs", "--out", "sdk", "--format", "json"]],
    [["model", "--docs", "docs", "--out", "-"]],
  ])("%j acts on no terminal and no build service", async (args) => {
    const cwd = tempFolder({ "docs/lamp.md": lampPage([...rows, `|ok|String|${texts.join("<br>")}|`]) });
    const { code, stdout, stderr } = await runCli(args, { cwd });
    expect(code).toBe(0);
    for (const line of [...stdout.split("\n"), ...stderr.split("\n")]) {
      // Workflow commands count at the start of a line, escapes anywhere.
      expect(line).not.toMatch(/^\s*(?:::|##)/);
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(line.includes("##vso[") && !line.includes('"') && !line.includes("`")).toBe(false);
    }
  });

  test("neither does the name of a page", async () => {
    const cwd = tempFolder({ "docs/\u001b[31mx\n::error::y.md": lampPage(["|a b|String||"]) });
    const { code, stdout, stderr } = await runCli(generate, { cwd });
    expect(code).toBe(0);
    expect(`${stdout}${stderr}`).not.toMatch(/\u001b|^::/m);
  });
});

describe("#40 command line", () => {
  test.each([
    [["generate", "--from=--output=x"], 2, "unknown option '--from=--output=x'"],
    [["diff", "-x:docs", "docs"], 2, "unknown option '-x:docs'"],
    [["diff", "--", "-x:docs", "docs"], 2, '"-x:docs" begins with a dash: write ./-x:docs for a path'],
    [["diff", "--", "--output=x:docs", "docs"], 2, '"--output=x:docs" begins with a dash'],
    [["diff", "HEAD:../../etc", "docs"], 3, ""],
    [["diff", "@{-1}:docs", "docs"], 3, ""],
    [["diff", "a..b:docs", "docs"], 3, ""],
    [["generate", "--docs", "docs", "--out", "/"], 2, 'cannot write to "/": it is the root of the file system'],
    [["generate", "--docs", "docs", "--out", "docs"], 2, 'cannot write to "docs": it is the docs folder'],
    [
      ["generate", "--docs", "docs", "--out", "docs/sdk"],
      2,
      'cannot write to "docs/sdk": it lies inside the docs folder',
    ],
    [["generate", "--docs", "docs", "--out", "."], 2, 'cannot write to ".": the docs folder lies inside it'],
    [
      ["generate", "--docs", "docs", "--out", "docs/../docs"],
      2,
      'cannot write to "docs/../docs": it is the docs folder',
    ],
    [["generate", "--docs", "docs", "--config", "evil.json"], 2, 'evil.json: the key "__proto__" is not allowed'],
  ])("%j is refused by name before any work", async (args, code, message) => {
    const cwd = withDocs({ "evil.json": '{ "__proto__": { "out": "/" } }' });
    const before = filesIn(cwd);
    const result = await runCli(args, { cwd });
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: "" });
    expect(result.stderr).toContain(`apipage: ${message}`);
    expect(result.stderr.split("\n")).toHaveLength(2);
    expect(filesIn(cwd)).toEqual(before);
  });
});
