/**
 * Which functions of an SDK a consumer's code uses, and where.
 *
 * A function is used where its name stands as a value: called, asked for its request, handed on. Types, imports and
 * re-exports by themselves are no use.
 */
import { ts } from "ts-morph";

export interface Place {
  /** Real path of the file. */
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

export interface UsedFunctions {
  /** The places of each function, in the order of the files and within them. */
  readonly uses: ReadonlyMap<string, readonly Place[]>;
  /** Where each function is imported first. */
  readonly imports: ReadonlyMap<string, Place>;
  /** Where each function is passed on first, by an export. */
  readonly passedOn: ReadonlyMap<string, Place>;
  /** Where all exports of a file are used in a way that does not tell which functions are. */
  readonly wholes: readonly (Place & { readonly text: string })[];
}

/** What a name stands for, as far as it matters. */
type Target =
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "module"; readonly symbol: ts.Symbol };

export interface UsageInput {
  readonly checker: ts.TypeChecker;
  readonly sources: readonly ts.SourceFile[];
  /** Whether something of that name in that file is a function of the SDK. */
  readonly isFunction: (file: string, name: string) => boolean;
}

/** Reads the uses out of the files. */
export function findUsedFunctions(input: UsageInput): UsedFunctions {
  const reader = new UsageReader(input);
  for (const source of input.sources) reader.read(source);
  return reader;
}

class UsageReader implements UsedFunctions {
  readonly uses = new Map<string, Place[]>();
  readonly imports = new Map<string, Place>();
  readonly passedOn = new Map<string, Place>();
  readonly wholes: (Place & { readonly text: string })[] = [];
  readonly #checker: ts.TypeChecker;
  readonly #isFunction: UsageInput["isFunction"];
  readonly #targets = new Map<ts.Symbol, Target | null>();

  constructor({ checker, isFunction }: UsageInput) {
    this.#checker = checker;
    this.#isFunction = isFunction;
  }

  read(source: ts.SourceFile): void {
    source.forEachChild((node) => this.#visit(node));
  }

  #visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) this.#noteImports(node);
    else if (ts.isExportDeclaration(node)) this.#notePassedOn(node);
    else if (ts.isExportAssignment(node) && ts.isIdentifier(node.expression)) this.#notePassedOnDefault(node);
    else if (isWithoutValues(node)) return;
    else {
      if (ts.isIdentifier(node) || moduleLiteral(node) !== null) this.#follow(node, this.#targetOf(node), node);
      node.forEachChild((child) => this.#visit(child));
    }
  }

  #noteImports({ importClause }: ts.ImportDeclaration): void {
    const bindings = importClause?.namedBindings;
    const names = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
    for (const declaration of [...(importClause?.name === undefined ? [] : [importClause]), ...names]) {
      if (declaration.name !== undefined && !ts.isTypeOnlyImportDeclaration(declaration))
        this.#noteFirst(this.imports, declaration.name);
    }
  }

  #notePassedOn({ exportClause }: ts.ExportDeclaration): void {
    const elements = exportClause !== undefined && ts.isNamedExports(exportClause) ? exportClause.elements : [];
    for (const element of elements)
      if (!ts.isTypeOnlyExportDeclaration(element)) this.#noteFirst(this.passedOn, element.name);
  }

  #notePassedOnDefault({ expression }: ts.ExportAssignment): void {
    const target = this.#targetOf(expression);
    if (target?.kind === "function" && !this.passedOn.has(target.name))
      this.passedOn.set(target.name, placeOf(expression));
  }

  #noteFirst(places: Map<string, Place>, name: ts.ModuleExportName): void {
    const symbol = this.#checker.getSymbolAtLocation(name);
    const target = symbol === undefined ? null : this.#targetOfSymbol(symbol);
    if (target?.kind === "function" && !places.has(target.name)) places.set(target.name, placeOf(name));
  }

  /**
   * Notes what is done with a value.
   *
   * @param node the expression
   * @param at the name in it that tells where the use is
   */
  #follow(node: ts.Node, target: Target | null, at: ts.Node): void {
    if (target?.kind === "function") {
      const places = this.uses.get(target.name) ?? [];
      this.uses.set(target.name, places);
      places.push(placeOf(at));
    } else if (target?.kind === "module") this.#followModule(node, target.symbol);
  }

  #followModule(node: ts.Node, module: ts.Symbol): void {
    let value = node;
    while (isTransparent(value.parent)) value = value.parent;
    const { parent } = value;
    if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) {
      const name = memberName(parent);
      const callback = thenCallback(parent);
      const [parameter] = callback?.parameters ?? [];
      // What a callback does with its parameter is found where it does it.
      if (callback !== null && (parameter === undefined || !hasRest(parameter.name))) return;
      if (name !== null && !isPromise(value)) {
        this.#follow(parent, this.#memberOf(module, name.text), name);
        return;
      }
    }
    if (ts.isVariableDeclaration(parent) && !hasRest(parent.name)) {
      if (ts.isIdentifier(parent.name) || ts.isObjectBindingPattern(parent.name)) return;
    }
    if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent) || ts.isExportAssignment(parent)) return;
    if (this.#hasFunctions(module, new Set())) this.wholes.push({ ...placeOf(node), text: shortText(value) });
  }

  /** What an expression stands for. */
  #targetOf(node: ts.Node): Target | null {
    if (isTransparent(node)) return this.#targetOf(node.expression);
    const literal = moduleLiteral(node);
    if (literal !== null) {
      const symbol = this.#checker.getSymbolAtLocation(literal);
      return symbol === undefined ? null : { kind: "module", symbol };
    }
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const name = memberName(node);
      const module = name === null ? null : this.#targetOf(node.expression);
      return name === null || module?.kind !== "module" ? null : this.#memberOf(module.symbol, name.text);
    }
    if (!ts.isIdentifier(node) || isMemberName(node)) return null;
    const { parent } = node;
    const symbol =
      ts.isShorthandPropertyAssignment(parent) && parent.name === node
        ? this.#checker.getShorthandAssignmentValueSymbol(parent)
        : this.#checker.getSymbolAtLocation(node);
    const isDeclared = symbol?.declarations?.some((one) => ts.getNameOfDeclaration(one) === node);
    return symbol === undefined || isDeclared ? null : this.#targetOfSymbol(symbol);
  }

  #targetOfSymbol(symbol: ts.Symbol): Target | null {
    const known = this.#targets.get(symbol);
    if (known !== undefined) return known;
    // For a declaration that leads back to itself.
    this.#targets.set(symbol, null);
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const target = this.#declaredTarget(isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol);
    this.#targets.set(symbol, target);
    return target;
  }

  #declaredTarget(symbol: ts.Symbol): Target | null {
    if ((symbol.flags & ts.SymbolFlags.ValueModule) !== 0) return { kind: "module", symbol };
    const declaration = symbol.valueDeclaration;
    if (declaration === undefined) return null;
    const name = ts.getNameOfDeclaration(declaration);
    if (name !== undefined && ts.isIdentifier(name) && this.#isFunction(name.getSourceFile().fileName, name.text))
      return { kind: "function", name: name.text };
    if (ts.isBindingElement(declaration)) return this.#targetOfBinding(declaration);
    const source = ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) ? sourceOf(declaration) : null;
    const target = source === null ? null : this.#targetOf(source);
    // A function in a variable was used when it was put there.
    return target?.kind === "module" ? target : null;
  }

  /** What `name` stands for in `const { name } = …`. */
  #targetOfBinding({ parent, propertyName, name, dotDotDotToken }: ts.BindingElement): Target | null {
    const key = propertyName ?? name;
    if (dotDotDotToken !== undefined || !(ts.isIdentifier(key) || ts.isStringLiteral(key))) return null;
    const holder = parent.parent;
    const source = ts.isBindingElement(holder) ? null : sourceOf(holder);
    const module = ts.isBindingElement(holder)
      ? this.#targetOfBinding(holder)
      : source === null
        ? null
        : this.#targetOf(source);
    return module?.kind === "module" ? this.#memberOf(module.symbol, key.text) : null;
  }

  #memberOf(module: ts.Symbol, name: string): Target | null {
    const member = this.#checker.tryGetMemberInModuleExports(name, module);
    return member === undefined ? null : this.#targetOfSymbol(member);
  }

  #hasFunctions(module: ts.Symbol, seen: Set<ts.Symbol>): boolean {
    if (seen.has(module)) return false;
    seen.add(module);
    return this.#checker.getExportsOfModule(module).some((symbol) => {
      const target = this.#targetOfSymbol(symbol);
      return target?.kind === "module" ? this.#hasFunctions(target.symbol, seen) : target !== null;
    });
  }
}

type Transparent =
  | ts.ParenthesizedExpression
  | ts.AsExpression
  | ts.SatisfiesExpression
  | ts.NonNullExpression
  | ts.TypeAssertion
  | ts.AwaitExpression;

/** Whether an expression is just the one inside of it. That of a promise is taken for what it will be. */
function isTransparent(node: ts.Node): node is Transparent {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isAwaitExpression(node)
  );
}

/** Types and what consists of them only. */
function isWithoutValues(node: ts.Node): boolean {
  if (ts.isExpressionWithTypeArguments(node)) return false;
  if (ts.isHeritageClause(node)) return node.token === ts.SyntaxKind.ImplementsKeyword;
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportEqualsDeclaration(node)
  );
}

/** Names that stand for a member of something: to look them up would take the types of it. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (ts.isBindingElement(parent) && parent.propertyName === node) || ts.isJsxAttribute(parent);
}

function memberName(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): ts.MemberName | ts.StringLiteralLike | null {
  if (ts.isPropertyAccessExpression(node)) return node.name;
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression : null;
}

/** The file that `import("…")` or `require("…")` names. */
function moduleLiteral(node: ts.Node): ts.StringLiteralLike | null {
  if (!ts.isCallExpression(node)) return null;
  const { expression, arguments: args } = node;
  const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(expression) && expression.text === "require";
  const [first] = args;
  return (isImport || isRequire) && first !== undefined && ts.isStringLiteralLike(first) ? first : null;
}

function isPromise(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
}

/** The function in `import("…").then(function)`, given `import("…").then`. */
function thenCallback(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): ts.ArrowFunction | ts.FunctionExpression | null {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "then" || !ts.isCallExpression(node.parent))
    return null;
  const [callback] = node.parent.arguments;
  if (!isPromise(node.expression) || callback === undefined) return null;
  return ts.isArrowFunction(callback) || ts.isFunctionExpression(callback) ? callback : null;
}

/** The expression that a variable or a parameter gets its value from; `null` where that is not to be seen. */
function sourceOf(declaration: ts.VariableDeclaration | ts.ParameterDeclaration): ts.Expression | null {
  if (ts.isVariableDeclaration(declaration)) return declaration.initializer ?? null;
  const call = declaration.parent.parent;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null;
  const callback = thenCallback(call.expression);
  return callback?.parameters[0] === declaration ? call.expression.expression : null;
}

function hasRest(name: ts.BindingName): boolean {
  return ts.isObjectBindingPattern(name) && name.elements.some(({ dotDotDotToken }) => dotDotDotToken !== undefined);
}

function placeOf(node: ts.Node): Place {
  const source = node.getSourceFile();
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return { file: source.fileName, line: line + 1, column: character + 1 };
}

function shortText(node: ts.Node): string {
  const text = node.getText().replace(/\s+/gu, " ");
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
