import type { SyntaxNode } from "@lezer/common";
import { childrenOf, parse, textOf } from "./parse.js";

/** A call of `parameters`, and the object of its first argument. */
export interface ParametersCall {
  readonly call: SyntaxNode;
  readonly defaults: SyntaxNode;
}

/** The first call `parameters({ … })` of a cell, as such or as `reelbook.parameters({ … })`. */
export function findParametersCall(source: string): ParametersCall | undefined {
  let found: ParametersCall | undefined;
  parse(source).iterate({
    enter({ name, node }) {
      if (found) return false;
      if (name !== "CallExpression" || calleeOf(source, node) !== "parameters") return true;
      const [defaults] = node.getChild("ArgList")?.getChildren("ObjectExpression") ?? [];
      const [first] = childrenOf(node.getChild("ArgList") ?? node).filter(
        (child) => child.name !== "(" && !child.name.endsWith("Comment"),
      );
      if (defaults && first?.from === defaults.from && first.name === defaults.name)
        found = { call: node, defaults };
      return true;
    },
  });
  return found;
}

/** The last name of what is called: "push" for `list.push`. */
export function calleeOf(source: string, call: SyntaxNode): string | undefined {
  let callee = call.firstChild;
  if (callee?.name === "InstantiationExpression") callee = callee.firstChild;
  if (callee?.name === "MemberExpression") callee = callee.lastChild;
  if (callee?.name !== "VariableName" && callee?.name !== "PropertyName") return undefined;
  return textOf(source, callee);
}
