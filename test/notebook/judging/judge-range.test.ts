import { expect, test } from "vitest";
import { judgeRange } from "../../../src/notebook/judging/judge-range.js";

const exercise = { kind: "range", answer: { least: 20, most: 30 } } as const;

test.each([20, 26.28, 30])("%d is in the range", (given) => {
  expect(judgeRange(given, exercise)).toEqual({ right: true });
});

test("a number outside of it is too small or too large", () => {
  expect(judgeRange(19.9, exercise)).toEqual({ right: false, said: "too small" });
  expect(judgeRange(42, exercise)).toEqual({ right: false, said: "too large" });
});

test("a text is no number", () => {
  expect(judgeRange("26", exercise)).toMatchObject({ right: false, formOnly: true });
});
