import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "@tslab/typescript-for-tslab";
import { root } from "./places.mjs";

const folder = join(root, "src", "reference");

/**
 * The TypeScript text of every function that src/reference exports, by name: with its doc comment,
 * and with the functions, types and constants of its file that it needs. What `source` of the
 * library gives.
 *
 * @returns {Record<string, string>}
 */
export function referenceSources() {
  const files = readdirSync(folder, { encoding: "utf8", recursive: true }).filter(
    (file) => file.endsWith(".ts") && file !== "source.ts",
  );
  return Object.fromEntries(
    files.sort().flatMap((file) => sourcesOf(readFileSync(join(folder, file), "utf8"))),
  );
}

/** @param {string} text of a file @returns {[name: string, text: string][]} */
export function sourcesOf(text) {
  const { statements } = ts.createSourceFile("reference.ts", text, ts.ScriptTarget.Latest, true);
  const declared = new Map(statements.flatMap((node) => namesOf(node).map((name) => [name, node])));
  const functions = statements.filter(
    /** @returns {node is ts.FunctionDeclaration} */
    (node) => ts.isFunctionDeclaration(node) && isExported(node) && node.name !== undefined,
  );
  return functions.map((node) => {
    const needed = neededBy(node, declared);
    const parts = statements.filter((each) => needed.has(each)).map((each) => textOf(each));
    return [String(node.name?.text), `${parts.join("\n\n")}\n`];
  });
}

/**
 * A statement and all statements of the file that it names, directly or through others.
 * @param {ts.Statement} start
 * @param {Map<string, ts.Statement>} declared
 */
function neededBy(start, declared) {
  /** @type {Set<ts.Statement>} */
  const needed = new Set();
  const add = (/** @type {ts.Statement} */ statement) => {
    if (needed.has(statement)) return;
    needed.add(statement);
    const visit = (/** @type {ts.Node} */ node) => {
      const found = ts.isIdentifier(node) ? declared.get(node.text) : undefined;
      if (found) add(found);
      ts.forEachChild(node, visit);
    };
    visit(statement);
  };
  add(start);
  return needed;
}

/** @param {ts.Statement} node @returns {string[]} */
function namesOf(node) {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map(({ name }) => name.getText());
  const named =
    ts.isFunctionDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  return named && node.name ? [node.name.text] : [];
}

/** @param {ts.FunctionDeclaration} node */
function isExported(node) {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** The text with its comments, without "export". @param {ts.Node} node */
function textOf(node) {
  return node
    .getFullText()
    .trim()
    .replace(/^export /m, "");
}
