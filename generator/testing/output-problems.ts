/** What is wrong with an output, whatever the pages said: paths, characters, pragmas, statements and comments. */
import ts from "typescript";
import type { EmittedFile } from "../emit/emit-model.ts";

const declared = (statement: ts.Statement): boolean =>
  ts.isImportDeclaration(statement) ||
  ts.isExportDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isEnumDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  ts.isFunctionDeclaration(statement) ||
  ts.isVariableStatement(statement);

const outputPaths =
  /^(?:(?:models|operations|runtime|selections|examples|golden)\/[a-z0-9_][a-z0-9_-]*(?:\.[a-z0-9_-]+)?\.ts|golden\/[a-z0-9_][a-z0-9_-]*(?:\.[a-z0-9_-]+)?\.test\.ts|(?:client|info|permissions|testing)\.ts|README\.md|(?:api|index)\.json)$/;

export interface OutputInspection {
  /** One line each; none where the output is as it should be. */
  readonly problems: readonly string[];
  /** Members of all interfaces and enums of the models. */
  readonly members: number;
}

/**
 * Looks for all that no page may bring about: a file in an unexpected place, a syntax error, a character that is not
 * seen, a pragma, a statement that is no declaration, a tag or a link in a comment that the emission does not write.
 */
export function inspectOutput(files: readonly EmittedFile[]): OutputInspection {
  const problems: string[] = [];
  let members = 0;
  for (const { path, text } of files) {
    if (!outputPaths.test(path)) problems.push(`path ${path}`);
    if (path.endsWith(".json")) JSON.parse(text);
    const isTemplate = path.startsWith("runtime/") || (path.startsWith("golden/") && !path.endsWith(".test.ts"));
    if (!path.endsWith(".ts") || isTemplate) continue;
    if (/[\r\u2028\u2029\u0085\u202A-\u202E\u200B]/.test(text)) problems.push(`characters in ${path}`);
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const errors = Reflect.get(source, "parseDiagnostics") as readonly ts.DiagnosticWithLocation[];
    problems.push(...errors.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`));
    problems.push(...pragmasOf(source).map((pragma) => `${path}: pragma ${pragma}`));
    for (const statement of source.statements) {
      const isTest = path.startsWith("golden/") && isGroupOfGoldens(statement);
      if (!declared(statement) && !isTest) problems.push(`${path}: ${statement.getText()}`);
      // What stands in no folder has comments of the emission alone.
      if (path.includes("/")) problems.push(...commentProblems(statement).map((problem) => `${path}: ${problem}`));
      if (path.startsWith("models/") && (ts.isInterfaceDeclaration(statement) || ts.isEnumDeclaration(statement)))
        members += statement.members.length;
    }
  }
  return { problems, members };
}

const pragmasOf = (source: ts.SourceFile): string[] => [
  ...((Reflect.get(source, "pragmas") as Map<string, unknown> | undefined)?.keys() ?? []),
];

/** Tags, links and code in comments that nobody but the emission itself may write. */
function commentProblems(statement: ts.Statement): string[] {
  const problems: string[] = [];
  const look = (node: ts.Node): void => {
    for (const doc of ts.getJSDocCommentsAndTags(node)) {
      const tags = ts.isJSDoc(doc) ? [...(doc.tags ?? [])] : [];
      for (const part of [doc, ...tags]) {
        if (!ts.isJSDoc(part) && !/^(?:example|throws|see|deprecated)$/.test(part.tagName.text))
          problems.push(`tag ${part.tagName.text}`);
        for (const link of typeof part.comment === "string" ? [] : (part.comment ?? []))
          if (link.kind !== ts.SyntaxKind.JSDocText && !(link.text === "" && link.name && ts.isIdentifier(link.name)))
            problems.push(`link ${link.getText()}`);
      }
    }
    ts.forEachChild(node, look);
  };
  look(statement);
  const code = /@example\n \* ```ts\n(.*?)\n \* ```\n/s.exec(statement.getFullText())?.[1]?.replace(/^ \* ?/gm, "");
  if (ts.isVariableStatement(statement) && code !== undefined && !isCallOfData(code)) problems.push(`example ${code}`);
  return problems;
}

/** Whether code is one call, `await name(client, …)`, of nothing but values. */
function isCallOfData(code: string): boolean {
  const { statements } = ts.createSourceFile("a.ts", code, ts.ScriptTarget.Latest, true);
  const [statement] = statements;
  if (statements.length !== 1 || statement === undefined || !ts.isExpressionStatement(statement)) return false;
  const call = ts.isAwaitExpression(statement.expression) ? statement.expression.expression : statement;
  return ts.isCallExpression(call) && ts.isIdentifier(call.expression) && call.arguments.every(isData);
}

/** Whether a statement of a golden file is `describe("name", () => { golden("name", …); … })`. */
function isGroupOfGoldens(statement: ts.Statement): boolean {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return false;
  const { expression, arguments: args } = statement.expression;
  const [name, body] = args;
  if (expression.getText() !== "describe" || name === undefined || !ts.isStringLiteral(name)) return false;
  if (args.length !== 2 || body === undefined || !ts.isArrowFunction(body) || !ts.isBlock(body.body)) return false;
  return body.body.statements.every((one) => ts.isExpressionStatement(one) && isCallOfGolden(one.expression));
}

/** Calls of functions by their names alone, of values, of documented messages, and of what calls a function. */
function isCallOfGolden(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    return (ts.isIdentifier(expression) || isCallOfGolden(expression)) && node.arguments.every(isCallOfGolden);
  }
  if (ts.isArrowFunction(node)) return node.parameters.length === 1 && isCallOfGolden(node.body);
  if (ts.isPropertyAccessExpression(node)) return isCallOfGolden(node.expression);
  if (ts.isElementAccessExpression(node))
    return isCallOfGolden(node.expression) && ts.isStringLiteral(node.argumentExpression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isCallOfGolden);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.every(
      (property) => ts.isPropertyAssignment(property) && isCallOfGolden(property.initializer),
    );
  return isData(node);
}

function isData(node: ts.Node): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isData);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.every((property) => ts.isPropertyAssignment(property) && isData(property.initializer));
  if (ts.isPrefixUnaryExpression(node)) return isData(node.operand);
  return (
    ts.isIdentifier(node) ||
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    /^(?:true|false|null)$/.test(node.getText())
  );
}
