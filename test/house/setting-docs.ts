import ts from "@tslab/typescript-for-tslab";
import { docText } from "./doc-text.js";
import type { SourceTree } from "./source-tree.js";

/** The doc comments of declared settings, by the declaring class or constant, then by name. */
export function settingDocs(tree: SourceTree): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const groups = new Map<string, ts.Node>();
  for (const text of Object.values(tree)) {
    const source = ts.createSourceFile("", text, ts.ScriptTarget.Latest, true);
    for (const statement of source.statements)
      for (const [name, node] of groupsIn(statement)) groups.set(name, node);
  }
  return new Map([...groups.keys()].map((name) => [name, docsOf(name, groups)]));
}

/** Classes and constants by name. */
function groupsIn(statement: ts.Statement): [string, ts.Node][] {
  if (ts.isClassDeclaration(statement) && statement.name) return [[statement.name.text, statement]];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map((node) => [node.name.getText(), node]);
}

function docsOf(name: string, groups: ReadonlyMap<string, ts.Node>): ReadonlyMap<string, string> {
  const node = groups.get(name);
  if (node && ts.isVariableDeclaration(node) && node.initializer)
    return docsOfValue(node.initializer, groups);
  if (!node || !ts.isClassDeclaration(node)) return new Map();
  const inherited = (node.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap((type) => [...docsOf(type.expression.getText(), groups)]),
  );
  const properties = node.members.filter(ts.isPropertyDeclaration);
  const declared = properties.find((each) => isStatic(each) && each.name.getText() === "settings");
  if (declared?.initializer) return docsOfValue(declared.initializer, groups);
  return new Map([...inherited, ...properties.map(docOf)]);
}

/**
 * Docs of `defineSettings(…)`, an object literal, `new Fields()`, or a constant with one of these.
 */
function docsOfValue(
  value: ts.Expression,
  groups: ReadonlyMap<string, ts.Node>,
): ReadonlyMap<string, string> {
  if (ts.isCallExpression(value))
    return new Map(value.arguments.flatMap((each) => [...docsOfValue(each, groups)]));
  if (ts.isNewExpression(value)) return docsOf(value.expression.getText(), groups);
  if (ts.isIdentifier(value)) return docsOf(value.text, groups);
  return new Map(ts.isObjectLiteralExpression(value) ? value.properties.map(docOf) : []);
}

function docOf(node: ts.ClassElement | ts.ObjectLiteralElementLike): [string, string] {
  const [comment = ""] = node.getFullText().match(/\/\*\*.*?\*\//s) ?? [];
  return [node.name?.getText() ?? "", docText(comment)];
}

function isStatic(node: ts.PropertyDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) ?? false;
}
