/** README.md and the tests of this folder are about the same inputs. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));

function numbersIn(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(([, number]) => Number(number));
}

test("each of the forty inputs is in the table, and tested under its number", () => {
  const forty = Array.from({ length: 40 }, (_, i) => i + 1);
  expect(numbersIn(readFileSync(`${folder}README.md`, "utf8"), /^\| (\d+) \|/gm)).toEqual(forty);
  const tests = readdirSync(folder)
    .filter((name) => /^\d.*\.test\.ts$/.test(name))
    .sort()
    .map((name) => readFileSync(`${folder}${name}`, "utf8"));
  expect(numbersIn(tests.join("\n"), /^(?:test|describe)\("#(\d+) /gm)).toEqual(forty);
});
