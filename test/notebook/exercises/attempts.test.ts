import { expect, test } from "vitest";
import { countAttempt } from "../../../src/notebook/exercises/attempts.js";

test("different wrong answers of an exercise are counted, the same one once", () => {
  const counts = [5, 6, 6, [5], "5", (x: number) => x, (x: number) => x, (x: number) => 2 * x, 1n].map(
    (answer) => countAttempt("98.1", answer),
  );
  expect(counts).toEqual([1, 2, 2, 3, 4, 5, 5, 6, 7]);
  expect(countAttempt("98.2", 5)).toBe(1);
});

test("an answer that contains itself is counted too", () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect(countAttempt("98.3", cycle)).toBe(1);
});
