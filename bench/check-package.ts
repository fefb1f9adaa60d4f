/**
 * Checks the package as users get it: builds and packs it, lets publint and attw look at the tarball, then unpacks it
 * beside its declared dependencies, and nothing else, and uses it from the command line, from a config file, from
 * TypeScript and from remark.
 *
 *     npm run check:package
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repositoryRoot } from "../generator/testing/corpus.ts";

const modules = join(repositoryRoot, "node_modules");

function run(title: string, command: string, args: readonly string[], cwd: string): string {
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${title} failed (${status})\n${stdout}${stderr}`);
  console.log(`ok  ${title}`);
  return stdout;
}

function pack(folder: string): string {
  run("build and pack", "npm", ["pack", "--silent", "--pack-destination", folder], repositoryRoot);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack made no tarball");
  return join(folder, tarball);
}

/** Unpacks the tarball as an installed package. Only what it declares lies beside it: an import of anything else fails. */
function install(tarball: string, project: string): string {
  const target = join(project, "node_modules/apipage");
  mkdirSync(target, { recursive: true });
  run("unpack", "tar", ["-xzf", tarball, "--strip-components=1", "-C", target], project);
  const manifest = JSON.parse(readFileSync(join(target, "package.json"), "utf8"));
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
    if (!existsSync(join(modules, name))) continue;
    mkdirSync(dirname(join(project, "node_modules", name)), { recursive: true });
    symlinkSync(join(modules, name), join(project, "node_modules", name), "junction");
  }
  return target;
}

const config = `import { defineConfig } from "apipage";

export default defineConfig({ docs: "docs", out: "sdk", enumStyle: "const" });
`;

const program = `import { type ApiModel, type Config, generate, RunError } from "apipage";
import remarkApipage, { type RemarkOptions } from "apipage/remark";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { VFile } from "vfile";

const config: Config = { docs: "docs", out: "again" };
const { model, written }: { model: ApiModel; written: readonly string[] } = await generate(config);
if (model.types.length !== 1 || !written.includes("api.json")) throw new RunError("usage", "nothing was generated");

const options: RemarkOptions = { docs: "docs", diagnostics: { "page-no-reference": "warning" } };
const processor = unified().use(remarkParse).use(remarkApipage, options);
const file = new VFile({ path: "docs/prose.md", value: "# Prose" });
await processor.run(processor.parse(file), file);
if (file.messages.map(String).join() !== "docs/prose.md:1:1-1:8: No operation, type or enum on the page: nothing is generated from it")
  throw new RunError("usage", "the plugin has found something else");
`;

const page = `# lamp resource type

Namespace: sample

## Properties

|Property|Type|Description|
|:--|:--|:--|
|isLit|Boolean|Whether it is lit.|
`;

function useIt(target: string, project: string): void {
  mkdirSync(join(project, "docs"));
  writeFileSync(join(project, "docs/lamp.md"), page);
  writeFileSync(join(project, "apipage.config.ts"), config);
  writeFileSync(join(project, "program.ts"), program);
  writeFileSync(
    join(project, "package.json"),
    '{ "type": "module", "remarkConfig": { "plugins": ["apipage/remark"] } }',
  );
  const compilerOptions = {
    strict: true,
    module: "NodeNext",
    target: "ES2022",
    exactOptionalPropertyTypes: true,
    types: [],
  };
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: { ...compilerOptions, skipLibCheck: false, outDir: "js" },
      files: ["program.ts", "apipage.config.ts"],
    }),
  );
  const bin = join(target, "dist/cli/main.js");
  run("the executable starts", process.execPath, [bin, "--version"], project);
  run("it generates from a TypeScript config", process.execPath, [bin, "generate"], project);
  if (!existsSync(join(project, "sdk/api.json"))) throw new Error("the executable has written no SDK");
  run(
    "the types are right for a consumer",
    process.execPath,
    [join(modules, "typescript/bin/tsc"), "-p", "."],
    project,
  );
  run("a program can call it", process.execPath, ["js/program.js"], project);
  run("remark can use it", process.execPath, [join(modules, "remark-cli/cli.js"), "docs", "--frail"], project);
}

const folder = mkdtempSync(join(tmpdir(), "apipage-package-"));
try {
  const tarball = pack(folder);
  run("publint", process.execPath, [join(modules, "publint/src/cli.js"), "run", tarball, "--strict"], repositoryRoot);
  run(
    "attw",
    process.execPath,
    [join(modules, "@arethetypeswrong/cli/dist/index.js"), tarball, "--profile", "esm-only"],
    repositoryRoot,
  );
  const project = join(folder, "project");
  useIt(install(tarball, project), project);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
