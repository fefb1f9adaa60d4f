import { expect, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { samplePagesIn } from "../testing/sample-pages.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const docs = samplePagesIn("docs-input");

test("writes the model to a file, and the same to the standard output", async () => {
  const cwd = tempFolder(docs);
  const toFile = await runCli(["model", "--out", "api.json"], { cwd });
  const toStdout = await runCli(["model", "--out", "-"], { cwd });
  const text = filesIn(cwd)["api.json"];
  const counts = "Model    2 types, 1 enum, 3 operations, 0 examples";
  expect(toFile).toEqual({ code: 0, stdout: "", stderr: `${counts} in api.json\n` });
  expect(toStdout).toEqual({ code: 0, stdout: text, stderr: "" });
  expect(JSON.parse(text ?? "")).toMatchObject({ schema: 1, defaultNamespace: "sample.time" });
  expect(Object.keys(filesIn(cwd)).sort()).toEqual([...Object.keys(docs), "api.json"].sort());
});

test("--quiet prints nothing, and folders above the file are made", async () => {
  const cwd = tempFolder(docs);
  const result = await runCli(["model", "--out", "a/b/api.json", "-q"], { cwd });
  expect(result).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(filesIn(cwd)["a/b/api.json"]).toBeDefined();
});

test("--only narrows it", async () => {
  const cwd = tempFolder(docs);
  const { stdout } = await runCli(["model", "--out", "-", "--only", "api/face-get.md"], { cwd });
  const model = JSON.parse(stdout);
  expect(model.types.map(({ id }: { id: string }) => id)).toEqual(["sample.time.face"]);
});

test.each([
  ["docs-input", 2, 'apipage: cannot write "docs-input": it is not a regular file\n'],
  ["docs-input/api/clock-get.md/x", 3, 'apipage: cannot write "docs-input/api/clock-get.md/x": not a folder\n'],
])("--out %s: exit code %d", async (out, code, stderr) => {
  const cwd = tempFolder(docs);
  expect(await runCli(["model", "--out", out], { cwd })).toEqual({ code, stdout: "", stderr });
  expect(filesIn(cwd)).toEqual(docs);
});
