import { expect, test } from "vitest";
import { consumerName, consumers, nothingWrong, typeCheckAs } from "./consumer.ts";
import { tempFolder } from "./temp-folder.ts";

const some = consumers
  .filter((one) => ["TypeScript 5.4, nodenext", "TypeScript 7, bundler"].includes(consumerName(one)))
  // The older of the two does not know the option, and is not bothered with it.
  .map((one) => ({ ...one, options: { erasableSyntaxOnly: true } }));

const files = {
  "package.json": '{ "type": "module" }',
  "lamp.ts": "export interface Lamp {\n  isLit?: boolean;\n}\n",
  "good.ts": 'import type { Lamp } from "./lamp.js";\nexport const lamp: Lamp = { isLit: true };\n',
};

test("sources that are right are right for each consumer", async () => {
  expect(await typeCheckAs(some, tempFolder(files))).toEqual(nothingWrong(some));
});

test("what is wrong is said by each compiler, under all strict flags and with Node's rules where they hold", async () => {
  const bad =
    'import type { Lamp } from "./lamp";\nexport const lamp: Lamp = {};\nexport const lit: Lamp = { isLit: undefined };\n';
  const said = await typeCheckAs(some, tempFolder({ ...files, "bad.ts": bad }));
  const codes = Object.entries(said).map(([name, text]) => [name, text.match(/bad\.ts\(\d+,\d+\): error TS\d+/gu)]);
  expect(Object.fromEntries(codes)).toEqual({
    "TypeScript 5.4, nodenext, erasableSyntaxOnly": ["bad.ts(1,27): error TS2835"],
    "TypeScript 7, bundler, erasableSyntaxOnly": ["bad.ts(3,14): error TS2375"],
  });
});
