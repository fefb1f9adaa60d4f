/** A process that writes one output after the other to a folder: `output-rival.ts <folder> <name> <rounds>`. */
import { outputFile, planOutput } from "../output/plan-output.ts";
import { replaceOutput } from "../output/replace-output.ts";

const [folder = "", name = "", rounds = ""] = process.argv.slice(2);

for (let round = 0; round < Number(rounds); round += 1) {
  const text = `${name} ${round}\n`;
  // A part of the files comes and goes.
  const files = Array.from({ length: 10 + (round % 3) }, (_, index) => outputFile(`models/${index}.ts`, text));
  await replaceOutput(planOutput({ path: folder, shown: folder }, files, { force: false }));
}
