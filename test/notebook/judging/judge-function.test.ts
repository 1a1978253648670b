import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import type { FunctionAnswer } from "../../../src/notebook/judging/answer.js";
import { isUntouchedFunction, judgeFunction } from "../../../src/notebook/judging/judge-function.js";

const mean: FunctionAnswer = {
  kind: "function",
  answer: [
    { given: [[1, 2, 3]], gives: 2 },
    { given: [[1, 1, 2]], gives: 4 / 3 },
  ],
};
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

test("a function that gives what is stored is right", () => {
  expect(judgeFunction((values: number[]) => sum(values) / values.length, mean)).toEqual({ right: true });
});

test("another is told its first wrong input, what it gave and what is right", () => {
  expect(judgeFunction((values: number[]) => Math.round(sum(values) / values.length), mean)).toEqual({
    right: false,
    said: "for ([1,1,2]) it gives 1, not 1.3333333333333333",
  });
});

test.each([
  ["throws", () => sum(undefined as never), "for ([1,2,3]) it throws: "],
  ["is async", async () => 2, "for ([1,2,3]) it gives a promise"],
  ["gives a function", () => sum, "for ([1,2,3]) it gives no number"],
  ["gives a text", () => "2", 'for ([1,2,3]) it gives "2", not 2'],
  ["gives nothing later", (values: number[]) => (values[1] === 2 ? 2 : undefined), "it gives no number"],
])("one that %s is told so", (_, given, said) => {
  expect(judgeFunction(given, mean)).toEqual({ right: false, said: expect.stringContaining(said) });
});

test("what is no function is said to be none", () => {
  expect(judgeFunction(2, mean)).toMatchObject({ right: false, formOnly: true });
});

test("matrices, typed arrays, maps and NaN are compared as JSON", () => {
  const gradient: FunctionAnswer = {
    kind: "function",
    answer: [{ given: [[[1, 2]], 0.5], gives: { rows: [[0.5, 1]], counts: [1, null] } }],
  };
  const own = (x: number[][], lambda: number) => {
    return { rows: new Matrix(x).mul(lambda), counts: Float64Array.of(1, Number.NaN) };
  };
  expect(
    judgeFunction((...args: Parameters<typeof own>) => new Map(Object.entries(own(...args))), gradient),
  ).toEqual({ right: true });
});

test("each call gets its own copy of the arguments", () => {
  const sorts: FunctionAnswer = {
    kind: "function",
    answer: [
      { given: [[2, 1]], gives: [1, 2] },
      { given: [[2, 1]], gives: [1, 2] },
    ],
  };
  judgeFunction((values: number[]) => values.sort(), sorts);
  expect(sorts.answer[0]?.given).toEqual([[2, 1]]);
});

test("numbers are compared to six digits, or as the exercise says", () => {
  const third: FunctionAnswer = { kind: "function", answer: [{ given: [], gives: 1 / 3 }] };
  expect(judgeFunction(() => 0.333333, third).right).toBe(true);
  expect(judgeFunction(() => 0.3333, third).right).toBe(false);
  expect(judgeFunction(() => 0.3333, { ...third, digits: 4 }).right).toBe(true);
});

test("a function that gives nothing yet is untouched", () => {
  expect(isUntouchedFunction(() => Number.NaN, mean)).toBe(true);
  expect(isUntouchedFunction(() => {}, mean)).toBe(true);
  expect(isUntouchedFunction(() => 1, mean)).toBe(false);
  expect(isUntouchedFunction(2, mean)).toBe(false);
  const throws = () => {
    throw new Error("not yet");
  };
  expect(isUntouchedFunction(throws, mean)).toBe(false);
});
