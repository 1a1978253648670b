import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Centerings } from "../../../src/models/neighbors/centering.js";
import { type KnnSettings, knnFields } from "../../../src/models/neighbors/knn-settings.js";
import type { Candidates } from "../../../src/models/neighbors/neighbor-aggregator.js";
import { Neighborhood } from "../../../src/models/neighbors/neighborhood.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { neighborScore } from "../../../src/reference/neighbor-score.js";
import { defineSettings } from "../../../src/settings/define-settings.js";
import { rowOf } from "../../../src/sparse/row-of.js";
import { sparse } from "../../sparse/matrices.js";

const declared = defineSettings({}, knnFields);

/** Items x, y, z as rows. */
const ratings = Ratings.from([
  { userId: "a", itemId: "x", rating: 5 },
  { userId: "a", itemId: "y", rating: 3 },
  { userId: "b", itemId: "x", rating: 3 },
  { userId: "b", itemId: "y", rating: 1 },
  { userId: "b", itemId: "z", rating: 4 },
]);
const similarities = [
  [0, 0.5, 0.25],
  [0.5, 0, 1],
  [0.25, 1, 0],
];

function neighborhoodOf(given: Partial<KnnSettings>, table = similarities, rated = ratings): Neighborhood {
  const settings = declared.check("Toy", given);
  return new Neighborhood(sparse(table), new Centerings(rated, "items").of(settings.center), settings);
}

const ratingsOf = (neighborhood: Neighborhood, rated: Ratings, user: number): Candidates => {
  const { indices, values } = rowOf(rated.byUser, user);
  return { rows: indices, values, columnOffset: neighborhood.centering.columnOffsets[user]! };
};

describe("by hand: item z for user a, who rated x 5 and y 3", () => {
  test.each<[Partial<KnnSettings>, number]>([
    [{}, (0.25 * 5 + 1 * 3) / 1.25],
    [{ neighbors: 1 }, 3],
    [{ aggregate: "mean" }, 4],
    [{ aggregate: "sum" }, 0.25 * 5 + 3],
    [{ center: "mean" }, 4 + (0.25 * (5 - 4) + 1 * (3 - 2)) / 1.25],
    [{ center: "mean", damping: 1 }, 4 + (0.25 + 1) / 2.25],
    [{ minNeighbors: 3 }, Number.NaN],
  ])("%j", (settings, expected) => {
    const neighborhood = neighborhoodOf(settings);
    const score = neighborhood.score(2, ratingsOf(neighborhood, ratings, 0));
    if (Number.isNaN(expected)) expect(score).toBeNaN();
    else expect(score).toBeCloseTo(expected, 12);
  });
});

test("contributions add up to the score, the most similar neighbour first", () => {
  const neighborhood = neighborhoodOf({ center: "mean", damping: 1 });
  const candidates = ratingsOf(neighborhood, ratings, 0);
  const own = neighborhood.own(2);
  const found = neighborhood.contributions(own, candidates, neighborhood.similaritiesTo(2, candidates.rows));
  expect(found.map(({ candidate }) => candidates.rows[candidate])).toEqual([1, 0]);
  const sum = found.reduce((total, { share }) => total + share, own.offset + candidates.columnOffset);
  expect(sum).toBeCloseTo(neighborhood.score(2, candidates), 12);
});

test("the base is known where ratings are centred; with the baseline also for an unknown row or column", () => {
  expect(neighborhoodOf({}).base(0, 0, 3)).toBeNaN();
  const means = neighborhoodOf({ center: "mean" });
  expect(means.base(0, 0, 3)).toBe(4);
  expect(means.base(-1, 0, 3)).toBeNaN();
  expect(means.base(0, -1, 3)).toBeNaN();
  const baseline = neighborhoodOf({ center: "baseline" });
  const { rowOffsets, columnOffsets } = baseline.centering;
  expect(baseline.base(1, -1, 3)).toBe(rowOffsets[1]);
  expect(baseline.base(-1, 1, 3)).toBe(3 + columnOffsets[1]!);
});

test("mostSimilar ranks the stored similarities", () => {
  expect(neighborhoodOf({}).mostSimilar(0, 1)).toEqual([{ row: 1, similarity: 0.5 }]);
});

test("scoreRows keeps the rows of different blocks apart", () => {
  const table = Array.from({ length: 300 }, () => Array<number>(300).fill(0));
  // Row 256 is the first of the second block, as row 0 of the first.
  table[0]![1] = table[1]![0] = 0.5;
  table[256]![2] = table[2]![256] = 0.5;
  const rated = Ratings.from(table.map((_, item) => ({ userId: "a", itemId: item, rating: 1 + (item % 5) })));
  const neighborhood = neighborhoodOf({}, table, rated);
  const scores = new Float64Array(300);
  neighborhood.scoreRows(ratingsOf(neighborhood, rated, 0), scores);
  const expected = Array<number>(300).fill(Number.NaN);
  [expected[0], expected[1], expected[2], expected[256]] = [2, 1, 2, 3];
  expect([...scores]).toEqual(expected);
});

describe("with any ratings and similarities", () => {
  const level = fc.constantFrom(0, 0, -0.5, 0.25, 0.5, 1);
  const aggregate = fc.constantFrom("weighted-mean", "mean", "sum");
  const options = fc.record({
    neighbors: fc.integer({ min: 1, max: 4 }),
    minNeighbors: fc.integer({ min: 1, max: 2 }),
    positiveOnly: fc.boolean(),
    aggregate,
    center: fc.constantFrom("none", "mean", "user-mean", "z-score", "baseline"),
  });
  const row = fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 5 }));
  const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 25, selector: ([u, i]) => 8 * u + i });
  const table = fc.array(fc.array(level, { minLength: 6, maxLength: 6 }), { minLength: 6, maxLength: 6 });

  test("every way to score a pair gives the score of the reference", () => {
    fc.assert(
      fc.property(rows, table, options, (drawn, values, given) => {
        const rated = Ratings.from(drawn.map(([userId, itemId, rating]) => ({ userId, itemId, rating })));
        const [users, items] = [rated.users.size, rated.items.size];
        // Only `keep` below the number of rows allows asymmetric similarities.
        const square = values.slice(0, items).map((line) => line.slice(0, items));
        const settings = { ...given, keep: items > 1 ? items - 1 : 1, similarity: "conditional" as const };
        const neighborhood = neighborhoodOf(settings, square, rated);
        const { rowOffsets, columnOffsets, rowScales } = neighborhood.centering;
        const columns = (user: number) => ratingsOf(neighborhood, rated, user);
        // The pair of item i and user u is at i × users + u; the last one has an unknown item.
        const pairs = Array.from({ length: items * users + 1 }, (_, k) => k);
        const ofPairs = new Float64Array(pairs.length);
        neighborhood.scorePairs(
          Int32Array.from(pairs, (k) => (k < items * users ? Math.floor(k / users) : -1)),
          Int32Array.from(pairs, (k) => k % users),
          rated.byUser,
          ofPairs,
        );
        expect(ofPairs.at(-1)).toBeNaN();
        const everyUser = Int32Array.from({ length: 8 * users }, (_, k) => k % users);
        const ofTable = new Float64Array(8 * users * items);
        neighborhood.scoreTable(everyUser, rated.byUser, ofTable);
        for (let user = 0; user < users; user++) {
          const candidates = columns(user);
          const byRow = new Float64Array(items);
          neighborhood.scoreRows(candidates, byRow);
          for (let item = 0; item < items; item++) {
            const neighbors = Array.from(candidates.rows, (other, k) => ({
              similarity: square[item]![other] || Number.NaN,
              residual:
                (rowScales[item]! * (candidates.values[k]! - rowOffsets[other]! - columnOffsets[user]!)) /
                rowScales[other]!,
            }));
            const expected = neighborScore(neighbors, rowOffsets[item]! + columnOffsets[user]!, given);
            const byColumn = new Float64Array(users);
            const bySome = new Float64Array(users);
            neighborhood.scoreSomeColumns(
              item,
              Int32Array.from({ length: users }, (_, column) => column),
              rated.byUser,
              bySome,
            );
            neighborhood.scoreColumns(
              neighborhood.own(item),
              neighborhood.similaritiesOf(item),
              rated.byUser,
              byColumn,
            );
            const alone = neighborhood.score(item, candidates);
            for (const found of [byRow[item], bySome[user], ofTable[(7 * users + user) * items + item]])
              expect(found).toBe(alone);
            for (const found of [alone, byColumn[user], ofPairs[item * users + user]]) {
              if (Number.isFinite(expected)) expect(found).toBeCloseTo(expected, 9);
              else expect(Number.isFinite(found)).toBe(false);
            }
          }
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});
