import { expect, test } from "vitest";
import { judgeTitle } from "../../../src/notebook/judging/judge-title.js";

const exercise = { kind: "title", answer: "Streetcar Named Desire, A (1951)" } as const;

test.each([
  ["Streetcar Named Desire, A (1951)", undefined],
  ["A Streetcar Named Desire (1951)", "the article at the end"],
  ["streetcar named desire, a (1951)", "other capitals"],
  ["A Streetcar Named Desire", "adds the year"],
])("%o is right, and what differs is said", (given, said) => {
  const verdict = judgeTitle(given, exercise);
  expect(verdict.right).toBe(true);
  expect(verdict.said).toEqual(said && expect.stringContaining(said));
});

test("another title is said to be one", () => {
  expect(judgeTitle("Heat (1995)", exercise)).toEqual({
    right: false,
    said: '"Heat (1995)" is another title',
  });
});

test.each([
  [1104, "the number 1104 was given"],
  [["A Streetcar Named Desire (1951)"], "a list was given"],
  [{ title: "Heat (1995)" }, "a text in quotes"],
])("%o is no title", (given, said) => {
  const verdict = judgeTitle(given, exercise);
  expect(verdict).toEqual({ right: false, formOnly: true, said: expect.stringContaining(said) });
});
