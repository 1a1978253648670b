import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/javascript";

const typescript = parser.configure({ dialect: "ts" });
const kept = new Map<string, Tree>();
const KEPT_TREES = 200;

/** The syntax tree of a cell's code; it has one for code with errors, too. Recent ones are kept. */
export function parse(source: string): Tree {
  let tree = kept.get(source);
  if (!tree) {
    tree = typescript.parse(source);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT_TREES && oldest !== undefined) kept.delete(oldest);
    kept.set(source, tree);
  }
  return tree;
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

export function textOf(source: string, { from, to }: { from: number; to: number }): string {
  return source.slice(from, to);
}
