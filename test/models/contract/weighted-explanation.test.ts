import { expect, test } from "vitest";
import { weightedExplanation } from "../../../src/models/contract/weighted-explanation.js";

test("by hand: bases and contributions are weighted, and those of one rating added", () => {
  const sum = weightedExplanation([
    {
      weight: 0.5,
      explanation: {
        base: 3,
        contributions: [
          { itemId: "x", rating: 5, share: 1 },
          { itemId: "y", rating: 4, share: 0.4 },
        ],
      },
    },
    {
      weight: 2,
      explanation: {
        base: 1,
        contributions: [
          { itemId: "x", rating: 5, share: -1 },
          { itemId: "x", userId: "a", rating: 2, share: 0.3 },
        ],
      },
    },
  ]);
  expect(sum.base).toBe(3.5);
  expect(sum.contributions).toEqual([
    { itemId: "x", rating: 5, share: -1.5 },
    { itemId: "x", userId: "a", rating: 2, share: 0.6 },
    { itemId: "y", rating: 4, share: 0.2 },
  ]);
});

test("ids that are a number and a string are different", () => {
  const contributions = [
    { itemId: 1, rating: 5, share: 1 },
    { itemId: "1", rating: 4, share: 1 },
  ];
  const sum = weightedExplanation([{ weight: 1, explanation: { base: 0, contributions } }]);
  expect(sum.contributions).toHaveLength(2);
});

test("no explanations have a base of 0", () => {
  expect(weightedExplanation([])).toEqual({ base: 0, contributions: [] });
});
