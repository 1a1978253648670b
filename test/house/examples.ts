import ts from "@tslab/typescript-for-tslab";
import { expect } from "vitest";
import { docText } from "./doc-text.js";

/** The examples in the doc comments of a source file, each with the first line of its comment. */
export function examplesOf(source: string): { line: number; code: string }[] {
  return [...source.matchAll(/^[ \t]*\/\*\*.*?\*\//gms)].flatMap(({ 0: comment, index }) => {
    const line = source.slice(0, index).split("\n").length;
    const [, ...examples] = docText(comment).split(/^@example\s/m);
    return examples.map((example) => ({ line, code: example.split(/^@\w/m)[0]!.trim() }));
  });
}

/**
 * Runs an example as in a cell. A comment after an expression is its value and is compared with it:
 *
 *     ratings.mean; // 4
 *     topIndices(scores, 3); // Int32Array [1, 3, 4]
 *
 * @param given values that the example may use without declaring them
 */
export async function runExample(code: string, given: Readonly<Record<string, unknown>>): Promise<void> {
  const same = (value: unknown, wanted: string) => expect(value).toEqual(readValue(wanted));
  const script = ts.transpile(withComparisons(code), { target: ts.ScriptTarget.ES2022 });
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  // In a block, so that the example may also declare what is given.
  await AsyncFunction(...Object.keys(given), "same", `{ ${script} }`)(...Object.values(given), same);
}

/** The code with `same(expression, "comment");` for each `expression; // comment`. */
function withComparisons(code: string): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  return source.statements
    .map((statement) => {
      const [comment] = ts.getTrailingCommentRanges(code, statement.end) ?? [];
      if (!comment || !ts.isExpressionStatement(statement)) return statement.getFullText();
      const wanted = code.slice(comment.pos, comment.end).replace(/^\/\/ ?/, "");
      return `same(${statement.expression.getText()}, ${JSON.stringify(wanted)});`;
    })
    .join("\n");
}

/** The value of a comment in the console's notation, including typed arrays. */
function readValue(comment: string): unknown {
  const expression = comment.replace(/^(\w+Array) (\[.*\])$/, "$1.from($2)");
  try {
    return new Function(`return (${expression});`)();
  } catch {
    throw new SyntaxError(`the comment "${comment}" is not a value; put text on a line of its own`);
  }
}
