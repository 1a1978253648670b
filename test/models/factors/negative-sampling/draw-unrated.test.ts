import { expect, test } from "vitest";
import { random } from "../../../../src/math/random.js";
import { drawUnrated } from "../../../../src/models/factors/negative-sampling/draw-unrated.js";
import { sparse } from "../../../sparse/matrices.js";

test("a user with one unrated item gets it for each rating, a user with none gets −1", () => {
  const rated = sparse([
    [1, 0, 1],
    [1, 1, 1],
    [0, 0, 0],
    [0, 1, 1],
  ]);
  const negatives = new Int32Array(rated.count).fill(9);
  drawUnrated(rated, random({ seed: 1 }), negatives);
  expect([...negatives]).toEqual([1, 1, -1, -1, -1, 0, 0]);
});

test("draws each unrated item equally often", () => {
  const rated = sparse([[0, 1, 0, 0, 1, 0]]);
  const draws = random({ seed: 2 });
  const counts = new Map<number, number>();
  const negatives = new Int32Array(2);
  for (let round = 0; round < 4000; round++) {
    drawUnrated(rated, draws, negatives);
    for (const item of negatives) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([0, 2, 3, 5]);
  for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(2000));
});
