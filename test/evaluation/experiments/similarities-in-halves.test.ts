import { expect, test } from "vitest";
import { similaritiesInHalves } from "../../../src/evaluation/experiments/similarities-in-halves.js";
import { correlationsWith } from "../../../src/models/neighbors/correlations-with.js";
import { Ratings } from "../../../src/ratings/ratings.js";

/** Twelve users; items 1 and 2 go together for everyone, 3 is rated by one of them only. */
const ratings = Ratings.from(
  Array.from({ length: 12 }, (_, userId) => [
    { userId, itemId: 1, rating: 1 + (userId % 5) },
    { userId, itemId: 2, rating: 1 + (userId % 5) },
    { userId, itemId: 4, rating: 1 + ((userId * 7 + 3) % 5) },
    ...(userId === 0 ? [{ userId, itemId: 3, rating: 5 }] : []),
  ]).flat(),
);

test("items that all users rate alike are similar in both halves", () => {
  const [list] = similaritiesInHalves(ratings, [1]);
  expect(list.map(({ itemId }) => itemId)).toEqual([2, 4]);
  expect(list[0]).toMatchObject({ itemId: 2, common: 6, ratings: 6 });
  expect(list[0].similarity).toBeCloseTo(1, 12);
  expect(list[0].again).toBeCloseTo(1, 12);
});

test("the two numbers are those of two halves that together are all users", () => {
  const [list] = similaritiesInHalves(ratings, [1], { seed: 3 });
  const { similarity, again } = list.find(({ itemId }) => itemId === 4)!;
  const halves = halvesOf(12, 6).map((users) => {
    const of = (chosen: boolean) =>
      correlationsWith(
        ratings.filter(({ userId }) => users.has(userId as number) === chosen),
        1,
      ).find(({ itemId }) => itemId === 4)?.similarity;
    return [of(true), of(false)];
  });
  expect(halves).toContainEqual([similarity, again]);
});

test("a seed gives the same halves again, another seed others", () => {
  const run = (seed: number) => JSON.stringify(similaritiesInHalves(ratings, [1, 4], { seed }));
  expect(run(1)).toBe(run(1));
  expect(run(1)).not.toBe(run(2));
});

test("an item that a half has not rated has an empty list there, or nothing again", () => {
  const lists = [0, 1, 2, 3, 4, 5].map((seed) => {
    const options = { seed, similarity: "jaccard" } as const;
    return similaritiesInHalves(ratings, [3], options)[0];
  });
  expect(lists.some((list) => list.length === 0)).toBe(true);
  const filled = lists.find((list) => list.length > 0)!;
  expect(filled.every(({ again }) => Number.isNaN(again))).toBe(true);
});

/** All ways to choose so many of the first users. */
function halvesOf(users: number, size: number): Set<number>[] {
  return Array.from({ length: 2 ** users }, (_, bits) => {
    return new Set(Array.from({ length: users }, (_, user) => user).filter((user) => (bits >> user) & 1));
  }).filter((chosen) => chosen.size === size);
}
