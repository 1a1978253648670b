import { expect, test } from "vitest";
import { chooseRankWeights, type ValidationUser } from "../../../src/models/ensembles/choose-rank-weights.js";

const user = (
  scores: readonly (readonly number[])[],
  relevant: readonly number[],
  relevantCount = 1,
): ValidationUser => ({
  scores: scores.map((each) => Float32Array.from(each)),
  isRelevant: Uint8Array.from(relevant),
  relevantCount,
});

test("selects the model that finds what is relevant, and the other one only where it helps", () => {
  const users = [
    user(
      [
        [3, 2, 1],
        [1, 2, 3],
      ],
      [0, 0, 1],
    ),
    user(
      [
        [1, 3, 2],
        [2, 1, 3],
      ],
      [0, 0, 1],
    ),
  ];
  expect(chooseRankWeights(users, 2, { count: 1, rounds: 5 })).toEqual([0, 1]);
});

test("selects both models where only both together are right", () => {
  // The first model finds the first user's item, the second the second user's; their sum finds
  // both.
  const users = [
    user(
      [
        [4, 0, 3],
        [0, 1, 0],
      ],
      [1, 0, 0],
    ),
    user(
      [
        [0, 1, 0],
        [4, 0, 3],
      ],
      [1, 0, 0],
    ),
  ];
  expect(chooseRankWeights(users, 2, { count: 1, rounds: 2 })).toEqual([0.5, 0.5]);
});

test("never recommends what a user has seen", () => {
  const seen = Number.NaN;
  const users = [
    user(
      [
        [seen, 1, 2],
        [seen, 2, 1],
      ],
      [1, 1, 0],
      2,
    ),
  ];
  expect(chooseRankWeights(users, 2, { count: 1, rounds: 1 })).toEqual([0, 1]);
});

test("of equally good models the first is taken", () => {
  expect(
    chooseRankWeights(
      [
        user(
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
