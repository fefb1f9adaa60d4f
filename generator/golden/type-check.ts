/** Goldens before the compiler: what it refuses, by example. */
import { join } from "node:path";
import { Project, ts } from "ts-morph";

/** Which golden a problem is in; both are `null` where it is in another file, or outside of a golden. */
export interface TypeProblem {
  /** Name of the function, as the group of tests has it. */
  readonly group: string | null;
  /** Name of the example. */
  readonly example: string | null;
  /** `golden/users.test.ts:12: …` */
  readonly message: string;
}

const options: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  // What is installed around the folder has no say in whether an example is right.
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/**
 * Checks the files and all that they import.
 *
 * @param folder of the SDK
 * @param files relative to it
 * @param runnerTypes the file with the types of vitest
 */
export function typeCheck(folder: string, files: readonly string[], runnerTypes: string): readonly TypeProblem[] {
  // The compiler that comes with ts-morph has its libraries inside of it, which only a project of ts-morph knows.
  const project = new Project({
    compilerOptions: { ...options, paths: { vitest: [runnerTypes] } },
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
  });
  for (const file of files) project.addSourceFileAtPath(join(folder, file));
  const program = project.getProgram().compilerObject;
  const own = program.getSourceFiles().filter(({ fileName }) => !fileName.includes("/node_modules/"));
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
  return diagnostics.map(({ file, start, messageText }): TypeProblem => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    if (file === undefined || start === undefined) return { group: null, example: null, message: text };
    const { line } = file.getLineAndCharacterOfPosition(start);
    const shown = file.fileName.slice(folder.length + 1);
    return { ...goldenAt(file, start), message: `${shown}:${line + 1}: ${text}` };
  });
}

/** `describe("group", () => { golden("example", …); })` around a place. */
function goldenAt(file: ts.SourceFile, at: number): Pick<TypeProblem, "group" | "example"> {
  const outer = statementAt(file.statements, at);
  const group = firstText(outer);
  const body = outer?.arguments[1];
  const inner =
    body !== undefined && ts.isArrowFunction(body) && ts.isBlock(body.body)
      ? statementAt(body.body.statements, at)
      : undefined;
  return { group, example: firstText(inner) };
}

function statementAt(statements: readonly ts.Statement[], at: number): ts.CallExpression | undefined {
  const found = statements.find(({ pos, end }) => pos <= at && at < end);
  return found !== undefined && ts.isExpressionStatement(found) && ts.isCallExpression(found.expression)
    ? found.expression
    : undefined;
}

function firstText(call: ts.CallExpression | undefined): string | null {
  const first = call?.arguments[0];
  return first !== undefined && ts.isStringLiteral(first) ? first.text : null;
}
