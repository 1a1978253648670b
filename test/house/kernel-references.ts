import ts from "@tslab/typescript-for-tslab";
import { isBackend } from "./kernel-signatures.js";
import type { SourceTree } from "./source-tree.js";

/** Kernels that are as plain as a reference would be. */
const PLAIN_KERNELS: readonly string[] = ["kernels/dense/add-row.ts", "kernels/dense/ordered-dot.ts"];

/**
 * What is wrong with the references of kernels: a kernel whose comments name none and give no plain
 * form of its loop; a named file of src/reference that does not exist, or does not export the
 * function that a comment says it has.
 */
export function referenceFaults(sources: SourceTree): string[] {
  const kernels = Object.entries(sources).filter(([path]) => path.startsWith("kernels/") && !isBackend(path));
  const without = kernels
    .filter(([path, text]) => /^export function /m.test(text) && !PLAIN_KERNELS.includes(path))
    .filter(([, text]) => !/References?:|Plain:/.test(text))
    .map(([path]) => `src/${path} names no reference: write "Reference: src/reference/….ts."`);
  const stale = PLAIN_KERNELS.filter((path) => !(path in sources)).map(
    (path) => `test/house/kernel-references.ts names ${path}; take it out of the list`,
  );
  const wrong = Object.entries(sources).flatMap(([path, text]) =>
    namedReferences(text)
      .filter(({ file, names }) => !exportsAll(sources[file], names))
      .map(({ file, names }) => `src/${path}: src/${file} has no ${names.join(", ") || "function"}`),
  );
  return [...without, ...stale, ...wrong];
}

/** The files that a text names as references, and the functions that it says they have. */
function namedReferences(text: string): { file: string; names: string[] }[] {
  const prose = text.replace(/\n\s*\* ?/g, " ");
  const named = prose.matchAll(/References?: ([^.]*?)src\/(reference\/[\w/-]+\.ts)/g);
  return Array.from(named, ([, list, file]) => ({
    file: file!,
    names: Array.from(list!.matchAll(/`(\w+)`/g), ([, name]) => name!),
  }));
}

function exportsAll(text: string | undefined, names: readonly string[]): boolean {
  if (text === undefined) return false;
  const { statements } = ts.createSourceFile("reference.ts", text, ts.ScriptTarget.Latest, true);
  const functions = statements.filter(ts.isFunctionDeclaration).map(({ name }) => name?.text);
  return functions.length > 0 && names.every((name) => functions.includes(name));
}
