import { describe, expect, test } from "vitest";
import { rowSplit } from "../../../src/evaluation/splits/row-split.js";
import { ratingFeatures } from "../../../src/models/hybrid/rating-features.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import type { Ratings } from "../../../src/ratings/ratings.js";
import { simulateRatings } from "../../../src/ratings/simulation/simulator.js";
import { neighborFeatures } from "../../../src/reference/rating-features.js";
import { smallRatings } from "../contract/conformance.js";

const items = Object.assign(
  [
    { itemId: "a", genres: ["Drama"] },
    { itemId: "b", genres: ["Comedy", "Drama"] },
    { itemId: "new", genres: ["Comedy"] },
  ],
  { year: (itemId: unknown) => (itemId === "b" ? Number.NaN : itemId === "a" ? 1990 : 2000) },
);
const tags = [
  { itemId: "b", tag: "slow" },
  { itemId: "b", tag: "sad" },
  { itemId: "z", tag: "unlisted" },
];

/** The features of one pair by name. */
function featuresOf(
  ratings: Ratings,
  userId: number,
  itemId: string | number,
  options: Parameters<typeof ratingFeatures>[2] = {},
): Record<string, number> {
  const table = ratingFeatures(ratings, [{ userId, itemId }], options);
  return Object.fromEntries(table.names.map((name, k) => [name, table.values[k]!]));
}

describe("the small table", () => {
  // 10: a 5, b 3 | 20: a 4, b 3, d 1 | 30: e 2, c 4 | 40: c 1, a 5 | 50: d 3, a 4 | 60: b 2, c 5
  test("of a pair that is not rated, by hand", () => {
    const row = featuresOf(smallRatings, 10, "c", { neighbors: 3 });
    expect(row["mean of all"]).toBeCloseTo(42 / 13, 12);
    // Of the raters of c, 40 shares a with 10 (25 / √(34 × 26) = 0.84), 60 shares b (6 / √(34 × 29)
    // = 0.19), and 30 no item.
    expect([row["similar user 1"], row["similar user 2"], row["similar user 3"]]).toEqual([1, 5, 10 / 3]);
    // c is like b by 60 (10 / √(42 × 22) = 0.33), and like a by 40 (5 / √(42 × 82) = 0.09).
    expect([row["similar item 1"], row["similar item 2"], row["similar item 3"]]).toEqual([3, 5, 4]);
    expect([row["user mean"], row["item mean"]]).toEqual([4, 10 / 3]);
    expect([row["user count"], row["item count"]]).toEqual([2, 3]);
    expect(row["user spread"]).toBeCloseTo(Math.SQRT2, 12);
    expect(row["item spread"]).toBeCloseTo(Math.sqrt(13 / 3), 12);
    expect(row).not.toHaveProperty("age");
  });

  test("the pair's own rating counts, or is left out", () => {
    const kept = featuresOf(smallRatings, 10, "a", { leaveOut: false });
    expect([kept["user mean"], kept["item mean"], kept["user count"], kept["item count"]]).toEqual([
      4, 4.5, 2, 4,
    ]);
    const left = featuresOf(smallRatings, 10, "a");
    expect([left["user mean"], left["item mean"], left["user count"], left["item count"]]).toEqual([
      3,
      13 / 3,
      1,
      3,
    ]);
    expect(left["user spread"]).toBeNaN();
    // Without a, only 20 shares anything with 10: b.
    expect([kept["similar user 1"], kept["similar user 2"], kept["similar user 3"]]).toEqual([4, 5, 4]);
    expect([left["similar user 1"], left["similar user 2"]]).toEqual([4, 13 / 3]);
  });

  test("genres, age and tags of listed items; NaN of others", () => {
    const row = featuresOf(smallRatings, 20, "b", { items, tags });
    expect([row["genre Comedy"], row["genre Drama"], row.tags, row.age]).toEqual([1, 1, 2, Number.NaN]);
    // Without b, 20 has a mean of 2.5, and gave Drama 4 once: (4 − 2.5) / (1 + 5); Comedy never.
    expect(row["genre match"]).toBeCloseTo(1.5 / 6 / 2, 12);
    const unrated = featuresOf(smallRatings, 20, "new", { items, tags });
    expect([unrated["item count"], unrated.age, unrated.tags, unrated["genre Comedy"]]).toEqual([0, 0, 0, 1]);
    expect(featuresOf(smallRatings, 20, "a", { items }).age).toBe(10);
    const unlisted = featuresOf(smallRatings, 20, "c", { items });
    for (const name of ["genre match", "age", "tags", "genre Drama"]) expect(unlisted[name]).toBeNaN();
  });

  test("unknown values are NaN, and the known side has its features", () => {
    const newUser = featuresOf(smallRatings, 99, "a", { items });
    expect([newUser["user mean"], newUser["user spread"], newUser["similar item 1"]]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect([newUser["item mean"], newUser["similar user 1"], newUser["user count"]]).toEqual([4.5, 4.5, 0]);
    const newItem = featuresOf(smallRatings, 10, "z");
    expect([newItem["item mean"], newItem["similar user 1"], newItem["item count"]]).toEqual([
      Number.NaN,
      Number.NaN,
      0,
    ]);
    expect([newItem["user mean"], newItem["similar item 1"]]).toEqual([4, 4]);
    expect(ratingFeatures(smallRatings, []).count).toBe(0);
  });

  test("refuses what is wrong", () => {
    expect(() => ratingFeatures(smallRatings, [], { neighbors: -1 })).toThrow("neighbors: -1");
    expect(() => ratingFeatures(smallRatings, [], { items: [...items, ...items] })).toThrow(
      'item "a" comes twice',
    );
  });
});

describe("against other implementations", () => {
  const ratings = simulateRatings({ users: 40, items: 30, count: 500, seed: 4 });
  const rows = [...ratings];

  test("leaving a rating out gives the features of the ratings without it", () => {
    for (const [row, pair] of rows.entries()) {
      if (row % 7 !== 0) continue;
      const table = ratingFeatures(ratings, [pair]);
      const others = ratings.filter(({ userId, itemId }) => userId !== pair.userId || itemId !== pair.itemId);
      const without = ratingFeatures(others, [pair], { leaveOut: false });
      const compared = table.names.slice(1);
      const [one, other] = [table, without].map((each) => [...each.select(compared).values]);
      for (const [k, value] of one!.entries()) {
        if (Number.isNaN(value)) expect(other![k], compared[k]).toBeNaN();
        else expect(value, compared[k]).toBeCloseTo(other![k]!, 9);
      }
    }
  });

  test("the features of many pairs are those of the reference", () => {
    const indexed = rows.map(({ rating }, row) => ({
      user: ratings.userIndices[row]!,
      item: ratings.itemIndices[row]!,
      rating,
    }));
    const byOthers = ratingFeatures(ratings, [], { neighbors: 4 }).names.slice(1, 11);
    const left = ratingFeatures(ratings, rows, { neighbors: 4 }).select(byOthers);
    for (const [row, pair] of indexed.entries()) {
      if (row % 5 !== 0) continue;
      const expected = neighborFeatures(
        indexed.filter((each) => each !== pair),
        pair,
        4,
      );
      for (const [k, value] of left.row(row).entries()) {
        if (Number.isNaN(expected[k]!)) expect(value).toBeNaN();
        else expect(value).toBeCloseTo(expected[k]!, 9);
      }
    }
  });
});

/** TUTORIALS part D, step 3. */
test("the thirteen features that the tutorial prints", async () => {
  const { train } = rowSplit((await loadDataset("ml-latest-small")).ratings, { testShare: 0.2 });
  const pairs = [1, 5].map((userId) => ({ userId, itemId: 1 }));
  const table = ratingFeatures(train, pairs, { leaveOut: false });
  const thirteen = table.select(table.names.slice(0, 13));
  const rounded = [0, 1].map((row) => Array.from(thirteen.row(row), (value) => Number(value.toFixed(6))));
  expect(rounded).toEqual([
    [3.519977, 2, 5, 4, 4, 4.5, 3, 4, 3, 5, 5, 4.366379, 3.954545],
    [3.519977, 4, 5, 4, 4, 5, 4, 3, 3, 5, 5, 3.636364, 3.954545],
  ]);
});
