/** Several runs on one output folder at once, as real processes. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { resultOf, startCli, useBuiltCli } from "../testing/built-cli.ts";
import { manyPages } from "../testing/many-pages.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";

const cli = useBuiltCli();
const editions = ["one", "two", "three"];

function editionPages(): Record<string, string> {
  const pages = editions.map((edition) =>
    Object.entries(manyPages(10, edition)).map(([path, text]) => [`${edition}/${path}`, text]),
  );
  return Object.fromEntries(pages.flat());
}

test("runs at once take turns: each ends well, and the output is that of one of them", async () => {
  const cwd = tempFolder(editionPages());
  const generate = (edition: string, out: string) =>
    resultOf(startCli(cli, ["generate", "--docs", edition, "--out", out, "--quiet"], { cwd }));
  const fine = { end: 0, stdout: "", stderr: "" };
  const whole: string[] = [];
  for (const edition of editions) {
    await generate(edition, `whole-${edition}`);
    whole.push(JSON.stringify(filesIn(join(cwd, `whole-${edition}`))));
  }
  // First without an output folder, then with one.
  for (const _ of [1, 2]) {
    const results = await Promise.all(editions.map((edition) => generate(edition, "out")));
    expect(results).toEqual(editions.map(() => fine));
    expect(whole).toContain(JSON.stringify(filesIn(join(cwd, "out"))));
  }
}, 60_000);
