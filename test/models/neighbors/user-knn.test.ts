import { describe, expect, test, vi } from "vitest";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { UserKnn } from "../../../src/models/neighbors/user-knn.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new UserKnn());
conformance(new UserKnn({ similarity: "msd", center: "mean", neighbors: 2 }));
conformance(new UserKnn({ similarity: "pearson-baseline", center: "baseline", minNeighbors: 2 }));
conformance(new UserKnn({ similarity: "adjusted-cosine", center: "z-score", positiveOnly: false }));
conformance(new UserKnn({ similarity: "euclidean", aggregate: "mean", keep: 2, candidateUsers: 4 }));
conformance(new UserKnn({ similarity: "jaccard", aggregate: "sum", center: "item-mean" }));
conformance(new UserKnn({ similarity: "pearson-baseline", popularityPower: 0.3 }));

/** Two users as points: (4, 4.5) and (5, 5), and a third who shares one item. */
const ratings = Ratings.from([
  { userId: 1, itemId: "x", rating: 4 },
  { userId: 1, itemId: "y", rating: 4.5 },
  { userId: 2, itemId: "x", rating: 5 },
  { userId: 2, itemId: "y", rating: 5 },
  { userId: 2, itemId: "z", rating: 2 },
  { userId: 3, itemId: "x", rating: 4 },
  { userId: 3, itemId: "z", rating: 4 },
]);

describe("UserKnn", () => {
  test("fits the baseline once for similarities and centring, and once more when it is restored", () => {
    const fit = vi.spyOn(Baseline.prototype, "fit");
    const fitted = new UserKnn({ similarity: "pearson-baseline", center: "baseline" }).fit(smallRatings);
    expect(fit).toHaveBeenCalledTimes(1);
    modelFromBuffer(modelToBuffer(fitted));
    expect(fit).toHaveBeenCalledTimes(2);
    fit.mockRestore();
  });

  test("measures the distance of users, and counts their common items", () => {
    const fitted = new UserKnn({ similarity: "euclidean" }).fit(ratings);
    expect(fitted.similarUsers(1)).toEqual([
      { userId: 3, similarity: 1, distance: 0, common: 1 },
      { userId: 2, similarity: 1 / (1 + Math.hypot(1, 0.5)), distance: 1.118033988749895, common: 2 },
    ]);
    expect(new UserKnn({ similarity: "rmsd" }).fit(ratings).similarUsers(1)[1]?.distance).toBe(
      Math.sqrt(1.25 / 2),
    );
    const strict = new UserKnn({ similarity: "euclidean", minCommon: 2 }).fit(ratings);
    expect(strict.similarUsers(1).map(({ userId }) => userId)).toEqual([2]);
    expect(() => fitted.similarUsers(9)).toThrow("user 9 is not among the 3 users");
  });

  test("z-scores divide by the standard deviation of all of a user's ratings (divisor n)", () => {
    const rows = Ratings.from([
      { userId: "ann", itemId: "x", rating: 1 },
      { userId: "ann", itemId: "y", rating: 3 },
      { userId: "bob", itemId: "x", rating: 2 },
      { userId: "bob", itemId: "y", rating: 4 },
      { userId: "bob", itemId: "z", rating: 5 },
    ]);
    // ann: mean 2, deviation 1; bob: mean 11 / 3, deviation √14 / 3.
    const fitted = new UserKnn({ similarity: "cosine", center: "z-score" }).fit(rows);
    expect(fitted.predict("ann", "z")).toBeCloseTo(2 + (5 - 11 / 3) / (Math.sqrt(14) / 3), 12);
  });

  test("popularityPower lowers the weight of popular items in similarities, also for new users", () => {
    const rows = Ratings.from([
      { userId: "ann", itemId: "x", rating: 5 },
      { userId: "ann", itemId: "y", rating: 3 },
      { userId: "bob", itemId: "x", rating: 3 },
      { userId: "bob", itemId: "y", rating: 1 },
      { userId: "bob", itemId: "z", rating: 4 },
      { userId: "cat", itemId: "x", rating: 2 },
    ]);
    // x has three ratings, y two, z one: with power 1/2 their products weigh 1/3, 1/2 and 1.
    const fitted = new UserKnn({ popularityPower: 0.5, aggregate: "sum" }).fit(rows);
    const similarity = (15 / 3 + 3 / 2) / Math.sqrt((25 / 3 + 9 / 2) * (9 / 3 + 1 / 2 + 16));
    expect(fitted.similarUsers("ann")[1]).toEqual({
      userId: "bob",
      similarity: expect.closeTo(similarity, 12),
      common: 2,
    });
    expect(fitted.predict("ann", "z")).toBeCloseTo(4 * similarity, 12);
    const folded = fitted.foldIn(rows.ofUser("ann"));
    expect(folded.predict("z")).toBeCloseTo(4 * similarity, 12);
    expect(() => new UserKnn({ similarity: "msd", popularityPower: 1 })).toThrow(
      "popularityPower: 1 has no effect",
    );
    expect(() => new UserKnn({ popularityPower: -1 })).toThrow(
      "popularityPower: -1 is not a number of at least 0",
    );
  });

  test("averages the ratings of the kept neighbours", () => {
    const plain = new UserKnn({ similarity: "euclidean", aggregate: "mean" }).fit(ratings);
    expect(plain.predict(1, "z")).toBe(3);
    const one = new UserKnn({ similarity: "euclidean", aggregate: "mean", keep: 1 }).fit(ratings);
    expect(one.predict(1, "z")).toBe(4);
    expect(one.explain(1, "z")).toEqual({
      base: 0,
      contributions: [{ itemId: "z", userId: 3, rating: 4, share: 4 }],
    });
    expect(new UserKnn({ aggregate: "mean", minNeighbors: 3 }).fit(ratings).predict(1, "z")).toBeNaN();
  });

  test("only candidates are neighbours, of users and of new users", () => {
    const fitted = new UserKnn({ similarity: "euclidean", aggregate: "mean", candidateUsers: 2 }).fit(
      ratings,
    );
    expect(fitted.similarUsers(1).map(({ userId }) => userId)).toEqual([2]);
    expect(fitted.similarUsers(3).map(({ userId }) => userId)).toEqual([1, 2]);
    expect(fitted.foldIn([{ itemId: "x", rating: 4 }]).predict("z")).toBe(2);
  });

  test("a new user with a user's ratings gets that user's other neighbours", () => {
    const fitted = new UserKnn({ similarity: "msd", center: "mean" }).fit(smallRatings);
    const own = smallRatings.ofUser(20);
    const without = new UserKnn({ similarity: "msd", center: "mean" }).fit(
      smallRatings.filter(({ userId }) => userId !== 20),
    );
    expect(without.foldIn(own).predict("c")).toBeCloseTo(fitted.predict(20, "c"), 12);
  });

  test("without comparable users there are no neighbours, predictions or recommendations", () => {
    const fitted = new UserKnn({ similarity: "euclidean", minCommon: 3 }).fit(ratings);
    expect(fitted.similarUsers(1)).toEqual([]);
    expect(fitted.predict(1, "z")).toBeNaN();
    expect(fitted.recommend(1)).toEqual([]);
    expect(fitted.explain(1, "z")).toEqual({ base: 0, contributions: [] });
    const empty = new UserKnn({ similarity: "rmsd", center: "mean" }).fit(ratings).foldIn([]);
    expect(empty.predict("z")).toBeNaN();
    expect(empty.recommend()).toEqual([]);
  });

  test("a user is no neighbour of their own; the id of a candidate may be a string", () => {
    const alone = new UserKnn({ similarity: "euclidean", candidateUsers: 1 }).fit(ratings);
    expect(alone.similarUsers(1)).toEqual([]);
    expect(alone.predict(1, "z")).toBeNaN();
    expect(alone.predict(2, "y")).toBe(4.5);
    const named = Ratings.from(
      ["cora", "ann", "ben"].map((userId, place) => ({ userId, itemId: "x", rating: place + 1 })),
    );
    const first = new UserKnn({ similarity: "euclidean", candidateUsers: 1 }).fit(named);
    expect(first.similarUsers("cora").map(({ userId }) => userId)).toEqual(["ann"]);
  });

  test("equally near users count in the order of the rating rows", () => {
    const rows = [2, 3, 4].flatMap((userId) => [
      { userId, itemId: "x", rating: 4 },
      { userId, itemId: "z", rating: userId },
    ]);
    const person = { userId: 1, itemId: "x", rating: 4 };
    const inOrder = Ratings.from([person, ...rows]);
    const reversed = Ratings.from([person, ...rows].reverse());
    const nearest = new UserKnn({ similarity: "euclidean", aggregate: "mean", keep: 1 });
    expect([inOrder, reversed].map((each) => nearest.fit(each).predict(1, "z"))).toEqual([2, 4]);
    const asked = new UserKnn({ similarity: "euclidean", aggregate: "mean", neighbors: 1 });
    expect([inOrder, reversed].map((each) => asked.fit(each).predict(1, "z"))).toEqual([2, 4]);
  });

  test("with minNeighbors above neighbors there are no predictions", () => {
    const fitted = new UserKnn({ similarity: "euclidean", neighbors: 1, minNeighbors: 2 }).fit(ratings);
    expect(fitted.predict(1, "z")).toBeNaN();
    expect(fitted.recommend(1)).toEqual([]);
  });

  test("more neighbours than users are allowed; equal users have distance 0", () => {
    expect(new UserKnn({ neighbors: 1000 }).fit(ratings).predict(1, "z")).not.toBeNaN();
    const equal = Ratings.from(
      [1, 2, 3].flatMap((userId) => ["p", "q"].map((itemId) => ({ userId, itemId, rating: 3 }))),
    );
    expect(
      new UserKnn({ similarity: "rmsd" })
        .fit(equal)
        .similarUsers(1)
        .map(({ distance }) => distance),
    ).toEqual([0, 0]);
    expect(new UserKnn({ similarity: "pearson" }).fit(equal).predict(1, "p")).toBeNaN();
    expect(() => new UserKnn({ candidateUsers: -1 })).toThrow(
      "candidateUsers: -1 is not a whole number of at least 0",
    );
  });
});

/** TUTORIALS C7 and C9. */
describe("on ml-latest-small, user 1", async () => {
  const { ratings: all } = await loadDataset("ml-latest-small");
  const seen = new Set(all.ofUser(1).map(({ itemId }) => itemId));
  const tutorial = { similarity: "euclidean", aggregate: "mean", minCommon: 5 } as const;

  test.each([
    [2, 50, 66, 12],
    [2, 300, 71, 10],
    [10, 300, 269, 35],
  ])(
    "the tutorial's counts: %i neighbours of the first %i advise %i movies, %i of them seen",
    (keep, candidateUsers, count, seenCount) => {
      const fitted = new UserKnn({ ...tutorial, keep, candidateUsers }).fit(all);
      const advised = fitted.recommend(1, { count: all.items.size, excludeSeen: false });
      expect(advised).toHaveLength(count);
      expect(advised.filter(({ itemId }) => seen.has(itemId))).toHaveLength(seenCount);
      expect(fitted.recommend(1, { count: all.items.size })).toHaveLength(count - seenCount);
    },
  );

  test("the 52 movies that it prints depend on a tie: the rows in reverse give them", () => {
    const reversed = Ratings.from([...all].reverse(), { scale: all.scale });
    const fitted = new UserKnn({ ...tutorial, keep: 2, candidateUsers: 300 }).fit(reversed);
    expect(fitted.similarUsers(1).map(({ userId }) => userId)).toEqual([77, 258]);
    expect(fitted.recommend(1, { count: all.items.size, excludeSeen: false })).toHaveLength(52);
  });

  test.each([
    [0, 546],
    [300, 267],
    [50, 47],
  ])("of the first %i users %i can be compared", (candidateUsers, count) => {
    const fitted = new UserKnn({ ...tutorial, candidateUsers }).fit(all);
    expect(fitted.similarUsers(1, { count: all.users.size })).toHaveLength(count);
  });
});
