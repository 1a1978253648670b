import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { CoClustering } from "../../../src/models/groups/co-clustering.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { type CoClusters, coClusterScorer } from "../../../src/reference/co-clusters.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new CoClustering());
conformance(new CoClustering({ userClusters: 1, itemClusters: 2, generator: "numpy" }));
conformance(new CoClustering({ userClusters: 40, itemClusters: 30 }));

/**
 * Users 0–3 give 5 to items 0–3 and 1 to items 4–7, users 4–7 the other way round; two cells are
 * missing.
 */
const board = Ratings.from(
  Array.from({ length: 64 }, (_, cell) => ({ userId: cell >> 3, itemId: cell & 7 }))
    .filter(({ userId, itemId }) => !(userId === 0 && itemId === 7) && !(userId === 5 && itemId === 6))
    .map(({ userId, itemId }) => ({ userId, itemId, rating: userId < 4 === itemId < 4 ? 5 : 1 })),
);

describe("CoClustering", () => {
  test("finds the two tastes of a checkerboard", () => {
    const fitted = new CoClustering({ userClusters: 2, itemClusters: 2, seed: 1 }).fit(board);
    const { ofUsers, ofItems } = fitted.clusters;
    expect([...ofUsers].map((cluster) => cluster === ofUsers[0])).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((u) => u < 4),
    );
    expect([...ofItems].map((cluster) => cluster === ofItems[0])).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((i) => i < 4),
    );
    expect(fitted.predict(0, 7)).toBeLessThan(2);
    expect(fitted.predict(5, 6)).toBeGreaterThan(4);
  });

  test("one cluster of each is the means of user and item", () => {
    const fitted = new CoClustering({ userClusters: 1, itemClusters: 1 }).fit(smallRatings);
    // 10 gave 5 and 3; d got 3 and 1.
    expect(fitted.predict(10, "d")).toBeCloseTo(4 + 2 - smallRatings.mean, 12);
  });

  test("a new user gets the cluster that fits, and their own mean", () => {
    const fitted = new CoClustering({ userClusters: 2, itemClusters: 2, seed: 1 }).fit(board);
    const newUser = fitted.foldIn([
      { itemId: 4, rating: 5 },
      { itemId: 0, rating: 1 },
    ]);
    expect(newUser.predict(6)).toBeGreaterThan(4);
    expect(newUser.predict(1)).toBeLessThan(2);
    for (const userId of smallRatings.users.ids) {
      const some = new CoClustering({ seed: 2 }).fit(smallRatings);
      const again = some.foldIn(smallRatings.ofUser(userId));
      for (const itemId of some.items.ids)
        expect(again.predict(itemId)).toBeCloseTo(some.predict(userId, itemId), 12);
    }
  });

  test("each round puts users, then items, to the clusters with the least error of the reference", () => {
    const row = fc.tuple(fc.nat(6), fc.nat(6), fc.double({ min: 1, max: 5, noNaN: true }));
    const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 30, selector: ([u, i]) => 8 * u + i });
    const counts = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(rows, counts, counts, (drawn, userClusters, itemClusters) => {
        const some = Ratings.from(drawn.map(([userId, itemId, rating]) => ({ userId, itemId, rating })));
        const indexed = [...some.values].map((rating, k) => ({
          user: some.userIndices[k]!,
          item: some.itemIndices[k]!,
          rating,
        }));
        const draws = random({ seed: 4 });
        const start = {
          users: some.users.ids.map(() => draws.below(userClusters)),
          items: some.items.ids.map(() => draws.below(itemClusters)),
        };
        const scoreAtStart = coClusterScorer(indexed, start);
        const error = (clusters: CoClusters) =>
          indexed.reduce((sum, row) => sum + (row.rating - scoreAtStart(row, clusters)) ** 2, 0);
        const fitted = new CoClustering({ userClusters, itemClusters, iterations: 1, seed: 4 }).fit(some);
        const users = [...fitted.clusters.ofUsers];
        const items = [...fitted.clusters.ofItems];
        for (const user of users.keys()) {
          for (let other = 0; other < userClusters; other++) {
            const moved = { users: users.with(user, other), items: start.items };
            expect(error({ users, items: start.items })).toBeLessThanOrEqual(error(moved) + 1e-9);
          }
        }
        for (const item of items.keys()) {
          for (let other = 0; other < itemClusters; other++) {
            const moved = { users, items: items.with(item, other) };
            expect(error({ users, items })).toBeLessThanOrEqual(error(moved) + 1e-9);
          }
        }
        const score = coClusterScorer(indexed, { users, items });
        for (const row of indexed) {
          expect(fitted.scoreItem(row.user, row.item)).toBeCloseTo(score(row, { users, items }), 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("stops when no cluster changes, with the same result", () => {
    const reported: number[] = [];
    const settings = { userClusters: 2, itemClusters: 2, seed: 1 };
    const work = { onProgress: ({ done }: { done: number }) => reported.push(done) };
    const long = new CoClustering({ ...settings, iterations: 1000 }).fit(board, work);
    expect(reported.length).toBeLessThan(20);
    expect(reported.at(-1)).toBe(1000);
    expect(long.clusters).toEqual(new CoClustering({ ...settings, iterations: 20 }).fit(board).clusters);
    expect(() => new CoClustering().fit(board, { signal: AbortSignal.abort() })).toThrow();
  });

  test("one user, and constant ratings, are predicted as they are", () => {
    const one = smallRatings.filter(({ userId }) => userId === 20);
    expect(new CoClustering().fit(one).predict(20, "a")).toBeCloseTo(4, 12);
    const constant = smallRatings.filter(({ rating }) => rating === 3);
    for (const seed of [0, 1, 2]) expect(new CoClustering({ seed }).fit(constant).predict(10, "b")).toBe(3);
  });

  test("a user without ratings of their own has no score", () => {
    const [users, items] = [smallRatings.users, smallRatings.items];
    const kept = [...smallRatings.userIndices.keys()].filter((row) => smallRatings.userIndices[row] !== 0);
    const pick = <T extends Int32Array | Float64Array>(column: T) =>
      column.filter((_, row) => kept.includes(row)) as T;
    const without = Ratings.fromIndexed({
      users,
      items,
      userIndices: pick(smallRatings.userIndices),
      itemIndices: pick(smallRatings.itemIndices),
      values: pick(smallRatings.values),
    });
    const fitted = new CoClustering().fit(without);
    expect(fitted.predict(users.idOf(0), "a")).toBeNaN();
    expect(fitted.predict(20, "a")).not.toBeNaN();
  });

  test("refuses clusters that are none, and saved ones that are out of bounds", () => {
    expect(() => new CoClustering({ userClusters: 0 })).toThrow(
      "userClusters: 0 is not a whole number of at least 1",
    );
    expect(() => new CoClustering({ itemClusters: 0 })).toThrow(
      "itemClusters: 0 is not a whole number of at least 1",
    );
    const saved = { settings: {}, ratings: smallRatings, items: smallRatings.items, parts: [], names: [] };
    const arrays = { ofUsers: Int32Array.of(0, 1, 2, 0, 3, 1), ofItems: new Int32Array(5) };
    expect(() => CoClustering.restore({ ...saved, arrays })).toThrow(
      "ofUsers does not say which of 3 clusters",
    );
    const fitted = new CoClustering({ seed: 1 }).fit(smallRatings);
    expect(modelFromBuffer(modelToBuffer(fitted)).state()).toEqual(fitted.state());
  });
});
