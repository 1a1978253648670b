import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/javascript";
import { keptBySource } from "./kept-by-source.js";

const typescript = parser.configure({ dialect: "ts" });

/** The syntax tree of a cell's code; it has one for code with errors, too. */
export const parse: (source: string) => Tree = keptBySource((source) => typescript.parse(source));

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

export function textOf(source: string, { from, to }: { from: number; to: number }): string {
  return source.slice(from, to);
}
