import { expect, test } from "vitest";
import { notebookNames, notebookPath } from "../../scripts/lib/course-notebooks.mjs";
import { exercisesBeside } from "../../scripts/lib/exercise-files.mjs";
import { readNotebook } from "../../scripts/lib/notebook.mjs";
import {
  solutionCells,
  solutionsOf,
  uncheckedExercises,
  unpairedGuesses,
} from "../../scripts/lib/solutions.mjs";

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

const asked = (id: string) => markdown(`**Exercise ${id}.** How many?`);
const checkOf = (id: string) => ({ cell_type: "code", source: `check("${id}", answer);` });
const entry = { solution: ["const n = 42;", "n"] };

test.each([
  ["nothing", [asked("02.1"), checkOf("02.1")], { "02.1": entry }, []],
  ["a check cell", [asked("02.1")], { "02.1": entry }, ["02.1 has no cell with its check"]],
  ["an entry", [asked("02.1"), checkOf("02.1")], {}, ["02.1 is not in the file of exercises"]],
  ["its text", [checkOf("02.1")], { "02.1": entry }, ["02.1 has no text that begins **Exercise 02.1"]],
  [
    "all but an entry",
    [],
    { "02.1": entry },
    ["02.1 has no cell with its check", "02.1 has no text that begins **Exercise 02.1"],
  ],
  [
    "an answer in its solution",
    [asked("02.1"), checkOf("02.1")],
    { "02.1": { solution: "const n = 42;" } },
    ["the solution of 02.1 does not end with an expression, its answer"],
  ],
  [
    "nothing, beside one of the folded form",
    [exercise(1), check(1), solved(1), asked("02.2"), checkOf("02.2")],
    { "02.2": entry },
    [],
  ],
])("an exercise of a file that lacks %s is found", (_, cells, exercises, problems) => {
  expect(uncheckedExercises({ cells }, exercises)).toEqual(problems);
});

test("the solutions of a file become cells", () => {
  const cells = solutionCells({ "02.1": entry, "02.2": { solution: "5" } });
  expect(cells.map((cell) => cell.split("\n").at(-2))).toEqual([
    'check("02.1", (n));',
    'check("02.2", (5));',
  ]);
});

test("a guess without its reveal is found, and a reveal without its guess", () => {
  const code = (source: string) => ({ cell_type: "code", source });
  const cells = [code('guess("guess 1", "?");'), code('reveal("guess 1", 5); reveal("guess 2", 6);')];
  expect(unpairedGuesses({ cells })).toEqual(['"guess 2" is revealed, not guessed']);
  expect(unpairedGuesses({ cells: cells.slice(0, 1) })).toEqual(['"guess 1" is guessed, not revealed']);
});

test.each(notebookNames())("each exercise of %s has a check and a solution", (name) => {
  const notebook = readNotebook(notebookPath(name));
  const exercises = exercisesBeside(notebookPath(name));
  expect(solutionsOf(notebook).length + Object.keys(exercises).length).toBeGreaterThan(1);
  expect(uncheckedExercises(notebook, exercises)).toEqual([]);
  expect(unpairedGuesses(notebook)).toEqual([]);
});
