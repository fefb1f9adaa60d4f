/** Finds the type `any` in emitted code. */
import { ts } from "ts-morph";

/** Lines of a TypeScript file that use the type `any`; comments and strings do not count. */
export function anyTypes(path: string, text: string): string[] {
  if (!/\bany\b/u.test(text)) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword)
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.pos).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
