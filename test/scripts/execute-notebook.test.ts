// @module-tag long
import { join } from "node:path";
import { expect, test } from "vitest";
import { runNotebook } from "../../scripts/lib/cell-runner.mjs";
import { executeNotebook } from "../../scripts/lib/execute-notebook.mjs";
import { readNotebook, textOf } from "../../scripts/lib/notebook.mjs";
import { executionTests, notebookOf } from "./notebook-execution.js";
import { root, runNode, scratchFolder } from "./scratch-course.js";

executionTests(executeNotebook, ["long"]);

test("Jupyter and the cell runner write the same outputs", async () => {
  const folder = scratchFolder({
    "outputs.ipynb": notebookOf(
      'import { display, newDisplay } from "tslab";',
      'const words = ["some", "text"];\nconsole.log(words);\nconsole.error("a warning");\nconsole.log("more");',
      'words.join(" ")',
      "",
      'display.html("<b>1</b>"); const place = newDisplay(); place.text("before"); console.log("between");',
      'const other = newDisplay(); other.text("first"); display.text("beside"); other.text("last");',
      'const late = await Promise.resolve(3); display.raw("application/json", { late: late, none: NaN });',
      "const late = 4; class Old { constructor(readonly x = 1) {} }\nlate + new Old().x",
      "function broken(): never { throw new RangeError(String(late)); }",
      "broken();",
      '"never reached"',
    ),
    "types.ipynb": notebookOf("const right = 1;", 'const wrong: string = right + 2;\n"never"'),
  });
  for (const name of ["outputs", "types"]) {
    const [jupyter, runner] = [join(folder, `${name}-1.ipynb`), join(folder, `${name}-2.ipynb`)];
    const inJupyter = await executeNotebook(join(folder, name), { output: jupyter });
    const inRunner = await runNotebook(join(folder, name), { output: runner });
    expect(inJupyter.error).toContain("failed:");
    expect(inRunner).toEqual({ ...inJupyter, seconds: expect.any(Number) });
    expect(cellsOf(runner)).toEqual(cellsOf(jupyter));
  }
});

/**
 * The cells of an executed notebook, texts as one string each and stacks without the frames of the
 * two engines.
 */
function cellsOf(path: string) {
  return readNotebook(path).cells.map(({ execution_count, outputs = [] }) => {
    const joined = outputs.map(({ text, data, ...output }) => ({
      ...output,
      text: textOf(text ?? "").replace(/\n {4}at .*/g, ""),
      data: Object.entries(data ?? {}).map(([type, value]) => [type, isText(value) ? textOf(value) : value]),
    }));
    return { execution_count, outputs: joined };
  });
}

function isText(value: unknown): value is string | string[] {
  return typeof value === "string" || Array.isArray(value);
}

test.each([
  [["tiny", "--set", "factor"], "--set factor is not of the form NAME=VALUE, as --set minRatings=50."],
  [
    ["tiny", "--timeout", "soon"],
    "--timeout soon is not a whole number of seconds; give for example --timeout 600.",
  ],
  [["one", "two", "--records", "out.json"], "out.json can hold one notebook, not 2; name just one."],
])("npm run notebook -- %j is refused", (args, sentence) => {
  expect(runNode(root, ["scripts/run-notebooks.mjs", ...args])).toEqual({
    code: 1,
    printed: `${sentence}\n`,
  });
});
