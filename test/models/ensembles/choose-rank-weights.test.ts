import { expect, test } from "vitest";
import { chooseRankWeights, type Judge } from "../../../src/models/ensembles/choose-rank-weights.js";

const judge = (
  scores: readonly (readonly number[])[],
  relevant: readonly number[],
  relevantCount = 1,
): Judge => ({
  scores: scores.map((each) => Float32Array.from(each)),
  isRelevant: Uint8Array.from(relevant),
  relevantCount,
});

test("takes the model that finds what is relevant, and goes on only where votes help", () => {
  const judges = [
    judge(
      [
        [3, 2, 1],
        [1, 2, 3],
      ],
      [0, 0, 1],
    ),
    judge(
      [
        [1, 3, 2],
        [2, 1, 3],
      ],
      [0, 0, 1],
    ),
  ];
  expect(chooseRankWeights(judges, 2, { count: 1, rounds: 5 })).toEqual([0, 1]);
});

test("shares votes where only both together are right", () => {
  // The first model finds the hit of the first judge, the second that of the second; their sum finds both.
  const judges = [
    judge(
      [
        [4, 0, 3],
        [0, 1, 0],
      ],
      [1, 0, 0],
    ),
    judge(
      [
        [0, 1, 0],
        [4, 0, 3],
      ],
      [1, 0, 0],
    ),
  ];
  expect(chooseRankWeights(judges, 2, { count: 1, rounds: 2 })).toEqual([0.5, 0.5]);
});

test("never shows what a judge has seen", () => {
  const seen = Number.NaN;
  const judges = [
    judge(
      [
        [seen, 1, 2],
        [seen, 2, 1],
      ],
      [1, 1, 0],
      2,
    ),
  ];
  expect(chooseRankWeights(judges, 2, { count: 1, rounds: 1 })).toEqual([0, 1]);
});

test("of equally good models the first is taken", () => {
  expect(
    chooseRankWeights(
      [
        judge(
          [
            [1, 2],
            [1, 2],
            [2, 1],
          ],
          [0, 1],
        ),
      ],
      3,
      { count: 1, rounds: 4 },
    ),
  ).toEqual([1, 0, 0]);
});
