import { expect, test } from "vitest";
import type { Answer } from "../../../src/notebook/judging/answer.js";
import { judge } from "../../../src/notebook/judging/judge.js";

const answers: readonly [Answer, unknown, unknown][] = [
  [{ kind: "number", answer: 5 }, 5, 6],
  [{ kind: "title", answer: "Heat (1995)" }, "Heat (1995)", "Fargo (1996)"],
  [{ kind: "list", answer: [1, 2] }, [2, 1], [1]],
  [{ kind: "choice", options: ["a", "b"], answer: "a" }, "a", "b"],
  [{ kind: "range", answer: { least: 1, most: 2 } }, 1.5, 3],
  [{ kind: "function", answer: [{ given: [1], gives: 2 }] }, (x: number) => 2 * x, (x: number) => x],
];

test.each(answers)("%o is judged by its kind", (answer, right, wrong) => {
  expect(judge(right, answer)?.right).toBe(true);
  expect(judge(wrong, answer)?.right).toBe(false);
});

test.each(answers)("%o is not answered by what the course has written", (answer) => {
  for (const untouched of [undefined, null, Number.NaN, "", "?", []]) {
    expect(judge(untouched, answer)).toBeUndefined();
  }
});

test("a function without a result is not answered", () => {
  expect(judge(() => Number.NaN, { kind: "function", answer: [{ given: [], gives: 2 }] })).toBeUndefined();
});

test("no answer makes it throw", () => {
  const cycle: unknown[] = [1];
  cycle.push(cycle);
  for (const odd of [cycle, Symbol("x"), 10n, new Map(), Object.create(null), () => cycle]) {
    for (const [answer] of answers) expect(() => judge(odd, answer)).not.toThrow();
  }
});
