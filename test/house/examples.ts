import ts from "@tslab/typescript-for-tslab";
import { expect } from "vitest";
import { docText } from "./doc-text.js";

/** The examples in the doc comments of a source file, each with the line on which its comment starts. */
export function examplesOf(source: string): { line: number; code: string }[] {
  return [...source.matchAll(/^[ \t]*\/\*\*.*?\*\//gms)].flatMap(({ 0: comment, index }) => {
    const line = source.slice(0, index).split("\n").length;
    const [, ...examples] = docText(comment).split(/^@example\s/m);
    return examples.map((example) => ({ line, code: example.split(/^@\w/m)[0]!.trim() }));
  });
}

/**
 * Runs an example as a reader would in a cell. A comment after an expression is its value, and compared with it:
 *
 *     ratings.mean; // 4
 *     topIndices(scores, 3); // Int32Array [1, 3, 4]
 *
 * @param given what the example may use without declaring it
 */
export async function runExample(code: string, given: Readonly<Record<string, unknown>>): Promise<void> {
  const same = (value: unknown, wanted: string) => expect(value).toEqual(readValue(wanted));
  const script = ts.transpile(withComparisons(code), { target: ts.ScriptTarget.ES2022 });
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  // A block of its own, so that the example may declare what is given, too.
  await AsyncFunction(...Object.keys(given), "same", `{ ${script} }`)(...Object.values(given), same);
}

/** The code with `same(expression, "comment");` in the place of each `expression; // comment`. */
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

/** The value that a comment writes as the console does, typed arrays included. */
function readValue(comment: string): unknown {
  const expression = comment.replace(/^(\w+Array) (\[.*\])$/, "$1.from($2)");
  try {
    return new Function(`return (${expression});`)();
  } catch {
    throw new SyntaxError(`the comment "${comment}" is no value; put words on a line of their own`);
  }
}
