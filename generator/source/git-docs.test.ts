import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { gitPlace, readGit } from "./git-docs.ts";

function commit(folder: string): void {
  const git = (...args: string[]): void => {
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd: folder,
      stdio: "ignore",
    });
  };
  git("init");
  git("add", "-A");
  git("commit", "-m", "one");
}

function repository(files: Record<string, string | Uint8Array>): string {
  const folder = tempFolder(files);
  commit(folder);
  return folder;
}

function read(folder: string, place: string) {
  const found = gitPlace(place);
  if (found === null) throw new Error(`no place: ${place}`);
  return readGit(folder, found);
}

describe("a place at a revision", () => {
  it.each([
    ["main:docs/api", "main", "docs/api"],
    ["HEAD~20:docs/", "HEAD~20", "docs"],
    ["HEAD:", "HEAD", ""],
    ["v1:./docs", "v1", "docs"],
  ])("%s", (text, revision, path) => {
    expect(gitPlace(text)).toEqual({ revision, path, shown: text });
  });

  it.each(["docs/api", ":docs", "a\nb:docs", "a\0:docs"])("%j is none", (text) => {
    expect(gitPlace(text)).toBeNull();
  });
});

describe("the content at a revision", () => {
  it("is every page of the folder, as a folder on the disk would be listed", () => {
    const folder = repository({
      "docs/b.md": "\ufeffB\r\n",
      "docs/a/c.md": "C",
      "docs/.github/x.md": "X",
      "docs/node_modules/y.md": "Y",
      "docs/ä ö.md": "Ä",
      "docs/picture.png": "",
      "other.md": "O",
    });
    const content = read(folder, "HEAD:docs");
    expect(content.kind === "folder" && [...content.docs.texts]).toEqual([
      ["a/c.md", "C"],
      ["b.md", "B\n"],
      ["ä ö.md", "Ä"],
    ]);
    // From a folder within the repository it is the same: the path counts from its root.
    const inside = read(join(folder, "docs/a"), "HEAD:docs");
    expect(inside).toEqual(content);
  });

  it("says what is no text and what is a link, and follows none", () => {
    const folder = tempFolder({ "docs/a.md": "A", "docs/latin.md": Uint8Array.from([0x0a, 0xe4]) });
    symlinkSync("/etc/hostname", join(folder, "docs/link.md"));
    commit(folder);
    const content = read(folder, "HEAD:docs");
    expect(
      content.kind === "folder" && content.docs.diagnostics.map(({ code, place }) => [code, place?.page, place?.line]),
    ).toEqual([
      ["file-unreadable", "link.md", 1],
      ["file-not-utf8", "latin.md", 2],
    ]);
  });

  it("is the text of a file", () => {
    expect(read(repository({ "sdk/api.json": "{}" }), "HEAD:sdk/api.json")).toEqual({ kind: "file", text: "{}" });
  });

  it.each([
    ["HEAD:nowhere", "cannot read \"HEAD:nowhere\": git says: path 'nowhere' does not exist in 'HEAD'"],
    ["no-such-branch:docs", "cannot read \"no-such-branch:docs\": git says: invalid object name 'no-such-branch'."],
    ["HEAD:empty", '"HEAD:empty" holds no .md page: name the folder of the pages'],
    ["-x:docs", '"-x:docs" begins with a dash: no revision does, and git would take it for an option'],
    ["--output=x:docs", '"--output=x:docs" begins with a dash: no revision does, and git would take it for an option'],
  ])("%s cannot be read", (place, message) => {
    expect(() => read(repository({ "docs/a.md": "A", "empty/a.txt": "A" }), place)).toThrow(message);
  });

  it("cannot be read outside of a repository", () => {
    expect(() => read(tempFolder({ "a.md": "A" }), "HEAD:docs")).toThrow(/^cannot read "HEAD:docs": git says: /u);
  });
});
