import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RunError } from "../run-error.ts";
import { tempFolder } from "../testing/temp-folder.ts";
import { checkOutputPlace } from "./output-place.ts";

function check(base: string, out: string): () => void {
  return () => checkOutputPlace({ path: join(base, out), shown: out }, join(base, "work/docs"));
}

test.each(["work/out", "out", "work/docs-out", "not/there/yet"])("%s is fine", (out) => {
  expect(check(tempFolder({ "work/docs/a.md": "" }), out)).not.toThrow();
});

test.each([
  ["work/docs", "it is the docs folder"],
  ["work/docs/out", "it lies inside the docs folder"],
  ["work/docs/a/b", "it lies inside the docs folder"],
  ["work", "the docs folder lies inside it"],
  ["work/file", "it is not a folder"],
  ["work/link", "it is a symbolic link"],
  ["work/link/out", "it lies inside the docs folder"],
])("%s: %s", (out, why) => {
  const base = tempFolder({ "work/docs/a.md": "", "work/file": "" });
  symlinkSync(join(base, "work/docs"), join(base, "work/link"));
  expect(check(base, out)).toThrow(
    new RunError("usage", `cannot write to "${out}": ${why}; name another folder with --out`),
  );
});

test("the root of the file system is refused", () => {
  const message = 'cannot write to "/": it is the root of the file system; name another folder with --out';
  expect(() => checkOutputPlace({ path: "/", shown: "/" }, "/docs")).toThrow(new RunError("usage", message));
});

test("a file on the way is said to be unreadable, not a bug", () => {
  const base = tempFolder({ file: "" });
  mkdirSync(join(base, "work"));
  expect(check(base, "file/out")).toThrow(
    new RunError("unreadable", `cannot look at "${base}/file/out": not a folder`),
  );
});
