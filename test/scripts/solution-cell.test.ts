import { expect, test } from "vitest";
import { solutionCell } from "../../scripts/lib/solution-cell.mjs";

test("a solution becomes a block that checks its last expression", () => {
  const code = 'import { rmse } from "reelbook";\nconst { count: n } = all;\nrmse([n], [2]) // the error';
  expect(solutionCell("02.1", code)?.replace(/\s+\n/g, "\n")).toBe(
    [
      "// The solution of 02.1",
      'import { rmse } from "reelbook";',
      "{",
      "const { count: n } = all;",
      'check("02.1", (rmse([n], [2])));',
      "}",
    ].join("\n"),
  );
});

test.each([
  ["138", "138"],
  ["[1, 2];", "[1, 2]"],
  ["await fit();", "await fit()"],
  ["(x: number): number => 2 * x", "(x: number): number => 2 * x"],
  ["const gradient = (x: number) => {\n  return 2 * x;\n};\ngradient", "gradient"],
])("the answer of %o is %o", (code, answer) => {
  expect(solutionCell("02.1", code)).toContain(`check("02.1", (${answer}));`);
});

test.each(["const n = 5;", "function f() { return 1; }", "if (a) b;", "", "// nothing"])(
  "%o does not end with an expression",
  (code) => expect(solutionCell("02.1", code)).toBeUndefined(),
);
