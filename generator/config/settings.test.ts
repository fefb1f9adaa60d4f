import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultLimits } from "../docs/limits.ts";
import { RunError } from "../run-error.ts";
import { resolveSettings } from "./settings.ts";

const cwd = "/work";

test("without config and flags the defaults hold", () => {
  expect(resolveSettings({}, cwd, {}, cwd)).toEqual({
    docs: { path: join(cwd, "docs-input"), shown: "docs-input" },
    out: { path: join(cwd, "generated"), shown: "generated" },
    only: [],
    enumStyle: null,
    golden: null,
    importExtension: ".js",
    nullability: "documented",
    pageUrl: null,
    docsVersion: null,
    templates: null,
    parser: "auto",
    cacheDir: null,
    synonyms: {},
    names: new Map(),
    baseUrl: null,
    defaultNamespace: null,
    limits: defaultLimits,
    severities: new Map(),
  });
});

test("paths of the config are relative to its folder, and shown as one sees them from here", () => {
  const settings = resolveSettings({ docs: "d", out: "../out", templates: "t" }, "/work/settings", {}, cwd);
  expect(settings.docs).toEqual({ path: "/work/settings/d", shown: "settings/d" });
  expect(settings.out).toEqual({ path: "/work/out", shown: "out" });
  expect(settings.templates).toEqual({ path: "/work/settings/t", shown: "settings/t" });
  expect(resolveSettings({ docs: "/elsewhere/d" }, cwd, {}, cwd).docs).toEqual({
    path: "/elsewhere/d",
    shown: "/elsewhere/d",
  });
  expect(resolveSettings({ docs: "." }, cwd, {}, cwd).docs).toEqual({ path: "/work", shown: "." });
});

test("flags win over the config and are relative to where one stands", () => {
  const config = { docs: "d", out: "o", only: ["a"] };
  const settings = resolveSettings(config, "/work/settings", { docs: "x/y", out: "../z", only: ["b", "c"] }, cwd);
  expect(settings.docs).toEqual({ path: "/work/x/y", shown: "x/y" });
  expect(settings.out).toEqual({ path: "/z", shown: "../z" });
  expect(settings.only).toEqual(["b", "c"]);
});

test("a pattern that begins with the docs folder means the page in it", () => {
  const only = ["docs/api/a.md", "./docs/api", "api/b.md", "docs"];
  expect(resolveSettings({}, cwd, { docs: "docs", only }, cwd).only).toEqual(["api/a.md", "api", "api/b.md", "docs"]);
});

test.each(["docs", "out"] as const)("an empty --%s is an unset variable, not the current folder", (name) => {
  expect(() => resolveSettings({}, cwd, { [name]: " " }, cwd)).toThrow(
    new RunError("usage", `--${name} is empty: name a folder`),
  );
});

test("limits that the config does not name are the default ones", () => {
  const { limits } = resolveSettings({ limits: { lines: 9 } }, cwd, {}, cwd);
  expect(limits).toEqual({ ...defaultLimits, lines: 9 });
});

test("names become a map: their keys are text from pages", () => {
  expect(resolveSettings({ names: { constructor: "X" } }, cwd, {}, cwd).names.get("constructor")).toBe("X");
});
