import { expect, test } from "vitest";
import { codeLines, minutesOf, taskSeconds, wordsByCell } from "../../scripts/lib/notebook-length.mjs";

const markdown = (source: string | string[]) => ({ cell_type: "markdown", source });
const code = (source: string, ...html: string[]) => ({
  cell_type: "code",
  source,
  outputs: html.map((each) => ({ data: { "text/html": each } })),
});

test.each([
  ["# What is *this*?\n\nIt's 5 % of [all movies](https://example.org/a-b).", 8],
  ["two words\n\n<details><summary>Solution</summary>\n\nmany more words here\n\n</details>", 2],
  ["three `minRatings` words\n\n```ts\nconst no = words;\n```\n$$x = y + z$$", 3],
  ["| movie | votes |\n| --- | ---: |\n| Heat | 102 |", 4],
  ["", 0],
])("%j shows %d words", (text, words) => expect(wordsByCell({ cells: [markdown(text)] })).toEqual([words]));

test("lines of code count without empty ones", () => {
  expect(codeLines({ cells: [code("a;\n\nb;"), markdown("c"), code("")] })).toBe(2);
});

test("the times of progress bars add up", () => {
  const cells = [
    code("fit()", "<div>✓ Fitting: 5 of 5 in 12 s</div>", "<div>Fitting: 3 of 5 · 60 % · 7 s</div>"),
    code("more()", ["<div>✓ Measuring: 30 in 1 min 05 s</div>"].join("")),
  ];
  expect(taskSeconds({ cells })).toBe(77);
});

test("minutes are of reading and of waiting, to five", () => {
  const words = markdown("word ".repeat(2000));
  expect(minutesOf({ cells: [words] })).toBe(10);
  expect(minutesOf({ cells: [words, code("a;\n".repeat(60))] })).toBe(15);
  expect(minutesOf({ cells: [words, code("a;", "<div>✓ Fit: 1 in 2 min 40 s</div>")] })).toBe(15);
  expect(minutesOf({ cells: [] })).toBe(5);
});
