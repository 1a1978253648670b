import ts from "@tslab/typescript-for-tslab";

/** One import or re-export of a file. */
export interface Import {
  /** The module specifier: "../math/top-n.js". */
  readonly from: string;
  readonly form: "named" | "default" | "namespace" | "everything" | "nothing" | "lazy";
  /** Whether it imports only types. */
  readonly isTypeOnly: boolean;
  readonly isReexport: boolean;
}

/** What one source file needs from others. */
export interface Needs {
  readonly imports: readonly Import[];
  /** All its names except declared ones and those after a dot. */
  readonly names: ReadonlySet<string>;
  /** Whether it only re-exports. */
  readonly isEntryPoint: boolean;
}

/** Reads what a source file needs from others. */
export function needsOf(text: string): Needs {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found) imports.push(found);
    if (ts.isIdentifier(node) && !isDeclaredOrMember(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const isEntryPoint = source.statements.every(
    (node) => ts.isExportDeclaration(node) && node.moduleSpecifier,
  );
  return { imports, names, isEntryPoint };
}

function importOf(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    const form = importForm(node.importClause);
    return {
      from: textOf(node.moduleSpecifier),
      form,
      isTypeOnly: node.importClause?.isTypeOnly ?? false,
      isReexport: false,
    };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    const form = !node.exportClause
      ? "everything"
      : ts.isNamespaceExport(node.exportClause)
        ? "namespace"
        : "named";
    return { from: textOf(node.moduleSpecifier), form, isTypeOnly: node.isTypeOnly, isReexport: true };
  }
  if (ts.isCallExpression(node) && /^import$|\brequire$/.test(node.expression.getText())) {
    return { from: textOf(node.arguments[0]), form: "lazy", isTypeOnly: false, isReexport: false };
  }
  if (ts.isImportTypeNode(node)) {
    return { from: textOf(node.argument), form: "namespace", isTypeOnly: true, isReexport: false };
  }
  return undefined;
}

function importForm(clause: ts.ImportClause | undefined): Import["form"] {
  if (!clause) return "nothing";
  if (clause.name) return "default";
  return clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? "named" : "namespace";
}

function textOf(node: ts.Node | undefined): string {
  return node?.getText().replace(/^["'`]|["'`]$/g, "") ?? "";
}

function isDeclaredOrMember(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  return "name" in parent && parent.name === node;
}
