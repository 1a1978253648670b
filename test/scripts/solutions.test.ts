import { expect, test } from "vitest";
import { notebookNames, notebookPath } from "../../scripts/lib/course-notebooks.mjs";
import { readNotebook } from "../../scripts/lib/notebook.mjs";
import { solutionsOf, uncheckedExercises } from "../../scripts/lib/solutions.mjs";

const markdown = (source: string | string[]) => ({ cell_type: "markdown", source });

test("solutions are the ts blocks inside details of Markdown cells, in order", () => {
  const notebook = {
    cells: [
      markdown("```ts\nnotFolded();\n```"),
      markdown(
        "<details>\n<summary>Solution</summary>\n\n```ts\nfirst();\nthen();\n```\n\nWhy: …\n\n</details>",
      ),
      markdown([
        "<details>\n",
        "```text\n",
        "not code\n",
        "```\n",
        "```ts\n",
        "second();\n",
        "```\n",
        "</details>",
      ]),
      { cell_type: "code", source: '"<details>\\n```ts\\nnotProse();\\n```\\n</details>"' },
    ],
  };
  expect(solutionsOf(notebook)).toEqual(["first();\nthen();", "second();"]);
});

const exercise = (number: number) => markdown(`**Exercise ${number}.** How many?`);
const check = (number: number) => ({ cell_type: "code", source: `check("exercise ${number}", NaN, rule);` });
const solution = (code: string) => markdown(`<details>\n\n\`\`\`ts\n${code}\n\`\`\`\n</details>`);
const solved = (number: number) => solution(`check(\n  "exercise ${number}", 42, rule);`);

test.each([
  ["nothing", [exercise(1), check(1), solved(1), exercise(2), check(2), solved(2)], []],
  ["a check cell", [exercise(1), solved(1)], ["exercise 1 has no cell with its check"]],
  ["a solution", [exercise(1), check(1)], ["exercise 1 has no solution with its check"]],
  [
    "a check in its solution",
    [exercise(1), check(1), solution("count(42);")],
    ["exercise 1 has no solution with its check", "solution 1 calls no check"],
  ],
  [
    "both",
    [exercise(1), check(1), solved(1), exercise(2)],
    ["exercise 2 has no cell with its check", "exercise 2 has no solution with its check"],
  ],
])("an exercise that lacks %s is found", (_, cells, problems) => {
  expect(uncheckedExercises({ cells })).toEqual(problems);
});

test.each(notebookNames())("each exercise of %s has a check and a solution", (name) => {
  const notebook = readNotebook(notebookPath(name));
  expect(solutionsOf(notebook).length).toBeGreaterThan(1);
  expect(uncheckedExercises(notebook)).toEqual([]);
});
