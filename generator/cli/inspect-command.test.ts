import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { samplePagesIn } from "../testing/sample-pages.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const docs = samplePagesIn("docs-input");

test.each([
  ["a file of the default docs folder", ["docs-input/resources/face.md"]],
  ["a path within the docs folder", ["resources/face.md"]],
  ["with the docs folder named", ["resources/face.md", "--docs", "docs-input"]],
])("%s", async (_, args) => {
  const cwd = tempFolder(docs);
  expect(await runCli(["inspect", ...args], { cwd })).toEqual({
    code: 0,
    stderr: "",
    stdout: `resources/face.md: resource page

     6:1  Title: face resource type
     8:1  Namespace: sample.time
          Description: The face of a clock.
     6:1  Type: face
          Properties
    16:1    hands: Int32
`,
  });
  expect(filesIn(cwd)).toEqual(docs);
});

test("a page outside of any docs folder is read in its own folder", async () => {
  const cwd = tempFolder({ "a/face.md": docs["docs-input/resources/face.md"] ?? "" });
  const { code, stdout } = await runCli(["inspect", "a/face.md"], { cwd });
  expect([code, stdout.split("\n")[0]]).toEqual([0, "face.md: resource page"]);
});

test("findings follow the facts", async () => {
  const cwd = tempFolder({ "docs-input/a.md": "# About\n\nText.\n" });
  const { code, stdout } = await runCli(["inspect", "a.md"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^a\.md: no reference page\n\n {5}1:1 {2}Title: About\n/);
  expect(stdout).toMatch(/\na\.md\n1:1-1:8 +info +.+ page-no-reference\n$/);
});

test("--format json gives the page and its diagnostics", async () => {
  const cwd = tempFolder(docs);
  const { stdout } = await runCli(["inspect", "resources/face.md", "--format", "json"], { cwd });
  const { schema, page, diagnostics } = JSON.parse(stdout);
  expect([schema, page.kind, page.path, diagnostics]).toEqual([1, "resource", "resources/face.md", []]);
  expect(page.type.properties[0].name).toEqual({
    value: "hands",
    place: expect.objectContaining({ page: "resources/face.md", line: 16 }),
  });
});

test.each([
  [["none.md"], 3, 'apipage: there is no page "none.md"\n'],
  [
    ["clock-get.md", "--docs", "docs-input"],
    3,
    'apipage: there is no page "clock-get.md", did you mean "api/clock-get.md"?\n',
  ],
  [["api/clock-gte.md"], 3, 'apipage: there is no page "api/clock-gte.md", did you mean "api/clock-get.md"?\n'],
  [["latin.md"], 3, "apipage: latin.md:1: Unexpected bytes, expected UTF-8 text\n"],
  [["link.md"], 3, "apipage: link.md:1: Cannot read the file: it is a symbolic link\n"],
  [["docs-input"], 3, "apipage: docs-input:1: Cannot read the file: it is not a regular file\n"],
  [["latin.md", "--docs", "docs-input"], 2, 'apipage: the page "latin.md" is not in the docs folder "docs-input"\n'],
  [["api/clock-get.md", "--docs", "none"], 3, 'apipage: there is no docs folder "none": name the folder with --docs\n'],
])("%j: exit code %d", async (args, code, stderr) => {
  const cwd = tempFolder({ ...docs, "latin.md": Uint8Array.from([0xe4]), "a.md": "" });
  symlinkSync(join(cwd, "a.md"), join(cwd, "link.md"));
  expect(await runCli(["inspect", ...args], { cwd })).toEqual({ code, stdout: "", stderr });
});
