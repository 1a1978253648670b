import ts from "@tslab/typescript-for-tslab";
import type { SourceTree } from "./source-tree.js";

/** The most parameters of a function in src/kernels. */
export const MAX_PARAMETERS = 7;

/**
 * What is wrong with the signatures of kernels: more than seven parameters, or a parameter of an
 * exported function or a field of an exported interface that is a boolean. Kernels take typed
 * arrays, numbers and plain objects of these; a switch is 0 or 1.
 */
export function signatureFaults(sources: SourceTree): string[] {
  return Object.entries(sources)
    .filter(([path]) => path.startsWith("kernels/") && !isBackend(path))
    .flatMap(([path, text]) => faultsOf(path, text));
}

/** Whether a file chooses and runs kernels, and has none itself. */
export function isBackend(path: string): boolean {
  return path === "kernels/backend.ts" || /^kernels\/wasm\/[\w-]+\.ts$/.test(path);
}

function faultsOf(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const name = node.name?.getText() ?? "an unnamed function";
      const count = node.parameters.length;
      if (count > MAX_PARAMETERS) faults.push(`${path}: ${name} takes ${count} arguments`);
    }
    const isData = ts.isParameter(node) || ts.isPropertySignature(node);
    if (isData && node.type?.kind === ts.SyntaxKind.BooleanKeyword) {
      faults.push(`${path}: ${node.name.getText()} is a boolean`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}
