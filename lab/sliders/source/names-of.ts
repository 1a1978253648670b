import type { SyntaxNode } from "@lezer/common";
import { calleeOf } from "./find-parameters-call.js";
import { keptBySource } from "./kept-by-source.js";
import { childrenOf, parse, textOf } from "./parse.js";

/** The names by which a cell, or a statement of it, depends on others. */
export interface Names {
  /** Names that it declares at its top level. */
  readonly declared: ReadonlySet<string>;
  /** Names declared elsewhere that it assigns to, or whose value it modifies. */
  readonly assigned: ReadonlySet<string>;
  /** Names declared elsewhere that it uses; rather one more than one too few. */
  readonly used: ReadonlySet<string>;
}

export const namesOf: (source: string) => Names = keptBySource((source) =>
  namesIn(source, parse(source).topNode),
);

/** Names of the statements of a cell, each on its own. */
export function statementNamesOf(source: string): (Names & { readonly from: number; readonly to: number })[] {
  return childrenOf(parse(source).topNode).map((node) => {
    const { from, to } = node;
    return { from, to, ...namesIn(source, node) };
  });
}

/** The names that a pattern such as `{ a, b: [c] }` declares. */
export function boundNames(source: string, node: SyntaxNode): string[] {
  const names: string[] = [];
  node.cursor().iterate(({ name, from, to }) => {
    if (name === "VariableDefinition") names.push(textOf(source, { from, to }));
    return !FUNCTIONS.test(name);
  });
  return names;
}

/** Methods of arrays, maps and sets that modify them. */
const MODIFYING = new Set(
  "push pop shift unshift splice sort reverse fill copyWithin set add delete clear".split(" "),
);

const DECLARATIONS = /^(Function|Class|Enum|TypeAlias|Interface|Namespace)Declaration$/;
const FUNCTIONS = /^(FunctionDeclaration|FunctionExpression|ArrowFunction|MethodDeclaration|Property)$/;
const LOOPS = /^For(In|Of)?Spec$/;

function namesIn(source: string, root: SyntaxNode): Names {
  const statements = root.type.isTop ? childrenOf(root) : [root];
  const declared = new Set([...statements, ...hoistedIn(root)].flatMap((node) => declaredBy(source, node)));
  const assigned = new Set<string>();
  const used = new Set<string>();
  const hidesNames = !hasErrors(root);

  const visit = (node: SyntaxNode, outer: ReadonlySet<string>) => {
    const local = hidesNames ? withLocalNames(source, node, outer) : outer;
    const use = (into: Set<string>, name: SyntaxNode | undefined | null) => {
      const text = name ? textOf(source, name) : "";
      if (name && !local.has(text) && !declared.has(text)) into.add(text);
    };
    if (node.name === "VariableName" || node.name === "TypeName") {
      if (node.parent?.name !== "ImportGroup") use(used, node);
    } else if (node.name === "Property" && node.firstChild?.name === "PropertyDefinition") {
      if (!node.getChild(":") && !node.getChild("ParamList")) use(used, node.firstChild);
    } else if (node.name === "VariableDefinition" && isAssigned(node)) {
      use(assigned, node);
      use(used, node);
    }
    for (const target of modifiedBy(source, node)) use(assigned, rootOf(target));
    for (const child of childrenOf(node)) visit(child, local);
  };
  for (const statement of statements) visit(statement, new Set());
  return { declared, assigned, used };
}

function hasErrors(node: SyntaxNode): boolean {
  let found = false;
  node.cursor().iterate(({ type }) => {
    if (type.isError) found = true;
    return !found;
  });
  return found;
}

function declaredBy(source: string, node: SyntaxNode): string[] {
  if (node.name === "ExportDeclaration" || node.name === "AmbientDeclaration") {
    return childrenOf(node).flatMap((child) => declaredBy(source, child));
  }
  if (node.name === "ImportDeclaration") return boundNames(source, node);
  if (node.name === "VariableDeclaration" || LOOPS.test(node.name)) {
    return patternsOf(node).flatMap((pattern) => boundNames(source, pattern));
  }
  if (!DECLARATIONS.test(node.name)) return [];
  return childrenOf(node)
    .filter(({ name }) => name === "VariableDefinition" || name === "TypeDefinition")
    .map((name) => textOf(source, name));
}

/** What a declaration of variables declares: names and patterns, without the values. */
function patternsOf(declaration: SyntaxNode): SyntaxNode[] {
  return childrenOf(declaration).filter(({ name }) =>
    ["VariableDefinition", "ObjectPattern", "ArrayPattern"].includes(name),
  );
}

/** Declarations with `var` in blocks, which belong to the top level. */
function hoistedIn(root: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  root.cursor().iterate(({ name, node }) => {
    if (FUNCTIONS.test(name) && name !== "Property") return false;
    if ((name === "VariableDeclaration" || LOOPS.test(name)) && node.getChild("var")) found.push(node);
    return true;
  });
  return found;
}

/** `outer` with the names that a function, a block or a loop declares for all that is in it. */
function withLocalNames(source: string, node: SyntaxNode, outer: ReadonlySet<string>): ReadonlySet<string> {
  const own: string[] = [];
  if (FUNCTIONS.test(node.name)) {
    for (const parameters of node.getChildren("ParamList")) own.push(...parameterNames(source, parameters));
    const name = node.name === "FunctionExpression" && node.getChild("VariableDefinition");
    if (name) own.push(textOf(source, name));
  } else if (node.name === "Block") {
    own.push(...childrenOf(node).flatMap((child) => declaredBy(source, child)));
  } else if (node.name === "ForStatement") {
    for (const spec of childrenOf(node).filter(({ name }) => LOOPS.test(name))) {
      const isDeclared = ["const", "let", "var"].some((word) => spec.getChild(word));
      const inSpec = spec.getChild("VariableDeclaration");
      for (const pattern of isDeclared ? patternsOf(spec) : inSpec ? patternsOf(inSpec) : []) {
        own.push(...boundNames(source, pattern));
      }
    }
  } else if (node.name === "CatchClause") {
    own.push(...patternsOf(node).flatMap((pattern) => boundNames(source, pattern)));
  }
  return own.length > 0 ? new Set([...outer, ...own]) : outer;
}

/** The parameters of a function; names in their default values may be among them. */
function parameterNames(source: string, parameters: SyntaxNode): string[] {
  return patternsOf(parameters).flatMap((pattern) => boundNames(source, pattern));
}

/** Whether a name in a pattern is assigned to, as in `[a, b] = [b, a]`, and not declared. */
function isAssigned(definition: SyntaxNode): boolean {
  let node: SyntaxNode | null = definition;
  while (node && /^(VariableDefinition|PatternProperty|ObjectPattern|ArrayPattern)$/.test(node.name))
    node = node.parent;
  if (node?.name === "AssignmentExpression") return true;
  if (!node || !LOOPS.test(node.name)) return false;
  return !["const", "let", "var"].some((word) => node.getChild(word));
}

/** The expressions whose value a node modifies. */
function modifiedBy(source: string, node: SyntaxNode): SyntaxNode[] {
  const [first, second] = childrenOf(node);
  if (!first) return [];
  if (node.name === "AssignmentExpression") return [first];
  if (node.name === "PostfixExpression" && second?.name === "ArithOp") return [first];
  if (node.name === "UnaryExpression" && second) {
    return first.name === "delete" || /^(\+\+|--)$/.test(textOf(source, first)) ? [second] : [];
  }
  if (LOOPS.test(node.name) && second?.name === "VariableName") return [second];
  if (node.name !== "CallExpression" || first.name !== "MemberExpression") return [];
  const method = calleeOf(source, node) ?? "";
  if (MODIFYING.has(method) && first.firstChild) return [first.firstChild];
  const isObject = first.firstChild && textOf(source, first.firstChild) === "Object";
  const target = node.getChild("ArgList")?.firstChild?.nextSibling;
  return isObject && /^(assign|define)/.test(method) && target ? [target] : [];
}

/** The variable at the root of `a.b[1].c()`. */
function rootOf(expression: SyntaxNode): SyntaxNode | undefined {
  let node: SyntaxNode | null = expression;
  while (node && node.name !== "VariableName") {
    node = node.name === "ParenthesizedExpression" ? (node.firstChild?.nextSibling ?? null) : node.firstChild;
  }
  return node ?? undefined;
}
