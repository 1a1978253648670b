import { createRequire } from "node:module";

/** Loaded when it is needed: the commands that import this file install the packages first. */
function typescript() {
  const { parser } = createRequire(import.meta.url)("@lezer/javascript");
  return parser.configure({ dialect: "ts" });
}

/**
 * A cell that runs the solution of an exercise and checks its answer, the last expression. It is a
 * block, so that its names do not replace those of the notebook or of other solutions.
 *
 * @param {string} id of the exercise, "02.1"
 * @param {string} code
 * @returns {string | undefined} undefined where the code does not end with an expression
 */
export function solutionCell(id, code) {
  /** @type {import("@lezer/common").Tree} */
  const { topNode } = typescript().parse(code);
  const statements = topNode.getChildren("ImportDeclaration");
  const imports = statements.map(({ from, to }) => code.slice(from, to));
  let last = topNode.lastChild;
  while (last?.name.endsWith("Comment")) last = last.prevSibling;
  const answer = last?.name === "ExpressionStatement" && last.firstChild;
  if (!answer) return undefined;
  // Spaces in place of the imports keep the other places.
  const before = statements.reduce(
    (text, { from, to }) => text.slice(0, from) + " ".repeat(to - from) + text.slice(to),
    code.slice(0, answer.from),
  );
  const check = `check(${JSON.stringify(id)}, (${code.slice(answer.from, answer.to)}));`;
  return [`// The solution of ${id}`, ...imports, "{", before.trimEnd(), check, "}"].join("\n");
}
