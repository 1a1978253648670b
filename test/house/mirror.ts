import ts from "@tslab/typescript-for-tslab";
import { ENTRY_POINTS } from "./layout.js";
import type { SourceTree } from "./source-tree.js";

/** Tests that are about several source files of their folder. */
const TESTS_OF_A_FOLDER: readonly string[] = [
  "charts/figures.test.ts",
  "datasets/danfojs.test.ts",
  "datasets/fuzz.test.ts",
  "models/contract/checkerboard.test.ts",
  "models/saving/forged-models.test.ts",
  "models/saving/models-of-0.1.test.ts",
  "models/saving/own-kinds.test.ts",
  "notebook/show-danfo.test.ts",
];

/**
 * Where the tests do not mirror the sources path for path, a sentence for each: a source file with
 * logic needs a test of its name, and each test a source file.
 *
 * @param tests the paths of all test files below test/, of the folders of src/
 */
export function brokenMirror(sources: SourceTree, tests: readonly string[]): string[] {
  const tested = new Set(tests.map((test) => test.replace(/\.test\.ts$/, ".ts")));
  const untested = Object.entries(sources)
    .filter(([path, text]) => !ENTRY_POINTS.includes(path) && !tested.has(path) && hasLogic(text))
    .map(([path]) => `src/${path} has no test; write test/${path.replace(/\.ts$/, ".test.ts")}`);
  const orphans = tests
    .filter((test) => !TESTS_OF_A_FOLDER.includes(test))
    .filter((test) => !(test.replace(/\.test\.ts$/, ".ts") in sources))
    .map((test) => `test/${test} tests no file of src/; name it after the one that it tests`);
  const stale = TESTS_OF_A_FOLDER.filter((test) => !tests.includes(test)).map(
    (name) => `test/house/mirror.ts names ${name}; take it out of the list`,
  );
  return [...untested, ...orphans, ...stale];
}

/** Whether a file has more than types, constants and re-exports. */
function hasLogic(text: string): boolean {
  const { statements } = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  return statements.some((node) => ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node));
}
