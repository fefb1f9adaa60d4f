/** Compares the text of an output file with what was asked for. */
import type { ts as TypeScript } from "ts-morph";
import { ts } from "./compiler.ts";
import type { Declaration, SourceFile, SpecMember, SpecValue } from "./declarations.ts";

/**
 * Parses a file and compares statements and members, one to one, by what they evaluate to.
 *
 * @throws Error if there is a syntax error, or anything more, less or other than was asked for.
 */
export function checkFile(expected: SourceFile, text: string): void {
  // Comments are not looked into: they cannot hold statements, and to parse them takes a third of the time.
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  const source = ts.createSourceFile(expected.path, text, options, false, ts.ScriptKind.TS);
  // Not in the public type, but there is no other way to ask a single file for its syntax errors.
  const errors = Reflect.get(source, "parseDiagnostics");
  if (!Array.isArray(errors)) throw new Error("This version of TypeScript does not tell syntax errors of a file");
  if (errors.length > 0)
    fail(expected, `a syntax error: ${ts.flattenDiagnosticMessageText(errors[0].messageText, "\n")}`);

  const actual = source.statements.map(describeStatement);
  const wanted = [...expected.imports.map(() => "import"), ...expected.declarations.map(describeDeclaration)];
  for (let index = 0; index < Math.max(actual.length, wanted.length); index++) {
    if (actual[index] !== wanted[index]) fail(expected, `\`${actual[index]}\` instead of \`${wanted[index]}\``);
  }
}

function fail({ path }: SourceFile, what: string): never {
  throw new Error(`The text of ${path} does not say what it should: ${what}`);
}

function describeDeclaration(declaration: Declaration): string {
  const { kind, name } = declaration;
  switch (kind) {
    case "interface": {
      const index = declaration.indexSignature === null ? [] : [["[]"]];
      const members = declaration.members.map((member) => [member.name, member.isOptional, member.isReadonly]);
      return describe(kind, name, [...index, ...members], declaration.base !== null);
    }
    case "enum":
    case "const":
      return describe(
        kind,
        name,
        declaration.members.map(({ key, value }) => [key, value]),
      );
    case "alias":
      return describe(kind, name, []);
    case "operation":
      return describe(kind, name, [[declaration.factory, specData(declaration.spec)]]);
  }
}

function describeStatement(statement: TypeScript.Statement): string {
  if (ts.isImportDeclaration(statement)) return "import";
  if (ts.isInterfaceDeclaration(statement)) {
    return describe(
      "interface",
      statement.name.text,
      statement.members.map(describeMember),
      statement.heritageClauses !== undefined,
    );
  }
  if (ts.isEnumDeclaration(statement)) {
    const members = statement.members.map(({ name, initializer }) => [nameText(name), stringText(initializer)]);
    return describe("enum", statement.name.text, members);
  }
  if (ts.isTypeAliasDeclaration(statement)) return describe("alias", statement.name.text, []);
  return ts.isVariableStatement(statement) ? describeConst(statement) : ts.SyntaxKind[statement.kind];
}

function describeMember(member: TypeScript.TypeElement): readonly unknown[] {
  if (ts.isIndexSignatureDeclaration(member)) return ["[]"];
  if (!ts.isPropertySignature(member)) return [ts.SyntaxKind[member.kind]];
  return [nameText(member.name), member.questionToken !== undefined, member.modifiers !== undefined];
}

function describeConst(statement: TypeScript.VariableStatement): string {
  const [declaration, ...others] = statement.declarationList.declarations;
  const value = declaration?.initializer;
  if (others.length === 0 && declaration !== undefined && ts.isIdentifier(declaration.name) && value !== undefined) {
    const made = describeOperation(declaration.name.text, value);
    if (made !== null) return made;
  }
  if (others.length > 0 || declaration === undefined || !ts.isIdentifier(declaration.name)) return "VariableStatement";
  if (value === undefined || !ts.isAsExpression(value) || !ts.isObjectLiteralExpression(value.expression))
    return "VariableStatement";
  const members = value.expression.properties.map((property) =>
    ts.isPropertyAssignment(property)
      ? [nameText(property.name), stringText(property.initializer)]
      : [ts.SyntaxKind[property.kind]],
  );
  return describe("const", declaration.name.text, members);
}

function describeOperation(name: string, value: TypeScript.Expression): string | null {
  if (!ts.isCallExpression(value) || !ts.isIdentifier(value.expression)) return null;
  const [spec, ...others] = value.arguments;
  if (spec === undefined || others.length > 0) return null;
  return describe("operation", name, [[value.expression.text, nodeData(spec)]]);
}

/** The data of a function, as it is compared: code is not looked into. */
function specData(spec: readonly SpecMember[]): unknown {
  return spec.map(({ name, value }) => [name, valueData(value)]);
}

function valueData(value: SpecValue): unknown {
  if ("code" in value) return codeMark;
  if ("text" in value) return value.text;
  return "list" in value ? { list: value.list.map(valueData) } : specData(value.members);
}

const codeMark = { code: true };

function nodeData(node: TypeScript.Node): unknown {
  if (ts.isStringLiteral(node)) return node.text;
  // Says something of types only.
  if (ts.isAsExpression(node) && ts.isConstTypeReference(node.type)) return nodeData(node.expression);
  if (ts.isArrayLiteralExpression(node)) return { list: node.elements.map(nodeData) };
  if (!ts.isObjectLiteralExpression(node)) return codeMark;
  return node.properties.map((property) =>
    ts.isPropertyAssignment(property) ? [nameText(property.name), nodeData(property.initializer)] : codeMark,
  );
}

function nameText(name: TypeScript.PropertyName): string | null {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name)) return name.text;
  return ts.isComputedPropertyName(name) ? stringText(name.expression) : null;
}

function stringText(node: TypeScript.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteral(node) ? node.text : null;
}

function describe(kind: string, name: string, members: readonly (readonly unknown[])[], hasBase = false): string {
  return `${kind} ${name}${hasBase ? " extends" : ""} ${JSON.stringify(members)}`;
}
