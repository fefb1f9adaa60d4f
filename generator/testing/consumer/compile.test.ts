/** What the contract of the SDK promises compiles, and what it rules out does not, wherever a consumer compiles it. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Consumer, consumers, nothingWrong, typeCheckAs } from "../consumer.ts";
import { tempFolder } from "../temp-folder.ts";
import { type CompilerOptions, type CompilerVersion, typeCheck } from "../type-check.ts";
import { type ConsumerProject, programFiles, writeConsumerProject } from "./project.ts";

function project(options?: ConsumerProject): { readonly folder: string; readonly program: string } {
  const folder = tempFolder();
  return { folder, program: writeConsumerProject(folder, options) };
}

/** The compiler's own libraries are checked, too: the SDK must not be at odds with them. */
const whole: CompilerOptions = { skipLibCheck: false };

function each(compilers: readonly CompilerVersion[], options: CompilerOptions): readonly Consumer[] {
  return compilers.map((compiler) => ({ compiler, resolution: "bundler", options }));
}

const minutes = { timeout: 120_000 };

test("the program compiles with each compiler and module resolution", minutes, async () => {
  const strictest = consumers.map((consumer) =>
    consumer.resolution === "bundler" ? { ...consumer, options: whole } : consumer,
  );
  expect(await typeCheckAs(strictest, project().folder)).toEqual(nothingWrong(strictest));
});

test("it compiles where enums are constants, and nothing but types has to be erased", minutes, async () => {
  const erasing = each(["5.4", "5.9", "7"], { erasableSyntaxOnly: true });
  expect(await typeCheckAs(erasing, project({ enumStyle: "const" }).folder)).toEqual(nothingWrong(erasing));
});

test("without names of members it compiles where enums are types alone", minutes, async () => {
  const erasing = each(["7"], { erasableSyntaxOnly: true });
  const { folder } = project({ enumStyle: "union", without: ["enums.ts"] });
  expect(await typeCheckAs(erasing, folder)).toEqual(nothingWrong(erasing));
});

test("it compiles with the flag `strict` alone", minutes, async () => {
  const plain = each(["5.4", "5.9", "7"], {
    exactOptionalPropertyTypes: false,
    noUncheckedIndexedAccess: false,
    noPropertyAccessFromIndexSignature: false,
    verbatimModuleSyntax: false,
  });
  const { folder } = project({ without: ["optional.ts"] });
  expect(await typeCheckAs(plain, folder)).toEqual(nothingWrong(plain));
});

test("where the program says that a type is another one than it is, it does not compile", minutes, () => {
  const lines = [
    'import type { User } from "../../../../generated/models/index.js";',
    'import { typeOf } from "./exact.js";',
    "declare const user: User;",
    "declare const unknown: any;",
    "typeOf(user.mail).is<string | null>();",
    "typeOf(user.mail).is<string>();",
    "typeOf(user.mail).is<string | null | undefined>();",
    "typeOf(unknown).is<string>();",
    'typeOf(user).is<Omit<User, "mail">>();',
    'typeOf<Pick<User, "id"> & Pick<User, "mail">>(user).is<Pick<User, "id" | "mail">>();',
    'typeOf<Pick<User, "id"> & Pick<User, "mail">>(user).is<{ id: string; mail: string | null }>();',
  ];
  const { folder } = project({
    without: programFiles().filter((name) => name !== "exact.ts"),
    more: { "wrong.ts": lines.join("\n") },
  });
  const said = [...typeCheck(folder, "7").matchAll(/wrong\.ts\((\d+),\d+\): (.*)/gu)].map((match) => match.slice(1));
  // The last one, as `id` is read-only.
  const message = "error TS2554: Expected 1 arguments, but got 0.";
  expect(said).toEqual([6, 7, 8, 9, 11].map((line) => [String(line), message]));
});

/** Lines after which an error is expected, and a mistake that is none: what the compiler then says of the file. */
test("every error that the program expects is one", minutes, () => {
  const { folder, program } = project();
  const expected = programFiles().flatMap((name) => {
    const path = join(program, name);
    const lines = readFileSync(path, "utf8").split("\n");
    const expecting = lines.flatMap((line, index) => (line.includes("@ts-expect-error") ? [index] : []));
    writeFileSync(path, lines.map((line) => line.replace("@ts-expect-error", "expected:")).join("\n"));
    return expecting.map((index) => `${name}(${index + 2}`);
  });
  const said = typeCheck(folder, "7", { noUnusedLocals: false });
  const found = new Set([...said.matchAll(/^\S*?([\w-]+\.ts\(\d+),\d+\): error/gmu)].map(([, place]) => place));
  expect([...found].sort()).toEqual(expected.sort());
  rmSync(folder, { recursive: true });
});
