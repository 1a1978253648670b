import { expect, test } from "vitest";
import { kMeans } from "../../src/math/k-means.js";
import { kMeansRounds, meanPoint, nearestCenter } from "../../src/reference/k-means.js";

const onALine = [[1], [2], [3], [8], [9], [13]];

test("on a line, from the two leftmost points: the groups and centers of each round by hand", () => {
  const rounds = kMeansRounds(onALine, [[1], [2]]);
  expect(rounds).toEqual([
    { labels: [0, 1, 1, 1, 1, 1], changed: 6, before: [[1], [2]], after: [[1], [7]] },
    { labels: [0, 0, 0, 1, 1, 1], changed: 2, before: [[1], [7]], after: [[2], [10]] },
  ]);
});

test("it ends where the fast k-means ends, with the lowest cost", () => {
  const { labels, centers } = kMeans(Float64Array.from(onALine.flat()), 1, 2, { seed: 0 });
  const last = kMeansRounds(onALine, [[1], [13]]).at(-1)!;
  const isSwapped = labels[0] === 1;
  expect(last.labels.map((label) => (isSwapped ? 1 - label : label))).toEqual([...labels]);
  expect(last.after.flat().sort()).toEqual([...centers].sort());
});

test("a group that nobody joins keeps its center, and so there is always an end", () => {
  expect(kMeansRounds([[0], [1]], [[0], [99]])).toEqual([
    { labels: [0, 0], changed: 2, before: [[0], [99]], after: [[0.5], [99]] },
  ]);
});

test("of equally near centers the first one counts, and distances have all numbers in them", () => {
  expect(
    nearestCenter(
      [1, 1],
      [
        [0, 0],
        [2, 2],
        [1, 1.5],
      ],
    ),
  ).toBe(2);
  expect(nearestCenter([1], [[0], [2]])).toBe(0);
  expect(
    meanPoint([
      [1, 10],
      [2, 30],
    ]),
  ).toEqual([1.5, 20]);
});
