import { expect, test } from "vitest";
import { neighborScore } from "../../src/reference/neighbor-score.js";

const candidates = [
  { similarity: 0.5, residual: 1 },
  { similarity: -0.5, residual: 4 },
  { similarity: 1, residual: -2 },
  { similarity: 0.5, residual: 3 },
  { similarity: Number.NaN, residual: 100 },
];

test.each([
  ["the weighted mean", {}, 3 + (0.5 - 2 + 1.5) / 2],
  ["the mean", { aggregate: "mean" }, 3 + (1 - 2 + 3) / 3],
  ["the weighted sum", { aggregate: "sum" }, 3 + (0.5 - 2 + 1.5)],
  ["the two nearest, of equal ones the first", { neighbors: 2 }, 3 + (-2 + 0.5) / 1.5],
  ["negative similarities, too", { positiveOnly: false }, 3 + (0.5 - 2 - 2 + 1.5) / 2.5],
  ["damping", { damping: 2 }, 3 + (0.5 - 2 + 1.5) / 4],
  ["too few neighbours", { minNeighbors: 4 }, Number.NaN],
] as const)("by hand: %s", (_, options, expected) => {
  const score = neighborScore(candidates, 3, options);
  if (Number.isNaN(expected)) expect(score).toBeNaN();
  else expect(score).toBeCloseTo(expected, 12);
});
