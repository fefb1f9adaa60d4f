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
  expect(toFile).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(toStdout).toEqual({ code: 0, stdout: text, stderr: "" });
  expect(JSON.parse(text ?? "")).toMatchObject({ schema: 1, defaultNamespace: "sample.time" });
  expect(Object.keys(filesIn(cwd)).sort()).toEqual([...Object.keys(docs), "api.json"].sort());
});

test("--only narrows it", async () => {
  const cwd = tempFolder(docs);
  const { stdout } = await runCli(["model", "--out", "-", "--only", "api/face-get.md"], { cwd });
  const model = JSON.parse(stdout);
  expect(model.types.map(({ id }: { id: string }) => id)).toEqual(["sample.time.face"]);
});

test.each([
  ["docs-input", 2, 'apipage: cannot write "docs-input": it is not a regular file\n'],
  ["none/api.json", 3, 'apipage: cannot write "none/api.json": no such file\n'],
])("--out %s: exit code %d", async (out, code, stderr) => {
  const cwd = tempFolder(docs);
  expect(await runCli(["model", "--out", out], { cwd })).toEqual({ code, stdout: "", stderr });
  expect(filesIn(cwd)).toEqual(docs);
});
