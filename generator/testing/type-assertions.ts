/** Finds places of emitted code that tell TypeScript what to believe. */
import { ts } from "ts-morph";

/** Places of a TypeScript file with `as`, `<T>value` or `value!`; `as const` only makes a type narrower. */
export function typeAssertions(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isAssertion =
      (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) ||
      ts.isTypeAssertionExpression(node) ||
      ts.isNonNullExpression(node);
    if (isAssertion) found.push(`${path}:${file.getLineAndCharacterOfPosition(node.pos).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
